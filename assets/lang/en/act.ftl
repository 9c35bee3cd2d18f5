# What was done: notices and the history. “act-what” is the same as part of “Undone: …”.
act-logged = Logged: { act-what-logged }{ $sort ->
    [true] , to sort out
   *[false] {""}
 }{ $asked ->
    [one] . They asked not to be contacted
    [other] . Of them, { $asked } asked not to be contacted
   *[none] {""}
 }
act-planned = Planned: { act-what-logged }{ $sort ->
    [true] , to sort out
   *[false] {""}
 }{ $asked ->
    [one] . They asked not to be contacted
    [other] . Of them, { $asked } asked not to be contacted
   *[none] {""}
 }
act-created = Created: { act-record }
act-changed = Saved: { act-record }
act-deleted = Deleted: { act-records }{ $figures ->
    [0] {""}
    [one] , with its figure
    [other] , with its { $figures } figures
   *[none] {""}
 }
act-done = { $count ->
    [one] Done: { $name }
   *[other] { $count } promises done: { $name }
 }
act-reopened = { $count ->
    [one] Open again: { $name }
   *[other] { $count } promises open again: { $name }
 }
act-closed = { $count ->
    [one] Closed: { $name }
   *[other] { $count } problems closed: { $name }
}
act-unclosed = { $count ->
    [one] Open again: { $name }
   *[other] { $count } problems open again: { $name }
}
act-snoozed = Put off until { $until }: { $name }
act-learned = Noted: { act-what-learned }
act-find-out = To find out by { $due }: { $text }
act-arranged = Moved: { $name }
act-boss = { $boss ->
    [none] { $count ->
        [one] { $name } reports to nobody now
       *[other] Report to nobody now: { $name }
     }
   *[other] { $count ->
        [one] { $name } now reports to { $boss }
       *[other] Now report to { $boss }: { $name }
     }
 }
act-told = Told of “{ $decision }”: { $name }
act-untold = Not told of “{ $decision }” any more: { $name }
act-confirmed = Confirmed: { $count ->
    [one] { $name }, { act-what-confirmed }
   *[other] { act-what-confirmed }
 }
act-what-confirmed = { $held ->
    [0] {""}
   *[other] { $held } held
 }{ $dropped ->
    [0] {""}
   *[other] { $held ->
        [0] {""}
       *[other] {", "}
     }{ $dropped } not held
 }
act-sorted = { $count ->
    [one] { $name ->
        [none] 1 entry sorted out
       *[other] Sorted out: { $name }
     }
   *[other] { $count } entries sorted out
 }
act-moved = { $from ->
    [none] { $name } is at { $account } now
   *[other] Moved: { $name } from { $from } to { $account }{ $promises ->
        [0] {""}
        [one] {""}; 1 promise stays with { $from }
        [other] {""}; { $promises } promises stay with { $from }
       *[none] {""}
     }
 }
act-left = Left: { act-what-left }
act-merged = Merged: { $gone } into { $name }{ act-came-along }
act-white = { $count ->
    [one] White space: a cell of { $name }
   *[other] White space: { $count } cells ({ $name })
 }
act-move-chosen = Next move: { $text }{ $due ->
    [none] {""}
   *[other] , by { $due }
 }
act-reviewed = Gone through: { act-what-reviewed }
act-what-reviewed = { $name }{ $plans ->
    [0] , no plan in force
   *[other] , plan reviewed
 }
act-issued = Issued: { $name }
act-review-finished = Review finished: { act-what-finished }
act-what-finished = { $accounts ->
    [one] 1 account
   *[other] { $accounts } accounts
 }, { $moves ->
    [0] no move
    [one] 1 move
   *[other] { $moves } moves
 }
act-apart = Two people: { $name } and { $other }
act-stage = { $stage ->
    [won] Won: { $name }
    [lost] Lost: { $name }
   *[other] { $name }: { act-what-stage }
 }
