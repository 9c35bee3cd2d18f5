# The page of a person: what is known of them and from where, how it came about, how one gets to them.
person-stance-unknown = stance unknown
person-influence = influence { $value }
person-interest = interest { $value }
person-interest-unknown = interest unknown
person-influence-assumed = influence assumed from the roles
person-was = { $value }, was { $before }
person-confirmed = { $value }, confirmed
person-ended = no longer { $value }
person-by-hand = by hand
person-since = since { $day }
person-since-today = since today
person-stale = { $day }, stale
person-learned = What was learned
person-course = Stance over time
person-course-stale = dashed: over { $days } d
person-course-unknown = Stance unknown so far. { $key } sets it; the last entry of that menu helps to choose.
person-contact = Contact
person-kept = { $what }, in 90 d
person-we-kept = we kept { $kept } of { $all }
person-they-kept = they kept { $kept } of { $all }
person-reach = How to reach them
person-through = through
person-known-to = Who of ours knows them
person-going = { $key } once more takes “{ $title }” out of the history; undo brings it back
person-known-talks = { $count ->
    [one] 1 conversation
   *[other] { $count } conversations
}
person-after = { $channel ->
    [meeting] after the meeting of { $day }
    [video] after the video call of { $day }
    [call] after the call of { $day }
    [email] after the e-mail of { $day }
    [visit] after the visit of { $day }
    [event] after the event of { $day }
   *[message] after the message of { $day }
 }
