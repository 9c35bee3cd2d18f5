# Forms
form-title-new = { $kind ->
    [account] New account
    [unit] New unit
    [person] New person
    [membership] New place
    [colleague] New colleague
    [interaction] New entry
    [commitment] New commitment
   *[other] New
}
form-required = required
form-create = + create “{ $name }”
form-more = { $count } more below
form-note-keys = ⏎ new line, ⏎ twice or Tab goes on, Ctrl-E your editor
