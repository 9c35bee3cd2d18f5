# All clients: revenue, classes, valuation, effort, load.

view-portfolio-pareto = Pareto
view-portfolio-matrix = Matrix
view-portfolio-effort = Effort
command-portfolio-pareto = portfolio: Pareto
command-portfolio-pareto-help = Every client by revenue, with the curve of who makes the 80 %
command-portfolio-matrix = portfolio: matrix
command-portfolio-matrix-help = What each client deserves against how close we are to it
command-portfolio-effort = portfolio: effort
command-portfolio-effort-help = What each client takes of our time against what it is worth
command-promote = make key account
command-promote-help = Make the client under the cursor a key account, with the reason
command-release = release key account
command-release-help = The client under the cursor is no longer a key account; the reason is kept

portfolio-clients = { $count ->
    [one] 1 client
   *[other] { $shown } clients
}
portfolio-shown = { $shown } of { $all } clients
portfolio-whole = whatever the account
portfolio-by-revenue = by revenue
portfolio-by-name = by name
portfolio-by-valuation = by valuation
portfolio-by-effort = by effort
portfolio-empty = No clients yet. { $key } adds one; { $import } reads thousands from a file with what they buy a year.
portfolio-nobody = No client matches. { $key } shows all of them again.
portfolio-nobody-judged = No client stands here yet: it takes size, potential and reference, and somebody known there. In the list { $key } judges a client.
portfolio-nobody-logged = No client has taken any time in the last twelve months. { $key } writes down a conversation; with its minutes, “45 min”, it counts as measured.

portfolio-hhi = HHI { $hhi }, like { $equal } equal clients
portfolio-company = { $sum }, { $share } of the company
portfolio-keys-make = they make { $share }
portfolio-load-nobody = No key account yet
portfolio-load-right = { $count ->
    [one] 1 key account
   *[other] { $count } key accounts
}
portfolio-load-many = { $count } key accounts: more than { $most } is too many for one person

portfolio-col-rank = #
portfolio-col-client = Client
portfolio-col-key = key
portfolio-col-class = class
portfolio-col-revenue = revenue
portfolio-col-share = share
portfolio-col-up-to = up to it
portfolio-col-valuation = value
portfolio-col-quadrant = quadrant
portfolio-col-time = time
portfolio-col-of-time = of time
portfolio-col-of-worth = of worth
portfolio-col-index = index

portfolio-is-key = key account
portfolio-is-standard = client
portfolio-rank = number { $rank } of { $of }
portfolio-up-to = { $share } up to here
portfolio-months = { $from } to { $to }
portfolio-of-company = of the company
portfolio-margin = margin
portfolio-after-care = { $amount } after the cost of care
portfolio-gap-unknown = { $count ->
    [one] 1 gap not known
   *[other] { $count } gaps not known
 }
portfolio-gap = still to win
portfolio-valuation = valuation
portfolio-axis-worth = valuation
portfolio-axis-close = relationship
portfolio-assumed = { $time } of it assumed
portfolio-time-for = { $time } of time, { $worth } of worth
portfolio-much-time = much time
portfolio-little-time = little time
portfolio-hours = { $hours } h
portfolio-minutes = { $minutes } min
portfolio-promoted = Key account since { $day }
portfolio-released = Released on { $day }
portfolio-more-dots = { $count } more have no room

portfolio-quadrant-star = star
portfolio-quadrant-strategic = strategic
portfolio-quadrant-status = status
portfolio-quadrant-streamline = streamline
portfolio-todo-star = look after and grow
portfolio-todo-strategic = get closer: the next hour pays here
portfolio-todo-status = keep, at little cost
portfolio-todo-streamline = serve with least effort

portfolio-only = Show
portfolio-only-all = All clients
portfolio-only-keys = Key accounts
portfolio-only-candidates = Who may deserve it: class A or valued 3 or more, no key account
portfolio-only-doubtful = Key accounts of class B or C
portfolio-only-a = Class A
portfolio-only-b = Class B
portfolio-only-c = Class C
portfolio-only-not-judged = Not judged yet
portfolio-only-no-revenue = Revenue not known

