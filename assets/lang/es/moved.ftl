# Lo que se ha movido desde la última vez.
moved-health-up = La salud sube { $points ->
    [one] 1 punto
   *[other] { $points } puntos
}, a { $now }
moved-health-down = La salud baja { $points ->
    [one] 1 punto
   *[other] { $points } puntos
}, a { $now }
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
