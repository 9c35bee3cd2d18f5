# Forms
form-title-new = { $kind ->
    [account] New account
    [unit] New unit
    [person] New person
    [membership] New place
    [colleague] New colleague
    [interaction] New entry
    [commitment] New commitment
    [opportunity] New opportunity
    [involvement] New part in a decision
    [influence] New influence
    [contract] New contract
    [problem] New problem
    [reading] New satisfaction reading
    [kpi] New KPI
    [rate] New exchange rate
    [competitor] New competitor
    [offering] New offering
    [plan] New plan
    [objective] New objective
    [initiative] New initiative
    [milestone] New milestone
    [whitespace] New white-space cell
    [insight] New insight
    [perk] New care
    [decision] New decision
    [telling] New communication
    [assignment] New place in a team
    [promotion] New change of tier
   *[other] New
}
form-required = required
form-create = + create “{ $name }”
form-more = { $count } more below
form-note-keys = ⏎ new line, ⏎ twice or Tab goes on, Ctrl-E your editor
