# La consola: órdenes, opciones, lo que dicen.
cli-about = cartera: el CRM personal de un gestor de grandes cuentas, en un fichero local.
cli-more =
    Sin orden se abre la pantalla; sin terminal, se imprime el día de hoy.
    Donde cabe un número cabe el nombre: cartera person show "ana ruiz"
    Cada orden tiene su propia ayuda: cartera log --help
cli-usage-options = [OPCIONES]
cli-usage = Uso
cli-heading-commands = Órdenes
cli-heading-options = Opciones
cli-heading-arguments = Argumentos
cli-heading-fields = Campos
cli-heading-membership = Campos de su puesto en la cuenta
cli-heading-everywhere = Opciones de todas las órdenes
cli-group-day = Cada día
cli-group-records = Registros (list, show, add, edit, remove)
cli-group-figures = Cifras (list, show, add, edit, remove)
cli-group-back = El camino de vuelta
cli-group-files = Ficheros
cli-group-program = El programa

cli-value-command = ORDEN
cli-value-file = FICHERO
cli-value-day = DÍA
cli-value-text = TEXTO
cli-value-texts = TEXTO,…
cli-value-place = LUGAR
cli-value-name = NOMBRE
cli-value-names = NOMBRE,…
cli-value-record = REGISTRO
cli-value-field = CAMPO
cli-value-time = HORA
cli-value-minutes = MINUTOS
cli-value-number = NÚMERO
cli-value-percent = PORCENTAJE
cli-value-money = IMPORTE
cli-value-period = PERIODO
cli-value-currency = CÓDIGO
cli-value-month = MES
cli-value-flag = sí|no
cli-value-choice = OPCIÓN
cli-value-ready = CLAVE
cli-value-choices = OPCIÓN,…
cli-value-shell = CONSOLA
cli-value-setting = NOMBRE=VALOR
cli-value-what = QUÉ

cli-flag-file = Trabajar con este libro en lugar del habitual
cli-flag-on = Tomar este día por hoy; entonces no se hace copia
cli-flag-lang = Idioma de esta orden
cli-flag-json = Responder en JSON
cli-flag-help = Mostrar esta ayuda
cli-flag-version = Mostrar la versión
cli-flag-account = Solo esta cuenta; sus nombres van primero
cli-flag-scope = La cuenta de que se trata si la línea no nombra otra
cli-flag-account-only = Solo los de esta cuenta
cli-flag-limit = Como mucho tantos
cli-flag-output = Escribir en este fichero
cli-flag-reopen = Al revés: lo cumplido o cerrado vuelve a estar pendiente
cli-flag-dry-run = Mostrar lo que se haría, sin escribir nada
cli-flag-map = Qué significa una columna, como "Firma=company"; se puede repetir
cli-flag-kind = Qué son las filas de un CSV, si sus cabeceras no lo dicen
cli-flag-sheet = Hojas de cifras que se leen, si no son todas las visibles; se puede repetir
cli-flag-decimal = Con qué empiezan los decimales, si el fichero no lo demuestra
cli-flag-targets = Las cifras que no digan otra cosa son objetivos
cli-flag-create = Crear las cuentas y los indicadores que nombran las cifras y no están en la cartera
cli-flag-skip = Dejar fuera este registro: FICHERO:LÍNEA como lo nombra un ensayo, o LÍNEA
cli-flag-new = Tomar este registro por nuevo, se parezca a quien se parezca
cli-flag-into = Tomar este registro por ese de la cartera: FICHERO:LÍNEA=12; account:FICHERO:LÍNEA=3 es su empresa
cli-flag-format = Formato del fichero: json, todo el libro; csv, las personas o --kind; xlsx, todos los tipos; vcard, vcard3; ics, lo que tiene fecha
cli-flag-window = Días que se toman de un calendario: antes y después de hoy, 90 si no se dice nada
cli-flag-backup-list = Enumerar las copias que hay
cli-flag-interactions = Cuántas entradas tendrá el registro, hasta diez años de trabajo
cli-flag-no-open = Escribir el fichero e imprimir su ruta, sin abrir nada
cli-flag-key = Solo las cuentas clave
cli-flag-all-commitment = También los ya cumplidos
cli-flag-all-contract = También los que ya han terminado
cli-flag-all-problem = También las ya cerradas
cli-flag-all-opportunity = También las ganadas y las perdidas
cli-flag-all-kpi = También los que ya no se siguen
cli-flag-from = Empezar con este del catálogo, ver «cartera kpi catalogue»
cli-flag-sort = Ordenar por este campo
cli-flag-reverse = Ordenar al revés

