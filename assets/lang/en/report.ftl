# Documents: rows of the queue, explanations, the day and an account as text.
report-need-untitled = Untitled
report-need-promise = { $title }
report-need-ours-to = { $title }, to { $name }
report-need-theirs-from = { $title }, from { $name }
report-need-key = See { $name }: { $days } d, every { $cadence }
report-need-key-never = See { $name }: no contact yet, every { $cadence }
report-need-contact = Contact { $name }: { $days } d, every { $cadence }
report-need-contact-never = Contact { $name }: no contact yet, every { $cadence }
report-need-held = Was it held? { $title }
report-need-held-with = Was it held? { $title }, with { $name }
report-need-prepare = Prepare: { $title }
report-need-prepare-with = Prepare: { $title }, with { $name }
report-need-birthday = Birthday of { $name }
report-need-to-sort = { $count ->
    [one] One entry to sort out
   *[other] { $count } entries to sort out
}
report-need-no-role = { $count ->
    [one] One person has no role yet
   *[other] { $count } people have no role yet
}
report-need-more = (+{ $count } more)

report-why-ours-overdue = We promised it and the day has passed.
report-why-key-player = A key player, weight 4 or 5, whom you have never met or not seen for more than one and a half times their cadence.
report-why-ours-today = We promised it for today.
report-why-theirs-overdue = They promised it and the day has passed.
report-why-held = It was planned and its day has passed: mark it held or move it.
report-why-to-prepare = It is planned for today.
report-why-cadence-overdue = Not seen for more than one and a half times their cadence, or never.
report-why-birthday = A birthday within three days.
report-why-cadence-due = Their cadence has run out, not yet by half.
report-why-soon = A promise due within three days.
report-why-to-sort = Something in these entries was not understood, or they name no account.
report-why-no-role = Without a role nobody knows how often to see them or how much they weigh.
report-why-newly-red = Its newest figure put it off track.
report-why-severe-problem = A problem that endangers the account is open past its day.
report-why-not-told = More than two days have passed since the decision, and somebody does not know it yet.
report-why-late-problem = The problem is open past its day.
report-why-notice-soon = The last day for notice is within 30 days; after it the contract goes on or ends as it is written.
report-why-end-soon = The contract ends within 30 days and nothing new is signed.
report-why-care-soon = What is given to them alone ends within 30 days: go on, replace it, or tell them.
report-why-report-due = A report of this kind was issued before, and the days that the settings allow have passed.
report-why-care-later = What is given to them alone ends within 90 days.
report-why-milestone-late = A milestone of an active plan has passed and is not reached.
report-why-milestone-soon = A milestone of an active plan is at most 7 days ahead.
report-why-lapsed = The contract has ended, it does not renew by itself, and nothing new is signed.
report-why-off-track = It has been off track for longer than its newest period.
report-why-stale-figures = Its newest figure is older than one and a half periods: it is not believed any more.
report-why-notice-later = The last day for notice is within 90 days.
report-why-end-later = The contract ends within 90 days and nothing new is signed.
report-why-getting-worse = Its newest figure is worse than the one before.
report-why-band = Group { $band } of 4: group 1 comes first.
report-why-order = Within a group what weighs more comes first, then what is later. A person weighs by influence, of 5; anything else by its account’s share of revenue.
report-count = How many
report-due = Due
report-planned-on = Planned for
report-birthday = Birthday
report-last-contact = Last contact
report-days-ago = { $days } d ago
report-cadence = Cadence
report-cadence-own = set for this person
report-cadence-roles = by their roles: { $roles }
report-lateness = Lateness
report-lateness-formula = ({ $d } − { $c }) / { $c }, from 0 to 2; overdue beyond { $limit } d
report-lateness-never = never met counts as 2, the most
report-weight = Weight
report-weight-set = set by hand
report-weight-assumed = assumed from: { $roles }
report-no-role = no role known
report-behind = Behind it
report-planned-kind = { $kind }, planned
report-contact = { $last }, every { $cadence }

