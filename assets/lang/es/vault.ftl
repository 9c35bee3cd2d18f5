# Una carpeta de notas en Markdown: una nota por cuenta y por persona.
vault-done = { $count ->
    [one] 1 nota en { $path }
   *[other] { $count } notas en { $path }
  }{ $new ->
    [0] {""}
    [one] , 1 nueva
   *[other] , { $new } nuevas
  }{ $changed ->
    [0] {""}
    [one] , 1 actualizada
   *[other] , { $changed } actualizadas
  }{ $renamed ->
    [0] {""}
    [one] , 1 renombrada
   *[other] , { $renamed } renombradas
  }{ $removed ->
    [0] {""}
    [one] , 1 retirada con su registro
   *[other] , { $removed } retiradas con sus registros
  }{ $emptied ->
    [0] {""}
    [one] , 1 solo con tu texto: su registro ya no está
   *[other] , { $emptied } solo con tu texto: sus registros ya no están
  }{ $kept ->
    [0] {""}
    [one] , 1 sin tocar: cambiada a mano
   *[other] , { $kept } sin tocar: cambiadas a mano
  }
vault-kept = { $path } se cambió a mano dentro de lo que escribe cartera y se queda como está. Escribe debajo; --force lo escribe de nuevo
vault-emptied = { $path }: su registro ya no está. Solo queda lo que escribiste tú
vault-would = Quedaría así: { $said }
vault-dry-run = --dry-run es para una carpeta de notas: --format markdown. Las demás exportaciones escriben un solo fichero nuevo
vault-flag-dry-run = De una carpeta de notas: decir qué cambiaría en ella, sin escribir nada
vault-no-folder = { $path } es un fichero. Las notas necesitan una carpeta
vault-unreadable = No se ha podido leer { $path }: { $error }
vault-needs-folder = Las notas necesitan una carpeta: --output notas
vault-no-kind = Las notas son de cuentas y personas: quita --kind
vault-making = Escribiendo notas
vault-ask = Notas en Markdown a una carpeta
vault-ask-scope = Notas de { $account } en Markdown a una carpeta
vault-folder = ~/notas
vault-with = con las notas personales
vault-without = sin las notas personales
vault-ask-help = ↓ con las notas personales, ↑ sin ellas; tu texto se queda
vault-yours = Lo de arriba lo escribe cartera. Lo que escribas debajo de la línea siguiente se queda.
vault-last = último contacto { $day }
vault-never = sin contacto todavía
vault-around = Personas de su entorno
vault-leads = Dirige a
vault-also-at = También en
vault-over = ya no
