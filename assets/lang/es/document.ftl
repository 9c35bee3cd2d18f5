# Documentos sobre una cuenta.
document-alt-trend = { $name }: { $first } en { $from }, { $last } en { $until }.
document-alt-target = El objetivo es { $target }.
document-alt-cone = { $done } hasta ahora en { $year }. Cierre previsto: { $likely } ({ $method }), entre { $low } y { $high }.
document-alt-health = Salud { $points } de 100: { $parts }.
document-alt-gantt = { $name }: { $objectives ->
    [one] 1 objetivo
   *[other] { $objectives } objetivos
 }, { $count ->
    [one] 1 iniciativa
   *[other] { $count } iniciativas
 }, { $late ->
    [0] ninguna con retraso
   *[other] { $late } con retraso
 }.
document-alt-map = { $count ->
    [one] 1 persona
   *[other] { $count } personas
 }: { $for } a favor, { $neutral } neutrales, { $against } en contra, { $unknown } sin conocer.
document-alt-org = { $count ->
    [one] 1 persona o puesto
   *[other] { $count } personas y puestos
 }, { $tops } en lo más alto, { $vacant } por cubrir o por conocer.
document-picture-cone = { $name }: previsión de cierre de { $year }
document-picture-gantt = Calendario
document-picture-map = Mapa de interlocutores
document-picture-org = Organigrama
document-line-target = Objetivo
document-line-actual = Real
document-map-unplaced = Actitud sin conocer: { $names }
document-map-stance = Actitud
document-map-influence = Influencia
document-org-vacant = Vacante
document-plan = Plan de cuenta · { $account }
document-review = Revisión de negocio · { $account }
document-dossier = Traspaso de cuenta · { $account }
document-client-title = Revisión conjunta · { $account }
document-client-empty = Todavía no hay nada que revisar en este periodo.
document-glance = De un vistazo
document-client = El cliente
document-thought = Punto de partida
document-objectives = Objetivos
document-next-steps = Próximos pasos
document-then = Las cifras y la salud son las del { $day }. Lo demás no se guarda día a día y se cuenta como se conoce hoy.
document-milestones = Hitos de este tiempo
document-milestone-reached = alcanzado
document-no-plan-then = { $account } no tiene plan en este tiempo
document-ahead = Los próximos 90 días
document-ahead-milestone = hito
document-ahead-ours = compromiso nuestro
document-ahead-theirs = compromiso suyo
document-ahead-talk = reunión
document-ahead-notice = último día de preaviso
document-ahead-end = fin de contrato
document-risks = Puntos de atención
document-indicators = Indicadores
document-people = Personas
document-nobody = Aún no se conoce a nadie: sin personas no hay plan.
document-centre = Centro de compra
document-we-owe = Compromisos nuestros abiertos
document-they-owe = Compromisos suyos abiertos
document-late = { $count ->
    [one] 1 vencido
   *[other] { $count } vencidos
 }
document-talked = Conversaciones en el periodo
document-kept = cumplido { $day }
document-overdue = con retraso
document-open = pendiente
document-we-promised = Lo que prometimos
document-they-promised = Lo que prometieron
document-we-promised-you = Lo que les prometimos
document-you-promised = Lo que nos prometieron
document-reached = Alcanzado en el plan
document-decided = Decisiones y cambios
document-no-actions = En este periodo no se prometió, alcanzó ni decidió nada.
document-no-points = Todo va según lo previsto: ningún indicador, incidencia, compromiso, iniciativa o contrato pide una decisión.
document-points = Puntos para decidir
document-fact = Situación
document-means = Qué implica
document-asks = Qué pedimos
document-all-asks = Resumen de lo que pedimos
document-means-gap = El año cerraría { $gap } por debajo; cada periodo restante tendría que aportar { $needed }.
document-means-again = Lleva { $count } periodos seguidos fuera de objetivo.
document-means-below = No alcanza lo acordado.
document-ask-revenue = Acordar qué oportunidades abiertas se cierran este año y quién decide cada una.
document-ask-figure = Acordar la causa de la desviación en { $name }, quién actúa y para cuándo.
document-fact-problem = Abierta desde hace { $days ->
    [one] 1 día
   *[other] { $days } días
 }.
document-means-problem = Gravedad: { $severity }.
document-ask-problem = Acordar el siguiente paso y una fecha.
document-fact-owed = Vencía el { $day }: { $days ->
    [one] 1 día
   *[other] { $days } días
 } de retraso.
document-means-owed = Todo lo que depende de ello queda a la espera.
document-ask-owed-by = Una nueva fecha de { $name }.
document-ask-owed = Una nueva fecha.
document-means-late = Retrasa el objetivo «{ $objective }».
document-ask-late = Acordar una nueva fecha, o qué hace falta para recuperar el retraso.
document-means-renews = Se renueva automáticamente si nadie da el preaviso.
document-means-ends = Termina si no se renueva.
document-ask-contract = Tratar la renovación antes del { $day }.
document-we-will = Les confirmaremos una nueva fecha.
document-ask-you = Una nueva fecha por su parte.
document-kept-by-us = Cumplido a tiempo por nosotros
document-kept-by-you = Cumplido a tiempo por ustedes
document-kept-of = { $kept } de { $all }
document-solved-of = { $solved } de { $all } resueltas
document-figures = El periodo en cifras
document-together = Lo que queremos lograr juntos
document-your-team = Sus personas de contacto
document-since = Cuenta clave desde
document-known-by = Colegas que tratan con esta persona
document-persons = Persona por persona
document-care = En exclusiva para ellos
document-learned = Lo que hemos aprendido
document-team = Nuestro equipo
document-history = Conversaciones
document-notes = Notas propias
document-head-objective = Objetivo
document-head-priority = Prioridad
document-head-owner = Responsable
document-head-progress = Avance
document-head-next = Próximo hito
document-head-step = Iniciativa
document-head-until = Hasta
document-head-state = Estado
document-head-promise = Qué
document-head-with = Con
document-head-due = Vence
document-head-day = Día
document-head-sort = Tipo
document-head-what = Qué
document-head-why = Por qué
document-head-ask = Qué pedimos
document-head-about = Sobre
document-head-who = Quién
document-head-function = Función
document-head-email = Correo
document-head-phone = Teléfono
document-head-opened = Desde
document-head-follows = Consecuencias
document-fact-notice = El preaviso vence el { $day }.
document-fact-end = Termina el { $day }.
document-cone-low = mínimo { $value }
document-cone-likely = previsto { $value }
document-cone-high = máximo { $value }
document-cone-target = Objetivo { $value }
document-done = hecho { $day }
document-solved = resuelta { $day }
document-next = Siguiente paso
document-we-met = Nos hemos visto en
document-held = { $channel ->
    [visit] { $count ->
        [one] 1 visita
       *[other] { $count } visitas
    }
    [video] { $count ->
        [one] 1 videollamada
       *[other] { $count } videollamadas
    }
   *[meeting] { $count ->
        [one] 1 reunión
       *[other] { $count } reuniones
    }
 }
document-your-goals = Sus metas
document-our-offer = Qué aportamos
document-your-reason = Por qué les importa
document-head-your-side = Por su parte
document-head-our-side = Por la nuestra
document-head-problem = Incidencia
document-head-severity = Gravedad
document-head-step-next = Siguiente paso
document-head-contract = Contrato
document-head-a-year = Al año
document-head-end = Fin
document-head-notice = Preaviso
