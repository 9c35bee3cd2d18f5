# The weekly review.
review-title = Weekly review
review-part-moved = What moved
review-part-promises = Promises
review-part-people = People due
review-part-late = Initiatives late
review-part-moves = Next moves
review-none-moved = Nothing that the book knows of.
review-none-promises = Nobody owes anything.
review-none-people = Everybody was seen in time.
review-none-late = None: the plan is on time.
review-none-moves = Nothing presses here. A move of your own is always possible.
review-since = since { $day }, { $talks ->
    [0] no conversation
    [one] 1 conversation
   *[other] { $talks } conversations
 }
review-reached = Milestone reached: { $name }
review-completed = Initiative finished: { $name }
review-chosen-of = { $count } of { $wanted } chosen
review-no-plan = no plan in force
review-plan-never = plan { $name }, never reviewed
review-plan-today = plan { $name }, reviewed today
review-plan-ago = plan { $name }, reviewed { $days } d ago
review-move-repair = Agree with { $account } how { $name } gets back on track
review-move-solve = Get this solved, with a day: { $name }
review-move-push = Bring back on schedule: { $name }
review-move-renew = Talk about renewing { $name }
review-move-tell = Tell those who do not know yet: { $name }
review-move-ask = { $person ->
    [none] Ask them for: { $name }
   *[other] Ask { $person } for: { $name }
 }
review-move-see = See { $name }
review-move-measure = Get the newest figure of { $name }
review-move-plan = Put the plan { $name } in force
review-move-write = Write the plan of { $account }
review-done-of = { $done } of { $all } accounts, { $moves ->
    [0] no move yet
    [one] 1 move
   *[other] { $moves } moves
 }
review-no-move = no move chosen
review-not-yet = not yet gone through
review-no-accounts = No key accounts. Set the tier of the clients you look after to key, and the review goes through them.
review-nothing-yet = No account has been gone through yet
review-accounts-left = { $count ->
    [one] 1 account has not been gone through
   *[other] { $count } accounts have not been gone through
 }
review-on-to = Gone through: on to { $name }
review-on-to-list = Gone through: on to the list of moves
review-finish = Finish the review
review-close = Finished: close
review-key-choose = choose
review-key-reword = reword
review-key-back = take back
review-key-own = own move
review-key-on = go on
review-own = Next move at { $name }
review-own-help = A day or a name may come first: fri send the offer
review-cli-account = Name or number of a key account
review-cli-show = What there is to look at, at the next account or this one
review-cli-move = Choose a next move: it becomes a promise of ours
review-cli-value-move = MOVE
review-cli-what = Number of a proposal of review show, or your own words
review-cli-move-more =
    Own words may begin with a day and a name: fri ana send the offer
review-cli-through = An account has been gone through: its plan is reviewed
review-cli-finish = All accounts have been gone through
review-cli-list = The reviews there were, the newest first
review-cli-not-key = { $name } is no key account: the review goes through those
review-cli-no-move = No proposal has the number { $number }: review show lists them
review-cli-none = No review yet. cartera review show begins with the first account.
review-cli-head-begun = Begun
review-cli-head-finished = Finished
review-cli-head-accounts = Accounts
review-cli-head-moves = Moves
review-move-prepare = Get ready: { $name }
review-move-sell = { $name }
review-untold = { $count ->
    [one] 1 of those concerned does not know it
   *[other] { $count } of those concerned do not know it
 }
review-ahead = milestone on { $day }
review-closes = closes { $day }
review-left = { $left ->
    [0] Only its end is left: { $key } goes on
    [one] 1 account is left: { $key } goes on
   *[other] { $left } accounts are left: { $key } goes on
 }
