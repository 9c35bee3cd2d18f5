# Qué haría una importación, en pantalla antes de guardarla.
preview-title = Importar { $name }
preview-reading = Leyendo { $name }
preview-saving = Importando { $name }
preview-empty = En estos ficheros no hay nada que cartera pueda tomar. Esc vuelve; no ha cambiado nada.
preview-nothing = Nada que guardar: el libro ya lo tiene todo
preview-answers-lost = Importado; lo que se dijo de las columnas no se ha podido guardar y se volverá a preguntar
preview-create = nuevo
preview-merge = se une
preview-same = igual
preview-refuse = se omite
preview-skip = descartado
preview-count-create = { $count ->
    [one] 1 nuevo
   *[other] { $count } nuevos
  }
preview-count-merge = { $count ->
    [one] 1 se une
   *[other] { $count } se unen
  }
preview-count-same = { $count ->
    [one] 1 igual
   *[other] { $count } iguales
  }
preview-count-skip = { $count ->
    [one] { $count } descartado
   *[other] { $count } descartados
}
preview-count-refuse = { $count ->
    [one] 1 se omite
   *[other] { $count } se omiten
  }
preview-not-offered = Eso no se puede elegir para esta fila
preview-merge-into = { $name } es
