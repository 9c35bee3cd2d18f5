# Filas de lo que te espera sobre indicadores, contratos e incidencias.
need-newly-red = { $name }: se ha desviado
need-off-months = { $name }: desviado, { $count ->
    [2] segundo mes
    [3] tercer mes
   *[other] { $count } meses
}
need-off-quarters = { $name }: desviado, { $count ->
    [2] segundo trimestre
    [3] tercer trimestre
   *[other] { $count } trimestres
}
need-off-years = { $name }: desviado, { $count ->
    [2] segundo año
    [3] tercer año
   *[other] { $count } años
}
need-stale = { $name }: sin cifras desde { $period }
need-worse = { $name }: peor que en { $period }
need-pace = ritmo { $share }
need-of = { $actual } de { $target }
need-at-most = { $actual }, máximo { $target }
need-between = { $actual }, de { $target } a { $high }
need-was = { $before } → { $now }
need-problem = Incidencia: { $title }
need-problem-severe = Incidencia grave: { $title }
need-notice = Preaviso de { $title }
need-end = Fin de { $title }
need-care = Fin de la atención: { $title }
need-since = Desde
need-notice-by = Preaviso hasta
need-change = La última y la anterior
need-share = Parte de los ingresos
need-share-assumed = no se conoce: como si todos los clientes fueran iguales
glance-of = de { $target }
glance-health = Salud
glance-to-date = A la fecha
glance-months = 12 meses
glance-kpis = KPI
need-not-told = Comunicar: { $title }
need-untold-theirs = De ellos, sin saberlo
need-untold-ours = De los nuestros, sin saberlo
need-report = { $title }: toca el siguiente
need-milestone = Hito: { $title }
