# The log
log-title = Log
log-today = Today
log-yesterday = Yesterday
log-tomorrow = Tomorrow
log-planned = Planned
log-planned-more = { $key } shows all
log-position = { $at } of { $total }
log-hits = { $count ->
    [0] no hits
    [one] 1 hit
   *[other] { $count } hits
}
log-hits-more = { $count } hits, more below
log-only-to-sort = to sort out: { $count }
log-only-planned = planned: { $count }
log-only-promises = with open promises: { $count }
log-balance = { $days } days
log-balance-in = in
log-balance-both = both ways
log-balance-out = out
log-balance-in-short = in
log-balance-both-short = both
log-balance-out-short = out
log-in = inbound
log-out = outbound
log-both = both ways
log-title-with = { $kind } with { $people }
log-with-colleagues = with our { $names }
log-is-planned = Planned, not held yet. { $done } writes down how it went
log-was-it-held = Was it held? { $done } writes down how it went, { $edit } moves it
log-is-to-sort = To sort out: something was not understood, or it names no account. { $edit } mends it, { $done } leaves it as it is
log-follow-ups = Follow-ups
log-no-day = no day
log-decided = decided
log-typed = Typed
log-more-lines = … { $count } more lines
log-empty = Nothing logged yet. { $key } writes down a call in one line.
log-nothing-found = Nothing found. { $key } shows everything again.
log-nothing-to-sort = Everything is sorted out.
log-nothing-planned = Nothing is planned. { $key } plans a meeting: meeting ana next fri 10:00
log-nothing-promised = No promise is open here.
log-nobody = Nobody is called “{ $name }”
log-to-sort-title = To sort out
log-to-sort-why = Something in the line was not understood, so it was kept as text. { $edit } opens the entry to mend it; { $done } says that it is right as it is.
log-filter-unknown = There is no filter “{ $name }:”. Accepted: from: with: tag: since:

log-head-day = Day
log-head-kind = Kind
log-head-who = With
log-head-account = Account
log-head-text = What was said
log-head-tags = Tags