act-what-stage = { $stage ->
    [identified] { choice-stage-identified }
    [qualified] { choice-stage-qualified }
    [proposal] { choice-stage-proposal }
    [negotiation] { choice-stage-negotiation }
    [verbal] { choice-stage-verbal }
    [won] { choice-stage-won }
   *[lost] { choice-stage-lost }
 }
act-promoted = Key account: { $name }
act-released = No longer a key account: { $name }
act-what-left = { $name }, { $account }{ $successor ->
    [none] {""}
   *[other] {""}; { $successor }{ $new ->
        [true] {""} (new)
       *[other] {""}
     } takes over { $reports ->
        [0] { $promises ->
            [0] the place
            [one] 1 promise
           *[other] { $promises } promises
         }
        [one] { $promises ->
            [0] 1 report
            [one] 1 report and 1 promise
           *[other] 1 report and { $promises } promises
         }
       *[other] { $promises ->
            [0] { $reports } reports
            [one] { $reports } reports and 1 promise
           *[other] { $reports } reports and { $promises } promises
         }
     }{ $initiatives ->
        [0] {""}
        [one] {""}, 1 initiative
        [other] {""}, { $initiatives } initiatives
       *[none] {""}
     }{ $decisions ->
        [0] {""}
        [one] {""}, 1 decision to be told
        [other] {""}, { $decisions } decisions to be told
       *[none] {""}
     }
 }
act-came-along = { $talks ->
    [0] {""}
    [one] , 1 conversation
   *[other] , { $talks } conversations
 }{ $promises ->
    [0] {""}
    [one] , 1 promise
   *[other] , { $promises } promises
 }
act-assumed = Kept: the assumptions about { $name }
act-assumed-book = Kept: the assumptions about { $name }, and { $years ->
    [one] 1 year
   *[other] { $years } years
 } ahead for all clients
act-became = { $kind ->
    [opportunity] Opportunity from an insight: { $name }
   *[initiative] Initiative from an insight: { $name }
 }
act-undone = Undone: { act-what }
act-redone = Done again: { act-what }
act-unknown = An act without a name

act-what = { $of ->
    [act-logged] { act-what-logged }
    [act-planned] planned { act-what-logged }
    [act-created] new { act-record }
    [act-changed] changes to { act-record }
    [act-deleted] deletion of { act-records }
    [act-done] { $count ->
        [one] “{ $name }” done
       *[other] { $count } promises done ({ $name })
     }
    [act-reopened] { $count ->
        [one] “{ $name }” open again
       *[other] { $count } promises open again ({ $name })
     }
    [act-closed] { $count ->
        [one] “{ $name }” closed
       *[other] { $count } problems closed ({ $name })
     }
    [act-unclosed] { $count ->
        [one] “{ $name }” open again
       *[other] { $count } problems open again ({ $name })
     }
    [act-snoozed] “{ $name }” put off until { $until }
    [act-learned] { act-what-learned }
    [act-find-out] “{ $text }”
    [act-assumed] assumptions about { $name }
    [act-assumed-book] assumptions about { $name } and years ahead of all clients
    [act-became] “{ $name }” from an insight
    [act-arranged] move of { $name }
    [act-boss] { $boss ->
        [none] { $name } without a boss
       *[other] { $boss } as the boss of { $name }
     }
    [act-told] { $name } told of “{ $decision }”
    [act-untold] { $name } not told of “{ $decision }”
    [act-confirmed] { act-what-confirmed }
    [act-sorted] { $count ->
        [one] { $name ->
            [none] 1 entry sorted out
           *[other] “{ $name }” sorted out
         }
       *[other] { $count } entries sorted out
     }
    [act-imported] import ({ act-what-imported })
    [act-figures] { $count ->
        [one] a figure of { $name }
       *[other] { $count } figures ({ $name })
     }
    [act-year-moved] the first month of the company’s year
    [act-set-all] { act-what-set }
    [act-moved] { $from ->
        [none] { $name } at { $account }
       *[other] move of { $name } from { $from } to { $account }
     }
    [act-left] departure of { act-what-left }
    [act-merged] merge of { $gone } into { $name }
    [act-white] { $count ->
        [one] a white-space cell of { $name }
       *[other] { $count } white-space cells ({ $name })
     }
    [act-apart] { $name } and { $other } being two people
    [act-stage] { $name }, { act-what-stage }
    [act-achieved] { $count ->
        [one] “{ $name }” reached
       *[other] { $count } reached ({ $name })
     }
    [act-unachieved] { $count ->
        [one] “{ $name }” open again
       *[other] { $count } open again ({ $name })
     }
    [act-attached] “{ $name }” on { $initiative }
    [act-detached] “{ $name }” off its initiative
    [act-plan-copied] plan carried forward ({ act-what-copied })
    [act-promoted] { $name } as a key account
    [act-released] release of { $name }
    [act-rescheduled] move of { $name }
    [act-move-chosen] move { $text }
    [act-reviewed] review of { act-what-reviewed }
    [act-issued] report { $name }
    [act-review-finished] end of the review ({ act-what-finished })
   *[act-unknown] an act without a name
 }

