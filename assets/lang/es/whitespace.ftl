# Espacio en blanco: qué se vende a cada parte de una cuenta y quién la sirve si no.
whitespace-title = Espacio en blanco
whitespace-whole = Toda la cuenta
whitespace-retired = { $name } (ya no se vende)

whitespace-axis-ours = Gasto con nosotros
whitespace-axis-total = Gasto total
whitespace-axis-gap = Hueco
whitespace-axis-ends = Fin de contrato
whitespace-key-axis = hueco, gasto o fin
whitespace-key-state = quién sirve
whitespace-head-offering = Oferta
whitespace-head-ours = Ntras
whitespace-head-wallet = Cuota
whitespace-head-gap = Hueco
whitespace-gap = hueco { $amount } al año
whitespace-penetration = penetración { $share } %
whitespace-wallet = cuota { $share } %
whitespace-knowledge = { $share } % conocido

whitespace-only-open = por ganar
whitespace-only-unknown = desconocido
whitespace-only-ending = con fin de contrato
whitespace-only-retired = también lo que ya no se vende
whitespace-cells = { $count ->
    [one] { $count } celda
   *[other] { $count } celdas
}
whitespace-entering = Introduciendo: { $what }
whitespace-entering-ends = { $key } termina
whitespace-which-competitor = Qué competidor
whitespace-some-competitor = no se sabe cuál

whitespace-line-ours = { $amount } con nosotros
whitespace-line-total = { $amount } en total
whitespace-line-gap = hueco { $amount }
whitespace-line-chance = probabilidad { $share } %
whitespace-line-unknown = Nadie sabe quién lo sirve; { $key } lo dice
whitespace-line-no-sale = Aún sin oportunidad; { $key } abre una
whitespace-line-sales = Oportunidad: { $sales }
whitespace-ends = hasta el { $day }, quedan { $days } d
whitespace-ended = hasta el { $day }, hace { $days } d
whitespace-whole-answers = consta para toda la cuenta

whitespace-no-accounts = Aún no hay cuentas. El espacio en blanco muestra lo que cada una podría comprar todavía.
whitespace-no-offerings = Aún no hay ofertas. { $key } añade lo primero que vendes; cada una es una columna.
whitespace-none = No coincide nada. { $key } lo muestra todo.
whitespace-no-cell = Aquí no hay celda
whitespace-cell-empty = De esta celda no consta nada. { $key } dice quién la sirve
whitespace-going-cell = { $title }
whitespace-going-cells = { $count ->
    [one] { $count } celda
   *[other] { $count } celdas
}
whitespace-doubt-more = { $title }: se gasta más con nosotros que en total

whitespace-pasted = Pegado: { $count ->
    [one] { $count } celda por guardar
   *[other] { $count } celdas por guardar
}
whitespace-pasted-save = guarda
whitespace-pasted-drop = lo descarta
whitespace-pasted-same = { $count ->
    [one] { $count } celda dice lo que ya consta
   *[other] { $count } celdas dicen lo que ya consta
}
whitespace-pasted-nothing = No se ha podido tomar nada
whitespace-pasted-outside = fuera de la tabla
whitespace-unreadable = «{ $text }» no es importe ni día, ni quién lo sirve

whitespace-nothing = Ya consta así
whitespace-negative = Un importe al año no es negativo
whitespace-probability = Una probabilidad está entre 0 % y 100 %
whitespace-unit = { $unit } no es parte de { $account }
whitespace-twice = { $offering } en { $unit } ya consta en el libro

whitespace-is-ours = nuestro
whitespace-is-unknown = desconocido
whitespace-input-cell = { $offering } · { $unit }
whitespace-input-ours = gasto con nosotros
whitespace-input-total = gasto total
whitespace-input-gap = hueco
whitespace-part-ours = nuestras
whitespace-part-unknown = desconocidas
whitespace-part-applicable = aplicables
whitespace-no-ours = no consta lo que gastan con nosotros
whitespace-no-total = no consta lo que gastan en total
whitespace-no-spend = no consta ningún importe
whitespace-spend-nothing = no se gasta nada
whitespace-no-cells = no hay celdas
whitespace-formula-gap = Hueco = gasto total − gasto con nosotros, donde sirve un competidor, ellos mismos o nosotros. Las celdas desconocidas se cuentan, no se valoran.
whitespace-formula-expected = Esperado = hueco × probabilidad, celda a celda
whitespace-formula-wallet = Cuota de cartera = gasto con nosotros ÷ gasto total, donde constan ambos
whitespace-formula-penetration = Penetración = celdas nuestras ÷ celdas aplicables
whitespace-formula-knowledge = Conocido = 1 − desconocidas ÷ celdas aplicables
whitespace-why-gap = Hueco, { $of }
whitespace-why-expected = Esperado, { $of }
whitespace-why-wallet = Cuota de cartera, { $of }
whitespace-why-penetration = Penetración, { $of }
whitespace-why-knowledge = Conocido, { $of }

whitespace-cli = Ofertas por unidades: quién sirve cada una y qué queda por ganar
whitespace-cli-account = Cuenta; sin ella, cada cuenta clave
whitespace-cli-show = Qué muestran las celdas (gap)
whitespace-cli-why = También cómo se hace cada cifra
whitespace-cli-no-offerings = Aún no hay ofertas: offering add nombra lo que vendes.
whitespace-no-axis = { $text } no es nada que muestren las celdas; hay: { $accepted }
whitespace-cli-set = Decir quién sirve una oferta y cuánto se gasta en ella
whitespace-cli-set-account = Cuenta
whitespace-cli-set-offering = Oferta
whitespace-cli-set-unit = Unidad; sin ella, toda la cuenta
whitespace-cli-set-state = Quién la sirve ({ $choices })
whitespace-cli-set-competitor = Competidor que la sirve
whitespace-cli-set-ours = Gasto con nosotros al año
whitespace-cli-set-total = Gasto total al año
whitespace-cli-set-ends = Fin del contrato del competidor
whitespace-cli-set-clear = Olvidar lo que consta de la celda
whitespace-set-what = Di qué hay que fijar: --state, --competitor, --ours, --total, --ends o --clear
whitespace-cli-set-more = Una celda que aún no consta se crea; la que consta conserva lo que no se menciona.
whitespace-entering-unit = 120k son 120.000
