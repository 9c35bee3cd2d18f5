# Formularios
form-title-new = Nuevo: { $kind }
form-title-edit = { $kind }
form-required = obligatorio
form-create = + crear «{ $name }»
form-more = { $count } más abajo
form-note-keys = ⏎ línea nueva, ⏎ dos veces o Tab sigue, Ctrl-E su editor
