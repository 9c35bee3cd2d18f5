# Los interlocutores
people-title = Personas
people-of-all = { $shown } de { $all }
people-marked = { $count ->
    [one] 1 marcada
   *[other] { $count } marcadas
}
people-overdue = { $count ->
    [one] 1 desatendida
   *[other] { $count } desatendidas
}
people-never = { $count } sin contacto
people-without-role = { $count } sin rol
people-view-list = Lista
people-view-org = Organigrama
people-by-catch-up = a quién ver antes
people-by-name = por nombre
people-by-account = por cuenta
people-by-stance = por actitud
people-by-influence = por influencia
people-by-last = por último contacto
people-by-strength = por fuerza
people-only-all = todas
people-only-past = fuera de cadencia
people-only-no-role = sin rol
people-only-favourable = a favor
people-only-against = en contra
people-only-unknown = actitud desconocida
people-empty = Aún no hay nadie. { $key } añade una persona; { $import } trae los contactos del teléfono o del correo.
people-nobody = No hay nadie así. { $key } vuelve a mostrarlas todas.
people-head-name = Nombre
people-head-name-short = Nombre
people-head-account = Cuenta
people-head-account-short = Cta.
people-head-title = Cargo
people-head-title-short = Cargo
people-head-roles = Rol
people-head-roles-short = Rol
people-head-stance = Actitud
people-head-stance-short = Ac
people-head-influence = Influencia
people-head-influence-short = In
people-head-last = Últ. contacto
people-head-last-short = Contacto
people-head-strength = Fuerza
people-head-strength-short = Fza
people-head-heat = Semanas
people-head-heat-short = Sem.
people-to-sort = por ordenar
people-years = { $years } a
people-of = de { $days }
people-left = baja { $day }
people-no-role = nadie lo sabe; { $key } lo pone
people-stance-unknown = desconocida
people-weight-unknown = de 5, mientras no se sepa su rol
people-weight-assumed = de 5, según los roles
people-weight-set = de 5
people-left-on = se fue el { $day }
people-do-not-contact = pidió que no se le contacte
people-sought = por saber
people-sought-how = por identificar: { $key } le da su nombre
people-contact-never = sin contacto aún, cada { $cadence } d
people-contact-today = hoy, cada { $cadence } d
people-contact-fresh = hace { $days } d, cada { $cadence }
people-contact-due = hace { $days } d, cada { $cadence }: toca
people-contact-overdue = hace { $days } d, cada { $cadence }: desatendida
people-not-before = no antes del { $day }
people-label-roles = Roles
people-label-stance = Actitud
people-label-influence = Influencia
people-label-interest = Interés
people-label-contact = Contacto
people-label-reports-to = Depende de
people-label-reports = Dirige a
people-label-via = A través de
people-label-since = Desde
people-label-account = Cuenta
people-label-elsewhere = También en
people-label-strength = Fuerza
people-label-email = Correo
people-label-phone = Teléfono
people-label-language = Idioma
people-label-birthday = Cumpleaños
people-no-account = aún ninguna; { $key } se la pone
people-formerly = antes { $account }
people-promises = Compromisos
people-conversations = Conversaciones
people-profile = Puesto
people-why-cadence = cada { $days } d, según sus roles: { $roles }
people-why-cadence-set = cada { $days } d, fijada para esta persona
people-why-late = { $late } = ({ $d } − { $c }) / { $c }, de 0 a 2
people-why-never = 2: quien nunca ha tenido contacto cuenta como lo máximo
people-why-order = A quién ver antes
people-why-order-of = { $order } = retraso { $late } × peso { $w }
people-why-rule = Cadencia: la propia de la persona o, si no, la más corta de sus roles. Hasta la cadencia está al día, hasta vez y media toca, después está desatendida.
