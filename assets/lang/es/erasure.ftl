# El derecho de supresión: olvidar a una persona.
erasure-someone = alguien
erasure-cli = Olvida a alguien para siempre: el derecho de supresión
erasure-cli-backups = También en las copias del libro
erasure-cli-yes-name = El nombre completo, en vez de preguntarlo
erasure-cli-more =
    Desaparecen la persona, sus lugares, hechos, vínculos y papeles en decisiones, su historial, borradores y entradas de la
    búsqueda. Las conversaciones y los compromisos quedan, con «alguien». El nombre se quita también de los textos de otros
    registros. No se puede deshacer. Sin terminal, el nombre se lee de la entrada estándar. Lo que hayas exportado o copiado
    a otro sitio no se toca.
erasure-goes =
    Se va a olvidar a { $name }: { $rows ->
        [one] 1 registro suyo
       *[other] { $rows } registros suyos
    }, { $texts ->
        [one] 1 texto
       *[other] { $texts } textos
    } de otros registros{ $documents ->
        [0] {""}
        [one] , 1 documento emitido que habla de esa persona y se vacía
       *[other] , { $documents } documentos emitidos que hablan de esa persona y se vacían
    }, { $past ->
        [one] 1 línea
       *[other] { $past } líneas
    } del historial. Las conversaciones quedan, con «alguien». No se puede deshacer.
erasure-type = Escribe el nombre completo para olvidarlo:
erasure-no-name = No se ha olvidado nada. Escribe el nombre completo o indícalo con --yes-name
erasure-name-wrong = No se ha olvidado nada: el nombre completo es «{ $name }»
erasure-damaged = No se ha olvidado nada: { $path } está dañado y no se puede reescribir. Bórralo y vuelve a intentarlo
erasure-done = { $rewritten ->
    [0] { $name }: olvido completo
    [one] { $name }: olvido completo, también en 1 copia
   *[other] { $name }: olvido completo, también en { $rewritten } copias
  }{ $left ->
    [0] {""}
    [one] . 1 copia aún conserva sus datos: cartera person forget "{ $name }" --backups
   *[other] . { $left } copias aún conservan sus datos: cartera person forget "{ $name }" --backups
  }{ $finished ->
    [true] {""}
   *[other] . Otra cartera tiene abierto el libro: ciérrala y abre el libro otra vez, para que desaparezca el último rastro
  }
erasure-title = Olvidar a { $name }
erasure-book = en el libro
erasure-book-and-copies = { $count ->
    [one] en el libro y en su copia
   *[other] en el libro y en sus { $count } copias
  }
erasure-name = Nombre completo
erasure-keys = ⏎ olvida  ↓ con o sin las copias  Esc deja todo como está
