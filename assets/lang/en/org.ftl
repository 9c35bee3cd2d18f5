# The org chart: who reports to whom.
org-title = Org chart
org-title-of = Org chart of { $account }
org-nobody = Nobody here yet. “cartera person add” adds somebody.
org-no-account = Without an account
org-head-name = Name
org-head-title = Title
org-head-roles = Role
org-head-stance = Stance
org-head-last = Last contact
org-gap = no { $seat } known
org-not-known = { $roles }: not known
org-vacant = vacant
org-since = since { $day }
org-left = left { $day }
org-outside = { $name } reports to { $boss }, who is not at this account
org-cut = line cut
org-alone = reporting line not known
org-alone-key = { $key } picks a boss
org-boss = boss
org-boss-of = Whom does { $name } report to?
org-boss-of-several = Whom do { $count } people report to?
org-boss-bulk = reports to …
org-boss-nobody = nobody
org-boss-none-found = Nobody is called so here.
org-boss-now = now
org-move-top = { $name } stands at the top already
org-move-first = Nobody stands above { $name } at the same height: there is nobody to report to
org-move-no-account = { $name } has no account yet: there is nobody to report to
org-cli = Who reports to whom, as a tree
org-cli-account = Only this account
org-cli-more =
    Who left and still has people below them is vacant; required roles that nobody holds stand at the end.
    Change a line with “cartera person edit NAME --reports-to BOSS”; --json nests the people below their boss.

# “Ana reports to Luis, who reports to Ana”
org-circle = A circle: { $chain }
org-chain-membership = { $first } reports to { $next }
org-chain-membership-more = , who reports to { $next }
org-chain-part = { $first } is part of { $next }
org-chain-part-more = , which is part of { $next }
org-chain-many = { $count ->
    [one] , and so on over one more
   *[other] , and so on over { $count } more
 } up to { $next }