portfolio-promote = Make key account
portfolio-release = Release key account
portfolio-of-book = Weights and turnover
portfolio-ask = { $field }: { $name }
portfolio-ask-help = { $help }
portfolio-ask-empty = not known
portfolio-ask-promote = Why is { $name } a key account from now on?
portfolio-ask-release = Why is { $name } no key account any more?
portfolio-ask-why = One line; it is kept with the day
portfolio-ask-many = That makes { $count }; more than { $most } is too many for one person

portfolio-class-a = A
portfolio-class-b = B
portfolio-class-c = C
portfolio-open = not judged
portfolio-not-judged = { $count ->
    [one] 1 of size, potential and reference is not judged
   *[other] { $count } of size, potential and reference are not judged
}
portfolio-no-weights = Size, potential and reference all have no weight
portfolio-no-revenues = The revenue of no client is known
portfolio-no-company = Nobody has said what the company sells a year
portfolio-no-margin = Its margin is not known
portfolio-no-minutes = No time was logged in twelve months
portfolio-no-worth = It is worth nothing by margin and white space
portfolio-part-revenue = Yearly revenue
portfolio-part-size = Size
portfolio-part-potential = Potential
portfolio-part-reference = Reference
portfolio-part-time = Share of the time
portfolio-part-worth = Share of the worth
portfolio-input-rank = place
portfolio-input-clients = clients
portfolio-input-share = its share
portfolio-input-before = what those with more make
portfolio-input-judged = judged
portfolio-input-minutes = logged in twelve months
portfolio-input-talks = conversations
portfolio-input-assumed = of it assumed
portfolio-input-margin = margin a year, after the cost of care
portfolio-input-gap = still to win, as margin
portfolio-input-gap-unknown = gaps whose amount is not known
portfolio-formula-class = A while those with more make less than 80 % of all revenue, B while less than 95 %, else C.
portfolio-formula-hhi = HHI: the squares of all shares added up. 1 is one client; 1 ÷ HHI is how many clients of one size would be as concentrated.
portfolio-formula-valuation = Size, potential and reference, each 1–5, by their weights.
portfolio-formula-effort = Share of the minutes of twelve months ÷ share of margin and of what is still to win. 1 is balanced. Minutes nobody wrote down are assumed: call 15, video 30, meeting 60, visit 120, e-mail 5. The time of every client counts, the worth of those of whom it is known; margin after the cost of care.
portfolio-why-class = { $name }: class
portfolio-why-hhi = All clients: concentration
portfolio-why-valuation = { $name }: valuation
portfolio-why-effort = { $name }: effort against worth
portfolio-why-quadrant = Worth much from 3 on, close from 50 on: both is a star, only worth strategic, only close status, neither streamline.

revenue-none = Nobody has said what they buy a year
revenue-no-figures = Its revenue indicator has no figure of a period that is over
revenue-gaps = Its revenue indicator lacks { $missing } of the last { $of } periods

portfolio-tier-same = { $tier ->
    [key] { $name } is a key account already
   *[other] { $name } is no key account
}

cli-pareto = Every client by revenue: who makes the 80 %
portfolio-cli-more = A client counts with its own yearly revenue, else with the last twelve months of its revenue indicator. “cartera import clients.csv” reads thousands of clients with what they buy a year.
portfolio-cli-class = Only clients of this class
portfolio-cli-no-class = No class is called “{ $text }”: A, B or C
portfolio-cli-promote = Make a client a key account
portfolio-cli-release = Release a key account
portfolio-cli-account = The client, by name or number
portfolio-cli-why = Why; it is kept with the day
portfolio-cli-empty = No clients yet. “cartera import clients.csv” reads thousands with what they buy a year.
portfolio-concentration = concentration
portfolio-load = load
