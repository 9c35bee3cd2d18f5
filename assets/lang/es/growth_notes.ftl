# Atención a las cuentas e insights: dos vistas de Crecer.
growth-care-empty = Aún no se les da nada en exclusiva. { $key } añade un recurso exclusivo o una oferta única.
growth-care-nothing = No hay nada así. { $key } vuelve a mostrarlo todo.
growth-care-head-name = Qué
growth-care-head-kind = Tipo
growth-care-head-cost = Al año
growth-care-head-until = Hasta
growth-care-open = sin fin
growth-care-from = desde { $day }
growth-care-sum = { $count ->
    [one] 1 en curso, { $cost } al año
   *[other] { $count } en curso, { $cost } al año
}
growth-care-only-now = en curso
growth-care-only-ending = terminan en 90 días
growth-care-only-over = terminadas
growth-care-share = { $share } de su margen
growth-care-end = termina hoy
growth-care-received = { $name }: ¿cómo se recibió?

growth-insights-empty = Aún no hay insights. { $key } anota uno; también «insight: …» en una línea de { $capture }.
growth-insights-nothing = No hay nada así. { $key } vuelve a mostrarlo todo.
growth-insights-count = { $count ->
    [one] 1 insight
   *[other] { $count } insights
}
growth-insights-head-day = Día
growth-insights-head-name = Insight
growth-insights-head-topic = Sobre
growth-insights-everybody = todos los clientes
growth-insights-filter = Mostrar
growth-insights-all = todo
growth-insights-unused = sin aprovechar
growth-insights-sure = certeza
growth-insights-use = aprovechar
growth-insights-follow = en qué quedó
growth-insights-sale = una oportunidad
growth-insights-initiative = una iniciativa
growth-insights-no-objective = No hay ningún objetivo abierto del que pueda colgar una iniciativa
growth-insights-became-already = De «{ $name }» ya ha salido algo
growth-insights-cli-opportunity = Convertir un insight en oportunidad
growth-insights-cli-account = En qué cuenta, si el insight no es de ninguna en particular
growth-insights-cli-whose = El insight no es de ninguna cuenta en particular: hay que dar una con --account.
growth-insights-cli-initiative = Convertir un insight en iniciativa de un objetivo
growth-insights-cli-objective = El objetivo: su nombre o su número
