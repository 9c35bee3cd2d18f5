# Possible sales by stage: board, table, page, explanation, shell.
pipeline-title = Pipeline
pipeline-open-count = { $count ->
    [one] 1 open
   *[other] { $count } open
}
pipeline-count = { $count ->
    [one] 1 opportunity
   *[other] { $count } opportunities
}
pipeline-open = Open
pipeline-without-amount = { $count } without an amount
pipeline-weighted = Weighted
pipeline-coverage = Coverage
pipeline-of-the-gap = of what is missing to the year’s target
pipeline-of-the-gap-short = of the gap
pipeline-none-open = No opportunity is open.
pipeline-closed-this-year = Closed this year
pipeline-lane-closed = Closed
pipeline-more = { $count } more

# The selection.
pipeline-filter = Show
pipeline-only-current = open, and closed this year
pipeline-only-late = past their expected close
pipeline-only-no-step = without a next step
pipeline-only-soon = to close within 90 days
pipeline-only-pushed = put off twice or more
pipeline-only-no-amount = without an amount
pipeline-only-won = won
pipeline-only-lost = lost
pipeline-only-all = all
pipeline-by-stage = by stage
pipeline-by-close = by close
pipeline-by-amount = by amount
pipeline-by-worth = by weighted amount
pipeline-by-days = by days in stage
pipeline-by-pushes = by times put off
pipeline-by-name = by name
pipeline-by-account = by account

# Empty places.
pipeline-empty = No opportunities yet. { $new } adds one; { $earlier } and { $later } move it from stage to stage.
pipeline-nothing-open = Nothing is open, and nothing was closed this year. { $new } adds an opportunity, { $filter } shows older ones.
pipeline-nothing-fits = No opportunity fits. { $key } shows them again.
pipeline-no-people = Nobody has a part in it yet
pipeline-no-role = role unknown
pipeline-no-next = no next step
pipeline-no-close = not known
pipeline-no-reason = nobody wrote down why
pipeline-no-history = Its history begins with the next change of stage, amount or close.
pipeline-never = never

# Heads of columns, labels of the page.
pipeline-head-name = Opportunity
pipeline-head-account = Account
pipeline-head-stage = Stage
pipeline-head-amount = Amount
pipeline-head-chance = Prob.
pipeline-head-worth = Weighted
pipeline-head-closes = Close
pipeline-head-closed = Closed
pipeline-head-pushes = Put off
pipeline-head-days = Here
pipeline-head-next = Next step
pipeline-head-offering = Offering
pipeline-head-unit = Unit
pipeline-head-competitor = Competitor
pipeline-head-reason = Lost because
pipeline-people = People
pipeline-gaps = nobody: { $roles }
pipeline-renews = Renews
pipeline-history = History
pipeline-stays = { $stays }
pipeline-for = { $days } in this stage
pipeline-pushed = put off { $times }
pipeline-slipped = { $days } d later than at first

# What changed on a day.
pipeline-turn-expected = close expected { $day }
pipeline-turn-pushed = close put off from { $from } to { $to }
pipeline-turn-moved = close moved from { $from } to { $to }
pipeline-turn-later = close put off to { $day }
pipeline-turn-open-end = no expected close

# How the figures are made.
pipeline-formula-coverage = Coverage = open opportunities ÷ (target of the year − won in the year)
pipeline-part-account = { $name }
pipeline-input-open = open
pipeline-input-target = target of the year
pipeline-input-won = won in the year
pipeline-no-target = no account has a target to measure against
pipeline-no-revenue = no revenue indicator with a target
pipeline-chance-own = set by hand
pipeline-chance-stage = as usual in its stage
pipeline-pushes-rule = an open close moved later than the last one known, counted once a day

# What is refused, and what is asked.
pipeline-is-first = { $name } is at the first stage
pipeline-is-won = { $name } is won: there is no stage after that
pipeline-is-lost = { $name } is lost: there is no stage after that
pipeline-ask-reason = Why was { $name } lost?
pipeline-ask-reason-help = In a few words: price, delivery, nobody decided …
pipeline-ask-reason-empty = lost, without a reason
pipeline-ask-reason-row = why it was lost
pipeline-ask-next-step = Next step of { $name }
pipeline-ask-next-step-help = What is to be done next
pipeline-ask-next-step-empty = none
pipeline-ask-next-step-row = next step
pipeline-ask-close = Expected close of { $name }
pipeline-ask-close-help = A day: 15 Jan, fri, 30d, 2027-02-01
pipeline-ask-close-empty = not known
pipeline-ask-close-row = expected close
pipeline-ask-amount = Amount of { $name }
pipeline-ask-amount-help = Such as 120,000 or 120k
pipeline-ask-amount-empty = not known
pipeline-ask-amount-row = amount
pipeline-ask-chance = Probability of { $name }
pipeline-ask-chance-help = Such as 40%; empty takes that of its stage
pipeline-ask-chance-empty = that of its stage
pipeline-ask-chance-row = probability
pipeline-key-won = won
pipeline-key-board = board
pipeline-key-table = table
pipeline-key-earlier = stage back
pipeline-key-later = next stage

# The shell.
pipeline-cli-board = The pipeline by stages, weighted and against the target
pipeline-cli-board-account = Account; without one the key accounts
pipeline-cli-stage = Move an opportunity to another stage
pipeline-cli-stage-to = Stage ({ $stages }), or next, back
pipeline-cli-stage-reason = Why it was lost
pipeline-cli-history = How an opportunity came to where it stands
pipeline-cli-next = next
pipeline-cli-back = back
pipeline-cli-no-stage = { $text } is no stage. Accepted: { $accepted }, next, back