# “call with Ana Ruiz, 2 promises”
act-what-logged = { $people ->
    [none] { act-channel }
   *[other] { act-channel } { act-connective } { $people }
 }{ $promises ->
    [0] {""}
    [one] , 1 promise
   *[other] , { $promises } promises
 }{ $problems ->
    [0] {""}
    [one] , 1 problem
    [other] , { $problems } problems
   *[none] {""}
 }{ $decisions ->
    [0] {""}
    [one] , 1 decision
    [other] , { $decisions } decisions
   *[none] {""}
 }{ $insights ->
    [0] {""}
    [one] , 1 insight
    [other] , { $insights } insights
   *[none] {""}
 }
act-channel = { $channel ->
    [meeting] { choice-channel-meeting }
    [video] { choice-channel-video }
    [call] { choice-channel-call }
    [email] { choice-channel-email }
    [visit] { choice-channel-visit }
    [event] { choice-channel-event }
    [message] { choice-channel-message }
   *[note] { choice-channel-note }
 }
act-connective = { $channel ->
    [note] about
    [email] { act-toward }
    [message] { act-toward }
    [call] { act-toward }
   *[other] with
 }
act-toward = { $direction ->
    [in] from
    [out] to
   *[both] with
 }

# “Ana Ruiz, stance: supporter”
act-what-learned = { $aspect ->
    [all] { $name }, all still as it was{ act-after }
    [stance] { $name }, stance: { act-value }{ act-after }
    [influence] { $name }, influence: { $value ->
        [none] assumed from the roles
       *[other] { $value }
     }{ act-after }
    [interest] { $name }, interest: { $value ->
        [none] unknown
       *[other] { $value }
     }{ act-after }
   *[role] { $ended ->
        [true] { $name }, no longer { act-value }{ act-after }
       *[false] { $name }, role: { act-value }{ act-after }
     }
 }
# “, after the visit of 21 Nov”
act-after = { $channel ->
    [meeting] , { person-after }
    [video] , { person-after }
    [call] , { person-after }
    [email] , { person-after }
    [visit] , { person-after }
    [event] , { person-after }
    [message] , { person-after }
   *[none] {""}
 }
act-value = { $value ->
    [none] unknown
    [champion] { choice-stance-champion }
    [supporter] { choice-stance-supporter }
    [neutral] { choice-stance-neutral }
    [sceptic] { choice-stance-sceptic }
    [blocker] { choice-stance-blocker }
    [user] { choice-role-user }
    [influencer] { choice-role-influencer }
    [decider] { choice-role-decider }
    [buyer] { choice-role-buyer }
    [gatekeeper] { choice-role-gatekeeper }
    [initiator] { choice-role-initiator }
    [other] { choice-role-other }
   *[given] { $value }
 }
act-record = { $name ->
    [none] { $kind }
   *[other] { $kind } { $name }
 }
act-records = { $count ->
    [one] { act-record }
   *[other] { $count } { $kinds } ({ $name })
 }

