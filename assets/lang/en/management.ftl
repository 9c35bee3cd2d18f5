# The report to management: all key accounts on one page.
management-title = Management report
management-accounts = { $count ->
    [0] no key accounts
    [one] 1 key account
   *[other] { $count } key accounts
 }
management-since = since { $day }
management-then = As things stood on { $day }: figures, health and last contact. Pipeline, plan, risks and requests of that day are not kept.
management-not-kept = the book does not keep it day by day
management-since-report = since the report of { $day }
management-no-accounts = No key accounts. Set the tier of the clients you look after to key, and they stand here.
management-count-healthy = { $count } good
management-count-doubtful = { $count } in doubt
management-count-ill = { $count } in danger
management-count-unknown = { $count } not known well enough
management-health = Health of the accounts: { $counts }.
management-lands = The year lands at { $value }, { $share } of the target of { $target }.
management-lands-short = The year lands at { $value }, { $share } of the target of { $target }: { $gap } short.
management-scorecard = Scorecard
management-moved = What moved
management-risks = Risks
management-asks = What I need
management-landing = Landing
management-all = Total
management-col-account = Account
management-col-health = Health
management-col-change = Change
management-col-kpis = KPIs
management-col-to-date = To date
management-col-of-target = Of target
management-col-revenue = Revenue
management-col-pipeline = Pipeline
management-col-plan = Plan
management-col-last = Last contact
management-col-what = What
management-col-why = Why
management-col-risk = Risk
management-col-next = Next step
management-col-when = When
management-col-ask = Request
management-col-landing = Landing
management-col-method = Method
management-col-target = Target
management-col-share = Of target
management-col-gap = Against target
management-col-needed = Needed per period
management-col-best = Best of last three
management-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
 }
management-new-account = New among the key accounts
management-gone = No key accounts any more: { $names }.
management-nothing-moved = Nothing that counts has moved.
management-no-risk = No risk is known today.
management-no-ask = Nothing at the moment.
management-opened = New problem: { $name }
management-closed = Problem solved: { $name }
management-problem = Problem: { $name }
management-next = next: { $step }
management-new-sale = New opportunity: { $name } ({ $stage })
management-stage = { $name }: { $before } → { $now }
management-won = Won: { $name }
management-lost = Lost: { $name }
management-put-off = { $name }: close put off from { $before } to { $now }
management-sooner = { $name }: close brought forward from { $before } to { $now }
management-decided = Decided: { $name }
management-reached = Reached: { $name }
management-landing-moved = Landing { $before } → { $now }
management-came-in = { $value } came in meanwhile
management-ours-kept = { $count ->
    [one] we kept 1 promise
   *[other] we kept { $count } promises
 }
management-ours-made = { $count ->
    [one] we made 1 new promise
   *[other] we made { $count } new promises
 }
management-theirs-kept = { $count ->
    [one] they kept 1 promise
   *[other] they kept { $count } promises
 }
management-theirs-made = { $count ->
    [one] they made 1 new promise
   *[other] they made { $count } new promises
 }
management-stated-high = High risk of losing the account
management-stated-medium = Some risk of losing the account
management-sale-pushed = { $name }: close put off { $count ->
    [2] twice
   *[other] { $count } times
 }
management-sale-late = { $name } should have closed
management-ask-colleague = { $name }: { $what }
management-ask-contract = Decide what follows { $name }
management-ask-care = Decide whether { $name } goes on
management-ask-target = Decide whether to revise the target of { $name } or to add resources
