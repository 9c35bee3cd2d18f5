# Documentos: filas de la cola, explicaciones, el día y una cuenta como texto.
report-need-untitled = Sin título
report-need-promise = { $title }
report-need-ours-to = { $title }, a { $name }
report-need-theirs-from = { $title }, de { $name }
report-need-key = Ver a { $name }: { $days } d, cada { $cadence }
report-need-key-never = Ver a { $name }: sin contacto aún, cada { $cadence }
report-need-contact = Ver a { $name }: { $days } d, cada { $cadence }
report-need-contact-never = Conocer a { $name }: sin contacto aún, cada { $cadence }
report-need-held = ¿Se celebró? { $title }
report-need-held-with = ¿Se celebró? { $title }, con { $name }
report-need-prepare = Preparar: { $title }
report-need-prepare-with = Preparar: { $title }, con { $name }
report-need-birthday = Cumpleaños de { $name }
report-need-to-sort = { $count ->
    [one] Una entrada por ordenar
   *[other] { $count } entradas por ordenar
}
report-need-no-role = { $count ->
    [one] Una persona no tiene rol todavía
   *[other] { $count } personas no tienen rol todavía
}
report-need-more = (+{ $count } más)

report-why-ours-overdue = Lo prometimos y el día ha pasado.
report-why-key-player = Persona clave, de peso 4 o 5, a la que no has visto nunca o desde hace más de una vez y media su cadencia.
report-why-ours-today = Lo prometimos para hoy.
report-why-theirs-overdue = Lo prometieron y el día ha pasado.
report-why-held = Estaba previsto y su día ha pasado: márcalo como celebrado o muévelo.
report-why-to-prepare = Está previsto para hoy.
report-why-cadence-overdue = Sin contacto desde hace más de una vez y media su cadencia, o nunca.
report-why-birthday = Un cumpleaños en los próximos tres días.
report-why-cadence-due = Se ha cumplido su cadencia, sin llegar a la mitad más.
report-why-soon = Un compromiso que vence en los próximos tres días.
report-why-to-sort = Algo de estas entradas no se entendió, o no nombran ninguna cuenta.
report-why-no-role = Sin rol no se sabe cada cuánto verlos ni cuánto pesan.
report-why-newly-red = Con su última cifra se ha desviado.
report-why-severe-problem = Una incidencia que pone en peligro la cuenta sigue abierta pasado su día.
report-why-not-told = Han pasado más de dos días desde la decisión y alguien aún no la conoce.
report-why-late-problem = La incidencia sigue abierta pasado su día.
report-why-notice-soon = El último día para el preaviso llega en 30 días o menos; después el contrato sigue o termina según esté escrito.
report-why-end-soon = El contrato termina en 30 días o menos y no hay nada nuevo firmado.
report-why-care-soon = Lo que se les da en exclusiva termina en 30 días o menos: seguir, sustituirlo o decírselo.
report-why-report-due = Ya se emitió un informe de este tipo y han pasado los días que dicen los ajustes.
report-why-care-later = Lo que se les da en exclusiva termina en 90 días o menos.
report-why-milestone-late = Un hito de un plan activo ha pasado y no se ha alcanzado.
report-why-milestone-soon = Un hito de un plan activo está a 7 días o menos.
report-why-lapsed = El contrato ha terminado, no se renueva solo y no hay nada nuevo firmado.
report-why-off-track = Está desviado desde antes de su último periodo.
report-why-stale-figures = Su última cifra tiene más de un periodo y medio: ya no se da por buena.
report-why-notice-later = El último día para el preaviso llega en 90 días o menos.
report-why-end-later = El contrato termina en 90 días o menos y no hay nada nuevo firmado.
report-why-getting-worse = Su última cifra es peor que la anterior.
report-why-band = Grupo { $band } de 4: el 1 va primero.
report-why-order = Dentro de un grupo va primero lo que más pesa y después lo que más se retrasa. Una persona pesa por su influencia, sobre 5; lo demás, por la parte de los ingresos de su cuenta.
report-count = Cuántas
report-due = Vence
report-planned-on = Previsto para
report-birthday = Cumpleaños
report-last-contact = Último contacto
report-days-ago = hace { $days } d
report-cadence = Cadencia
report-cadence-own = fijada para esta persona
report-cadence-roles = según sus roles: { $roles }
report-lateness = Retraso
report-lateness-formula = ({ $d } − { $c }) / { $c }, de 0 a 2; atrasado a partir de { $limit } d
report-lateness-never = nunca hubo contacto: cuenta como 2, lo máximo
report-weight = Peso
report-weight-set = fijado a mano
report-weight-assumed = supuesto por: { $roles }
report-no-role = ningún rol conocido
report-behind = Detrás de esto
report-planned-kind = { $kind }, previsto
report-contact = { $last }, cada { $cadence }

