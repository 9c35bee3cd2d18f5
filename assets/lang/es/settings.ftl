# The settings file: its mistakes
settings-unreadable = Ajustes, línea { $line }: { $what }
settings-value = Ajustes, línea { $line }: { $name } no puede ser «{ $value }»{ $nearest ->
    [none] {""}
   *[other] ; ¿querías decir «{ $nearest }»?
 } Se acepta: { $accepted }
settings-name = Ajustes, línea { $line }: «{ $name }» no se conoce{ $nearest ->
    [none] {""}
   *[other] ; ¿querías decir «{ $nearest }»?
 }
settings-command-unknown = Ajustes, línea { $line }: no hay ningún comando «{ $name }»{ $nearest ->
    [none] {""}
   *[other] ; ¿querías decir «{ $nearest }»?
 }
settings-key-unknown = Ajustes, línea { $line }: «{ $key }» no es una tecla. Se acepta: x, Ctrl-X, Shift-Tab, F5, Del Del
settings-key-taken = Ajustes, línea { $line }: { $key } ya significa { $other }
