# The list of people: orders, selections, what is done with many at once.
people-by-role = by role
people-by-often = by how often
people-by-every = by cadence
people-by-title = by title
people-by-unit = by unit
people-by-tag = by tag
people-filter = Show
people-filter-role = role
people-filter-stance = stance
people-filter-tag = tag
people-only-queue = who is due
people-only-overdue = overdue
people-only-uncovered = named, not covered
people-only-stance-old = stance too old
people-only-placeholder = placeholders
people-only-out-of-reach = out of reach
people-group-due = Due
people-group-no-unit = no unit
people-head-unit = Unit
people-head-unit-short = Unit
people-head-tags = Tags
people-head-tags-short = Tags
people-head-since = Last
people-head-since-short = Last
people-head-every = Every
people-head-every-short = Every
people-head-late = Late
people-head-late-short = Late
people-head-until = Until
people-head-until-short = Until
people-asked-not = asked not to
people-bulk = { $count ->
    [one] 1 person marked
   *[other] { $count } people marked
}
people-bulk-cadence = cadence …
people-bulk-not-before = not before …
people-bulk-tag = tag …
people-bulk-untag = remove a tag
people-bulk-language = language …
people-bulk-contacted = contacted today
people-bulk-asked-not = asked not to be contacted
people-bulk-may-again = may be contacted again
people-bulk-export = export …
people-bulk-delete = delete
people-ask-cadence = Cadence of { $count ->
    [one] 1 person
   *[other] { $count } people
}
people-ask-cadence-help = days between contacts, 1 to 999; empty: that of their roles
people-ask-cadence-empty = the cadence of their roles
people-ask-not-before = Not before, { $count ->
    [one] 1 person
   *[other] { $count } people
}
people-ask-not-before-help = mon · 3d · 2w · 1m · 12/11; empty: at any time again
people-ask-not-before-empty = at any time again
people-ask-tag = Tag { $count ->
    [one] 1 person
   *[other] { $count } people
}
people-ask-tag-help = one or more words
people-ask-language = Language of { $count ->
    [one] 1 person
   *[other] { $count } people
}
people-ask-language-help = es, en, ca, or its name; empty: not known
people-ask-language-empty = not known
