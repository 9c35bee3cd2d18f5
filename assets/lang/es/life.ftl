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
twins-certain = segura
twins-likely = probable
twins-possible = posible
