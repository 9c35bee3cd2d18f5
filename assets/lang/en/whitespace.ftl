# White space: what is sold to which part of an account, and who serves it instead.
whitespace-title = White space
whitespace-whole = Whole account
whitespace-retired = { $name } (no longer sold)

whitespace-axis-ours = Spent with us
whitespace-axis-total = Spent in all
whitespace-axis-gap = Gap
whitespace-axis-ends = Contract ends
whitespace-key-axis = gap, spend or end
whitespace-key-state = who serves
whitespace-head-offering = Offering
whitespace-head-ours = Ours
whitespace-head-wallet = Wallet
whitespace-head-gap = Gap
whitespace-gap = gap { $amount } a year
whitespace-penetration = penetration { $share }%
whitespace-wallet = wallet { $share }%
whitespace-knowledge = { $share }% known

whitespace-only-open = to be won
whitespace-only-unknown = unknown
whitespace-only-ending = contracts with an end
whitespace-only-retired = also no longer sold
whitespace-cells = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
}
whitespace-entering = Entering: { $what }
whitespace-entering-ends = { $key } ends
whitespace-which-competitor = Which competitor
whitespace-some-competitor = not known which

whitespace-line-ours = { $amount } with us
whitespace-line-total = { $amount } in all
whitespace-line-gap = gap { $amount }
whitespace-line-chance = chance { $share }%
whitespace-line-unknown = Nobody knows who serves it; { $key } says who
whitespace-line-no-sale = No opportunity yet; { $key } begins one
whitespace-line-sales = Opportunity: { $sales }
whitespace-ends = until { $day }, { $days } d left
whitespace-ended = until { $day }, { $days } d ago
whitespace-whole-answers = kept for the account as a whole

whitespace-no-accounts = No accounts yet. White space shows what each of them could still buy.
whitespace-no-offerings = No offerings yet. { $key } adds the first thing you sell; each becomes a column.
whitespace-none = Nothing matches. { $key } shows all.
whitespace-no-cell = There is no cell here
whitespace-cell-empty = Nothing is kept of this cell. { $key } says who serves it
whitespace-going-cell = { $title }
whitespace-going-cells = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
}
whitespace-doubt-more = { $title }: more is spent with us than in all

whitespace-pasted = Pasted: { $count ->
    [one] { $count } cell to save
   *[other] { $count } cells to save
}
whitespace-pasted-save = saves
whitespace-pasted-drop = drops it
whitespace-pasted-same = { $count ->
    [one] { $count } cell says what is there already
   *[other] { $count } cells say what is there already
}
whitespace-pasted-nothing = Nothing of it could be taken
whitespace-pasted-outside = beyond the grid
whitespace-unreadable = “{ $text }” is neither an amount or day, nor who serves it

whitespace-nothing = That is how it stands already
whitespace-negative = An amount a year is not negative
whitespace-probability = A chance is between 0 % and 100 %
whitespace-unit = { $unit } is not part of { $account }
whitespace-twice = { $offering } at { $unit } is in the book already

whitespace-is-ours = ours
whitespace-is-unknown = unknown
whitespace-input-cell = { $offering } · { $unit }
whitespace-input-ours = spent with us
whitespace-input-total = spent in all
whitespace-input-gap = gap
whitespace-part-ours = ours
whitespace-part-unknown = unknown
whitespace-part-applicable = applicable
whitespace-no-ours = what they spend with us is not entered
whitespace-no-total = what they spend in all is not entered
whitespace-no-spend = no amounts are entered
whitespace-spend-nothing = nothing is spent
whitespace-no-cells = there are no cells
whitespace-formula-gap = Gap = spent in all − spent with us, where a competitor, they themselves or we serve it. Unknown cells are counted, not valued.
whitespace-formula-expected = Expected = gap × chance, cell by cell
whitespace-formula-wallet = Share of wallet = spent with us ÷ spent in all, where both are known
whitespace-formula-penetration = Penetration = cells that are ours ÷ cells that are applicable
whitespace-formula-knowledge = Known = 1 − unknown ÷ applicable cells
whitespace-why-gap = Gap, { $of }
whitespace-why-expected = Expected, { $of }
whitespace-why-wallet = Share of wallet, { $of }
whitespace-why-penetration = Penetration, { $of }
whitespace-why-knowledge = Known, { $of }

whitespace-cli = Offerings by units: who serves each, and what is to be won
whitespace-cli-account = Account; without one each key account
whitespace-cli-show = What the cells show (gap)
whitespace-cli-why = Also how each figure is made
whitespace-cli-no-offerings = No offerings yet: offering add names what you sell.
whitespace-no-axis = { $text } is nothing that cells show; there are: { $accepted }
whitespace-cli-set = Say who serves an offering and what is spent on it
whitespace-cli-set-account = Account
whitespace-cli-set-offering = Offering
whitespace-cli-set-unit = Unit; without one the account as a whole
whitespace-cli-set-state = Who serves it ({ $choices })
whitespace-cli-set-competitor = Competitor who serves it
whitespace-cli-set-ours = Spent with us a year
whitespace-cli-set-total = Spent in all a year
whitespace-cli-set-ends = End of the competitor’s contract
whitespace-cli-set-clear = Forget what is known of the cell
whitespace-set-what = Say what is to be set: --state, --competitor, --ours, --total, --ends or --clear
whitespace-cli-set-more = A cell that is not in the book yet comes to be; one that is keeps what is not mentioned.
whitespace-entering-unit = 120k is 120,000
