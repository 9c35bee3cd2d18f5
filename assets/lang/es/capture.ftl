# Captura: una línea se convierte en una entrada.
capture-empty = Nada que guardar: la línea está vacía
capture-chip-planned = { $day }, previsto
capture-chip-minutes = { $minutes } min
capture-chip-mood = impresión: { $mood }
capture-chip-ambiguous = { $text }: ¿{ $names }?
capture-chip-unknown = { $text }: aún nadie
capture-chip-learned = { $who }: { $what }
capture-chip-ended = { $who }: ya no es { $what }
capture-chip-ours = debemos: { $what }
capture-chip-ours-by = { $who } debe: { $what }
capture-chip-ours-to = debemos a { $who }: { $what }
capture-chip-theirs = nos deben: { $what }
capture-chip-theirs-by = { $who } nos debe: { $what }
capture-chip-problem = incidencia: { $what }
capture-chip-problem-nowhere = sin cuenta: la incidencia queda como texto
