# How an indicator stands and where it will land: reasons, formulas and what they are made of.
scorecard-no-actual = no figure for { $period }
scorecard-no-target = no target for { $period }
scorecard-no-target-by-hand = no target for { $period }: they are set by hand
scorecard-no-last-year = the figures of { $period } are not complete
scorecard-no-share-yet = by now { $period } had brought nothing
scorecard-not-complete = { $period } is not complete
scorecard-fewer-than-three = needs three whole periods, there { $count ->
    [0] are none
    [one] is one
   *[other] are { $count }
}
scorecard-year-over = the year is over
scorecard-stale = stale: the newest figure is of { $day }
scorecard-stock-no-pace = a level has no pace
scorecard-stock-no-landing = a level has no landing
scorecard-no-messages = no e-mails, messages or calls in 90 days
scorecard-no-deciders = no decider is known
scorecard-no-promises = nothing fell due in 90 days
scorecard-actual-is-zero = the actual is 0
scorecard-running = { $period } is not over yet
scorecard-no-revenue = no revenue of our own is kept here
scorecard-contract-without-value = the contract { $name } has no value
scorecard-missing = no figure

scorecard-method-linear = linear
scorecard-method-trailing-3 = last three
scorecard-method-seasonal = as last year

scorecard-formula-attainment-higher = Attainment = actual ÷ target
scorecard-formula-attainment-lower = Attainment = target ÷ actual, less is better, 2 at the most
scorecard-formula-attainment-band = Attainment = 1 inside the band, less by the distance ÷ the width of the band
scorecard-formula-pace-higher = Pace = actual to date ÷ expected to date
scorecard-formula-pace-lower = Pace = expected to date ÷ actual to date, less is better, 2 at the most
scorecard-formula-pace-band = Pace = 1 inside the band expected to date, less by the distance ÷ its width
scorecard-formula-linear = Landing, linear = to date × periods of the year ÷ periods so far
scorecard-formula-trailing-3 = Landing, last three = to date + mean of the last three periods × periods left
scorecard-formula-seasonal = Landing, as last year = to date ÷ the share that last year had by then

scorecard-part-actual = Actual
scorecard-part-target = Target
scorecard-part-to-date = Actual to date
scorecard-part-expected = Expected to date
scorecard-part-passed = Share of the periods that has passed
scorecard-part-missing = Left out on both sides
scorecard-part-mismatch = The periods’ targets add up to
scorecard-part-plan = Target of the year
scorecard-part-required = Needed in each period left
scorecard-part-pipeline = Weighted pipeline of the year
scorecard-part-at-risk = Revenue at risk, still included

scorecard-input-actual = actual
scorecard-input-target = target
scorecard-input-upper = upper edge
scorecard-input-plan = target of the year
scorecard-input-missing = missing
scorecard-input-as-of = periods so far
scorecard-input-closed = periods with a figure
scorecard-input-of = periods of the year
scorecard-input-gap = short of the target by
scorecard-input-with-pipeline = with the weighted pipeline
scorecard-input-best = best of the last three
scorecard-input-came-in = came in
scorecard-input-went-out = went out
scorecard-input-met = met
scorecard-input-deciders = deciders
scorecard-input-kept = kept in time
scorecard-input-fell-due = fell due in 90 days
scorecard-input-method = method then
scorecard-input-forecast = forecast then
