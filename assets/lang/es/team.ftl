# El equipo de cada cuenta y su resumen.
team-me = yo
team-kam = responsable de la cuenta
team-outside = fuera del equipo
team-until = hasta el { $day }
team-promise-to = { $text } · { $name }
team-matter-plan = tuyo en el plan
team-matter-promise = has prometido
team-matter-decision = conviene saber
team-matter-meeting = reuniones
team-head-name = Nombre
team-head-function = Función
team-head-plan = plan
team-head-promises = comprom.
team-head-late = retr.
team-head-untold = por decir
team-count = { $count ->
    [0] nadie asignado
    [one] 1 colega
   *[other] { $count } colegas
 }
team-digest-for = Resumen para { $name }
team-nothing = No tiene nada pendiente.
team-mail-subject = Pendiente contigo a { $day }: { $accounts }
team-no-accounts = No hay cuentas clave. Marca como clave las que llevas; aquí se verá quién de los nuestros trabaja para ellas.
team-none = Nadie de los nuestros está asignado aquí. { $key } añade un colega al equipo.
team-nothing-here = Nada pendiente con { $name } aquí.
team-cli-account = Solo de esta cuenta
team-cli-colleague = Nombre o número de un colega
team-cli-mail = Como enlace que abre un correo para esa persona
team-head-meetings = reuniones
