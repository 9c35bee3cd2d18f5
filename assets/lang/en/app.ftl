# The frame
app-lens-today = Today
app-lens-accounts = Accounts
app-lens-people = People
app-lens-log = Log
app-lens-kpis = KPIs
app-all = All
app-need-you = { $count ->
    [one] 1 needs you
   *[other] { $count } need you
  }
app-too-small = cartera needs { $floor } columns and rows; this terminal has { $size }. Make it larger.
app-find = Find
app-once-more = { $key } once more deletes { $title }
app-undo-would = u would undo: { act-what }
app-copied = Copied: { $text }
app-editor-failed = { $editor } could not edit the note; it is as it was.
app-draft-failed = What you typed could not be kept: { $error }
# What floats
app-capture = Capture
app-capture-held = Held: complete the line
app-capture-asked-not = { $name } asked not to be contacted
app-capture-not-before = { $name }: not before { $day }
app-capture-hint = ⏎ saves  ↓ see  > ours  < theirs  problem:  decided:  +tag  name=stance
app-capture-kept = Kept line · { $key } discards it
app-capture-chip-hint = Backspace turns it back into text  ↑ line  ⏎ saves
app-capture-offer-hint = ⏎ takes it  Backspace leaves it text  ↑ line
app-capture-create = create person “{ $name }”
app-palette = Commands, accounts, people
app-palette-text = Search all text
app-palette-empty = Nothing found
app-help = Keys
app-help-search = Search
app-history-of-book = Latest acts
app-history-empty = Nothing has happened yet
app-history-undone = undone
app-snooze = Snooze: { $title }
app-snooze-help = tomorrow · mon · 3d · 2w · 1m · 12/11
app-snooze-past = A day to come is needed
app-question-empty = Something must be typed
app-snooze-empty = Until when?
app-conflict = Changed elsewhere while you were editing
app-conflict-yours = yours
app-conflict-elsewhere = elsewhere
app-conflict-mine = Keep mine; what they changed in other fields stays
app-conflict-theirs = Take theirs and leave mine
app-new = New
app-set-role = role
app-set-stance = stance
app-set-influence = influence
app-set-interest = interest
app-interest-unknown = unknown
app-set-still = still all as it is
app-stance-unknown = unknown
app-influence-assumed = assumed from the roles
app-draft-resumed = Draft from before. { $key } discards it
app-draft-kept = Draft kept · { $key } resumes · { $discard } discards
app-draft-discarded = Draft discarded
app-form-unchanged = Nothing was changed
app-settings = Mistakes in the settings file
app-settings-used = The rest of the file is in force.
app-not-here = There is nothing to “{ $command }” here
app-enter-figure = enter figure
app-enter-first = { $key } enters figures
app-drafts-kept = Draft kept of { $count ->
    [one] a form
   *[other] { $count } forms
}: the same n or e goes on with it

app-lens-plan = Plan
app-lens-growth = Growth
app-lens-portfolio = Portfolio

# Names of views, in the title line that they share.
view-plan-tree = Tree
view-plan-gantt = Gantt
view-plan-decisions = Decisions
view-plan-team = Team
view-growth-pipeline = Pipeline
view-growth-whitespace = White space
view-growth-competitors = Competitors
view-growth-insights = Insights
view-growth-care = Care
view-growth-value = Value

# The same below 100 columns.
app-lens-today-short = Today
app-lens-accounts-short = Acc
app-lens-people-short = People
app-lens-log-short = Log
app-lens-kpis-short = KPIs
app-lens-plan-short = Plan
app-lens-growth-short = Grow
app-lens-portfolio-short = Portf
