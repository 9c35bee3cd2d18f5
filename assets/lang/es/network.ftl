# Quién influye en quién: alcance, caminos hasta quienes deciden, el próximo contacto, y la vista que lo dibuja.
network-formula-reach = Alcance = peso propio + 0,85 × fuerza ÷ (3 + todo lo que influye en esa persona) × su alcance, por cada persona en la que influye; débil 1, medio 2, fuerte 3, un enfrentamiento no cuenta
network-formula-next = Próximo contacto = alcance × (1 + retraso) × 1,5 si en tres pasos como mucho se llega a un decisor que no consta a favor
network-part-weight = peso propio
network-part-through = por { $name }
network-part-reach = alcance
network-part-lateness = 1 + retraso
network-part-way = camino a un decisor
network-weight-assumed = de 5, según los roles
network-weight-set = de 5
network-input-share = { $part } de { $whole }
network-input-reach = alcance de { $name }
network-input-last = último contacto
network-input-cadence = cadencia
network-input-step = a { $name }
network-input-decider = { $name } decide
network-never = sin contacto aún
network-stance-unknown = actitud desconocida
network-no-way = ninguno en tres pasos a uno que no esté a favor

network-reason-never = sin contacto aún
network-reason-late = desatendida { $days } d
network-reason-due = toca desde hace { $days } d
network-reason-sways = influye en { $count }
network-reason-weight = peso { $weight } de 5
network-reason-decides = decide, { $stance ->
    [unknown] actitud desconocida
    [neutral] neutral
    [sceptic] escéptico
   *[other] en contra
}
network-reason-way = el camino a { $name }, decisor, { $stance ->
    [unknown] de actitud desconocida
    [neutral] neutral
    [sceptic] escéptico
   *[other] en contra
}
network-reason-way-through = el camino, por { $through }, a { $name }, decisor, { $stance ->
    [unknown] de actitud desconocida
    [neutral] neutral
    [sceptic] escéptico
   *[other] en contra
}

network-title = Red
network-counts = { $people ->
    [one] 1 persona
   *[other] { $people } personas
}, { $edges ->
    [one] 1 vínculo
   *[other] { $edges } vínculos
}
network-none = Aún no consta que nadie influya en nadie. cartera influence add --account "{ $account }" --person "{ $person }" --sways "{ $sways }" --tie fuerte anota un vínculo.
network-one = Una red es cosa de dos: cartera person add añade otra persona.
network-next = Próximo contacto
network-next-none = Ahora no se puede contactar con nadie.
network-nobody = Aún no se conoce a nadie. cartera person add añade una persona.
network-reach = Alcance
network-conflicts = Enfrentamientos
network-head-name = Nombre
network-head-reach = Alcance
network-head-made = Formado por
network-head-way = Camino a quienes deciden
network-head-why = Por qué
network-decides = decide
network-no-way-known = sin camino conocido
network-placeholder = aún sin nombre
network-others = por { $count } más
network-why-reach = Alcance de { $name }
network-why-next = { $name } como próximo contacto
network-why-rank = { $rank } de { $all }
network-not-proposed-asked = No se propone nunca: pidió que no se le contacte.
network-not-proposed-before = No se propone antes del { $day }.
network-not-counted = Un hueco sin nombre se dibuja y no cuenta: aún no se sabe quién es.
network-cli = Quién influye en quién, hasta dónde llega cada persona y a quién ver ahora
network-cli-account = Solo esta cuenta; si no, cada cuenta clave
network-cli-more = Los vínculos se anotan con cartera influence add; un enfrentamiento se dibuja y no cuenta.

network-stranger = { $person } no trabaja ahora en { $account }: un vínculo une a dos personas de una misma cuenta
network-twice = Ya consta que { $person } influye en { $sways } (influencia { $id }): cambia esa
network-conflict-twice = El enfrentamiento entre { $person } y { $sways } ya consta (influencia { $id }): cambia ese

network-empty = Aún no consta que nadie influya en nadie. { $key } dibuja un vínculo de { $name } con otra persona: débil, medio, fuerte, o un enfrentamiento. De ahí salen el alcance de cada persona, los caminos hasta quienes deciden y a quién ver ahora.
network-alone = Una red es cosa de dos: { $key } añade otra persona, y después un vínculo entre ambas.
network-no-account = Quien no tiene cuenta, o se ha ido, no está en ninguna red.
network-left = Se ha ido: ya no influye en nadie.
network-around = alrededor de { $name }, { $count } más sin dibujar
network-caption-reach = alcance { $reach } = { $made }
network-caption-own = alcance { $reach }, su propio peso
network-caption-next = próximo contacto { $rank } de { $all }:
network-caption-next-at = próximo contacto { $rank } de { $all } en { $account }:
network-column-reach = Alcance
network-column-next = Turno
network-column-way = Camino a quien decide
people-view-network = Red
command-view-network = personas: red
command-view-network-help = Quién influye en quién, hasta dónde llega cada persona y a quién ver ahora
network-towards = { $name }, por { $through }
network-more = { $count } más
network-ties = Quién influye en quién
