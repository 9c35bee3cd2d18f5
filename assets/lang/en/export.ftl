# Files that are written.
export-exists = { $path } exists already. Name another file
export-unwritable = { $path } could not be written: { $error }
export-people-done = { $count ->
    [one] 1 person written to { $path }
   *[other] { $count } people written to { $path }
}
