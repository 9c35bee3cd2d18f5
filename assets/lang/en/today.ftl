# Today: what needs me, the accounts at a glance, the week, what changed.
today-needs = Needs you
today-see = See { $name }
today-meet = Meet { $name }
today-held = Was it held? { $what }
today-prepare = Prepare: { $what }
today-talk = { $kind } with { $name }
today-birthday = Birthday of { $name }
today-to-sort = { $count ->
    [one] 1 entry to sort out
   *[other] { $count } entries to sort out
}
today-no-role = { $count ->
    [one] 1 person has no role yet
   *[other] { $count } people have no role yet
}
today-more = +{ $count } more to see
today-sort-out = {" "}sort out
today-every-days = every { $days } d
today-every = , every { $days }
today-never = never met
today-unknown = unknown

today-needs-none = Nothing needs you. { $capture } writes down what was said.
today-needs-narrowed = Nothing here has these words. { $back } shows everything again.
today-needs-no-people = Nobody to look after yet. { $people } shows the people; n adds one.
today-needs-no-key = Nothing needs you yet: this list watches over the key accounts.

today-accounts = Accounts
today-col-to-date = to date
today-col-months = 12 months
today-col-kpis = KPIs
today-col-last = last
today-col-next = next
today-col-late = late
today-col-people = to see
today-col-needs = needs
today-of = of { $all }
today-accounts-no-key = { $count ->
    [one] No key account yet. { $accounts } shows your client; { $set } marks it as key.
   *[other] No key account yet. { $accounts } lists your { $count } clients; { $set } marks as key the ones you look after.
}

today-week = This week
today-week-short = Week
today-next-week = Next week
today-week-none = Nothing is planned or due in these two weeks.

today-since = Since last time
today-since-short = Since
today-since-head-moved = Moved
today-since-head-late = Newly late
today-since-head-acts = Done
today-since-nothing = Nothing has changed since { $day }.
today-since-moved = { $count } moved
today-since-late = { $count } newly late
today-since-acts = { $count ->
    [one] 1 act
   *[other] { $count } acts
}

today-more-held = +{ $count } more to confirm
today-more-worse = +{ $count } more got worse
today-severe = severe problem
today-behind-said = Came up in
today-behind-as-of = figures up to { $day }
today-behind-actual = Actual
today-behind-target = Target
today-behind-pace = Pace
today-behind-lands = Lands at
today-behind-newest = Newest
today-behind-ours = we promised
today-behind-theirs = they promised
today-behind-made = Promised in
today-behind-planned = Planned
today-behind-contact = Last contact
today-behind-strength = Strength
today-behind-since = , since { $day }
today-behind-open = Open between us
today-behind-last = Last conversations
today-behind-to-sort = To sort out
today-behind-no-role = No role yet
today-behind-no-role-why = Who decides, who influences, who uses? Roles set how often you should see them.

today-welcome = An empty book
today-welcome-account = adds your first client, then its people
today-welcome-capture = writes down a call in one line; the rest can come later
today-welcome-import = brings in what you have in files: contacts, tables, calendars, e-mail
today-welcome-key = Then mark the three or four accounts you look after: { $accounts } lists the clients, { $set } marks them as key.
today-welcome-help = { $help } shows every key.

today-why-health = Health of { $name }
today-why-trend = Trend
today-why-then = { $before } on { $day }
