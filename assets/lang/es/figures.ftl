# Cifras leídas de celdas: por qué no se toma una, qué tiene de raro otra, qué se ha dejado fuera.
figures-unreadable = «{ $text }» no es un número
figures-cell-error = la fórmula de la celda ha fallado: { $text }
figures-cell-narrow = la columna era demasiado estrecha para mostrar el número: { $text }
figures-cell-rounded = la hoja de cálculo lo muestra redondeado: { $text }. Ensancha la columna y cópialo otra vez
figures-too-large = «{ $text }» es demasiado grande
figures-no-percentage = { $name } no se mide en porcentaje
figures-no-money = { $name } no es un importe en { $currency }
figures-other-currency = { $name } está en { $expected }, y esto en { $currency }
figures-computed = { $name } se calcula, no se introduce
figures-band = { $name } se juzga con una banda: introduce antes a mano sus dos extremos
figures-every-monthly = { $name } se mide por meses
figures-every-quarterly = { $name } se mide por trimestres
figures-every-yearly = { $name } se mide por años
figures-outside = queda fuera de la tabla
figures-no-period = «{ $text }» no es un periodo
figures-no-kpi = nada dice de qué indicador es la cifra
figures-account-unknown = no hay ninguna cuenta «{ $account }»
figures-account-several = «{ $account }» podría ser varias cuentas
figures-kpi-unknown = no hay ningún indicador «{ $name }»
figures-kpi-several = varias cuentas tienen un indicador «{ $name }»
figures-kpi-several-here = varias cuentas tienen un indicador «{ $name }»: sitúate en una fila de la suya, o elígela con Tab, y pega otra vez
figures-twice = está dos veces, como { $text } y como { $other }

figures-state-new = nueva
figures-state-changed = cambia
figures-state-refused = fuera
figures-role-target = objetivo
figures-summary = Cifras: nuevas { $new } · cambiadas { $changed } · sin cambios { $same } · fuera { $refused }{ $doubtful ->
    [0] {""}
   *[other] {" "}· por mirar { $doubtful }
}

figures-tenfold = cambia al menos diez veces
figures-tenfold-before = se aparta al menos diez veces del periodo anterior
figures-fraction = se toma como porcentaje tal como está: 0,95 es un 0,95 %, no un 95 %
figures-assumed-mark = leído con el signo decimal de tu idioma
figures-assumed-year = «{ $text }» no dice el año: se toma el actual

figures-column-left-out = columna dejada fuera: { $column }
figures-scenario-left-out = filas dejadas fuera: { $text }
figures-multiple = «{ $text }» habla de miles o millones: las cifras se toman tal como están
figures-sums-left-out = { $count ->
    [one] una fila de sumas dejada fuera
   *[other] { $count } filas de sumas dejadas fuera
}
