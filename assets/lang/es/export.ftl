# Ficheros que se escriben.
export-exists = { $path } ya existe. Nombra otro fichero
export-unwritable = No se ha podido escribir { $path }: { $error }
export-done = { $count ->
    [one] 1 fila escrita en { $path }
   *[other] { $count } filas escritas en { $path }
  }
export-writing = Escribiendo { $name }
export-ending = { $path }: el nombre debe acabar en .xlsx o .csv
export-ask = Escribir { $count ->
    [one] 1 fila
   *[other] { $count } filas
  } en un fichero
export-ask-all = Escribir toda la selección en un fichero
export-ask-help = un fichero nuevo, .xlsx o .csv; ~/ es tu carpeta
export-shown = tal como se ve
export-fields = con todos los campos, como los lee la importación
export-cell-long = { $name }: «{ $column }» supera los { $most } caracteres que caben en una celda
export-sheet-long = { $sheet } tiene { $count } filas; en una hoja caben { $most }. Escríbelo como .csv
export-workbook = No se ha podido crear el libro de Excel: { $error }
export-over-book = { $path } es un libro de cartera o parte de uno: nunca se sustituye. Nombra otro fichero
