# What goes out in the formats of other programs.
out-done = { $count ->
    [one] 1 record written to { $path }
   *[other] { $count } records written to { $path }
}
out-issued-left = { $count ->
    [one] 1 issued report is not in the workbook: a cell does not hold a document. --format json keeps it
   *[other] { $count } issued reports are not in the workbook: a cell does not hold a document. --format json keeps them
}
out-notes-left = Personal notes are left out; --personal adds them
out-binary = A workbook cannot be printed on a terminal. Name a file: --output people.xlsx
out-json-whole = JSON is always the whole book: leave out --kind and --account, or choose csv or xlsx
out-cards-of = Cards are of people or of accounts (--kind person, --kind account), not of this: { $kind }
out-flag-kind = Only records of this kind
out-flag-personal = With personal notes on people and your notes on accounts; JSON always has them
out-exists = { $path } exists already. Name another file, or add --force to replace it
out-flag-force = Replace a file that is there already
out-flag-list = Write the list for a spreadsheet, with all fields

# Events of the calendar.
out-event-at = { $account } · { $what }
out-event-ours = { $text }
out-event-theirs = they owe us: { $text }
out-event-milestone = milestone: { $name }
out-event-birthday = birthday of { $name }
out-event-end = end of contract: { $name }
out-event-notice = last day for notice: { $name }
out-event-renews = Ends on { $ends }; it renews by itself
out-event-ends = Ends on { $ends }
out-event-with = With { $people }
out-event-owner = Kept by { $owner }
