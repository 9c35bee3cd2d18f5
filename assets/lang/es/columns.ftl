# Qué son las columnas de las tablas de una importación, dicho en pantalla antes de guardarla.
columns-title = Qué son las columnas
columns-rows = Las filas son
columns-rows-unknown = no se entiende: di qué son
columns-rows-first = Di primero qué son las filas
columns-of-sheets = En un fichero de varias hojas, sus nombres y columnas dicen qué son las filas
columns-left-out = se omite
columns-said = dicho por ti
columns-say = decir otra cosa
columns-back = a lo que se guardaría
columns-missing = Falta aún: { $fields }
columns-pick = La columna «{ $header }» contiene
columns-pick-rows = Las filas son
columns-of-itself = lo que entiende cartera
columns-leave-out = omitir
columns-none-found = Ningún campo se llama así
columns-none = En estos ficheros no hay ninguna tabla cuyas columnas se puedan decir de otro modo
columns-reading = Mirando las columnas de { $name }
columns-as-before = { $file }: las columnas son lo que dijiste la última vez
columns-first-name = Nombre de pila
columns-middle-name = Segundo nombre
columns-last-name = Apellidos
columns-company = Empresa
# Lo que dice la línea de comandos de ficheros cuyas columnas no se entienden, en pantalla.
preview-import-csv-headers = No se entiende ninguna columna ({ $headers }). { $key } dice qué son
preview-import-csv-kind = Las columnas valen tanto para personas como para cuentas. { $key } dice qué son las filas
preview-import-columns-missing = Faltan columnas obligatorias: { $columns }. { $key } dice cuáles son
