# Capture: one line becomes one entry.
capture-empty = Nothing to save: the line is empty
capture-chip-planned = { $day }, planned
capture-chip-minutes = { $minutes } min
capture-chip-mood = mood: { $mood }
capture-chip-ambiguous = { $text }: { $names }?
capture-chip-unknown = { $text }: nobody yet
capture-chip-learned = { $who }: { $what }
capture-chip-ended = { $who }: no longer { $what }
capture-chip-ours = we owe: { $what }
capture-chip-ours-by = { $who } owes: { $what }
capture-chip-ours-to = we owe { $who }: { $what }
capture-chip-theirs = they owe: { $what }
capture-chip-theirs-by = { $who } owes us: { $what }
capture-chip-problem = problem: { $what }
capture-chip-problem-nowhere = no account: the problem is kept as text
