# Who sways whom: reach, ways to those who decide, the next contact, and the view that draws it.
network-formula-reach = Reach = own weight + 0.85 × strength ÷ (3 + all that sways them) × their reach, for everybody they sway; weak 1, medium 2, strong 3, a conflict counts for nothing
network-formula-next = Next contact = reach × (1 + lateness) × 1.5 where a decider who is not known to be for us can be reached in three steps at the most
network-part-weight = own weight
network-part-through = through { $name }
network-part-reach = reach
network-part-lateness = 1 + lateness
network-part-way = way to a decider
network-weight-assumed = of 5, assumed from the roles
network-weight-set = of 5
network-input-share = { $part } of { $whole }
network-input-reach = reach of { $name }
network-input-last = last contact
network-input-cadence = cadence
network-input-step = to { $name }
network-input-decider = { $name } decides
network-never = never met
network-stance-unknown = stance not known
network-no-way = none in three steps to one who is not for us

network-reason-never = never met
network-reason-late = { $days } d overdue
network-reason-due = due for { $days } d
network-reason-sways = sways { $count }
network-reason-weight = weight { $weight } of 5
network-reason-decides = decides, { $stance ->
    [unknown] stance not known
    [neutral] neutral
    [sceptic] sceptical
   *[other] against us
}
network-reason-way = the way to { $name }, decider, { $stance ->
    [unknown] whose stance is not known
    [neutral] who is neutral
    [sceptic] who is sceptical
   *[other] who is against us
}
network-reason-way-through = the way, through { $through }, to { $name }, decider, { $stance ->
    [unknown] whose stance is not known
    [neutral] who is neutral
    [sceptic] who is sceptical
   *[other] who is against us
}

network-title = Network
network-counts = { $people ->
    [one] 1 person
   *[other] { $people } people
}, { $edges ->
    [one] 1 tie
   *[other] { $edges } ties
}
network-none = Nobody is known to sway anybody here. cartera influence add --account "{ $account }" --person "{ $person }" --sways "{ $sways }" --tie strong writes a tie down.
network-one = A network takes two: cartera person add adds another person.
network-next = Next contact
network-next-none = Nobody can be contacted now.
network-nobody = Nobody is known here yet. cartera person add writes one down.
network-reach = Reach
network-conflicts = Conflicts
network-head-name = Name
network-head-reach = Reach
network-head-made = Made of
network-head-way = Way to those who decide
network-head-why = Why
network-decides = decides
network-no-way-known = no way known
network-placeholder = not known by name yet
network-others = through { $count } others
network-why-reach = Reach of { $name }
network-why-next = { $name } as next contact
network-why-rank = { $rank } of { $all }
network-not-proposed-asked = Never proposed: they asked not to be contacted.
network-not-proposed-before = Not proposed before { $day }.
network-not-counted = A placeholder is drawn and not counted: who it is is not known yet.
network-cli = Who sways whom, how far each reaches, and whom to see next
network-cli-account = Only this account; else every key account
network-cli-more = Ties are written down by cartera influence add; a conflict is drawn and not counted.

network-stranger = { $person } does not work at { $account } now: a tie joins two people of one account
network-twice = It is already written down that { $person } sways { $sways } (influence { $id }): change that one
network-conflict-twice = The conflict between { $person } and { $sways } is already written down (influence { $id }): change that one

network-empty = Nobody is known to sway anybody here. { $key } draws a tie from { $name } to somebody else: weak, medium, strong, or a conflict. From them come how far each reaches, the ways to whoever decides, and whom to see next.
network-alone = A network takes two: { $key } adds another person, and then a tie between them.
network-no-account = Who has no account, or has left, stands in no network.
network-left = They have left: nobody is swayed by them any more.
network-around = around { $name }, { $count } more not drawn
network-caption-reach = reach { $reach } = { $made }
network-caption-own = reach { $reach }, their own weight
network-caption-next = next contact { $rank } of { $all }:
network-caption-next-at = next contact { $rank } of { $all } at { $account }:
network-column-reach = Reach
network-column-next = Next
network-column-way = Way to whoever decides
people-view-network = Network
command-view-network = people: network
command-view-network-help = Who sways whom, how far each reaches, and whom to see next
network-towards = { $name }, through { $through }
network-more = { $count } more
network-ties = Who sways whom
