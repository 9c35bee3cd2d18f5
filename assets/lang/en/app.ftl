# The frame
app-lens-today = Today
app-lens-accounts = Accounts
app-lens-people = People
app-lens-log = Log
app-all = All
app-need-you = { $count ->
    [one] 1 needs you
   *[other] { $count } need you
  }
app-too-small = cartera needs { $floor } columns and rows; this terminal has { $size }. Make it larger.
app-weekday-1 = Mon
app-weekday-2 = Tue
app-weekday-3 = Wed
app-weekday-4 = Thu
app-weekday-5 = Fri
app-weekday-6 = Sat
app-weekday-7 = Sun
app-month-1 = Jan
app-month-2 = Feb
app-month-3 = Mar
app-month-4 = Apr
app-month-5 = May
app-month-6 = Jun
app-month-7 = Jul
app-month-8 = Aug
app-month-9 = Sep
app-month-10 = Oct
app-month-11 = Nov
app-month-12 = Dec
app-date-long = { $weekday } { $day } { $month } { $year }  W{ $week }
app-date-short = { $weekday } { $day } { $month }
app-find = Find
app-once-more = { $key } once more deletes { $title }
app-undo-would = u would undo: { $what }
app-log-empty = Nothing logged yet. { $key } writes down a call in one line.
app-copied = Copied: { $text }
app-editor-failed = { $editor } could not edit the note; it is as it was.
app-draft-failed = What you typed could not be kept: { $error }
