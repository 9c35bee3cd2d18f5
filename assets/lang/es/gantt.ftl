# Los planes como barras sobre una línea de tiempo.
gantt-title = Planes en el tiempo
gantt-today = hoy { $day }
gantt-zoom-week = por semanas
gantt-zoom-month = por meses
gantt-zoom-quarter = por trimestres
gantt-word-earlier = semana antes
gantt-word-later = semana después
gantt-word-fold = plegar
gantt-word-unfold = desplegar
gantt-marked = { $count ->
    [one] 1 marcada
   *[other] { $count } marcadas
 }
gantt-after = después de { $name }, hasta { $day }
gantt-before = antes de { $name }, desde { $day }
gantt-no-plan = aún sin plan · { $key } escribe uno
gantt-no-objectives = aún sin objetivos · { $key } añade uno
gantt-no-initiatives = aún sin iniciativas · { $key } añade una
gantt-empty = Aún no hay plan. { $key } escribe uno: sus iniciativas se ven aquí como barras.
gantt-none-shown = No hay nada así en los planes. { $back } lo muestra todo.

# Lo que no se puede mover.
gantt-over = { $name } ha terminado: sus días son los que fueron. Aún se pueden cambiar en su ficha
gantt-too-short = { $name } acabaría antes de empezar
gantt-no-end = { $name } no tiene un final propio: solo una iniciativa se puede alargar o acortar
gantt-nothing-open = No queda nada abierto de { $name }: no hay nada que mover
gantt-not-a-bar = Se pueden mover iniciativas, hitos y objetivos; los días de un plan se cambian en su ficha

# La consola.
gantt-cli = Los planes abiertos como barras sobre una línea de tiempo
gantt-cli-account = Solo esta cuenta
gantt-cli-zoom = Cuánto tiempo es una columna
gantt-cli-more =
    Se lee así: █ hecho, ░ lo que queda, ▀ un objetivo, ◆ un hito por llegar, ◇ uno alcanzado, ┃ hoy; una línea lleva de lo
    que debe acabar antes a lo que lo espera.
gantt-cli-move = Mover iniciativas, hitos u objetivos en el tiempo
gantt-cli-move-which = Cuáles: números o nombres
gantt-cli-move-days = Cuántos días; en negativo, antes
gantt-cli-move-weeks = Cuántas semanas; en negativo, antes
gantt-cli-move-end = Solo el último día: la iniciativa se alarga o se acorta
gantt-cli-move-more =
    Una iniciativa se lleva sus hitos abiertos, un objetivo sus iniciativas abiertas. «cartera undo» los devuelve a su sitio.
gantt-no-zoom = No existe el zoom «{ $text }»: { $accepted }
