# Las oportunidades por fase: tablero, tabla, ficha, explicación, consola.
pipeline-title = Embudo
pipeline-open-count = { $count ->
    [one] 1 abierta
   *[other] { $count } abiertas
}
pipeline-count = { $count ->
    [one] 1 oportunidad
   *[other] { $count } oportunidades
}
pipeline-open = Abiertas
pipeline-without-amount = { $count } sin importe
pipeline-weighted = Ponderado
pipeline-coverage = Cobertura
pipeline-of-the-gap = de lo que falta para el objetivo del año
pipeline-of-the-gap-short = de lo que falta
pipeline-none-open = No hay ninguna oportunidad abierta.
pipeline-closed-this-year = Cerradas este año
pipeline-lane-closed = Cerradas
pipeline-more = { $count } más

# La selección.
pipeline-filter = Mostrar
pipeline-only-current = abiertas y cerradas este año
pipeline-only-late = con el cierre pasado
pipeline-only-no-step = sin próximo paso
pipeline-only-soon = que cierran en 90 días
pipeline-only-pushed = aplazadas dos veces o más
pipeline-only-no-amount = sin importe
pipeline-only-won = ganadas
pipeline-only-lost = perdidas
pipeline-only-all = todas
pipeline-by-stage = por fase
pipeline-by-close = por cierre
pipeline-by-amount = por importe
pipeline-by-worth = por importe ponderado
pipeline-by-days = por días en la fase
pipeline-by-pushes = por veces aplazada
pipeline-by-name = por nombre
pipeline-by-account = por cuenta

# Sitios vacíos.
pipeline-empty = Aún no hay oportunidades. { $new } añade una; { $earlier } y { $later } la pasan de fase en fase.
pipeline-nothing-open = No hay nada abierto ni cerrado este año. { $new } añade una oportunidad, { $filter } muestra las antiguas.
pipeline-nothing-fits = Ninguna oportunidad coincide. { $key } vuelve a mostrarlas.
pipeline-no-people = Nadie participa todavía
pipeline-no-role = sin rol
pipeline-no-next = sin próximo paso
pipeline-no-close = no se sabe
pipeline-no-reason = nadie anotó por qué
pipeline-no-history = Su historia empieza con el próximo cambio de fase, importe o cierre.
pipeline-never = nunca

# Cabeceras de las columnas, rótulos de la ficha.
pipeline-head-name = Oportunidad
pipeline-head-account = Cuenta
pipeline-head-stage = Fase
pipeline-head-amount = Importe
pipeline-head-chance = Prob.
pipeline-head-worth = Ponder.
pipeline-head-closes = Cierre
pipeline-head-closed = Cerrada
pipeline-head-pushes = Aplaz.
pipeline-head-days = Lleva
pipeline-head-next = Próximo paso
pipeline-head-offering = Oferta
pipeline-head-unit = Unidad
pipeline-head-competitor = Competidor
pipeline-head-reason = Perdida por
pipeline-people = Interlocutores
pipeline-gaps = falta: { $roles }
pipeline-renews = Renueva
pipeline-history = Historia
pipeline-stays = { $stays }
pipeline-for = { $days } en esta fase
pipeline-pushed = aplazada { $times }
pipeline-slipped = { $days } d más tarde que al principio

# Qué cambió un día.
pipeline-turn-expected = cierre previsto { $day }
pipeline-turn-pushed = cierre aplazado de { $from } a { $to }
pipeline-turn-moved = cierre movido de { $from } a { $to }
pipeline-turn-later = cierre aplazado a { $day }
pipeline-turn-open-end = sin cierre previsto

# Cómo se hacen las cifras.
pipeline-formula-coverage = Cobertura = oportunidades abiertas ÷ (objetivo del año − ganado en el año)
pipeline-part-account = { $name }
pipeline-input-open = abiertas
pipeline-input-target = objetivo del año
pipeline-input-won = ganado en el año
pipeline-no-target = ninguna cuenta tiene un objetivo con que medir
pipeline-no-revenue = sin indicador de ventas con objetivo
pipeline-chance-own = puesta a mano
pipeline-chance-stage = la habitual en su fase
pipeline-pushes-rule = el cierre de algo abierto pasó a un día posterior al último conocido; cuenta una vez al día

# Lo que no se puede, y lo que se pregunta.
pipeline-is-first = { $name } está en la primera fase
pipeline-is-won = { $name } está ganada: no hay fase después
pipeline-is-lost = { $name } está perdida: no hay fase después
pipeline-ask-reason = ¿Por qué se perdió { $name }?
pipeline-ask-reason-help = En pocas palabras: precio, plazo, nadie decidió…
pipeline-ask-reason-empty = perdida, sin motivo
pipeline-ask-reason-row = por qué se perdió
pipeline-ask-next-step = Próximo paso de { $name }
pipeline-ask-next-step-help = Qué hay que hacer ahora
pipeline-ask-next-step-empty = ninguno
pipeline-ask-next-step-row = próximo paso
pipeline-ask-close = Cierre previsto de { $name }
pipeline-ask-close-help = Un día: 15 ene, vie, 30d, 2027-02-01
pipeline-ask-close-empty = no se sabe
pipeline-ask-close-row = cierre previsto
pipeline-ask-amount = Importe de { $name }
pipeline-ask-amount-help = Por ejemplo 120.000 o 120k
pipeline-ask-amount-empty = no se sabe
pipeline-ask-amount-row = importe
pipeline-ask-chance = Probabilidad de { $name }
pipeline-ask-chance-help = Por ejemplo 40 %; vacía toma la de su fase
pipeline-ask-chance-empty = la de su fase
pipeline-ask-chance-row = probabilidad
pipeline-key-won = ganada
pipeline-key-board = tablero
pipeline-key-table = tabla
pipeline-key-earlier = fase anterior
pipeline-key-later = fase siguiente

# La consola.
pipeline-cli-board = Las oportunidades por fases, ponderadas y frente al objetivo
pipeline-cli-board-account = Cuenta; sin ella, las cuentas clave
pipeline-cli-stage = Pasar una oportunidad a otra fase
pipeline-cli-stage-to = Fase ({ $stages }), o bien siguiente, atrás
pipeline-cli-stage-reason = Por qué se perdió
pipeline-cli-history = Cómo ha llegado una oportunidad adonde está
pipeline-cli-next = siguiente
pipeline-cli-back = atrás
pipeline-cli-no-stage = { $text } no es una fase. Se acepta: { $accepted }, siguiente, atrás
