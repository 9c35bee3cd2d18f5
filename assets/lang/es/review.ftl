# La revisión semanal.
review-title = Revisión semanal
review-part-moved = Qué se ha movido
review-part-promises = Compromisos
review-part-people = A quién toca ver
review-part-late = Iniciativas con retraso
review-part-moves = Próximos pasos
review-none-moved = Nada que conste.
review-none-promises = Nadie debe nada.
review-none-people = A todos se les ha visto a tiempo.
review-none-late = Ninguna: el plan va en plazo.
review-none-moves = Aquí no apremia nada. Siempre cabe un paso propio.
review-since = desde el { $day }, { $talks ->
    [0] ninguna conversación
    [one] 1 conversación
   *[other] { $talks } conversaciones
 }
review-reached = Hito alcanzado: { $name }
review-completed = Iniciativa terminada: { $name }
review-chosen-of = { $count } de { $wanted } elegidos
review-no-plan = sin plan en vigor
review-plan-never = plan { $name }, nunca revisado
review-plan-today = plan { $name }, revisado hoy
review-plan-ago = plan { $name }, revisado hace { $days } d
review-move-repair = Acordar con { $account } cómo enderezar { $name }
review-move-solve = Poner fecha a la solución de: { $name }
review-move-push = Poner al día: { $name }
review-move-renew = Hablar de la renovación de { $name }
review-move-tell = Decírselo a quien aún no lo sabe: { $name }
review-move-ask = { $person ->
    [none] Reclamarles: { $name }
   *[other] Reclamar a { $person }: { $name }
 }
review-move-see = Ver a { $name }
review-move-measure = Conseguir el último dato de { $name }
review-move-plan = Poner en vigor el plan { $name }
review-move-write = Escribir el plan de { $account }
review-done-of = { $done } de { $all } cuentas, { $moves ->
    [0] aún ningún paso
    [one] 1 paso
   *[other] { $moves } pasos
 }
review-no-move = ningún paso elegido
review-not-yet = aún sin revisar
review-no-accounts = No hay cuentas clave. Marca como clave las que llevas y la revisión las recorrerá.
review-nothing-yet = Aún no se ha revisado ninguna cuenta
review-accounts-left = { $count ->
    [one] Queda 1 cuenta por revisar
   *[other] Quedan { $count } cuentas por revisar
 }
review-on-to = Revisada: seguir con { $name }
review-on-to-list = Revisada: ver los pasos elegidos
review-finish = Terminar la revisión
review-close = Terminada: cerrar
review-key-choose = elegir
review-key-reword = otras palabras
review-key-back = quitar
review-key-own = paso propio
review-key-on = seguir
review-own = Próximo paso en { $name }
review-own-help = Puede empezar por un día o un nombre: vie enviar la oferta
review-cli-account = Nombre o número de una cuenta clave
review-cli-show = Mostrar lo que hay que mirar en la próxima cuenta o en esta
review-cli-move = Elegir un próximo paso: pasa a ser un compromiso nuestro
review-cli-value-move = PASO
review-cli-what = Número de una propuesta de review show, o palabras propias
review-cli-move-more =
    Las palabras propias pueden empezar por día y nombre: vie ana enviar la oferta
review-cli-through = Dar una cuenta por revisada, y con ella su plan
review-cli-finish = Terminar la revisión, con todas las cuentas revisadas
review-cli-list = Enumerar las revisiones que ha habido, la última primero
review-cli-not-key = { $name } no es cuenta clave: la revisión recorre esas
review-cli-no-move = Ninguna propuesta lleva el número { $number }: review show las enumera
review-cli-none = Aún no hay revisiones. cartera review show empieza por la primera cuenta.
review-cli-head-begun = Empezada
review-cli-head-finished = Terminada
review-cli-head-accounts = Cuentas
review-cli-head-moves = Pasos
review-move-prepare = Dejar listo: { $name }
review-move-sell = { $name }
review-untold = { $count ->
    [one] 1 de los afectados no lo sabe
   *[other] { $count } de los afectados no lo saben
 }
review-ahead = hito el { $day }
review-closes = se cierra el { $day }
review-left = { $left ->
    [0] Solo falta terminarla: { $key } sigue
    [one] Queda 1 cuenta: { $key } sigue
   *[other] Quedan { $left } cuentas: { $key } sigue
 }
