# Todos los clientes: ventas, clases, valoración, esfuerzo, carga.

view-portfolio-pareto = Pareto
view-portfolio-matrix = Matriz
view-portfolio-effort = Esfuerzo
command-portfolio-pareto = cartera: Pareto
command-portfolio-pareto-help = Todos los clientes por ventas, con la curva de quién aporta el 80 %
command-portfolio-matrix = cartera: matriz
command-portfolio-matrix-help = Lo que merece cada cliente frente a lo cerca que estamos de él
command-portfolio-effort = cartera: esfuerzo
command-portfolio-effort-help = El tiempo que se lleva cada cliente frente a lo que vale
command-promote = hacer cuenta clave
command-promote-help = Hace cuenta clave al cliente del cursor y guarda el motivo
command-release = dejar de ser cuenta clave
command-release-help = El cliente del cursor deja de ser cuenta clave; el motivo se guarda

portfolio-clients = { $count ->
    [one] 1 cliente
   *[other] { $shown } clientes
}
portfolio-shown = { $shown } de { $all } clientes
portfolio-whole = sea cual sea la cuenta
portfolio-by-revenue = por ventas
portfolio-by-name = por nombre
portfolio-by-valuation = por valoración
portfolio-by-effort = por esfuerzo
portfolio-empty = Todavía no hay clientes. { $key } añade uno; { $import } lee miles de un fichero con lo que compran al año.
portfolio-nobody = Ningún cliente coincide. { $key } vuelve a mostrarlos todos.
portfolio-nobody-judged = Aún no hay ningún cliente aquí: hacen falta tamaño, potencial y referencia, y conocer a alguien allí. En la lista, { $key } valora un cliente.
portfolio-nobody-logged = Ningún cliente se ha llevado tiempo en los últimos doce meses. { $key } apunta una conversación; con sus minutos, «45 min», cuenta como medida.

portfolio-hhi = HHI { $hhi }, como { $equal } clientes iguales
portfolio-company = { $sum }, { $share } de la empresa
portfolio-keys-make = aportan el { $share }
portfolio-load-nobody = Todavía no hay cuentas clave
portfolio-load-right = { $count ->
    [one] 1 cuenta clave
   *[other] { $count } cuentas clave
}
portfolio-load-many = { $count } cuentas clave: más de { $most } son demasiadas para una persona

portfolio-col-rank = n.º
portfolio-col-client = Cliente
portfolio-col-key = clave
portfolio-col-class = clase
portfolio-col-revenue = ventas
portfolio-col-share = parte
portfolio-col-up-to = hasta él
portfolio-col-valuation = valor
portfolio-col-quadrant = cuadrante
portfolio-col-time = tiempo
portfolio-col-of-time = % tiempo
portfolio-col-of-worth = % valor
portfolio-col-index = índice

portfolio-is-key = cuenta clave
portfolio-is-standard = cliente
portfolio-rank = número { $rank } de { $of }
portfolio-up-to = { $share } hasta aquí
portfolio-months = de { $from } a { $to }
portfolio-of-company = de la empresa
portfolio-margin = margen
portfolio-after-care = { $amount } tras el coste de la atención
portfolio-gap-unknown = { $count ->
    [one] 1 hueco sin cifra
   *[other] { $count } huecos sin cifra
 }
portfolio-gap = por ganar
portfolio-valuation = valoración
portfolio-axis-worth = valoración
portfolio-axis-close = relación
portfolio-assumed = { $time } supuestos
portfolio-time-for = { $time } del tiempo, { $worth } del valor
portfolio-much-time = mucho tiempo
portfolio-little-time = poco tiempo
portfolio-hours = { $hours } h
portfolio-minutes = { $minutes } min
portfolio-promoted = Cuenta clave desde el { $day }
portfolio-released = Dejó de serlo el { $day }
portfolio-more-dots = { $count } más no caben

portfolio-quadrant-star = estrella
portfolio-quadrant-strategic = estratégico
portfolio-quadrant-status = estatus
portfolio-quadrant-streamline = simplificar
portfolio-todo-star = cuidar y hacer crecer
portfolio-todo-strategic = acercarse: aquí rinde la próxima hora
portfolio-todo-status = conservar, con poco coste
portfolio-todo-streamline = atender con el mínimo esfuerzo

portfolio-only = Mostrar
portfolio-only-all = Todos los clientes
portfolio-only-keys = Cuentas clave
portfolio-only-candidates = Quién puede merecerlo: clase A o valoración de 3 o más, sin ser cuenta clave
portfolio-only-doubtful = Cuentas clave de clase B o C
portfolio-only-a = Clase A
portfolio-only-b = Clase B
portfolio-only-c = Clase C
portfolio-only-not-judged = Sin valorar
portfolio-only-no-revenue = Ventas desconocidas

