# Decisions: the view, who has been told, bulletins.
decisions-open = Still to tell
decisions-known = Everybody knows
decisions-theirs = theirs
decisions-ours = ours
decisions-since = since
decisions-show-all = all
decisions-show-untold = still to tell
decisions-show-decisions = decisions
decisions-show-changes = changes
decisions-by-wait = the longest wait first
decisions-by-day = by day
decisions-none = No decisions yet. { $new } writes one down; so does { $capture } with “decided: prices +3 % told ana, luis”.
decisions-none-shown = None of these. { $filter } shows others.
decisions-none-narrowed = None found. { $back } shows all again.
decisions-nobody = It concerns nobody yet. Edit it to say who must know.
decisions-told = Who must know
decisions-theirs-know = theirs { $know }/{ $must }
decisions-ours-know = ours { $know }/{ $must }
decisions-not-yet = not yet
decisions-all-told = Everybody who is to be told knows of it
decisions-tell = told
decisions-untell = not told
decisions-to-tell = { $count } to tell
decisions-late = { $count } for more than 2 d
decisions-going = Press again: { $name } need not know of it
decisions-whom = Told today
decisions-all = All { $count }
decisions-all-theirs = All { $count } of theirs
decisions-all-ours = All { $count } of ours
decisions-bulletin = { $account }: not told yet
decisions-bulletin-theirs = Bulletin for their side · { $count ->
    [one] 1 person
   *[other] { $count } people
 }
decisions-bulletin-ours = Bulletin for our side · { $count ->
    [one] 1 person
   *[other] { $count } people
 }
decisions-as-mail = { $of }: write a mail
decisions-sent = { $of }: all told today
decisions-copy-name = Copy “{ $name }”
decisions-count = { $count ->
    [one] 1 decision
   *[other] { $count } decisions
 }

# Why a decision waits.
telling-theirs = theirs
telling-ours = ours
telling-of = { $know } of { $must } know
telling-waits = waits
telling-days = { $days } d
telling-not-yet = not yet
telling-left = has left
telling-quiet = asked for quiet
telling-rule = Everybody whom a decision concerns should know within { $days } days; after that it stands in Needs you.
telling-everybody = everybody knows
telling-missing = not told: { $names }

# The bulletin of one side.
bulletin-theirs = { $account }: what their side has not been told
bulletin-ours = { $account }: what our side has not been told
bulletin-to = To
bulletin-only-to = Only to
bulletin-subject = { $account }: what is new

# What is refused.
decision-told-nobody = Say who was told: a person or a colleague, one of them
decision-told-twice = { $name } has already been told of “{ $decision }”

# The shell.
decisions-cli-told = Mark people as told of a decision today
decisions-cli-told-more = Without names all who do not know yet are told; --side takes those of one side.
decisions-cli-who = People and colleagues by name
decisions-cli-not = They were not told after all
decisions-cli-side = Only our side or only theirs
decisions-cli-untold = Show the decisions somebody has not been told
decisions-cli-account = Only of this account
decisions-cli-of = The account
decisions-cli-mail = As the link of a mail (mailto:)
decisions-cli-sent = Mark everything in it as told today
decisions-cli-all-told = Everybody knows everything
decisions-cli-not-told = { $name } has not been told of “{ $decision }”
decisions-cli-nobody = “{ $decision }”: nobody is left
