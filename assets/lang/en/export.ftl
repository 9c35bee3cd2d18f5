# Files that are written.
export-exists = { $path } exists already. Name another file
export-unwritable = { $path } could not be written: { $error }
export-done = { $count ->
    [one] 1 row written to { $path }
   *[other] { $count } rows written to { $path }
  }
export-writing = Writing { $name }
export-ending = { $path }: the name must end in .xlsx or .csv
export-ask = Write { $count ->
    [one] 1 row
   *[other] { $count } rows
  } to a file
export-ask-all = Write the whole selection to a file
export-ask-help = a new file, .xlsx or .csv; ~/ is your own folder
export-shown = as shown
export-fields = with all fields, as import reads them
export-cell-long = { $name }: “{ $column }” is longer than the { $most } characters that a cell holds
export-sheet-long = { $sheet } has { $count } rows; a sheet holds { $most }. Write it as .csv
export-workbook = The workbook could not be made: { $error }
export-over-book = { $path } is a book of cartera or belongs to one: it is never replaced. Name another file
