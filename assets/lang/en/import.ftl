# Import: what is done with each record of a file, and why.
import-create = create
import-merge = merge
import-same = nothing new
import-refuse = refused
import-skip = skipped
import-fields = adds { $fields }
import-summary = To create: { $create } · to merge: { $merge } · nothing new: { $same } · refused: { $refuse }{ $skip ->
    [0] {""}
   *[other] {" "}· skipped: { $skip }
}

# What was understood of a file.
import-file-vcard = { $file }: vCard ({ $encoding })
import-file-json = { $file }: book in JSON ({ $encoding })
import-file-csv = { $file }: CSV ({ $encoding }), one { $kind } per row; columns left out: { $unknown ->
    [none] none
   *[other] { $unknown }
}

import-file-sheet = { $file }: spreadsheet, one { $kind } per row; columns left out: { $unknown ->
    [none] none
   *[other] { $unknown }
}

# Files that cannot be read.
import-file-missing = There is no such file
import-file-denied = You may not read this file
import-file-folder = This is a folder: name the files in it
import-file-broken = The file cannot be read: { $error }
import-file-long = The file is longer than 512 MB
import-empty = There is nothing in the file
import-is-book = This is a book of cartera itself: open it with --file, or bring it back with restore
import-unknown-format = This is none of what cartera reads: vCard, CSV, XLSX, ODS, iCalendar, e-mail, a book in JSON
import-json-foreign = This JSON is not a book that cartera exported
import-json-newer = This book was exported by a newer cartera (format { $version }): update cartera first

# Files of figures.
import-file-figures = { $file }{ $sheet ->
    [none] {""}
   *[other] , sheet “{ $sheet }”
}: figures, { $count ->
    [one] one cell
   *[other] { $count } cells
}
import-as-before = { $file }: read as the last time{ $decimal ->
    [none] {""}
   *[other] , with “{ $decimal }” before the decimals
}
import-unknown-account = There is no account “{ $name }” ({ $count ->
    [one] one cell
   *[other] { $count } cells
}){ $nearest ->
    [none] {""}
   *[other] . Nearest: { $nearest }
} · --create makes it
import-unknown-kpi = There is no KPI “{ $name }”{ $account ->
    [none] {""}
   *[other] {" "}at { $account }
} ({ $count ->
    [one] one cell
   *[other] { $count } cells
}){ $nearest ->
    [none] {""}
   *[other] . Nearest: { $nearest }
} · --create makes it
import-figures-ambiguous = Nothing says what begins the decimals in { $columns }: { $example } can be { $comma } or { $point }. Say it: --decimal , or --decimal .
import-which-sheet = Several sheets hold figures: { $sheets }. Say which: --sheet NAME
import-no-sheet = There is no sheet “{ $sheet }”. There are: { $sheets }
import-no-figures = No figures are understood here; the columns are: { $headers }. Say what they are: --map "Header=account,Header=kpi,Header=period,Header=value"
import-decimal-unreadable = “{ $text }” is no decimal mark. Accepted: , or .

# Options.
import-map-unreadable = “{ $text }” maps nothing. Accepted: Header=field, several separated by commas
import-map-field = There is no field “{ $text }” to map to. Accepted: the fields of account, person and membership, first_name, middle_name, last_name, company, ignore; of figures account, kpi, period, year, month, value, target, scenario, currency
import-map-header = No file has a column “{ $text }”. There are: { $headers }

# Records that are refused.
import-choice-gone = The { $kind } #{ $id } that was chosen is not in the book
import-no-name = It has no name
import-is-colleague = This address is a colleague's
import-account-several = “{ $account }” could be several accounts: { $candidates }
import-person-several = “{ $person }” could be several people: { $candidates }
import-csv-headers = None of the columns is understood ({ $headers }). Say what they are: --map "Header=name,Header=emails"
import-csv-kind = The columns fit people as well as accounts. Say which: --kind person or --kind account
import-csv-unclosed = A quotation mark is opened here and never closed
import-csv-too-many = The row has { $cells } cells, the header only { $columns }
import-csv-column = Column { $column }
import-vcard-cut = The card has no end: the file is cut
import-vcard-headless = Lines before the beginning of a card
import-vcard-group = This is a list of contacts, not a contact
import-vcard-unreadable = The card cannot be read
import-json-record = The record is not readable JSON
import-json-long = The record is longer than 16 MB
import-json-broken = The document is broken or cut here; what came before it is read
import-json-section = There are no records called “{ $text }”: { $count } left out

# What is worth knowing of a record that is taken.
import-new-company = new company
import-at-record = { $of } “{ $name }”: { $said }
import-at = at { $account }
import-why-email = same e-mail address
import-why-place = same name at the account
import-why-phone = same name and telephone
import-why-name = same name
import-why-chosen = chosen
import-why-uid = same record
import-why-line = as in { $file }, line { $line }
import-kept = { $field } differs and stays as it is
import-named-by-address = without a name: named after its address, { $text }
import-namesake = somebody of that name is already at { $account }
import-namesake-alone = somebody of that name is already in the book
import-no-place = { $field } left out: no company
import-link-unknown = { $field } left out: “{ $text }” is not known
import-birthday-year = birthday without a year left out: { $text }
import-birthday-unreadable = birthday not understood, left out: { $text }
import-json-field = { $field } left out: it does not fit
import-json-unknown-field = { $field } left out: there is no such field
import-json-link = { $field } left out: it leads to a record that is not there
import-json-mute = It is about a record of the book it comes from
