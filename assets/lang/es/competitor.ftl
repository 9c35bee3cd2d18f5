# Competidores: dónde están y cuándo acaban sus contratos.
competitor-title = Competidores
competitor-empty = Aún no hay competidores. { $key } añade uno; en el espacio en blanco cada celda dice quién la sirve.
competitor-none = Ninguno coincide. { $key } los muestra todos.
competitor-by-held = { $count }, por lo que tienen
competitor-by-ends = { $count }, por el próximo fin de contrato
competitor-by-name = { $count }, por nombre
competitor-sits = { $count ->
    [0] {""}
    [one] { $count } celda
   *[other] { $count } celdas
}
competitor-new-sale = nueva oportunidad
competitor-nothing-noted = Aún no hay nada anotado.
competitor-seats = Dónde
competitor-seats-none = En ninguna celda del espacio en blanco.
competitor-until = hasta { $day }
competitor-ended = acabó { $day }
competitor-no-end = fin desconocido
competitor-sales = Oportunidades
competitor-insights = Insights
competitor-why-held = Lo que tiene { $name }

competitor-radar = Contratos que acaban
competitor-radar-months = próximos 18 meses
competitor-radar-until = hasta el { $day }
competitor-radar-none = No consta que acabe ningún contrato de un competidor en ese tiempo. En el espacio en blanco se anota cuándo acaba cada uno.
competitor-head-ends = Acaba
competitor-head-who = Competidor
competitor-head-where = Dónde
competitor-head-gap = Hueco
competitor-head-sale = Oportunidad
competitor-no-sale = aún sin oportunidad

competitor-cli-radar = Contratos de competidores que están por acabar
competitor-cli-radar-account = Cuenta; sin ella, cada cuenta clave
competitor-cli-radar-months = Cuántos meses por delante (18)
