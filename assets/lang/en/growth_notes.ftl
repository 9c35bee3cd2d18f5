# Care given to the accounts, and insights: the views of Growth.
growth-care-empty = Nothing is given to them alone yet. { $key } adds an exclusive resource or a tailored offer.
growth-care-nothing = Nothing of that sort. { $key } shows everything again.
growth-care-head-name = What
growth-care-head-kind = Kind
growth-care-head-cost = A year
growth-care-head-until = Until
growth-care-open = no end
growth-care-from = from { $day }
growth-care-sum = { $count ->
    [one] 1 given, { $cost } a year
   *[other] { $count } given, { $cost } a year
}
growth-care-only-now = given now
growth-care-only-ending = ending in 90 days
growth-care-only-over = over
growth-care-share = { $share } of their margin
growth-care-end = ends today
growth-care-received = { $name }: how was it received?

growth-insights-empty = No insights yet. { $key } writes one down; “insight: …” in a line of { $capture } does too.
growth-insights-nothing = Nothing of that sort. { $key } shows everything again.
growth-insights-count = { $count ->
    [one] 1 insight
   *[other] { $count } insights
}
growth-insights-head-day = Day
growth-insights-head-name = Insight
growth-insights-head-topic = About
growth-insights-everybody = all clients
growth-insights-filter = Show
growth-insights-all = everything
growth-insights-unused = not used yet
growth-insights-sure = how sure
growth-insights-use = make of it
growth-insights-follow = what became of it
growth-insights-sale = an opportunity
growth-insights-initiative = an initiative
growth-insights-no-objective = There is no open objective under which an initiative could begin
growth-insights-cli-opportunity = Make an insight an opportunity
growth-insights-cli-account = At which account, where the insight is about none in particular
growth-insights-cli-whose = The insight is about no account in particular: name one with --account.
growth-insights-cli-initiative = Make an insight an initiative of an objective
growth-insights-cli-objective = The objective: its name or number
growth-insights-became-already = { $name } has become something already
