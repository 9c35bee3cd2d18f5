# El selector de ficheros, y cómo se escriben ficheros desde la pantalla.
files-title = Importar un fichero
files-above = carpeta superior
files-folder = Carpeta
files-none = Aquí nada se llama así
files-reads = Lee contactos (vCard), tablas (CSV, Excel, LibreOffice), calendarios, correo y libros en JSON. Sea lo que sea, antes verás qué se guardaría.
files-count = { $count ->
    [one] 1 elemento
   *[other] { $count } elementos
  }
files-mark = marcar
files-marked = { $count ->
    [one] 1 marcado · { $key } lo lee
   *[other] { $count } marcados · { $key } los lee juntos
  }
files-newest = lo más reciente primero
files-more = { $count } más no aparecen
files-missing = No existe la carpeta o el fichero { $path }
files-denied = No se puede abrir { $path }: falta permiso
files-broken = No se puede leer { $path }: { $error }
files-format-json = Libro o registros (JSON)
files-format-vcard = Contactos (vCard)
files-format-calendar = Calendario (iCalendar)
files-format-mail = Correo
files-format-mailbox = Buzón (mbox)
files-format-spreadsheet = Hoja de cálculo
files-format-csv = Tabla (CSV)
