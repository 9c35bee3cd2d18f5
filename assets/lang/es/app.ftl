# The frame
app-lens-today = Hoy
app-lens-accounts = Cuentas
app-lens-people = Personas
app-lens-log = Registro
app-all = Todas
app-need-you = { $count ->
    [one] 1 te espera
   *[other] { $count } te esperan
  }
app-too-small = cartera necesita { $floor } columnas y filas; este terminal tiene { $size }. Agrándalo.
app-weekday-1 = lun
app-weekday-2 = mar
app-weekday-3 = mié
app-weekday-4 = jue
app-weekday-5 = vie
app-weekday-6 = sáb
app-weekday-7 = dom
app-month-1 = ene
app-month-2 = feb
app-month-3 = mar
app-month-4 = abr
app-month-5 = may
app-month-6 = jun
app-month-7 = jul
app-month-8 = ago
app-month-9 = sep
app-month-10 = oct
app-month-11 = nov
app-month-12 = dic
app-date-long = { $weekday } { $day } { $month } { $year }  S{ $week }
app-date-short = { $weekday } { $day } { $month }
app-find = Buscar
app-once-more = { $key } otra vez elimina { $title }
app-undo-would = u desharía: { $what }
app-log-empty = Aún no hay nada registrado. { $key } anota una llamada en una línea.
app-copied = Copiado: { $text }
app-editor-failed = { $editor } no pudo editar la nota; sigue como estaba.
app-draft-failed = No se pudo guardar lo escrito: { $error }
