# What was planned and has passed: was it held?
passed-title = Were they held? · { $count }
passed-held = held
passed-dropped = not held
passed-left = later
passed-turn = other
passed-turn-all = all
passed-tell = tell
passed-save = save
passed-sum = { $held } held · { $dropped } not held, they go · { $left } for later
passed-none = Nothing that was planned waits to be confirmed
