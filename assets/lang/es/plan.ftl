# Los planes: cuánto han avanzado y cómo va cada parte.
plan-me = yo
plan-slipping = retraso { $days } d
plan-waiting = espera
plan-behind = va despacio
plan-ripe = por cerrar
plan-running = en marcha
plan-ahead = sin empezar
plan-done = hecho
plan-given-up = abandonado
plan-slipping-long = algo suyo lleva { $days } d de retraso
plan-waiting-for = espera a { $name }
plan-behind-long = { $points ->
    [one] 1 punto por detrás de su calendario
   *[other] { $points } puntos por detrás de su calendario
 }
plan-ripe-long = todo lo que cuelga de ella está hecho
plan-done-on = terminó el { $day }
plan-review = rev. { $days } d
plan-review-never = sin revisar
plan-reviewed-never = nunca revisado
plan-reviewed = { $days ->
    [0] revisado hoy
    [one] revisado ayer
   *[other] revisado hace { $days } d
 }
plan-elapsed = transcurrido el { $share } del plazo
plan-open = { $count ->
    [one] 1 abierta
   *[other] { $count } abiertas
 }
plan-late = { $count ->
    [one] 1 con retraso
   *[other] { $count } con retraso
 }
plan-beyond = acaba después que el plan
plan-kpi-now = ahora { $amount }, { $period }
plan-without = { $account } no tiene plan
plan-none = Todavía no hay planes. «cartera plan add» escribe uno.
plan-label-days = Periodo
plan-label-progress = Avance
plan-label-reviewed = Revisión
plan-label-initiatives = Iniciativas
plan-label-milestones = Hitos
plan-label-promises = Compromisos
plan-label-owner = Quién
plan-label-standing = Estado
plan-label-way = De, a
plan-head-name = Plan
plan-head-owner = Quién
plan-head-until = Hasta
plan-head-progress = Avance
plan-head-standing = Estado

# Por qué no se conoce un avance, y cómo se calcula.
plan-dropped = se abandonó
plan-progress-unknown = nada dice cuánto ha avanzado: ni hitos, ni compromisos, ni avance anotado
plan-no-initiatives = todavía sin iniciativas
plan-no-objectives = todavía sin objetivos
plan-why-name = { $name }
plan-why-elapsed = Tiempo transcurrido
plan-why-done = Está terminada: cuenta entera.
plan-why-pieces = La parte de sus hitos y compromisos que está hecha; un avance anotado a mano ya no cuenta.
plan-why-entered = Tal como se anotó a mano: no cuelga de ella ningún hito ni compromiso.
plan-why-ahead = Aún no ha llegado su primer día: nada.
plan-why-nothing = Lo diría un hito, un compromiso o un avance anotado a mano.
plan-why-objective = La media de sus iniciativas; lo abandonado no cuenta.
plan-why-reached = Se marcó como alcanzado: cuenta entero.
plan-why-plan = La media de sus objetivos: la prioridad alta cuenta el triple, la media el doble, la baja una vez; lo abandonado no cuenta.

# Lo que se rechaza.
plan-ends-before = Acaba el { $day }, antes de empezar el { $start }
plan-too-short = Un plan dura de 12 a 18 meses: este puede acabar del { $from } al { $to }
plan-too-long = Un plan dura de 12 a 18 meses: este puede acabar del { $from } al { $to }
plan-overlaps = { $account } tiene otro plan abierto en ese tiempo: { $other }, del { $from } al { $to }. Cierra antes ese, o empieza después.
plan-kpi-elsewhere = { $kpi } no es un indicador de { $account }
plan-waits-elsewhere = { $name } es una iniciativa de otra cuenta: aquí nada puede esperarla
plan-promise-elsewhere = { $name } es una iniciativa de { $account }: un compromiso de otra cuenta no puede colgar de ella
plan-chain = { $first } espera a { $next }
plan-chain-more = , que espera a { $next }

# El árbol.
plan-tree-none = Todavía no hay ningún plan. { $new } escribe uno: dónde quieres estar con un cliente en 12 a 18 meses, y cómo.
plan-tree-none-account = { $account } todavía no tiene plan. { $new } escribe uno: dónde quieres estar en 12 a 18 meses, y cómo.
plan-tree-none-shown = No hay nada así en los planes. { $back } lo muestra todo.
plan-tree-without = todavía sin plan · { $new } escribe uno
plan-tree-no-accounts = Todavía no hay cuentas. Un plan se escribe para una cuenta: empieza en Cuentas.
plan-filter = Mostrar
plan-filter-all = todo
plan-filter-late = lo retrasado
plan-filter-open = lo abierto
plan-filter-mine = lo mío
plan-filter-team = lo del equipo
plan-filter-theirs = lo suyo
plan-filter-marketing = marketing y marca
plan-filter-mix = Por elemento del mix
plan-only = solo { $what }
plan-plans = { $count ->
    [one] 1 plan
   *[other] { $count } planes
 }
plan-set-status = Estado
plan-set-priority = Prioridad
plan-set-owner = Quién responde
plan-set-progress = Avance a mano
plan-set-reviewed = revisado hoy
plan-set-forward = llevar al periodo siguiente
plan-set-attach = Colgar un compromiso de ella
plan-set-detach = descolgar de esta iniciativa
plan-set-drop = abandonar
plan-set-take-up = retomar
plan-progress-ask = ¿Cuánto ha avanzado { $name }?
plan-progress-help = En porcentaje: 40

# La consola.
plan-cli-forward = Llevar un plan al periodo siguiente
plan-cli-forward-start = Primer día del plan nuevo; sin él, el día después de que acabe el anterior
plan-cli-forward-more =
    Lo alcanzado, terminado o abandonado se queda atrás; los días se mueven tanto como el plan y el avance empieza de nuevo.
    El plan nuevo es un borrador. «cartera undo» lo deshace.
plan-cli-which = El plan: número, nombre o cuenta
plan-cli-done = Marcar hitos, iniciativas u objetivos como alcanzados hoy, o abiertos de nuevo
plan-cli-attach = Colgar compromisos de una iniciativa
plan-cli-attach-promise = Los compromisos: números, o palabras de su texto
plan-cli-attach-to = La iniciativa
plan-cli-attach-none = Ya de ninguna iniciativa
plan-cli-tree = Los planes abiertos en árbol
plan-cli-tree-account = Solo esta cuenta
