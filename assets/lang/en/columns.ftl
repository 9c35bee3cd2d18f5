# What the columns of the tables of an import are, said on the screen before it is saved.
columns-title = What the columns are
columns-rows = The rows are
columns-rows-unknown = not understood: say what they are
columns-rows-first = Say first what the rows are
columns-of-sheets = A file of several sheets says by their names and columns what their rows are
columns-left-out = left out
columns-said = said by you
columns-say = say otherwise
columns-back = to what would be saved
columns-missing = Still missing: { $fields }
columns-pick = The column “{ $header }” holds
columns-pick-rows = The rows are
columns-of-itself = as cartera understands it
columns-leave-out = leave out
columns-none-found = No field is called that
columns-none = There is no table in these files whose columns could be said otherwise
columns-reading = Looking at the columns of { $name }
columns-as-before = { $file }: the columns are what you said the last time
columns-first-name = First name
columns-middle-name = Middle name
columns-last-name = Last name
columns-company = Company
# What the shell says of files whose columns are not understood, on the screen.
preview-import-csv-headers = None of the columns is understood ({ $headers }). { $key } says what they are
preview-import-csv-kind = The columns fit people as well as accounts. { $key } says what the rows are
preview-import-columns-missing = Columns that must be there are missing: { $columns }. { $key } says which they are
