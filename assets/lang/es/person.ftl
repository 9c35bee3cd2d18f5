# La página de una persona: qué se sabe y por dónde, cómo ha cambiado, cómo se llega a ella.
person-stance-unknown = actitud sin determinar
person-influence = influencia { $value }
person-interest = interés { $value }
person-interest-unknown = interés sin determinar
person-influence-assumed = influencia según los roles
person-was = { $value }, antes { $before }
person-confirmed = { $value }, confirmado
person-ended = deja de ser { $value }
person-by-hand = a mano
person-since = desde el { $day }
person-since-today = desde hoy
person-stale = { $day }, sin confirmar
person-learned = Lo que se ha sabido
person-course = Actitud en el tiempo
person-course-stale = a trazos: más de { $days } d
person-course-unknown = Actitud aún desconocida. { $key } la pone, y la última entrada de ese menú ayuda a elegir.
person-contact = Contacto
person-kept = { $what }, en 90 d
person-we-kept = nosotros, { $kept } de { $all } a tiempo
person-they-kept = ellos, { $kept } de { $all }
person-reach = Cómo llegar
person-through = a través de
person-known-to = Quién de los nuestros le conoce
person-going = { $key } otra vez quita «{ $title }» del historial; deshacer lo devuelve
person-known-talks = { $count ->
    [one] 1 conversación
   *[other] { $count } conversaciones
}
person-after = { $channel ->
    [meeting] tras la reunión del { $day }
    [video] tras la videollamada del { $day }
    [call] tras la llamada del { $day }
    [email] tras el correo del { $day }
    [visit] tras la visita del { $day }
    [event] tras el evento del { $day }
   *[message] tras el mensaje del { $day }
 }
