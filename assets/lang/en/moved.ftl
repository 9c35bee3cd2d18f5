# What moved since last time.
moved-health-up = Health +{ $points } to { $now }
moved-health-down = Health −{ $points } to { $now }
moved-on-track = { $name } is on track again
moved-at-risk = { $name } is at risk now
moved-off-track = { $name } has gone off track
moved-entered = { $name } { $period }: { $now }{ moved-from }
moved-changed = { $name } { $period }: { $before } → { $now }{ moved-from }
moved-from = { $source ->
    [none] {""}
   *[other] , from { $source }
 }{ $more ->
    [0] {""}
   *[other] {" "}(+{ $more } more)
 }
