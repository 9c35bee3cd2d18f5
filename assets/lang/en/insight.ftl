# Insights: what is worth a thought about an account.
insight-no-decider = Nobody is named as the decider
insight-few-supporters = { $count ->
    [0] { $players ->
        [one] The one key player is not known to support us
       *[other] None of { $players } key players is known to support us
    }
   *[other] Only { $count } of { $players } key players { $count ->
        [one] is
       *[other] are
    } known to support us
}
insight-nobody-against = { $people ->
    [one] The one person known is not marked against us
   *[other] None of { $people } people is marked against us
}: who opposes us is not known
insight-outweighed = Among the key players, { $count } against us and { $supporters } for us
insight-single-threaded = All hangs on one person: { $name }
insight-no-thread = With nobody is the relationship strong
insight-champion-quiet = Our champion { $name } has not heard from us for { $days } d
insight-champion-never = Our champion { $name } was never met
insight-role-gap = Nobody is known as { $seats }
insight-stance-old = What { $name } thinks of us was last learned { $days } d ago
insight-ours-overdue = We owe “{ $text }”, { $days } d late
insight-theirs-overdue = They owe “{ $text }”, { $days } d late
insight-indicator-stale = { $name } has no figure after { $day }
insight-rate-beyond = { $name }: each period left needs { $percent }% of the best of the last three
insight-rate-from-nothing = { $name }: each period left needs more than the last three brought at all
insight-text-see = See { $name }
insight-text-ask = Ask for: { $text }
insight-rival-ends = { $rival ->
    [none] A competitor
   *[other] { $rival }
}’s contract for { $offering }{ $unit ->
    [none] {""}
   *[other] {" "}at { $unit }
} ends in { $days } d
insight-plan-unreviewed = The plan “{ $name }” was last gone through { $days } d ago
insight-plan-never-reviewed = The plan “{ $name }” was never gone through in { $days } d
insight-effort-much = They take { $time }% of the time and bring { $worth }% of the worth
insight-effort-little = They take only { $time }% of the time and bring { $worth }% of the worth
insight-input-contract-end = days to the end of their contract
insight-input-time = share of the logged time
insight-input-worth = share of the worth of all clients
