# El mapa de personas: influencia frente a actitud o interés
people-view-map = Mapa
people-map-by-stance = influencia × actitud
people-map-by-interest = influencia × interés
people-map-to-interest = interés
people-map-to-stance = actitud
people-map-unknown = no se sabe
people-map-little = poco
people-map-much = mucho
people-map-influence = influencia { $w }
people-map-influence-assumed = influencia { $w }, supuesta
people-map-interest = interés { $n }
people-map-interest-unknown = interés desconocido
people-map-stance-unknown = actitud desconocida
people-map-moves = { $keys } mueve
people-map-sign-assumed = ~ supuesta
people-map-sign-stale = { $sign } hace más de { $days } d
people-map-sign-placeholder = ( ) sin nombre
people-map-left = { $count ->
    [one] 1 se fue
   *[other] { $count } se fueron
}
people-map-all-left = Aquí ya se han ido todos. { $key } vuelve a la lista, donde están.
people-map-no-stance = Aún no se conoce la actitud de nadie. { $key } pone en neutral a la persona del cursor; cada vez que se repite, un paso más.
people-map-no-interest = Aún no se conoce el interés de nadie. { $key } pone en 3 a la persona del cursor; cada vez que se repite, un paso más.
people-map-no-account = { $name } no tiene cuenta todavía: no se puede decir nada de su lugar en ella
people-map-has-left = { $name } se ha ido y no está en el mapa
people-map-end-top = { $name } ya tiene la mayor influencia
people-map-end-bottom = { $name } ya tiene la menor influencia
people-map-end-champion = { $name } ya es promotor: más no cabe
people-map-end-blocker = { $name } ya es detractor: menos no cabe
people-map-end-interest-most = { $name } ya tiene el mayor interés
people-map-end-interest-least = { $name } ya tiene el menor interés
people-map-title = Mapa de personas
people-map-nobody = Aún no hay nadie: person add pone a alguien en el mapa.
people-map-no-axis = { $text } no es un eje. Se acepta: { $accepted }
people-map-cli = Quién está dónde: influencia frente a actitud o interés
people-map-cli-account = Cuenta; sin ella, el mapa de cada cuenta clave
people-map-cli-axis = Qué va en horizontal (stance: actitud)
people-map-cli-more = Un nombre con ~ no tiene influencia indicada: sale de los roles. ? señala una actitud que nadie ha confirmado en 120 días.
