# Figures read from cells: why one is not taken, what is odd about one that is, what was left out.
figures-unreadable = “{ $text }” is no number
figures-cell-error = the formula in the cell has failed: { $text }
figures-cell-narrow = the column was too narrow to show the number: { $text }
figures-cell-rounded = the spreadsheet shows it rounded: { $text }. Widen the column and copy it again
figures-too-large = “{ $text }” is too large
figures-no-percentage = { $name } is not measured in percent
figures-no-money = { $name } is not an amount of { $currency }
figures-other-currency = { $name } is in { $expected }, this is in { $currency }
figures-computed = { $name } is computed, not entered
figures-band = { $name } is judged by a band: enter both of its ends by hand first
figures-every-monthly = { $name } is measured by the month
figures-every-quarterly = { $name } is measured by the quarter
figures-every-yearly = { $name } is measured by the year
figures-outside = beyond the edge of the grid
figures-no-period = “{ $text }” is no period
figures-no-kpi = nothing says whose figure it is
figures-account-unknown = there is no account “{ $account }”
figures-account-several = “{ $account }” could be several accounts
figures-kpi-unknown = there is no KPI “{ $name }”
figures-kpi-several = several accounts have a KPI “{ $name }”
figures-kpi-several-here = several accounts have a KPI “{ $name }”: stand on a row of the right one, or choose it with Tab, and paste again
figures-twice = it is there twice, as { $text } and as { $other }

figures-state-new = new
figures-state-changed = changed
figures-state-refused = left out
figures-role-target = target
figures-summary = Figures: new { $new } · changed { $changed } · as they were { $same } · left out { $refused }{ $doubtful ->
    [0] {""}
   *[other] {" "}· to look at { $doubtful }
}

figures-tenfold = changes tenfold or more
figures-tenfold-before = ten times or more off the period before
figures-fraction = taken as a percentage as it stands: 0.95 is 0.95 %, not 95 %
figures-assumed-mark = taken with the decimal mark of your language
figures-assumed-year = “{ $text }” says no year: taken as this one

figures-column-left-out = column left out: { $column }
figures-scenario-left-out = rows left out: { $text }
figures-multiple = “{ $text }” speaks of thousands or millions: the figures are taken as they stand
figures-sums-left-out = { $count ->
    [one] one row of sums left out
   *[other] { $count } rows of sums left out
}
