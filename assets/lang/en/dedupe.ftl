# What an import recognised, told once it is saved.
dedupe-title = Recognised in the import
dedupe-twice = May now be in the book twice
dedupe-alike = New, though the book has one of that name
dedupe-known = Known already
dedupe-by = { $kinds }: { $count } ({ $why })
dedupe-more = … and { $count } more
dedupe-none = Nothing was recognised: no file has been imported since cartera was opened, or the book knew none of it
dedupe-undo = undo
dedupe-merge-hint = cartera person merge makes one of two; cartera person duplicates --apart says that they are two
