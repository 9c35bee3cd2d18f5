# Rows of what needs you about indicators, contracts and problems.
need-newly-red = { $name } has gone off track
need-off-months = { $name } off track, { $count ->
    [2] second month
    [3] third month
   *[other] { $count } months
}
need-off-quarters = { $name } off track, { $count ->
    [2] second quarter
    [3] third quarter
   *[other] { $count } quarters
}
need-off-years = { $name } off track, { $count ->
    [2] second year
    [3] third year
   *[other] { $count } years
}
need-stale = { $name }: no figure since { $period }
need-worse = { $name } worse than in { $period }
need-pace = pace { $share }
need-of = { $actual } of { $target }
need-at-most = { $actual }, at most { $target }
need-between = { $actual }, { $target } to { $high }
need-was = { $before } → { $now }
need-problem = Problem: { $title }
need-problem-severe = Severe problem: { $title }
need-notice = Notice of { $title }
need-end = End of { $title }
need-care = End of care: { $title }
need-since = Since
need-notice-by = Notice by
need-change = Newest and before
need-share = Share of revenue
need-share-assumed = not known: as if all clients were of one size
glance-of = of { $target }
glance-health = Health
glance-to-date = To date
glance-months = 12 months
glance-kpis = KPIs
need-not-told = Tell: { $title }
need-untold-theirs = Of theirs not told
need-untold-ours = Of ours not told
need-report = { $title }: the next one is due
need-milestone = Milestone: { $title }
