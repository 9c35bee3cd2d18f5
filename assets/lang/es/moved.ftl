# Lo que se ha movido desde la última vez.
moved-health-up = Salud +{ $points }, a { $now }
moved-health-down = Salud −{ $points }, a { $now }
moved-on-track = { $name }: de nuevo en rumbo
moved-at-risk = { $name }: en riesgo
moved-off-track = { $name }: se ha desviado
moved-entered = { $name } { $period }: { $now }{ moved-from }
moved-changed = { $name } { $period }: { $before } → { $now }{ moved-from }
moved-from = { $source ->
    [none] {""}
   *[other] , de { $source }
 }{ $more ->
    [0] {""}
   *[other] {" "}(+{ $more } más)
 }
