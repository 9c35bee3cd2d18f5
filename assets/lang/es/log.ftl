# El registro
log-title = Registro
log-today = Hoy
log-yesterday = Ayer
log-tomorrow = Mañana
log-planned = Previsto
log-planned-more = { $key } los muestra todos
log-position = { $at } de { $total }
log-hits = { $count ->
    [0] sin resultados
    [one] 1 resultado
   *[other] { $count } resultados
}
log-hits-more = { $count } resultados, más abajo hay otros
log-only-to-sort = por ordenar: { $count }
log-only-planned = previsto: { $count }
log-only-promises = con compromisos abiertos: { $count }
log-balance = { $days } días
log-balance-in = entrantes
log-balance-both = en ambos sentidos
log-balance-out = salientes
log-balance-in-short = ent.
log-balance-both-short = ambos
log-balance-out-short = sal.
log-in = entrante
log-out = saliente
log-both = en ambos sentidos
log-title-with = { $kind } con { $people }
log-with-colleagues = de los nuestros, { $names }
log-is-planned = Previsto, aún no ha tenido lugar. { $done } anota cómo fue
log-was-it-held = ¿Tuvo lugar? { $done } anota cómo fue, { $edit } cambia el día
log-is-to-sort = Por ordenar: algo no se entendió, o no nombra cuenta. { $edit } lo corrige, { $done } lo deja como está
log-follow-ups = Compromisos
log-no-day = sin fecha
log-decided = decidido
log-typed = Escrito
log-more-lines = … { $count } líneas más
log-empty = Aún no hay nada anotado. { $key } anota una llamada en una línea.
log-nothing-found = No se ha encontrado nada. { $key } vuelve a mostrarlo todo.
log-nothing-to-sort = Todo está ordenado.
log-nothing-planned = No hay nada previsto. { $key } planifica una reunión: reunión ana próx vie 10:00
log-nothing-promised = Aquí no hay compromisos abiertos.
log-nobody = Nadie se llama «{ $name }»
log-to-sort-title = Por ordenar
log-to-sort-why = Algo de la línea no se entendió y se guardó como texto. { $edit } abre la entrada para corregirla; { $done } da por bueno lo que hay.
log-filter-unknown = No hay filtro «{ $name }:». Se acepta: de: con: etiqueta: desde:

log-head-day = Día
log-head-kind = Tipo
log-head-who = Con
log-head-account = Cuenta
log-head-text = Qué se dijo
log-head-tags = Etiquetas