report-strength = Relationship with { $name }
report-strength-never = Never touched: 0 points.
report-strength-points = { $points } of { $of }
report-strength-recency = Recency
report-strength-recency-note = { $days } d ago, cadence { $cadence } d
report-strength-frequency = Frequency
report-strength-frequency-note = { $count } of { $usual } days with contact in 90 d
report-strength-depth = Depth
report-strength-depth-note = best kind in 180 d: meeting or visit 1, video 0.8, call or event 0.6, e-mail or message 0.3
report-strength-two-way = Both ways
report-strength-two-way-note = { $share }% of the contacts in 180 d
report-strength-formula = S = 35 recency + 25 frequency + 25 depth + 15 both ways, each part from 0 to 1.

report-today = Today
report-needs-you = Needs you
report-needs-nothing = Nothing waits for you.
report-accounts = Accounts
report-account = Account
report-last = Last
report-next = Next
report-open = Promises
report-ours-late = → late
report-theirs-late = ← late
report-past-cadence = Past cadence
report-urgent = Needs
report-week = This week and the next
report-since = Since last time
report-empty-accounts = The book is empty. Add an account: cartera account add --name "Acme" --tier key. Or import your contacts: cartera import contacts.vcf
report-empty-keys = { $count ->
    [one] There is one account, and it is no key account yet: cartera account edit NAME --tier key
   *[other] There are { $count } accounts, none of them a key account yet: cartera account edit NAME --tier key
}
report-empty-people = Nobody is known yet. Add a person: cartera person add --account NAME --name "Ana Ruiz" --roles decider
report-empty-log = Nothing is logged yet. Write down the last call: cartera log "call ana yesterday: what she said"
report-person = Name
report-title = Title
report-roles = Roles
report-stance = Stance
report-strength-short = Strength
report-contact-short = Contact
report-left = left { $day }
report-kept-on = kept { $day }
report-no-day = no day
report-log = Log
report-account-empty = Nobody and nothing here yet: cartera person add --account NAME --name "Ana Ruiz"
report-kept-title = Promises kept
report-kept-rule = A promise is kept when it was done on or before its day; counted is all that fell due in the last 90 days.
report-kept-ours = We kept
report-kept-theirs = They kept
report-kept-of = { $kept } in time of { $all } due in 90 d
report-kept-none = nothing fell due in 90 d
report-promises-score = Our promises
report-promises-score-note = 100 when none is late, 33 when the worst is up to 7 days late, otherwise 0
report-promises-unknown = –
report-people = People
report-commitments = Commitments
report-units = Units
report-score-weight = weight
report-score-evidence = { $share }% of it is known.
report-score-worth = → { $points } points
report-health-rule-commercial = each KPI: 50 % or less is 0 points, 100 % or more is 100; then their mean
report-health-rule-relationship = mean of coverage, support and roles covered
report-health-rule-commitments = 100 when none is late, 33 when the worst is up to 7 days late, otherwise 0
report-health-rule-satisfaction = their answer × 10; not known when older than 180 days
report-health-rule-plan = 100 when reviewed within 35 days, 50 within 95 days, otherwise 0
report-health-rule-risk = high takes off 20, medium 10, low 5; the worse of the stated risk and the worst open problem
report-health-of = Health of { $name }
report-health-since = { $points } since { $day }
report-health-trend = Against a month ago
report-health-coverage = Coverage
report-health-support = Support
report-health-roles = Roles covered
report-health-threads = Threads: people with strength above 30
report-health-dependency = Share of the touches in 90 days with one person
report-health-landing = Landing
report-insight-more = { $count ->
    [one] One other is found by the same rule.
   *[other] { $count } others are found by the same rule.
}
report-insight-rule = Rules over people, promises and KPIs of the account tell what is worth a thought. Muted until a day, one stays quiet.
report-health = Health
report-kpis = KPIs
report-insights = Worth a thought
report-problems = Problems
report-closed = closed { $day }
report-opportunities = Opportunities
report-weighted = weighted { $amount }
report-open-sales = Open sales
report-coverage = { $times }×, of the remaining gap
report-contracts = Contracts
report-contract-ends = ends { $day }
report-contract-ended = ended { $day }
report-contract-renews = renews { $day }
report-contract-notice = notice by { $day }
report-satisfaction = Satisfaction
report-of-ten = { $score } of 10
report-plan = Plan
report-found = Plans, sales, market
