# Meetings of calendars.
calendar-file = { $file }: calendar, { $events ->
    [one] one event
   *[other] { $events } events
}, taken from { $first } to { $last }{ $outside ->
    [0] {""}
   *[other] ; outside of it: { $outside }, see --window
}{ $other ->
    [0] {""}
   *[other] ; tasks and notes left out: { $other }
}
calendar-place = Place: { $place }
calendar-on = on { $day }
calendar-known = already in the book
calendar-moved = moved from { $before } { $before-time } to { $after } { $after-time }
calendar-called-off = called off: the planned meeting of { $day } goes
calendar-cancelled = cancelled ({ $day })
calendar-declined = you have said that you will not come ({ $day })
calendar-declined-off = you have said that you will not come: the planned meeting of { $day } goes
calendar-older = the book has a newer version of it
calendar-newer = changed in the calendar, but not its time or people
calendar-nobody = nobody of the book takes part: { $text }
calendar-among-us = only colleagues take part
calendar-days = { $days } days of a series
calendar-alone = nobody is invited
calendar-strangers = not in the book: { $text }
calendar-no-account = no account follows from the people
calendar-text-long = the end of a long text is left out
calendar-zone-unknown = The time zone “{ $text }” is not known: taken for that of this machine
calendar-rule-unknown = How it repeats is not understood ({ $text }): only its first date is taken
calendar-no-start = The event has no beginning
calendar-start-unreadable = “{ $text }” is no beginning. Accepted: days and times such as 20261123T100000
calendar-cut = The event has no end: the file is cut
calendar-window-unreadable = “{ $text }” says no days. Accepted: 90, or 30,180 for the days before and after today
calendar-own-gone = an event of cartera whose record is not in this book
calendar-own-moved = moved in the calendar
