# Qué se puede copiar de una lista.
copy-title = Copiar · { $count } filas
copy-cells = tabla para una hoja de cálculo
copy-markdown = tabla en Markdown
copy-done = { $count ->
    [one] Copiado: 1 fila
   *[other] Copiado: { $count } filas
  }
copy-long = { $count } filas son más de lo que un terminal lleva al portapapeles: escríbelas en un fichero
copy-no-list = Aquí no hay ninguna lista
copy-file-shown = escribir en un fichero, tal como se ve
copy-file-fields = escribir en un fichero, todos los campos
