# The plans as bars on a line of time.
gantt-title = Plans over time
gantt-today = today { $day }
gantt-zoom-week = by week
gantt-zoom-month = by month
gantt-zoom-quarter = by quarter
gantt-word-earlier = week earlier
gantt-word-later = week later
gantt-word-fold = fold
gantt-word-unfold = unfold
gantt-marked = { $count } marked
gantt-after = after { $name }, until { $day }
gantt-before = before { $name }, from { $day }
gantt-no-plan = no plan yet · { $key } writes one
gantt-no-objectives = no objectives yet · { $key } adds one
gantt-no-initiatives = no initiatives yet · { $key } adds one
gantt-empty = No plan yet. { $key } writes one: its initiatives stand here as bars.
gantt-none-shown = Nothing in the plans is like this. { $back } shows everything.

# What cannot be moved.
gantt-over = { $name } is over: its days are what they were. Its form can still change them
gantt-too-short = { $name } would end before it begins
gantt-no-end = { $name } has no end of its own: only an initiative can be made longer or shorter
gantt-nothing-open = Nothing of { $name } is open: there is nothing to move
gantt-not-a-bar = Initiatives, milestones and objectives can be moved; the days of a plan change in its form

# The shell.
gantt-cli = The open plans as bars on a line of time
gantt-cli-account = Only this account
gantt-cli-zoom = How much time a column is
gantt-cli-more =
    Read: █ done, ░ left, ▀ an objective, ◆ a milestone to come, ◇ one reached, ┃ today; a line leads from what must be
    finished first to what waits for it.
gantt-cli-move = Move initiatives, milestones or objectives in time
gantt-cli-move-which = Which: numbers or names
gantt-cli-move-days = By how many days; negative is earlier
gantt-cli-move-weeks = By how many weeks; negative is earlier
gantt-cli-move-end = Only the last day: the initiative becomes longer or shorter
gantt-cli-move-more =
    An initiative takes its open milestones with it, an objective its open initiatives. “cartera undo” moves them back.
gantt-no-zoom = There is no zoom “{ $text }”: { $accepted }
