# Reuniones de calendarios.
calendar-file = { $file }: calendario, { $events ->
    [one] un evento
   *[other] { $events } eventos
}, del { $first } al { $last }{ $outside ->
    [0] {""}
   *[other] ; fuera de esas fechas: { $outside }, véase --window
}{ $other ->
    [0] {""}
   *[other] ; tareas y notas descartadas: { $other }
}
calendar-place = Lugar: { $place }
calendar-on = el { $day }
calendar-known = ya está en el libro
calendar-moved = pasa del { $before } { $before-time } al { $after } { $after-time }
calendar-called-off = anulada: se quita la reunión prevista del { $day }
calendar-cancelled = anulada ({ $day })
calendar-declined = has dicho que no irás ({ $day })
calendar-declined-off = has dicho que no irás: la reunión prevista del { $day } se quita
calendar-older = el libro ya tiene una versión más nueva
calendar-newer = cambiada en el calendario, pero no en su hora ni en sus personas
calendar-nobody = no participa nadie del libro: { $text }
calendar-among-us = solo participan colegas
calendar-days = { $days } días de una serie
calendar-alone = no hay nadie invitado
calendar-strangers = no están en el libro: { $text }
calendar-no-account = de los interlocutores no se deduce ninguna cuenta
calendar-text-long = se ha omitido el final de un texto largo
calendar-zone-unknown = La zona horaria «{ $text }» no es conocida: se toma por la de este equipo
calendar-rule-unknown = No se entiende cómo se repite ({ $text }): solo se toma su primera fecha
calendar-no-start = El evento no tiene comienzo
calendar-start-unreadable = «{ $text }» no es un comienzo. Se aceptan días y horas como 20261123T100000
calendar-cut = El evento no tiene fin: el fichero está cortado
calendar-window-unreadable = «{ $text }» no indica días. Se acepta 90, o 30,180 para los días antes y después de hoy
calendar-own-gone = un evento de cartera cuyo registro no está en este libro
calendar-own-moved = cambiado en el calendario
