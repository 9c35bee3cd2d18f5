# Documents about one account.
document-alt-trend = { $name }: { $first } in { $from }, { $last } in { $until }.
document-alt-target = The target is { $target }.
document-alt-cone = { $done } so far in { $year }. Expected at its end: { $likely } ({ $method }), between { $low } and { $high }.
document-alt-health = Health { $points } of 100: { $parts }.
document-alt-gantt = { $name }: { $objectives ->
    [one] 1 objective
   *[other] { $objectives } objectives
 }, { $count ->
    [one] 1 initiative
   *[other] { $count } initiatives
 }, { $late ->
    [0] none of them late
   *[other] { $late } late
 }.
document-alt-map = { $count ->
    [one] 1 person
   *[other] { $count } people
 }: { $for } for us, { $neutral } neutral, { $against } against, { $unknown } not known.
document-alt-org = { $count ->
    [one] 1 person or place
   *[other] { $count } people and places
 }, { $tops } at the top, { $vacant } vacant or sought.
document-picture-cone = { $name }: landing of { $year }
document-picture-gantt = Timeline
document-picture-map = Stakeholder map
document-picture-org = Org chart
document-line-target = Target
document-line-actual = Actual
document-map-unplaced = Stance not known: { $names }
document-map-stance = Stance
document-map-influence = Influence
document-org-vacant = Vacant
document-plan = Account plan · { $account }
document-review = Business review · { $account }
document-dossier = Hand-over · { $account }
document-client-title = Joint review · { $account }
document-client-empty = There is nothing to review in this period yet.
document-glance = At a glance
document-client = The client
document-thought = Where we start from
document-objectives = Objectives
document-next-steps = Next steps
document-then = Figures and health are those of { $day }. Everything else is not kept day by day, and told as it is known today.
document-milestones = Milestones of this time
document-milestone-reached = reached
document-no-plan-then = { $account } has no plan in this time
document-ahead = The next 90 days
document-ahead-milestone = milestone
document-ahead-ours = our promise
document-ahead-theirs = their promise
document-ahead-talk = meeting
document-ahead-notice = last day for notice
document-ahead-end = contract ends
document-risks = Points to watch
document-indicators = Indicators
document-people = People
document-nobody = Nobody is known here yet: without people there is no plan.
document-centre = Buying centre
document-we-owe = Our open promises
document-they-owe = Their open promises
document-late = { $count } overdue
document-talked = Conversations in this period
document-kept = kept { $day }
document-overdue = overdue
document-open = open
document-we-promised = What we promised
document-they-promised = What they promised
document-we-promised-you = What we promised you
document-you-promised = What you promised us
document-reached = Reached in the plan
document-decided = Decisions and changes
document-no-actions = In this period nothing was promised, reached or decided.
document-no-points = All is on course: no indicator, problem, promise, initiative or contract calls for a decision.
document-points = Points to decide
document-fact = Situation
document-means = What it means
document-asks = What we ask
document-all-asks = Summary of what we ask
document-means-gap = The year would close { $gap } short; each remaining period would have to bring { $needed }.
document-means-again = Off target for { $count } periods in a row.
document-means-below = It falls short of what was agreed.
document-ask-revenue = Agree which open opportunities are to close this year, and who decides on each.
document-ask-figure = Agree on the cause of the shortfall in { $name }, who acts and by when.
document-fact-problem = Open for { $days ->
    [one] 1 day
   *[other] { $days } days
 }.
document-means-problem = Severity: { $severity }.
document-ask-problem = Agree on the next step and a date.
document-fact-owed = Due on { $day }, { $days ->
    [one] 1 day
   *[other] { $days } days
 } overdue.
document-means-owed = Whatever depends on it has to wait.
document-ask-owed-by = A new date from { $name }.
document-ask-owed = A new date.
document-means-late = It delays the objective “{ $objective }”.
document-ask-late = Agree on a new date, or on what it takes to catch up.
document-means-renews = It renews automatically unless notice is given.
document-means-ends = It ends unless it is renewed.
document-ask-contract = Discuss the renewal before { $day }.
document-we-will = We will confirm a new date to you.
document-ask-you = A new date from your side.
document-kept-by-us = Kept on time by us
document-kept-by-you = Kept on time by you
document-kept-of = { $kept } of { $all }
document-solved-of = { $solved } of { $all } solved
document-figures = The period in figures
document-together = What we want to achieve together
document-your-team = Your contacts
document-since = Key account since
document-known-by = Colleagues who know them
document-persons = Person by person
document-care = Exclusive to them
document-learned = What we have learned
document-team = Our team
document-history = Conversations
document-notes = Personal notes
document-head-objective = Objective
document-head-priority = Priority
document-head-owner = Owner
document-head-progress = Progress
document-head-next = Next milestone
document-head-step = Initiative
document-head-until = Until
document-head-state = State
document-head-promise = What
document-head-with = With
document-head-due = Due
document-head-day = Day
document-head-sort = Kind
document-head-what = What
document-head-why = Why
document-head-ask = What we ask
document-head-about = About
document-head-who = Who
document-head-function = Function
document-head-email = E-mail
document-head-phone = Phone
document-head-opened = Since
document-head-follows = Consequences
document-fact-notice = Notice has to be given by { $day }.
document-fact-end = It ends on { $day }.
document-cone-low = low { $value }
document-cone-likely = expected { $value }
document-cone-high = high { $value }
document-cone-target = Target { $value }
document-done = done { $day }
document-solved = solved { $day }
document-next = Next step
document-we-met = We met in
document-held = { $channel ->
    [visit] { $count ->
        [one] 1 visit
       *[other] { $count } visits
    }
    [video] { $count ->
        [one] 1 video call
       *[other] { $count } video calls
    }
   *[meeting] { $count ->
        [one] 1 meeting
       *[other] { $count } meetings
    }
 }
document-your-goals = Your goals
document-our-offer = What we offer
document-your-reason = Why it matters to you
document-head-your-side = On your side
document-head-our-side = On our side
document-head-problem = Problem
document-head-severity = Severity
document-head-step-next = Next step
document-head-contract = Contract
document-head-a-year = Per year
document-head-end = End
document-head-notice = Notice
