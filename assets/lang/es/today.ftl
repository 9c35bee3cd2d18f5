# Hoy: lo que me espera, las cuentas de un vistazo, la semana, lo que ha cambiado.
today-needs = Te espera
today-see = Ver a { $name }
today-meet = Conocer a { $name }
today-held = ¿Se celebró? { $what }
today-prepare = Preparar: { $what }
today-talk = { $kind } con { $name }
today-birthday = Cumpleaños de { $name }
today-to-sort = { $count ->
    [one] 1 entrada por ordenar
   *[other] { $count } entradas por ordenar
}
today-no-role = { $count ->
    [one] 1 persona sin rol
   *[other] { $count } personas sin rol
}
today-more = +{ $count } más por ver
today-sort-out = {" "}ordenar
today-every-days = cada { $days } d
today-every = , cada { $days }
today-never = sin contacto
today-unknown = no se sabe

today-needs-none = Nada te espera. { $capture } anota lo que se habló.
today-needs-narrowed = Nada tiene aquí esas palabras. { $back } vuelve a mostrarlo todo.
today-needs-no-people = Aún no hay a quién cuidar. { $people } muestra las personas; n añade una.
today-needs-no-key = Aún no te espera nada: esta lista vela por las cuentas clave.

today-accounts = Cuentas
today-col-to-date = a la fecha
today-col-months = 12 meses
today-col-kpis = KPI
today-col-last = últ.
today-col-next = próximo
today-col-late = retr.
today-col-people = por ver
today-col-needs = piden
today-of = de { $all }
today-accounts-no-key = { $count ->
    [one] Aún no hay cuenta clave. { $accounts } muestra tu cliente; { $set } lo marca como clave.
   *[other] Aún no hay cuentas clave. { $accounts } muestra tus { $count } clientes; { $set } marca como clave las que llevas tú.
}

today-week = Esta semana
today-week-short = Semana
today-next-week = La semana que viene
today-week-none = Nada previsto ni por vencer en estas dos semanas.

today-since = Desde la última vez
today-since-short = Desde
today-since-head-moved = Se ha movido
today-since-head-late = Con retraso desde entonces
today-since-head-acts = Hecho
today-since-nothing = Nada ha cambiado desde el { $day }.
today-since-moved = { $count ->
    [one] 1 cambio
   *[other] { $count } cambios
}
today-since-late = { $count } con nuevo retraso
today-since-acts = { $count ->
    [one] 1 acción
   *[other] { $count } acciones
}

today-more-held = +{ $count } más por confirmar
today-more-worse = +{ $count } más han empeorado
today-severe = incidencia grave
today-behind-said = Surgió en
today-behind-as-of = cifras hasta el { $day }
today-behind-actual = Real
today-behind-target = Objetivo
today-behind-pace = Ritmo
today-behind-lands = Acabará en
today-behind-newest = Últimas
today-behind-ours = lo prometimos
today-behind-theirs = lo prometieron
today-behind-made = Prometido en
today-behind-planned = Previsto
today-behind-contact = Último contacto
today-behind-strength = Fuerza
today-behind-since = , desde { $day }
today-behind-open = Pendiente entre nosotros
today-behind-last = Últimas conversaciones
today-behind-to-sort = Por ordenar
today-behind-no-role = Aún sin rol
today-behind-no-role-why = ¿Quién decide, quién influye, quién usa? El rol marca cada cuánto conviene verlos.

today-welcome = Un libro en blanco
today-welcome-account = añade tu primer cliente, y luego sus personas
today-welcome-capture = anota una llamada en una línea; lo demás puede venir después
today-welcome-import = trae lo que tienes en ficheros: contactos, tablas, calendarios, correo
today-welcome-key = Después marca las tres o cuatro cuentas que llevas: { $accounts } muestra los clientes, { $set } las marca como clave.
today-welcome-help = { $help } muestra todas las teclas.

today-why-health = Salud de { $name }
today-why-trend = Tendencia
today-why-then = { $before } el { $day }
