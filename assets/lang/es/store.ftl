# Lo que el fichero rechaza y qué hacer.
store-newer = { $path } se escribió con una versión más nueva de cartera. Se ha dejado como está. Actualiza cartera para abrirlo.{ $backup ->
    [none] {""}
   *[other] {" "}Esta versión puede abrir la copia { $backup }
 }
store-foreign = { $path } no es un libro de cartera, o su comienzo está dañado. Se ha dejado como está. { $backup ->
    [none] Indica otro fichero con --file
   *[other] Si era tu libro, recupera la copia sana más reciente: cartera --file "{ $path }" restore "{ $backup }"
 }
store-damaged = { $path } está dañado. Se ha dejado como está. { $backup ->
    [none] No hay ninguna copia sana en la carpeta «backups» que tiene al lado: busca una en otro sitio
   *[other] Recupera la copia sana más reciente: cartera --file "{ $path }" restore "{ $backup }"
 }
store-locked = Otro programa tiene bloqueado { $path }. Ciérralo y vuelve a intentarlo
store-read-only = { $path } es de solo lectura. Date permiso para escribirlo, o cópialo a otro sitio e indica la copia con --file
store-folder-read-only = La carpeta de { $path } es de solo lectura, y un libro necesita escribir junto a su fichero. Lleva el libro a otra carpeta
store-is-folder = { $path } es una carpeta. Indica un fichero dentro de ella
store-no-folder = La carpeta de { $path } no existe. Créala o indica otro fichero
store-cannot-open = No se puede abrir { $path }. Revisa los permisos del fichero y de su carpeta
store-in-use = { $path } está abierto en otra cartera. Ciérralo allí y vuelve a intentarlo

# Lo que falla después.
store-disk-full = El disco está lleno: no se ha guardado nada. Libera espacio y vuelve a guardar
store-busy = Otra cartera está escribiendo en este momento: no se ha guardado nada. Vuelve a intentarlo
store-read-only-now = Ya no se puede escribir en el fichero: no se ha guardado nada. Revisa los permisos del fichero y de su carpeta
store-damaged-now = El fichero está dañado. «cartera check» dice dónde, «cartera restore» recupera una copia
store-gone-meanwhile = Algo de lo que se nombra aquí se ha borrado entretanto: no se ha guardado nada
store-sql = El fichero no lo permite: { $error }
store-io = El sistema lo rechaza: { $error }
store-changed-elsewhere = Este registro ({ $kind } { $id }) se ha cambiado en otro sitio desde que lo abriste
store-missing = No hay ningún registro de { $kind } con el número { $id }
store-undo-gone = En el mismo momento se ha escrito o deshecho otra cosa. Mira de nuevo antes de deshacer
store-undo-migration = Eso se hizo antes de que el libro cambiara de forma y no se puede deshacer paso a paso.{ $backup ->
    [none] {""}
   *[other] {" "}El libro tal como era: { $backup }
 }
store-undo-forgotten = Hace demasiado tiempo: ya no se conservan los valores anteriores

# Copias.
store-backup-made = Copia hecha: { $path }
store-backup-daily = del día
store-backup-migration = antes de un cambio de forma
store-backup-restore = antes de recuperar otra
store-backup-by-hand = a mano
store-backup-unsound = { $path } no es un libro sano: no se ha usado
store-backup-missing = No existe la copia { $path }
store-backup-exists = { $path } ya existe. Indica otro fichero
store-backup-memory = Un libro en memoria no tiene copias
store-restored = { $path } vuelve a estar como en { $from }.{ $aside ->
    [none] {""}
   *[other] {" "}Lo que había se conserva: { $aside }
 }

# Lo que encuentra una comprobación.
check-integrity = El fichero está dañado: { $found }
check-orphans = { $count ->
    [one] 1 fila se refiere a algo que no existe
   *[other] { $count } filas se refieren a algo que no existe
 }
check-search = La búsqueda o los últimos contactos no concuerdan con las conversaciones
store-not-empty = En este libro ya hay algo escrito. La demostración necesita uno vacío
