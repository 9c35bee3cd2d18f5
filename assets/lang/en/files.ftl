# The picker of files, and how files are written from the screen.
files-title = Import a file
files-above = folder above
files-folder = Folder
files-none = Nothing here is called that
files-reads = Reads contacts (vCard), tables (CSV, Excel, LibreOffice), calendars, e-mail and books in JSON. Whatever it is, you see what would be saved first.
files-count = { $count ->
    [one] 1 entry
   *[other] { $count } entries
  }
files-mark = mark
files-marked = { $count ->
    [one] 1 marked · { $key } reads it
   *[other] { $count } marked · { $key } reads them together
  }
files-newest = newest first
files-more = { $count } more are not listed
files-missing = There is no folder or file { $path }
files-denied = { $path } cannot be opened: permission is missing
files-broken = { $path } cannot be read: { $error }
files-format-json = Book or records (JSON)
files-format-vcard = Contacts (vCard)
files-format-calendar = Calendar (iCalendar)
files-format-mail = E-mail
files-format-mailbox = Mailbox (mbox)
files-format-spreadsheet = Spreadsheet
files-format-csv = Table (CSV)
