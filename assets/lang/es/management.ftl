# El informe de dirección: todas las cuentas clave en una página.
management-title = Informe de dirección
management-accounts = { $count ->
    [0] ninguna cuenta clave
    [one] 1 cuenta clave
   *[other] { $count } cuentas clave
 }
management-since = desde el { $day }
management-then = Tal como estaba el { $day }: cifras, salud y último contacto. Las oportunidades, el plan, los riesgos y las peticiones de ese día no se guardan.
management-not-kept = el libro no lo guarda día a día
management-since-report = desde el informe del { $day }
management-no-accounts = No hay cuentas clave. Marca como clave los clientes que llevas y aparecerán aquí.
management-count-healthy = { $count } bien
management-count-doubtful = { $count } en duda
management-count-ill = { $count } en peligro
management-count-unknown = { $count } sin datos suficientes
management-health = Salud de las cuentas: { $counts }.
management-lands = El año cierra en { $value }, el { $share } del objetivo de { $target }.
management-lands-short = El año cierra en { $value }, el { $share } del objetivo de { $target }: faltan { $gap }.
management-scorecard = Cuadro de mando
management-moved = Qué ha cambiado
management-risks = Riesgos
management-asks = Qué necesito
management-landing = Cierre
management-all = Total
management-col-account = Cuenta
management-col-health = Salud
management-col-change = Cambio
management-col-kpis = Indicadores
management-col-to-date = Acumulado
management-col-of-target = Del objetivo
management-col-revenue = Ingresos
management-col-pipeline = Oportunidades
management-col-plan = Plan
management-col-last = Último contacto
management-col-what = Qué
management-col-why = Por qué
management-col-risk = Riesgo
management-col-next = Siguiente paso
management-col-when = Cuándo
management-col-ask = Petición
management-col-landing = Cierre
management-col-method = Método
management-col-target = Objetivo
management-col-share = Del objetivo
management-col-gap = Frente al objetivo
management-col-needed = Necesario por periodo
management-col-best = Mejor de los tres últimos
management-more = { $count ->
    [one] y 1 más
   *[other] y { $count } más
 }
management-new-account = Nueva entre las cuentas clave
management-gone = Ya no son cuentas clave: { $names }.
management-nothing-moved = No se ha movido nada que cuente.
management-no-risk = Hoy no se conoce ningún riesgo.
management-no-ask = De momento, nada.
management-opened = Nueva incidencia: { $name }
management-closed = Incidencia resuelta: { $name }
management-problem = Incidencia: { $name }
management-next = siguiente: { $step }
management-new-sale = Nueva oportunidad: { $name } ({ $stage })
management-stage = { $name }: { $before } → { $now }
management-won = Ganada: { $name }
management-lost = Perdida: { $name }
management-put-off = { $name }: cierre aplazado del { $before } al { $now }
management-sooner = { $name }: cierre adelantado del { $before } al { $now }
management-decided = Decidido: { $name }
management-reached = Alcanzado: { $name }
management-landing-moved = Cierre { $before } → { $now }
management-came-in = entretanto han entrado { $value }
management-ours-kept = { $count ->
    [one] hemos cumplido 1 compromiso
   *[other] hemos cumplido { $count } compromisos
 }
management-ours-made = { $count ->
    [one] hemos asumido 1 compromiso nuevo
   *[other] hemos asumido { $count } compromisos nuevos
 }
management-theirs-kept = { $count ->
    [one] han cumplido 1 compromiso
   *[other] han cumplido { $count } compromisos
 }
management-theirs-made = { $count ->
    [one] han asumido 1 compromiso nuevo
   *[other] han asumido { $count } compromisos nuevos
 }
management-stated-high = Riesgo alto de perder la cuenta
management-stated-medium = Cierto riesgo de perder la cuenta
management-sale-pushed = { $name }: cierre aplazado { $count ->
    [2] dos veces
   *[other] { $count } veces
 }
management-sale-late = { $name } ya debería haberse cerrado
management-ask-colleague = { $name }: { $what }
management-ask-contract = Decidir qué sigue a { $name }
management-ask-care = Decidir si { $name } continúa
management-ask-target = Decidir si se revisa el objetivo de { $name } o se ponen más medios
