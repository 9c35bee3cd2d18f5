# Cómo va un indicador y dónde acabará: motivos, fórmulas y de qué están hechas.
scorecard-no-actual = no hay dato de { $period }
scorecard-no-target = no hay objetivo para { $period }
scorecard-no-target-by-hand = no hay objetivo para { $period }: se ponen a mano
scorecard-no-last-year = los datos de { $period } no están completos
scorecard-no-share-yet = a estas alturas { $period } no había aportado nada
scorecard-not-complete = { $period } no está completo
scorecard-fewer-than-three = hacen falta tres periodos enteros, { $count ->
    [0] no hay ninguno
    [one] hay uno
   *[other] hay { $count }
}
scorecard-year-over = el año ha terminado
scorecard-stale = sin actualizar: el último dato es del { $day }
scorecard-stock-no-pace = un nivel no tiene ritmo
scorecard-stock-no-landing = un nivel no tiene previsión de cierre
scorecard-no-messages = sin correos, mensajes ni llamadas en 90 días
scorecard-no-deciders = no se conoce ningún decisor
scorecard-no-promises = nada vencía en los últimos 90 días
scorecard-actual-is-zero = el real es 0
scorecard-running = { $period } aún no ha terminado
scorecard-no-revenue = aquí no se llevan ingresos propios
scorecard-contract-without-value = el contrato { $name } no tiene importe
scorecard-missing = sin dato

scorecard-method-linear = lineal
scorecard-method-trailing-3 = últimos tres
scorecard-method-seasonal = como el año pasado

scorecard-formula-attainment-higher = Cumplimiento = real ÷ objetivo
scorecard-formula-attainment-lower = Cumplimiento = objetivo ÷ real, menos es mejor, 2 como máximo
scorecard-formula-attainment-band = Cumplimiento = 1 dentro de la banda; fuera baja según la distancia ÷ el ancho de la banda
scorecard-formula-pace-higher = Ritmo = real hasta la fecha ÷ esperado hasta la fecha
scorecard-formula-pace-lower = Ritmo = esperado hasta la fecha ÷ real hasta la fecha, menos es mejor, 2 como máximo
scorecard-formula-pace-band = Ritmo = 1 dentro de la banda esperada hasta la fecha; fuera baja según la distancia ÷ su ancho
scorecard-formula-linear = Cierre previsto, lineal = real hasta la fecha × periodos del año ÷ periodos transcurridos
scorecard-formula-trailing-3 = Cierre previsto, últimos tres = real hasta la fecha + media de los últimos tres periodos × periodos que quedan
scorecard-formula-seasonal = Cierre previsto, como el año pasado = real hasta la fecha ÷ la parte que el año pasado llevaba entonces

scorecard-part-actual = Real
scorecard-part-target = Objetivo
scorecard-part-to-date = Real hasta la fecha
scorecard-part-expected = Esperado hasta la fecha
scorecard-part-passed = Parte transcurrida de los periodos
scorecard-part-missing = Fuera de la cuenta en ambos lados
scorecard-part-mismatch = Los objetivos de los periodos suman
scorecard-part-plan = Objetivo del año
scorecard-part-required = Necesario en cada periodo que queda
scorecard-part-pipeline = Embudo ponderado del año
scorecard-part-at-risk = Ingresos en riesgo, aún incluidos

scorecard-input-actual = real
scorecard-input-target = objetivo
scorecard-input-upper = borde superior
scorecard-input-plan = objetivo del año
scorecard-input-missing = falta
scorecard-input-as-of = periodos transcurridos
scorecard-input-closed = periodos con dato
scorecard-input-of = periodos del año
scorecard-input-gap = falta para el objetivo
scorecard-input-with-pipeline = con las oportunidades ponderadas
scorecard-input-best = mejor de los últimos tres
scorecard-input-came-in = recibido
scorecard-input-went-out = enviado
scorecard-input-met = vistos
scorecard-input-deciders = decisores
scorecard-input-kept = cumplidos a tiempo
scorecard-input-fell-due = vencidos en 90 días
scorecard-input-method = método de entonces
scorecard-input-forecast = previsión de entonces
