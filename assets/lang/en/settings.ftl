# The settings file: its mistakes
settings-unreadable = Settings, line { $line }: { $what }
settings-value = Settings, line { $line }: { $name } cannot be “{ $value }”{ $nearest ->
    [none] {""}
   *[other] ; did you mean “{ $nearest }”?
 } Accepted: { $accepted }
settings-name = Settings, line { $line }: “{ $name }” is not known{ $nearest ->
    [none] {""}
   *[other] ; did you mean “{ $nearest }”?
 }
settings-command-unknown = Settings, line { $line }: there is no command “{ $name }”{ $nearest ->
    [none] {""}
   *[other] ; did you mean “{ $nearest }”?
 }
settings-key-unknown = Settings, line { $line }: “{ $key }” is no key. Accepted: x, Ctrl-X, Shift-Tab, F5, Del Del
settings-key-taken = Settings, line { $line }: { $key } already means { $other }
