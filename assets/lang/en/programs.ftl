# Exports of other programs.
import-file-export = { $file }: { $program } { $rows ->
    [contacts] contacts
    [companies] companies
    [deals] deals
    [accounts] accounts
    [leads] leads
   *[opportunities] opportunities
}; columns left out: { $unknown ->
    [none] none
   *[other] { $unknown }
}
import-report-end = { $file }: { $count ->
    [one] one line
   *[other] { $count } lines
} at the end of the report left out
import-days-unproved = { $file }: days such as { $text } are read with the { $first ->
    [day] day
   *[month] month
} first; no day of the file proves it
import-company-unknown = The company is only named by its number in that program ({ $text }): import its file of companies too
