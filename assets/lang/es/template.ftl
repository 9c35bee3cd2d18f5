# Plantillas: tablas vacías para rellenar.
template-guide = Guía
template-column = Columna
template-must = Obligatoria
template-takes = Se acepta
template-help = Qué es
template-required = obligatorio
template-examples = Las filas que empiezan por «# » son ejemplos: nunca se importan.
template-example-phone = +34 600 111 222
template-example-email = ana.ruiz@example.com
template-example-link = https://example.com
template-example-language = es
template-example-tags = patrocinadora, golf
template-takes-text = una línea de texto
template-takes-note = texto de varias líneas
template-takes-texts = textos separados por comas
template-takes-emails = direcciones de correo separadas por comas
template-takes-tags = palabras separadas por comas
template-takes-day = un día: 12/11/2026, 2026-11-12
template-takes-time = una hora: 10:30
template-takes-minutes = una duración: 30m, 1h30
template-takes-whole = un número entero, de { $low } a { $high }
template-takes-percent = un porcentaje: 12,5 %
template-takes-number = un número: 12,5
template-takes-money = un importe: 1.234,50 o 500 USD
template-takes-measure = un número, o un importe si se mide en dinero
template-takes-period = un mes, trimestre o año: 2026-11, 2026-Q4, 2026
template-takes-currency = un código de moneda: EUR
template-takes-month = un mes: su nombre, o de 1 a 12
template-takes-flag = sí o no
template-takes-several = varios de: { $choices }; separados por comas
template-takes-one = un nombre que esté en el libro ({ $kind })
template-takes-many = nombres que estén en el libro ({ $kinds }), separados por comas
template-made = Plantilla: { $path }
template-format = No hay formato «{ $text }» para plantillas. Se acepta: csv, xlsx
template-no-output = Un libro de cálculo no se puede mostrar en un terminal: di dónde con --output FICHERO.xlsx

cli-template = Escribir una tabla vacía para rellenarla e importarla
cli-template-more =
    cartera template contract --output contratos.xlsx
    cartera template person > personas.csv
    El libro de cálculo ofrece listas donde elegir y explica cada columna.
cli-arg-entity = La clase de ficha: cuenta, persona, contrato, compromiso, hito…
cli-value-entity = CLASE
cli-flag-template-format = csv o xlsx; sin él, el del nombre del fichero o csv
template-unmade = No se pudo hacer el libro de cálculo: { $error }