portfolio-promote = Hacer cuenta clave
portfolio-release = Dejar de ser cuenta clave
portfolio-of-book = Pesos y ventas de la empresa
portfolio-ask = { $field }: { $name }
portfolio-ask-help = { $help }
portfolio-ask-empty = no se sabe
portfolio-ask-promote = ¿Por qué { $name } pasa a ser cuenta clave?
portfolio-ask-release = ¿Por qué { $name } deja de ser cuenta clave?
portfolio-ask-why = Una línea; se guarda con la fecha
portfolio-ask-many = Serían { $count }; más de { $most } son demasiadas para una persona

portfolio-class-a = A
portfolio-class-b = B
portfolio-class-c = C
portfolio-open = sin valorar
portfolio-not-judged = { $count ->
    [one] De tamaño, potencial y referencia falta 1 por valorar
   *[other] De tamaño, potencial y referencia faltan { $count } por valorar
}
portfolio-no-weights = Tamaño, potencial y referencia no tienen peso
portfolio-no-revenues = No se conocen las ventas de ningún cliente
portfolio-no-company = Nadie ha dicho cuánto vende la empresa al año
portfolio-no-margin = No se conoce su margen
portfolio-no-minutes = No se ha apuntado tiempo en doce meses
portfolio-no-worth = No vale nada por margen y espacio en blanco
portfolio-part-revenue = Ventas anuales
portfolio-part-size = Tamaño
portfolio-part-potential = Potencial
portfolio-part-reference = Referencia
portfolio-part-time = Parte del tiempo
portfolio-part-worth = Parte del valor
portfolio-input-rank = puesto
portfolio-input-clients = clientes
portfolio-input-share = su parte
portfolio-input-before = lo que aportan los que compran más
portfolio-input-judged = valorado
portfolio-input-minutes = apuntado en doce meses
portfolio-input-talks = conversaciones
portfolio-input-assumed = de ello, supuesto
portfolio-input-margin = margen al año, tras el coste de la atención
portfolio-input-gap = por ganar, como margen
portfolio-formula-class = A mientras los que compran más aporten menos del 80 % de las ventas, B mientras aporten menos del 95 %, si no C.
portfolio-input-gap-unknown = huecos cuya cifra no se conoce
portfolio-formula-hhi = HHI: la suma de los cuadrados de todas las partes. 1 es un solo cliente; 1 ÷ HHI dice cuántos clientes iguales estarían igual de concentrados.
portfolio-formula-valuation = Tamaño, potencial y referencia, cada uno de 1 a 5, según sus pesos.
portfolio-formula-effort = Parte de los minutos de doce meses ÷ parte del margen y de lo que queda por ganar. 1 es equilibrio. Los minutos que nadie apuntó se suponen: llamada 15, vídeo 30, reunión 60, visita 120, correo 5. Cuenta el tiempo de todos los clientes y el valor de los que lo tienen conocido; el margen, tras el coste de la atención.
portfolio-why-class = { $name }: clase
portfolio-why-hhi = Todos los clientes: concentración
portfolio-why-valuation = { $name }: valoración
portfolio-why-effort = { $name }: esfuerzo frente a valor
portfolio-why-quadrant = Vale mucho desde 3, cerca desde 50: ambas cosas, estrella; solo valor, estratégico; solo cercanía, estatus; ninguna, simplificar.

revenue-none = Nadie ha dicho cuánto compran al año
revenue-no-figures = Su indicador de ventas no tiene ninguna cifra de un periodo cerrado
revenue-gaps = A su indicador de ventas le faltan { $missing } de los últimos { $of } periodos

portfolio-tier-same = { $tier ->
    [key] { $name } ya es cuenta clave
   *[other] { $name } no es cuenta clave
}

cli-pareto = Todos los clientes por ventas: quién aporta el 80 %
portfolio-cli-more = Un cliente cuenta con sus ventas anuales, o si no con los últimos doce meses de su indicador de ventas. «cartera import clientes.csv» lee miles de clientes con lo que compran al año.
portfolio-cli-class = Solo los clientes de esta clase
portfolio-cli-no-class = Ninguna clase se llama «{ $text }»: A, B o C
portfolio-cli-promote = Hacer cuenta clave a un cliente
portfolio-cli-release = Hacer que una cuenta deje de ser clave
portfolio-cli-account = El cliente, por nombre o número
portfolio-cli-why = Por qué; se guarda con la fecha
portfolio-cli-empty = Todavía no hay clientes. «cartera import clientes.csv» lee miles con lo que compran al año.
portfolio-concentration = concentración
portfolio-load = carga
