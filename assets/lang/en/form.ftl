# Forms
form-title-new = New: { $kind }
form-title-edit = { $kind }
form-required = required
form-create = + create “{ $name }”
form-more = { $count } more below
form-note-keys = ⏎ new line, ⏎ twice or Tab goes on, Ctrl-E your editor
