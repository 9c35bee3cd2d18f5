# Formularios
form-title-new = { $kind ->
    [account] Cuenta nueva
    [unit] Unidad nueva
    [person] Persona nueva
    [membership] Puesto nuevo
    [colleague] Colega nuevo
    [interaction] Entrada nueva
    [commitment] Compromiso nuevo
    [opportunity] Oportunidad nueva
    [involvement] Papel nuevo en una decisión
    [influence] Influencia nueva
    [contract] Contrato nuevo
    [problem] Incidencia nueva
    [reading] Valoración nueva
    [kpi] Indicador nuevo
    [rate] Tipo de cambio nuevo
    [competitor] Competidor nuevo
    [offering] Oferta nueva
    [plan] Plan nuevo
    [objective] Objetivo nuevo
    [initiative] Iniciativa nueva
    [milestone] Hito nuevo
    [whitespace] Celda nueva del espacio en blanco
    [insight] Insight nuevo
    [perk] Atención nueva
    [decision] Decisión nueva
    [telling] Comunicación nueva
    [assignment] Puesto nuevo en un equipo
    [promotion] Cambio de categoría nuevo
   *[other] Nuevo
}
form-required = obligatorio
form-create = + crear «{ $name }»
form-more = { $count } más abajo
form-note-keys = ⏎ línea nueva, ⏎ dos veces o Tab sigue, Ctrl-E su editor
