# La lista de personas: órdenes, selecciones y lo que se hace con muchas a la vez.
people-by-role = por rol
people-by-often = por frecuencia
people-by-every = por cadencia
people-by-title = por cargo
people-by-unit = por unidad
people-by-tag = por etiqueta
people-filter = Mostrar
people-filter-role = rol
people-filter-stance = actitud
people-filter-tag = etiqueta
people-only-queue = a quién toca
people-only-overdue = desatendidas
people-only-uncovered = con rol, sin contacto
people-only-stance-old = actitud sin confirmar
people-only-placeholder = por identificar
people-only-out-of-reach = fuera de alcance
people-group-due = Toca ya
people-group-no-unit = sin unidad
people-head-unit = Unidad
people-head-unit-short = Unid.
people-head-tags = Etiquetas
people-head-tags-short = Etiq.
people-head-since = Último
people-head-since-short = Últ.
people-head-every = Cada
people-head-every-short = Cada
people-head-late = Retraso
people-head-late-short = Tarde
people-head-until = Hasta
people-head-until-short = Hasta
people-asked-not = no contactar
people-bulk = { $count ->
    [one] 1 persona marcada
   *[other] { $count } personas marcadas
}
people-bulk-cadence = cadencia …
people-bulk-not-before = no antes de …
people-bulk-tag = etiqueta …
people-bulk-untag = quitar una etiqueta
people-bulk-language = idioma …
people-bulk-contacted = contactadas hoy
people-bulk-asked-not = pidieron que no se les contacte
people-bulk-may-again = se les puede contactar de nuevo
people-bulk-export = exportar …
people-bulk-delete = eliminar
people-ask-cadence = Cadencia de { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
people-ask-cadence-help = días entre contactos, de 1 a 999; vacío: la de sus roles
people-ask-cadence-empty = la cadencia de sus roles
people-ask-not-before = No antes de, { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
people-ask-not-before-help = lun · 3d · 2s · 1m · 12/11; vacío: en cualquier momento
people-ask-not-before-empty = de nuevo en cualquier momento
people-ask-tag = Etiquetar { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
people-ask-tag-help = una o varias palabras
people-ask-language = Idioma de { $count ->
    [one] 1 persona
   *[other] { $count } personas
}
people-ask-language-help = es, en, ca, o su nombre; vacío: sin determinar
people-ask-language-empty = sin determinar
