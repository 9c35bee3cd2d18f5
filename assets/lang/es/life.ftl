# La vida de las personas: cambios, bajas y fichas repetidas.
life-left-already = { $name } dejó { $account } el { $day }. Se acepta: un puesto que siga abierto
life-before-since = { $name } está en { $account } desde el { $since }: el { $day } es anterior
life-day-ahead = El { $day } aún no ha llegado: hasta entonces nada cambia. Se acepta: hoy o un día anterior
life-there-already = { $name } ya está en { $account }. Se acepta: otra cuenta
life-own-successor = { $name } no puede sucederse a sí mismo. Se acepta: otra persona, o nadie
life-merge-itself = { $name } es una sola ficha: para unir hacen falta dos
merge-no-pick = { $field } solo admite un valor: el de la izquierda o el de la derecha

# Por qué dos pueden ser una.
twins-email = mismo correo { $email }
twins-phone = mismo teléfono { $phone }
twins-name-same = mismo nombre
twins-name-turned = mismo nombre, en otro orden
twins-name-shorter = un nombre contiene al otro
twins-name-initials = las iniciales coinciden
twins-name-given = mismo nombre de pila
twins-alias = también llamada { $alias }
twins-birthday = mismo cumpleaños { $day }
twins-account = ambas en { $account }
twins-though-together = aunque se las vio juntas
twins-though-leads = aunque una lleva a la otra
twins-certain = segura
twins-likely = probable
twins-possible = posible

life-twins = Posibles fichas repetidas
life-twins-none = Nadie parece estar dos veces en el libro
life-head-certainty = Misma persona
life-head-stays = Queda
life-head-goes = Se une
life-head-reasons = Porque
life-head-field = Campo
life-head-result = Resultado
life-merge-title = { $gone } se une a { $name }
life-left = izquierda
life-both = ambos
life-right = derecha
life-moves = También pasan: { $what }
life-moves-nothing = No hay nada más que pase
life-moves-interaction = { $count ->
    [one] 1 conversación
   *[other] { $count } conversaciones
 }
life-moves-commitment = { $count ->
    [one] 1 compromiso
   *[other] { $count } compromisos
 }
life-moves-fact = { $count ->
    [one] 1 dato fechado
   *[other] { $count } datos fechados
 }
life-moves-membership = { $count ->
    [one] 1 puesto en otra cuenta
   *[other] { $count } puestos en otras cuentas
 }
life-moves-influence = { $count ->
    [one] 1 vínculo
   *[other] { $count } vínculos
 }
life-moves-involvement = { $count ->
    [one] 1 papel en una venta
   *[other] { $count } papeles en ventas
 }
life-moves-reading = { $count ->
    [one] 1 medición de satisfacción
   *[other] { $count } mediciones de satisfacción
 }
life-moves-lines = { $count ->
    [one] 1 persona a su cargo
   *[other] { $count } personas a su cargo
 }
life-which-place = { $name } tiene varios puestos: di cuál con --{ $flag }. Hay: { $accounts }
life-not-there = { $name } no está en { $account }. Se acepta: { $accounts }
life-no-place = { $name } no está en { $account } ni en ninguna otra cuenta
life-nowhere = { $name } no está en ninguna cuenta que pueda dejar
life-like-successor = Nadie se llama «{ $name }», pero puede ser: { $candidates }. Se acepta: su nombre o número, o --new si es alguien nuevo
life-no-twin = No se encuentra a nadie que pueda ser { $name }: nombra a los dos
life-several-twins = { $name } puede ser la misma persona que varias: nombra a la otra. Hay: { $candidates }
life-no-field = No hay ningún campo «{ $text }» en el que difieran. Se acepta: { $accepted }
life-none-differs = ninguno, no difieren
life-no-side = { $name }: «{ $text }» no es ningún lado. Se acepta: izquierda, derecha; ambos en listas y notas
life-value-keep = CAMPO=LADO

# La línea de órdenes.
life-cli-move = Pasa una persona a otra cuenta sin perder lo hablado ni lo sabido
life-cli-to = La cuenta en la que está ahora
life-cli-from = La cuenta que ha dejado, si está en varias
life-cli-title = Lo que pone ahora su tarjeta
life-cli-unit = Su unidad en la nueva cuenta
life-cli-forget-stance = Su actitud hacia nosotros está otra vez por ver
life-cli-move-more =
    El día es el de --on; si no, hoy. Los roles y el peso se quedan en el puesto
    anterior; la actitud pasa, salvo con --forget-stance.
    Por ejemplo: cartera person move "Ana Ruiz" --to arce --title CEO --on 2026-11-02
life-cli-leave = Anota que una persona ha dejado una cuenta
life-cli-account = La cuenta que ha dejado, si está en varias
life-cli-successor = Quién la sucede; un nombre que nadie tiene es alguien nuevo
life-cli-new = Quien la sucede es alguien nuevo, aunque haya nombres parecidos
life-cli-who = Su nombre, el principio de él o su número
life-cli-leave-more =
    Quien la sucede recoge a su gente y los compromisos pendientes con ella.
    Por ejemplo: cartera person leave "Jordi Mas" --successor "Zoe Prat" --on 2026-11-02
life-cli-merge = Hace de dos fichas una sola persona
life-cli-which = Quién se une y a quién; un nombre si solo otra puede ser la misma
life-cli-keep = De quién es el valor: izquierda (la primera), derecha o ambos
life-cli-merge-more =
    Las listas y notas se juntan, el otro nombre queda como alias; deshacer las separa.
    Por ejemplo: cartera person merge "J. Mas" "Jordi Mas" --keep title=left --dry-run
life-cli-duplicates = Quién puede estar dos veces en el libro, y por qué
life-cli-apart = Son dos personas: no se vuelven a proponer
life-cli-duplicates-more =
    Por ejemplo: cartera person duplicates --apart "Ana Ruiz" "Ana Ruiz Gil"

# La pantalla.
life-form-also = { $name } está también en
life-form-move = { $name } deja { $account } y pasa a
life-form-come = { $name } está ahora en
life-form-leave = { $name } ha dejado { $account }
life-step-move = Cambia de
life-step-leave = Ha dejado
life-nobody-else = Nadie se llama así
life-partner = Unir { $name } con
life-partner-hint = escribe un nombre
life-open = comparar
life-apart = son dos
life-differ = Donde difieren
life-alike = Lo mismo
life-place = En { $account }
life-nothing-differs = No difieren en nada
life-choose = elegir
life-merge = unir
life-leave = sin unir
life-stays = queda
life-goes = se une
life-also-known = { $name }, también { $others }
life-filled = Solo consta de una
