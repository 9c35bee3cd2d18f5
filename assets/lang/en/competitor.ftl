# Competitors: where they sit, and when their contracts end.
competitor-title = Competitors
competitor-empty = No competitors yet. { $key } adds one; in the white space each cell can say who serves it.
competitor-none = None matches. { $key } shows all.
competitor-by-held = { $count }, by what they hold
competitor-by-ends = { $count }, by the next contract that ends
competitor-by-name = { $count }, by name
competitor-sits = { $count ->
    [0] {""}
    [one] { $count } cell
   *[other] { $count } cells
}
competitor-new-sale = new opportunity
competitor-nothing-noted = Nothing noted yet.
competitor-seats = Where
competitor-seats-none = In no cell of the white space.
competitor-until = until { $day }
competitor-ended = ended { $day }
competitor-no-end = end not known
competitor-sales = Opportunities
competitor-insights = Insights
competitor-why-held = What { $name } holds

competitor-radar = Contracts that end
competitor-radar-months = next 18 months
competitor-radar-until = until { $day }
competitor-radar-none = No contract of a competitor is known to end in that time. In the white space, enter when each ends.
competitor-head-ends = Ends
competitor-head-who = Competitor
competitor-head-where = Where
competitor-head-gap = Gap
competitor-head-sale = Opportunity
competitor-no-sale = no opportunity yet

competitor-cli-radar = Contracts of competitors that are about to end
competitor-cli-radar-account = Account; without one each key account
competitor-cli-radar-months = How many months ahead (18)
