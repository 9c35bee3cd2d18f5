# The lens of the indicators.
kpis-title = KPIs
kpis-of-all = { $shown } of { $all }
kpis-off = { $count } off track
kpis-at-risk = { $count } at risk
kpis-stale = { $count } stale
kpis-portfolio = Whole portfolio
kpis-empty = No KPIs yet. { $key } adds one, { $pick } picks from the catalogue.
kpis-none = No KPI answers to that. { $key } shows all.
kpis-nothing = There is no cell here

kpis-head-pace = Pace
kpis-head-trend = Trend
kpis-head-landing = Landing
kpis-unit-days = d
kpis-unit-score = pts
kpis-unit-points = pts
kpis-points = { $points } pts
kpis-days = { $days } d

kpis-axis-actual = Actuals
kpis-axis-target = Targets
kpis-axis-deviation = Deviations
kpis-zoom-months = by month
kpis-zoom-quarters = by quarter
kpis-zoom-years = by year
kpis-by-worst = furthest off first
kpis-by-name = by name
kpis-only-all = all
kpis-only-not-on-track = at risk or off track
kpis-only-stale = stale
kpis-only-unknown = not judged
kpis-only-own = own
kpis-only-typed = entered by hand or file
kpis-marked = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
}

kpis-line-actual = Actual
kpis-line-target = Target
kpis-line-deviation = Deviation
kpis-line-last-year = Last year
kpis-line-landing = Landing
kpis-as-of = up to { $day }

kpis-chart-empty = No figures and no target in { $year }.
kpis-of-target = of { $target }
kpis-of-band = between { $low } and { $high }
kpis-of-expected = { $expected } to date ({ $whole } in { $when })
kpis-to-date = { $figure } of { $plan } this year
kpis-newest = { $figure } of { $plan }, { $period }
kpis-lands = lands at { $figure }, { $method }
kpis-method-linear = linear
kpis-method-trailing-3 = last 3
kpis-method-seasonal = seasonal
kpis-required = { $figure } needed in each period left
kpis-left = { $figure } left for each period
kpis-revenue-at-risk = { $figure } of revenue at risk

kpis-entering-actuals = Entering actuals
kpis-entering-targets = Entering targets
kpis-entering-ends = { $key } back to reading
kpis-enter-shorter = { $name } is entered in shorter periods: zoom in
kpis-enter-longer = { $name } is measured in longer periods: its figure stands in their last month

kpis-going-kpi = { $key } once more deletes { $title } { $figures ->
    [0] and its settings
    [one] with its figure
   *[other] with its { $figures } figures
}
kpis-going-cells = { $key } once more empties { $count ->
    [one] the cell
   *[other] { $count } cells
}
kpis-going-cell = { $key } once more empties { $title }, { $when }
kpis-clear-deviation = Deviations are worked out: { $key } goes on to what is entered
kpis-cell-empty = Nothing was entered here. To delete the KPI: { $home } until its name, then { $key }
kpis-entered = { $figure } for { $when }{ $old ->
    [none] {""}
   *[other] , was { $old }
}{ $doubt ->
    [none] {""}
   *[other] : { $doubt }
}
kpis-emptied = Emptied: { $name }, { $when }, was { $old }
kpis-doubt-above = ten times the { $figure } before, or more
kpis-doubt-below = a tenth of the { $figure } before, or less
kpis-doubt-above-target = ten times its target of { $figure }, or more
kpis-doubt-below-target = a tenth of its target of { $figure }, or less
kpis-doubt-percent = none before was over 100%
kpis-doubt-scale = none before was over { $end }

kpis-why-from = { $what } entered
kpis-why-pace = Pace of the year
kpis-why-newest = Newest figure against its target
kpis-why-left-out = Left out
kpis-why-source = Source
kpis-why-definition = Definition
kpis-by-hand = by hand

kpis-pasted = Paste: { $count ->
    [one] { $count } figure
   *[other] { $count } figures
}
kpis-pasted-save = save { $count }
kpis-pasted-drop = drop
kpis-pasted-new = new
kpis-pasted-ambiguous = could be read with either decimal mark
kpis-pasted-refused = { $count } will not be saved
kpis-pasted-same = { $count } as they are already
kpis-pasted-blank = { $count } empty, left alone
kpis-pasted-odd = { $count } saved, but look at { $count ->
    [one] it
   *[other] them
}
kpis-pasted-absent = { $count } without a figure (“-”, “n/a”), left alone
kpis-block-empty = Nothing was entered in those cells
kpis-pasted-nothing = Nothing new was pasted
kpis-pasted-source = pasted
