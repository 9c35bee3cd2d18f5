# La lente de los indicadores.
kpis-title = Indicadores
kpis-of-all = { $shown } de { $all }
kpis-off = { $count ->
    [one] { $count } desviado
   *[other] { $count } desviados
}
kpis-at-risk = { $count } en riesgo
kpis-stale = { $count } sin actualizar
kpis-portfolio = Toda la cartera
kpis-empty = Aún no hay indicadores. { $key } añade uno, { $pick } lo elige del catálogo.
kpis-none = Ningún indicador responde a eso. { $key } los muestra todos.
kpis-nothing = Aquí no hay ninguna celda

kpis-head-pace = Ritmo
kpis-head-trend = Tendencia
kpis-head-landing = Previsión
kpis-unit-days = d
kpis-unit-score = ptos
kpis-unit-points = ptos
kpis-points = { $points } ptos
kpis-days = { $days } d

kpis-axis-actual = Datos reales
kpis-axis-target = Objetivos
kpis-axis-deviation = Desviaciones
kpis-zoom-months = por meses
kpis-zoom-quarters = por trimestres
kpis-zoom-years = por años
kpis-by-worst = primero lo más desviado
kpis-by-name = por nombre
kpis-only-all = todos
kpis-only-not-on-track = en riesgo o desviados
kpis-only-stale = sin actualizar
kpis-only-unknown = sin valorar
kpis-only-own = propios
kpis-only-typed = introducidos a mano o por fichero
kpis-marked = { $count ->
    [one] { $count } celda
   *[other] { $count } celdas
}

kpis-line-actual = Real
kpis-line-target = Objetivo
kpis-line-deviation = Desviación
kpis-line-last-year = Año anterior
kpis-line-landing = Previsión
kpis-as-of = hasta el { $day }

kpis-chart-empty = Ni datos ni objetivo en { $year }.
kpis-of-target = de { $target }
kpis-of-band = entre { $low } y { $high }
kpis-of-expected = { $expected } hasta ahora ({ $whole } en { $when })
kpis-to-date = { $figure } de { $plan } este año
kpis-newest = { $figure } de { $plan }, { $period }
kpis-lands = cerrará en { $figure }, { $method }
kpis-method-linear = lineal
kpis-method-trailing-3 = últimos 3
kpis-method-seasonal = estacional
kpis-required = hacen falta { $figure } en cada periodo restante
kpis-left = quedan { $figure } para cada periodo
kpis-revenue-at-risk = { $figure } de ingresos en riesgo

kpis-entering-actuals = Introduciendo datos reales
kpis-entering-targets = Introduciendo objetivos
kpis-entering-ends = { $key } vuelve a la lectura
kpis-enter-shorter = { $name } se introduce en periodos más cortos: acerca la vista
kpis-enter-longer = { $name } se mide en periodos más largos: su dato está en el último mes de cada uno

kpis-going-kpi = { $key } otra vez elimina { $title } { $figures ->
    [0] y sus ajustes
    [one] con su dato
   *[other] con sus { $figures } datos
}
kpis-going-cells = { $key } otra vez vacía { $count ->
    [one] la celda
   *[other] { $count } celdas
}
kpis-going-cell = { $key } otra vez vacía { $title }, { $when }
kpis-clear-deviation = Las desviaciones se calculan: { $key } pasa a lo que se introduce
kpis-cell-empty = Aquí no se había introducido nada. Para eliminar el indicador: { $home } hasta su nombre y { $key }
kpis-entered = { $figure } en { $when }{ $old ->
    [none] {""}
   *[other] , antes { $old }
}{ $doubt ->
    [none] {""}
   *[other] : { $doubt }
}
kpis-emptied = Vaciado: { $name }, { $when }, antes { $old }
kpis-doubt-above = diez veces los { $figure } anteriores o más
kpis-doubt-below = una décima parte de los { $figure } anteriores o menos
kpis-doubt-above-target = diez veces su objetivo de { $figure } o más
kpis-doubt-below-target = una décima parte de su objetivo de { $figure } o menos
kpis-doubt-percent = ninguno anterior pasaba del 100 %
kpis-doubt-scale = ninguno anterior pasaba de { $end }

kpis-why-from = { $what }, introducido
kpis-why-pace = Ritmo del año
kpis-why-newest = Último dato frente a su objetivo
kpis-why-left-out = Sin contar
kpis-why-source = Fuente
kpis-why-definition = Definición
kpis-by-hand = a mano

kpis-pasted = Pegar: { $count ->
    [one] { $count } dato
   *[other] { $count } datos
}
kpis-pasted-save = guardar { $count }
kpis-pasted-drop = descartar
kpis-pasted-new = nuevo
kpis-pasted-ambiguous = se puede leer con cualquiera de las dos comas decimales
kpis-pasted-refused = { $count ->
    [one] { $count } no se guardará
   *[other] { $count } no se guardarán
}
kpis-pasted-same = { $count ->
    [one] { $count } ya estaba así
   *[other] { $count } ya estaban así
}
kpis-pasted-blank = { $count ->
    [one] { $count } vacía, sin tocar
   *[other] { $count } vacías, sin tocar
}
kpis-pasted-odd = { $count ->
    [one] { $count } se guardará, pero conviene mirarlo
   *[other] { $count } se guardarán, pero conviene mirarlos
}
kpis-pasted-absent = { $count } sin dato («-», «n/d»), sin tocar
kpis-block-empty = En esas celdas no se había introducido nada
kpis-pasted-nothing = No se ha pegado nada nuevo
kpis-pasted-source = pegado
