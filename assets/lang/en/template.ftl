# Templates: empty tables to be filled in.
template-guide = Guide
template-column = Column
template-must = Required
template-takes = Accepted
template-help = What it is
template-required = required
template-examples = Rows that begin with “# ” are examples: they are never imported.
template-example-phone = +34 600 111 222
template-example-email = ana.ruiz@example.com
template-example-link = https://example.com
template-example-language = en
template-example-tags = sponsor, golf
template-takes-text = one line of text
template-takes-note = text of several lines
template-takes-texts = texts, separated by commas
template-takes-emails = e-mail addresses, separated by commas
template-takes-tags = words, separated by commas
template-takes-day = a day: 12/11/2026, 2026-11-12
template-takes-time = a time: 10:30
template-takes-minutes = a duration: 30m, 1h30
template-takes-whole = a whole number, { $low } to { $high }
template-takes-percent = a percentage: 12.5%
template-takes-number = a number: 12.5
template-takes-money = an amount: 1,234.50 or 500 USD
template-takes-measure = a number, or an amount where it is measured in money
template-takes-period = a month, quarter or year: 2026-11, 2026-Q4, 2026
template-takes-currency = a currency code: EUR
template-takes-month = a month: its name, or 1 to 12
template-takes-flag = yes or no
template-takes-several = some of: { $choices }; separated by commas
template-takes-one = a name that is in the book ({ $kind })
template-takes-many = names that are in the book ({ $kinds }), separated by commas
template-made = Template: { $path }
template-format = There is no format “{ $text }” of templates. Accepted: csv, xlsx
template-no-output = A workbook cannot be shown in a terminal: say where to with --output FILE.xlsx

cli-template = Write an empty table to be filled in and imported
cli-template-more =
    cartera template contract --output contracts.xlsx
    cartera template person > people.csv
    The workbook offers lists to choose from and explains every column.
cli-arg-entity = The kind of record: account, person, contract, commitment, milestone …
cli-value-entity = KIND
cli-flag-template-format = csv or xlsx; without it that of the file's name, else csv
template-unmade = The workbook could not be made: { $error }