report-strength = Fuerza de la relación con { $name }
report-strength-never = Sin ningún contacto: 0 puntos.
report-strength-points = { $points } de { $of }
report-strength-recency = Recencia
report-strength-recency-note = hace { $days } d, cadencia { $cadence } d
report-strength-frequency = Frecuencia
report-strength-frequency-note = { $count } de { $usual } días con contacto en 90 d
report-strength-depth = Profundidad
report-strength-depth-note = lo mejor en 180 d: reunión o visita 1, vídeo 0,8, llamada o evento 0,6, correo o mensaje 0,3
report-strength-two-way = En ambos sentidos
report-strength-two-way-note = el { $share } % de los contactos en 180 d
report-strength-formula = S = 35 recencia + 25 frecuencia + 25 profundidad + 15 ambos sentidos, cada parte de 0 a 1.

report-today = Hoy
report-needs-you = Te espera
report-needs-nothing = Nada te espera.
report-accounts = Cuentas
report-account = Cuenta
report-last = Último
report-next = Próximo
report-open = Compromisos
report-ours-late = → retr.
report-theirs-late = ← retr.
report-past-cadence = Sin ver
report-urgent = Te pide
report-week = Esta semana y la próxima
report-since = Desde la última vez
report-empty-accounts = El libro está vacío. Añade una cuenta: cartera account add --name "Acme" --tier clave. O importa tus contactos: cartera import contactos.vcf
report-empty-keys = { $count ->
    [one] Hay una cuenta y todavía no es cuenta clave: cartera account edit NOMBRE --tier clave
   *[other] Hay { $count } cuentas y ninguna es cuenta clave todavía: cartera account edit NOMBRE --tier clave
}
report-empty-people = Todavía no conoces a nadie. Añade una persona: cartera person add --account NOMBRE --name "Ana Ruiz" --roles decisor
report-empty-log = Todavía no hay nada anotado. Anota la última llamada: cartera log "llamada ana ayer: lo que dijo"
report-person = Nombre
report-title = Cargo
report-roles = Roles
report-stance = Actitud
report-strength-short = Fuerza
report-contact-short = Contacto
report-left = se fue { $day }
report-kept-on = cumplido { $day }
report-no-day = sin día
report-log = Registro
report-account-empty = Aquí no hay nadie ni nada todavía: cartera person add --account NOMBRE --name "Ana Ruiz"
report-kept-title = Compromisos cumplidos
report-kept-rule = Se cumple lo que se hizo en su día o antes; cuenta todo lo que venció en los últimos 90 días.
report-kept-ours = Cumplimos
report-kept-theirs = Cumplen
report-kept-of = { $kept } a tiempo de { $all } con vencimiento en 90 d
report-kept-none = nada venció en 90 d
report-promises-score = Nuestros compromisos
report-promises-score-note = 100 si ninguno está vencido, 33 si el peor lleva hasta 7 días, si no 0
report-promises-unknown = –
report-people = Personas
report-commitments = Compromisos
report-units = Unidades
report-score-weight = peso
report-score-evidence = Se conoce el { $share } %.
report-score-worth = → { $points } puntos
report-health-rule-commercial = cada indicador: hasta el 50 % son 0 puntos, desde el 100 % son 100; después, su media
report-health-rule-relationship = media de cobertura, apoyo y roles cubiertos
report-health-rule-commitments = 100 si ninguno está vencido, 33 si el peor lleva hasta 7 días, si no 0
report-health-rule-satisfaction = su respuesta × 10; no se conoce si tiene más de 180 días
report-health-rule-plan = 100 si se revisó en los últimos 35 días, 50 en los últimos 95, si no 0
report-health-rule-risk = alto resta 20, medio 10, bajo 5; el peor entre el riesgo declarado y la peor incidencia abierta
report-health-of = Salud de { $name }
report-health-since = { $points } desde el { $day }
report-health-trend = Frente a hace un mes
report-health-coverage = Cobertura
report-health-support = Apoyo
report-health-roles = Roles cubiertos
report-health-threads = Hilos: personas con fuerza superior a 30
report-health-dependency = Parte de los contactos en 90 días con una sola persona
report-health-landing = Previsión
report-insight-more = { $count ->
    [one] La misma regla encuentra otro caso.
   *[other] La misma regla encuentra otros { $count } casos.
}
report-insight-rule = Unas reglas sobre las personas, los compromisos y los indicadores de la cuenta dicen qué da que pensar. Silenciada hasta un día, una calla.
report-health = Salud
report-kpis = Indicadores
report-insights = Da que pensar
report-problems = Incidencias
report-closed = cerrada { $day }
report-opportunities = Oportunidades
report-weighted = ponderado { $amount }
report-open-sales = Ventas abiertas
report-coverage = { $times }×, de lo que falta
report-contracts = Contratos
report-contract-ends = acaba { $day }
report-contract-ended = acabó { $day }
report-contract-renews = se renueva { $day }
report-contract-notice = preaviso { $day }
report-satisfaction = Satisfacción
report-of-ten = { $score } de 10
report-plan = Plan
report-found = Planes, ventas y mercado
