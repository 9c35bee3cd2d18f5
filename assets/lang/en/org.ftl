# The org chart: who reports to whom.
# “Ana reports to Luis, who reports to Ana”
org-circle = This would lead back to where it began: { $chain }
org-chain-membership = { $first } reports to { $next }
org-chain-membership-more = , who reports to { $next }
org-chain-part = { $first } is part of { $next }
org-chain-part-more = , which is part of { $next }
org-chain-many = { $count ->
    [one] , and so on over one more
   *[other] , and so on over { $count } more
 } up to { $next }
