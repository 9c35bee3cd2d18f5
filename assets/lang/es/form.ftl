# Formularios
form-title-new = { $kind ->
    [account] Cuenta nueva
    [unit] Unidad nueva
    [person] Persona nueva
    [membership] Puesto nuevo
    [colleague] Colega nuevo
    [interaction] Entrada nueva
    [commitment] Compromiso nuevo
   *[other] Nuevo
}
form-required = obligatorio
form-create = + crear «{ $name }»
form-more = { $count } más abajo
form-note-keys = ⏎ línea nueva, ⏎ dos veces o Tab sigue, Ctrl-E su editor