cli-arg-text = Lo que se dijo, como en la línea de captura; - lee una entrada por línea
cli-arg-words = Palabras y filtros: con:ana de:ana etiqueta:renovación desde:2s
cli-arg-commitment = Los compromisos: sus números o palabras de su texto; o incidencias
cli-arg-record = Un registro, como person:12 o person "Ana Ruiz"; ninguno: las últimas acciones
cli-arg-whose = Cuenta, persona o reunión prevista
cli-arg-what = cuenta NOMBRE, indicador CUENTA INDICADOR [PERIODO], o persona NOMBRE
cli-arg-files = Contactos (vCard), tablas (CSV, XLSX, ODS), calendarios, correo o un libro en JSON
cli-arg-backup = La copia, o el día en que se hizo
cli-arg-setting = Ajustes y sus valores nuevos; un valor vacío vuelve al de serie
cli-arg-shell = bash, zsh, fish, elvish o powershell
cli-arg-which = Su nombre, el principio de él o su número
cli-arg-which-number = Su número o palabras de su texto
cli-arg-which-kpi = Su cuenta y su nombre, o su número

cli-log = Anotar una llamada, una visita o una nota en una línea
cli-log-more =
    llamada ana ruiz ayer 30m: precios altos +renovación ana=neutral > vie oferta
      cabeza   antes de «:», tipo, personas, día, hora y minutos en cualquier orden
      +palabra una etiqueta      :) :(    cómo fue
      > día …  lo prometemos     < día …  lo prometen
      problema: qué, grave para el vie    algo que fue mal en la cuenta
      decidido: qué dicho a ana, luis     qué se decidió y quién lo sabe
      nombre=actitud, nombre=rol          lo que se supo de alguien
    Solo se rechaza una línea vacía. Lo que no se entiende se guarda por ordenar.
cli-bulletin = Lo que un lado de una cuenta aún no sabe
cli-today = Lo que te espera, tus cuentas, esta semana
cli-brief = Antes de una reunión: quién, qué preguntar, qué se debe
cli-brief-more =
    cartera brief arce                     la cuenta y su próxima reunión
    cartera brief ana ruiz
    cartera brief interacción "comité de seguimiento"
    cartera brief "#12"                    una reunión prevista, por su número
      Contiene lo que se contó en confianza: es para tus ojos.
cli-scorecard = Cómo va cada cuenta: salud, indicadores y previsión
cli-scorecard-more =
    cartera scorecard --account arce
    cartera scorecard --json
      Real       de un flujo, el año hasta la fecha; de un nivel, su último dato
      %          ritmo de un flujo hasta su último periodo, cumplimiento de un nivel
      Previsión  según cada método; * es el que vale
      Falta      lo que falta desde ahí hasta el objetivo del año
      Necesario  en cada periodo que queda
    En JSON cada cuenta lleva health, insights y kpis. Una proporción de 1 es
    el 100 %; el dinero, {"{"}"amount": "1234.50", "currency": "EUR"{"}"}; lo que
    no se sabe es null, y el motivo está con el mismo nombre en "why".
cli-explain = Cómo se obtiene una cifra: salud, indicador, relación
cli-explain-more =
    cartera explain account arce          la salud: partes, pesos, datos
    cartera explain kpi arce ventas       ritmo o cumplimiento, y la previsión
    cartera explain kpi arce ventas oct   un periodo, y quién lo introdujo
    cartera explain person ana            fuerza, cadencia, cobertura
cli-search = Buscar en todo lo que se dijo, se decidió y se planificó
cli-search-more =
    cartera search precios con:ana desde:2s
      de:NOMBRE         escribió o llamó       con:NOMBRE   participó
      etiqueta:PALABRA  con esta etiqueta      desde:DÍA    ese día o después
    Debajo salen decisiones, planes, ventas y notas con esas palabras; con un filtro, no.
cli-review = La revisión semanal: cómo va y sus pasos
cli-review-more =
    Sin orden, se muestra. Cada paso es una acción: undo lo deshace.
    cartera review show nordwind
    cartera review move nordwind 1
    cartera review move nordwind vie enviar el SLA revisado
    cartera review through nordwind
cli-team = Quién de los nuestros trabaja para una cuenta
cli-digest = Lo que se envía a un colega: lo suyo del plan, lo prometido
cli-digest-more =
    cartera digest marta
    cartera digest marta --mail
cli-report = Informes para dirección y clientes
cli-report-more =
    cartera report management --output informe.html --issue
    cartera report brief nordwind --format md
    cartera report digest marta --language en
    cartera report list
    cartera report show 3 --output otra-vez.html
cli-done = Marcar compromisos como cumplidos, cerrar incidencias
cli-done-more =
    cartera done 12            el compromiso número 12
    cartera done enviar TCO    el compromiso o la incidencia con estas palabras
    cartera done incidencia 3  la incidencia número 3
cli-account = Tus clientes, cuentas clave y otras
cli-unit = Divisiones, plantas y filiales de una cuenta
cli-person = Interlocutores y su puesto en una cuenta
cli-colleague = Tu propio equipo de cuentas
cli-opportunity = Ventas posibles
cli-contract = Lo acordado por un tiempo, con su fin y su preaviso
cli-problem = Lo que ha fallado en un cliente, hasta que se cierra
cli-cltv = Lo que valen los clientes a lo largo de los años
cli-reading = Lo satisfechos que dicen estar
cli-influence = Quién influye en quién en un cliente
cli-involvement = Quién participa en qué decisión
cli-kpi = Indicadores con sus objetivos y sus datos reales
cli-kpi-catalogue = Indicadores listos para empezar
cli-arg-catalogue = Solo los que tengan estas palabras en su nombre o definición
cli-catalogue-key = Clave
cli-catalogue-name = Nombre
cli-catalogue-definition = Qué es
cli-catalogue-frequency = Se mide
cli-catalogue-nothing = Nada en el catálogo se llama «{ $text }». «cartera kpi catalogue» lo lista
cli-catalogue-several = «{ $text }» vale para varios: { $candidates }
cli-kpi-set = Introducir datos reales
cli-kpi-set-shape = CUENTA INDICADOR PERIODO VALOR
cli-kpi-set-more =
    cartera kpi set arce "entrega a tiempo" oct 91
    cartera kpi set arce ventas oct=82000 nov=91k
    cartera kpi set 12 2026-10 -
      CUENTA INDICADOR  por su nombre, - es la cartera; o solo su número
      PERIODO           tan largo como mide el indicador: oct, 2026-10, T4, 2026
      VALOR             en lo que se mide el indicador; vacío o - lo borra
    Varios PERIODO=VALOR son una sola acción, que undo deshace.
cli-kpi-target = Introducir objetivos
cli-kpi-target-shape = CUENTA INDICADOR PERIODO VALOR [HASTA]
cli-kpi-target-more =
    cartera kpi target arce ventas 2026 1,2M
    cartera kpi target arce "días de stock" 2026 10 20
    cartera kpi target arce ventas oct=90k nov=110k
      CUENTA INDICADOR  por su nombre, - es la cartera; o solo su número
      PERIODO           un año, que se reparte, o un periodo, que prevalece
      VALOR [HASTA]     el objetivo, de una banda ambos extremos; - lo borra
    Varios PERIODO=VALOR son una sola acción, que undo deshace.
cli-rate = Lo que cuentan otras monedas, por año
cli-interaction = Reuniones, llamadas, correos, visitas, notas
cli-commitment = Lo que prometió cada parte; también task
cli-record-list = Lista de { $kinds }
cli-record-show = Ficha de { $kind }
cli-record-add = Alta de { $kind }
cli-record-edit = Cambios en { $kind }
cli-record-remove = Baja de { $kinds }; undo los devuelve
cli-edit-more = Un valor vacío borra el campo: --notes ""
cli-undo = Deshacer la última acción
cli-redo = Rehacer la última acción deshecha
cli-history = Lo que se hizo, o lo que le pasó a un registro
cli-import = Leer contactos, cuentas, reales y objetivos de ficheros
cli-import-more =
    cartera import contactos.vcf
    cartera import clientes.csv --dry-run
    cartera import clientes.csv --map "Firma=company,Plaza=account.site"
    cartera import reales.xlsx --dry-run
    cartera import objetivos.csv --targets --decimal ,
    Lo conocido se completa y lo nuevo se añade, todo en una acción que undo deshace.
    Una lista de clientes pone al día facturación, margen y crecimiento: --dry-run muestra antes → después.
cli-export = Escribir el libro entero en un fichero
cli-export-more =
    cartera export --output libro.json
    Lo exportado se importa igual: cartera --file nuevo.cartera import libro.json
cli-backup = Copiar el libro, o enumerar las copias
cli-restore = Poner una copia en el lugar del libro
cli-restore-more =
    cartera backup --list      dice qué copias hay
    cartera restore 2026-11-22
    El libro que se sustituye se guarda como copia.
cli-check = ¿Está sano el libro?
cli-setting = Cadencias, moneda, año: lo que cambia una cifra
cli-setting-list = Lista de los ajustes del libro
cli-setting-set = Cambiar ajustes del libro
cli-demo = Abrir un libro de cuatro cuentas ficticias
cli-keys = Las teclas de la pantalla
cli-completions = Completado para tu consola
cli-man = La página del manual

cli-no-home = El sistema no da una carpeta personal. Indica una carpeta en CARTERA_HOME o un libro con --file
cli-no-book = Todavía no hay ningún libro { $path }
cli-new-book = Libro nuevo: { $path }
cli-no-day = «{ $text }» no es un día para --on. Se acepta: 2026-11-23, 23/11/2026, ayer
cli-no-language = «{ $text }» no es un idioma para --lang. Se acepta: es, en
cli-nothing-changed = Nada ha cambiado
cli-saved = { $what } (#{ $id })
cli-not-found = Nada encaja con «{ $text }» ({ $kind })
cli-ambiguous = «{ $text }» puede ser varios ({ $kind }): { $candidates }
cli-kpi-which = Di qué indicador: su cuenta y su nombre, o su número
cli-kpi-retired = El indicador n.º { $id } ya no se sigue
cli-brief-nobody = Ninguna cuenta, persona ni reunión prevista se llama «{ $text }»
cli-brief-held = #{ $id } ya se celebró; un briefing es de lo previsto, de una cuenta o de una persona
cli-explain-what = No hay nada que explicar de «{ $text }». Se acepta: { $accepted }
cli-explain-coverage = Cobertura de { $name }
cli-kpi-none = No hay ningún indicador «{ $text }», ni otro alguno ahí
cli-kpi-not-found = Ahí no hay ningún indicador «{ $text }». Hay estos: { $candidates }
cli-kpi-shape = { $command ->
    [target] Se acepta: cartera kpi target CUENTA INDICADOR PERIODO VALOR [HASTA], o CUENTA INDICADOR PERIODO=VALOR…
   *[set] Se acepta: cartera kpi set CUENTA INDICADOR PERIODO VALOR, o CUENTA INDICADOR PERIODO=VALOR…
}
cli-kpi-targets = { $account }, objetivos
cli-kpi-band = El objetivo de { $name } es una banda. Se aceptan sus dos extremos, como 10..20
cli-kpi-band-order = El extremo inferior de la banda de { $name } está por encima del superior
cli-kpi-no-band = El objetivo de { $name } no es una banda. Se acepta un solo valor
cli-no-kind = «{ $text }» no nombra ningún registro. Se acepta: { $accepted }, cada uno con un número o un nombre: person:12
cli-kind-unknown = No hay registros de tipo «{ $text }». Se acepta: { $accepted }
cli-no-fields = Nada que cambiar: nombra un campo, como --{ $flag }
cli-no-sort = No hay ningún campo «{ $text }» por el que ordenar. Se acepta: { $accepted }
cli-which-place = { $name } tiene varios puestos: di cuál con --account. Hay: { $accounts }
cli-no-place = { $name } no tiene cuenta: di cuál con --account
cli-log-blank = Nada que guardar: la línea está vacía
cli-to-sort = Guardado, por ordenar: algo no se ha entendido
cli-to-sort-account = Guardado, por ordenar: no nombra ninguna cuenta
cli-to-sort-names = Guardado, por ordenar: nadie se llama { $names }
cli-found-nothing = No se ha encontrado nada
cli-found-more = Los { $count } más recientes; --limit muestra más
cli-listed = { $count } de { $all }; --limit muestra más
cli-list-empty = Todavía no hay { $kinds }
cli-list-none = Ahí no hay { $kinds }
cli-already-done = { $text } (#{ $id }) ya estaba cumplido. --reopen lo deshace
cli-already-closed = { $text } (#{ $id }) ya estaba cerrada. --reopen lo deshace
cli-not-done = { $text } (#{ $id }) está pendiente
cli-history-empty = Todavía no se ha hecho nada
cli-history-none = No se sabe nada del pasado de este registro
cli-history-deleted = borrado
cli-history-undone = deshecho
cli-setting-shape = «{ $text }» no es un ajuste. Se acepta: nombre=valor, como cadence_decider=30
cli-setting-unknown = No hay ningún ajuste «{ $text }». Se acepta: { $accepted }
cli-setting-default = de serie
cli-sound = El libro está sano: { $path }
cli-unsound = { $count ->
    [one] Hay 1 cosa mal en { $path }
   *[other] Hay { $count } cosas mal en { $path }
 }
cli-no-backups = Todavía no hay copias
cli-no-backup-of = No hay ninguna copia «{ $text }». «cartera backup --list» dice cuáles hay
cli-imported = Creados: { $create } · completados: { $merge } · sin novedad: { $same } · rechazados: { $refuse }{ $skip ->
    [0] {""}
   *[other] {" "}· descartados: { $skip }
}
cli-into-unreadable = «{ $text }» no dice un lugar y un número. Se acepta: FICHERO:LÍNEA=12
cli-place-unknown = No hay ningún registro en { $place }. --dry-run nombra los lugares
cli-place-several = Hay varios registros en { $place }. Di cuál: FICHERO:LÍNEA
cli-format-unknown = «{ $text }» no es un formato. Se acepta: { $accepted }
cli-not-written = No se ha podido escribir la salida
cli-broken = cartera ha tropezado consigo misma en { $place }. Nada de lo guardado se ha perdido. Por favor, comunícalo

# Lo que rechaza el lector de la línea de órdenes.
cli-parse-unknown-argument = «{ $text }» no se conoce aquí.
cli-parse-unknown-command = No hay ninguna orden «{ $text }».
cli-parse-missing = Falta: { $text }.
cli-parse-value = «{ $value }» no encaja en { $text }. Se acepta: { $accepted }
cli-parse-number = un número entero
cli-parse-no-value = { $text } necesita un valor.
cli-parse-twice = { $text } solo puede estar una vez.
cli-parse-suggestion = ¿Querías decir { $text }?
cli-parse-help = «{ $command } --help» dice qué se acepta.

# Columnas y rótulos de la consola.
cli-column-number = N.º
cli-column-contact = Contacto
cli-column-last = Último
cli-column-notice = Preaviso
cli-column-closed = cerrada { $day }
cli-column-chance = Prob.
cli-show-of-stage = según su fase
cli-show-weighted = Ponderado
cli-column-overdue = Retraso
cli-column-when = Cuándo
cli-column-what = Qué
cli-column-before = Antes
cli-column-after = Después
cli-column-size = Bytes
cli-column-file = Fichero
cli-column-key = Teclas
cli-column-command = Hace

cli-competitor = Quién más vende allí
cli-offering = Lo que vendemos
cli-plan = Planes de 12 a 18 meses
cli-objective = Lo que los planes quieren conseguir
cli-initiative = Lo que se hace para conseguirlo
cli-milestone = Días en que algo debe estar listo
cli-whitespace = Quién cubre qué en cada unidad
cli-insight = Lo que se sabe de clientes y mercado
cli-perk = Recursos exclusivos y ofertas únicas que se dan
cli-decision = Decisiones y cambios, y quién debe saberlos
cli-telling = A quién se ha dicho cada decisión
cli-assignment = Quién está en el equipo de cada cuenta
cli-promotion = Desde cuándo son clave las cuentas
cli-group-plan = Plan, Crecer y Cartera
cli-flag-all-plan = También los ya cerrados
cli-flag-all-objective = También los alcanzados y los abandonados
cli-flag-all-initiative = También las terminadas y las abandonadas
cli-flag-all-milestone = También los ya alcanzados
cli-flag-all-offering = También las que ya no se venden
cli-flag-all-perk = También las que ya terminaron
cli-flag-all-assignment = También quienes ya dejaron el equipo
