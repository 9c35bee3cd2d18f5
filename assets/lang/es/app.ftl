# The frame
app-lens-today = Hoy
app-lens-accounts = Cuentas
app-lens-people = Personas
app-lens-log = Registro
app-lens-kpis = Indicadores
app-all = Todas
app-need-you = { $count ->
    [one] 1 te espera
   *[other] { $count } te esperan
  }
app-too-small = cartera necesita { $floor } columnas y filas; este terminal tiene { $size }. Agrándalo.
app-find = Buscar
app-once-more = { $key } otra vez elimina { $title }
app-undo-would = u desharía: { act-what }
app-copied = Copiado: { $text }
app-editor-failed = { $editor } no pudo editar la nota; sigue como estaba.
app-draft-failed = No se pudo guardar lo escrito: { $error }
# What floats
app-capture = Captura
app-capture-held = Celebrada: completa la línea
app-capture-asked-not = { $name } pidió que no se le contacte
app-capture-not-before = { $name }: no antes del { $day }
app-capture-hint = ⏎ guarda  ↓ ver  > debo  < deben  problema: decidido: +tema ana=actitud
app-capture-kept = Línea guardada de antes · { $key } la descarta
app-capture-chip-hint = Retroceso lo deja en texto  ↑ línea  ⏎ guarda
app-capture-offer-hint = ⏎ lo toma  Retroceso lo deja en texto  ↑ línea
app-capture-create = crear la persona «{ $name }»
app-palette = Comandos, cuentas, personas
app-palette-text = Buscar en todo el texto
app-palette-empty = No se encontró nada
app-help = Teclas
app-help-search = Buscar
app-history-of-book = Últimas acciones
app-history-empty = Aún no ha pasado nada
app-history-undone = deshecho
app-snooze = Posponer: { $title }
app-snooze-help = mañana · lun · 3d · 2s · 1m · 12/11
app-snooze-past = Hace falta un día futuro
app-question-empty = Hay que escribir algo
app-snooze-empty = ¿Hasta cuándo?
app-conflict = Cambiado en otro lugar mientras editabas
app-conflict-yours = lo tuyo
app-conflict-elsewhere = en otro lugar
app-conflict-mine = Conservar lo mío; lo que cambiaron en otros campos se queda
app-conflict-theirs = Tomar lo suyo y dejar lo mío
app-new = Nuevo
app-set-role = rol
app-set-stance = actitud
app-set-influence = influencia
app-set-interest = interés
app-interest-unknown = desconocido
app-set-still = todo sigue igual
app-stance-unknown = desconocida
app-influence-assumed = supuesta por los roles
app-draft-resumed = Borrador anterior. { $key } lo descarta
app-draft-kept = Borrador guardado · { $key } lo recupera · { $discard } lo descarta
app-draft-discarded = Borrador descartado
app-form-unchanged = No se cambió nada
app-settings = Errores en el fichero de ajustes
app-settings-used = El resto del fichero está en vigor.
app-not-here = Aquí no hay nada que «{ $command }»
app-enter-figure = introducir
app-enter-first = { $key } introduce datos
app-drafts-kept = Borrador guardado de { $count ->
    [one] un formulario
   *[other] { $count } formularios
}: la misma n o e lo retoma

app-lens-plan = Plan
app-lens-growth = Crecer
app-lens-portfolio = Cartera

# Names of views, in the title line that they share.
view-plan-tree = Árbol
view-plan-gantt = Gantt
view-plan-decisions = Decisiones
view-plan-team = Equipo
view-growth-pipeline = Embudo
view-growth-whitespace = Espacio en blanco
view-growth-competitors = Competidores
view-growth-insights = Insights
view-growth-care = Atenciones
view-growth-value = Valor

# The same below 100 columns.
app-lens-today-short = Hoy
app-lens-accounts-short = Ctas
app-lens-people-short = Pers
app-lens-log-short = Reg
app-lens-kpis-short = Ind
app-lens-plan-short = Plan
app-lens-growth-short = Crec
app-lens-portfolio-short = Cart
