# Decisiones: la vista, a quién se han comunicado, boletines.
decisions-open = Por comunicar
decisions-known = Todos lo saben
decisions-theirs = ellos
decisions-ours = nosotros
decisions-since = desde
decisions-show-all = todas
decisions-show-untold = por comunicar
decisions-show-decisions = decisiones
decisions-show-changes = cambios
decisions-by-wait = primero la espera más larga
decisions-by-day = por día
decisions-none = Aún no hay decisiones. { $new } anota una; también { $capture } con «decidido: precios +3 % dicho a ana, luis».
decisions-none-shown = Ninguna de estas. { $filter } muestra otras.
decisions-none-narrowed = No se encuentra ninguna. { $back } las muestra todas.
decisions-nobody = Aún no afecta a nadie. Edítala y di quién debe saberla.
decisions-told = Quién debe saberla
decisions-theirs-know = ellos { $know }/{ $must }
decisions-ours-know = nosotros { $know }/{ $must }
decisions-not-yet = aún no
decisions-all-told = Ya lo sabe todo el que debe saberlo
decisions-tell = comunicada
decisions-untell = sin comunicar
decisions-to-tell = { $count } por comunicar
decisions-late = { $count } desde hace más de 2 d
decisions-going = Pulsa otra vez: { $name } no necesita saberla
decisions-whom = Comunicada hoy a
decisions-all = Los { $count }
decisions-all-theirs = Los { $count } de ellos
decisions-all-ours = Los { $count } nuestros
decisions-bulletin = { $account }: por comunicar
decisions-bulletin-theirs = Boletín para su lado · { $count ->
    [one] 1 persona
   *[other] { $count } personas
 }
decisions-bulletin-ours = Boletín para nuestro lado · { $count ->
    [one] 1 persona
   *[other] { $count } personas
 }
decisions-as-mail = { $of }: escribir un correo
decisions-sent = { $of }: todo comunicado hoy
decisions-copy-name = Copiar «{ $name }»
decisions-count = { $count ->
    [one] 1 decisión
   *[other] { $count } decisiones
 }

# Por qué espera una decisión.
telling-theirs = ellos
telling-ours = nosotros
telling-of = lo saben { $know } de { $must }
telling-waits = espera
telling-days = { $days } d
telling-not-yet = aún no
telling-left = ya no está
telling-quiet = pidió silencio
telling-rule = Todos los afectados por una decisión deberían conocerla en { $days } días; después aparece en «Te espera».
telling-everybody = todos lo saben
telling-missing = sin comunicar: { $names }

# El boletín de un lado.
bulletin-theirs = { $account }: lo que su lado aún no sabe
bulletin-ours = { $account }: lo que nuestro lado aún no sabe
bulletin-to = Para
bulletin-only-to = Solo para
bulletin-subject = { $account }: novedades

# Lo que se rechaza.
decision-told-nobody = Di a quién se comunicó: a un interlocutor o a un colega, solo a uno de los dos
decision-told-twice = «{ $decision }» ya se comunicó a { $name }

# La consola.
decisions-cli-told = Marcar a quién se ha comunicado hoy una decisión
decisions-cli-told-more = Sin nombres, a todos los que aún no lo saben; --side, solo los de un lado.
decisions-cli-who = Interlocutores y colegas, por su nombre
decisions-cli-not = Al final no se les comunicó
decisions-cli-side = Solo nuestro lado (ours) o solo el suyo (theirs)
decisions-cli-untold = Mostrar las decisiones que alguien aún no conoce
decisions-cli-account = Solo de esta cuenta
decisions-cli-of = La cuenta
decisions-cli-mail = Como enlace de correo (mailto:)
decisions-cli-sent = Marcar hoy como comunicado todo lo que contiene
decisions-cli-all-told = Todos lo saben todo
decisions-cli-not-told = «{ $decision }» no se ha comunicado a { $name }
decisions-cli-nobody = «{ $decision }»: no queda nadie
