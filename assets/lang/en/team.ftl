# The account team and its digest.
team-me = me
team-kam = key account manager
team-outside = not in the team
team-until = until { $day }
team-promise-to = { $text } · { $name }
team-matter-plan = yours in the plan
team-matter-promise = you promised
team-matter-decision = to know
team-matter-meeting = meetings
team-head-name = Name
team-head-function = Function
team-head-plan = plan
team-head-promises = promises
team-head-late = late
team-head-untold = untold
team-count = { $count ->
    [0] nobody assigned
    [one] 1 colleague
   *[other] { $count } colleagues
 }
team-digest-for = Digest for { $name }
team-nothing = Nothing of theirs is open.
team-mail-subject = Open with you on { $day }: { $accounts }
team-no-accounts = No key accounts. Set the tier of the clients you look after to key; here stands who of ours works for them.
team-none = Nobody of ours is assigned here. { $key } adds a colleague to the team.
team-nothing-here = Nothing open with { $name } here.
team-cli-account = Only of this account
team-cli-colleague = Name or number of a colleague
team-cli-mail = As a link that opens a mail to them
team-head-meetings = meetings