# What an act refuses.
act-nothing-to-undo = Nothing to undo
act-nothing-to-redo = Nothing to redo
act-nothing-to-save = Nothing to save
act-settings-stay = The settings of the book can be changed, not deleted
act-nothing-known = Nothing is known of { $name } yet that could be confirmed
act-cannot-snooze = Only promises and people can be put off
act-achieved-nothing = Nothing was chosen to be reached
act-cannot-achieve = Only milestones, initiatives and objectives are reached

# Import: “12 created, 3 merged, 1 refused”
act-imported = Imported: { act-what-imported }
act-what-imported = { $create } created, { $merge } merged{ $refuse ->
    [0] {""}
   *[other] , { $refuse } refused
 }

act-figures = { $count ->
    [one] Entered: { $name }
   *[other] { $count } figures entered: { $name }
}

# Refused figures.
figure-computed = { $name } is computed from your own records: no actual can be entered
figure-period = { $name } is measured by the { $frequency ->
    [yearly] year
    [quarterly] quarter
   *[monthly] month
}: { $period } is none of its periods
figure-band = { $name } is judged by a band: both of its ends are needed
figure-currency = { $name } is kept in { $currency }
record-twice = There is already one of these: { $kind }

# What an indicator cannot be
kpi-thresholds = “At risk from” must be below “On track from”
account-retention = The chance that { $name } stays must be between 0% and 100%
opportunity-probability = The probability of { $name } must be between 0% and 100%
kpi-computed-count = What is counted adds up: measured in number, nature flow
kpi-computed-share = A computed share is a level: measured in percent, nature stock
kpi-computed-points = Coverage is a level: measured in score or percent, nature stock
kpi-computed-amount = The weighted pipeline is a level: measured in money, nature stock
kpi-has-figures = { $name } has { $count ->
    [one] a figure
   *[other] { $count } figures
} entered as they are: retire it and add another one

act-year-moved = The company’s year begins in another month: { $count ->
    [one] one target or actual of a year or quarter means other months now
   *[other] { $count } targets and actuals of years and quarters mean other months now
}

act-achieved = { $count ->
    [one] Reached: { $name }
   *[other] { $count } reached: { $name }
 }
act-unachieved = { $count ->
    [one] Open again: { $name }
   *[other] { $count } open again: { $name }
 }
act-attached = { $name } now hangs on { $initiative }
act-detached = { $name } hangs on no initiative now
act-plan-copied = Carried forward: { act-what-copied }
act-what-copied = { $account }, { $name } from { $day }, { $count ->
    [one] 1 initiative
   *[other] { $count } initiatives
 }

act-set-all = Saved: { act-what-set }
act-set-nobody = Nobody of them has a place at an account
# “Ana Ruiz: every 21 d”, “cadence of 12 people: every 21 d”
act-what-set = { $count ->
    [one] { $name }
   *[other] { $count } people ({ $name })
 }: { $what ->
    [cadence] { $value ->
        [none] the cadence of their roles
       *[other] every { $value } d
     }
    [not-before] { $value ->
        [none] at any time again
       *[other] not before { $value }
     }
    [language] { $value ->
        [none] no language
       *[other] language { $value }
     }
    [do-not-contact] { $value ->
        [true] asked not to be contacted
       *[false] may be contacted again
     }
    [tag] tag { $value }
   *[untag] no longer tag { $value }
 }

act-rescheduled = { act-what-rescheduled }
# “Pilot: 30 Nov 2026 – 14 Feb 2027”
act-what-rescheduled = { $count ->
    [one] { $name }: { $part ->
        [end] until { $to }
        [day] { $to }
       *[whole] { $from } – { $to }
     }
   *[other] { $count } bars ({ $name }) { $days } d { $way ->
        [earlier] earlier
       *[later] later
     }
 }{ $drawn ->
    [none] {""}
   *[other] . Drawn in to the new end: { $drawn }
 }{ $waits ->
    [none] {""}
   *[other] . By then { $waits } is not over
 }{ $held ->
    [none] {""}
   *[other] . { $held } begins before that is over
 }
