# Plans: how far they have come, how their parts stand.
plan-me = me
plan-slipping = slips { $days } d
plan-waiting = waits
plan-behind = falls behind
plan-ripe = to be closed
plan-running = under way
plan-ahead = not begun
plan-done = done
plan-given-up = dropped
plan-slipping-long = something of it is { $days } d late
plan-waiting-for = waits for { $name }
plan-behind-long = { $points ->
    [one] 1 point behind its days
   *[other] { $points } points behind its days
 }
plan-ripe-long = all that hangs on it is done
plan-done-on = done on { $day }
plan-review = review { $days } d
plan-review-never = no review
plan-reviewed-never = never reviewed
plan-reviewed = { $days ->
    [0] reviewed today
    [one] reviewed yesterday
   *[other] reviewed { $days } d ago
 }
plan-elapsed = { $share } of the time elapsed
plan-open = { $count } open
plan-late = { $count ->
    [one] 1 late
   *[other] { $count } late
 }
plan-beyond = ends after the plan
plan-kpi-now = now { $amount }, { $period }
plan-without = { $account } has no plan
plan-none = No plans yet. “cartera plan add” writes one.
plan-label-days = Period
plan-label-progress = Progress
plan-label-reviewed = Review
plan-label-initiatives = Initiatives
plan-label-milestones = Milestones
plan-label-promises = Promises
plan-label-owner = Who
plan-label-standing = Standing
plan-label-way = From, to
plan-head-name = Plan
plan-head-owner = Who
plan-head-until = Until
plan-head-progress = Progress
plan-head-standing = Standing

# Why a progress is not known, and how one is made.
plan-dropped = it was dropped
plan-progress-unknown = nothing says how far it has come: no milestone, no promise, no progress entered
plan-no-initiatives = no initiatives yet
plan-no-objectives = no objectives yet
plan-why-name = { $name }
plan-why-elapsed = Time gone by
plan-why-done = It is finished: all of it.
plan-why-pieces = The share of its milestones and promises that are done; a progress entered by hand no longer counts.
plan-why-entered = As it was entered by hand: no milestone and no promise hangs on it.
plan-why-ahead = Its first day is still to come: nothing of it.
plan-why-nothing = A milestone, a promise or a progress entered by hand would say it.
plan-why-objective = The mean of its initiatives; what was dropped does not count.
plan-why-reached = It was marked as reached: all of it.
plan-why-plan = The mean of its objectives, high priority three times, medium twice, low once; what was dropped does not count.

# What is refused.
plan-ends-before = It ends on { $day }, before it begins on { $start }
plan-too-short = A plan lasts 12 to 18 months: this one can end from { $from } to { $to }
plan-too-long = A plan lasts 12 to 18 months: this one can end from { $from } to { $to }
plan-overlaps = { $account } has another open plan at that time: { $other }, from { $from } to { $to }. Close that one first, or begin after it.
plan-kpi-elsewhere = { $kpi } is no indicator of { $account }
plan-waits-elsewhere = { $name } is an initiative of another account: nothing here can wait for it
plan-promise-elsewhere = { $name } is an initiative of { $account }: a promise of another account cannot hang on it
plan-chain = { $first } waits for { $next }
plan-chain-more = , which waits for { $next }

# The tree.
plan-tree-none = No plan yet. { $new } writes one: where you want to be with a client in 12 to 18 months, and how.
plan-tree-none-account = { $account } has no plan yet. { $new } writes one: where you want to be in 12 to 18 months, and how.
plan-tree-none-shown = Nothing in the plans is like this. { $back } shows everything.
plan-tree-without = no plan yet · { $new } writes one
plan-tree-no-accounts = No accounts yet. A plan is written for an account: Accounts is where they begin.
plan-filter = Show
plan-filter-all = everything
plan-filter-late = what is late
plan-filter-open = what is open
plan-filter-mine = mine
plan-filter-team = the team’s
plan-filter-theirs = theirs
plan-filter-marketing = marketing and brand
plan-filter-mix = By element of the mix
plan-only = only { $what }
plan-plans = { $count ->
    [one] 1 plan
   *[other] { $count } plans
 }
plan-set-status = Status
plan-set-priority = Priority
plan-set-owner = Who answers for it
plan-set-progress = Progress by hand
plan-set-reviewed = reviewed today
plan-set-forward = carry forward to the next period
plan-set-attach = Hang a promise on it
plan-set-detach = take it from this initiative
plan-set-drop = drop it
plan-set-take-up = take it up again
plan-progress-ask = How far has { $name } come?
plan-progress-help = As a percentage: 40

# The shell.
plan-cli-forward = Carry a plan forward to the next period
plan-cli-forward-start = First day of the new plan; without it the day after the old one ends
plan-cli-forward-more =
    What is reached, finished or dropped stays behind; days move by as much as the plan does, progress begins anew.
    The new plan is a draft. “cartera undo” takes it back.
plan-cli-which = The plan: number, name or account
plan-cli-done = Mark milestones, initiatives or objectives as reached today, or open again
plan-cli-attach = Hang promises on an initiative
plan-cli-attach-promise = The promises: numbers, or words of their text
plan-cli-attach-to = The initiative
plan-cli-attach-none = From no initiative any more
plan-cli-tree = The open plans as a tree
plan-cli-tree-account = Only this account
