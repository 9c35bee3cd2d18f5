# What can be copied of a list.
copy-title = Copy · { $count } rows
copy-cells = table for a spreadsheet
copy-markdown = table in Markdown
copy-done = { $count ->
    [one] Copied: 1 row
   *[other] Copied: { $count } rows
  }
copy-long = { $count } rows are more than a terminal takes to the clipboard: write them to a file
copy-no-list = There is no list here
copy-file-shown = write to a file, as shown
copy-file-fields = write to a file, all fields
