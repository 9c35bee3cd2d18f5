# The life of people: moving, leaving, being in the book twice.
life-left-already = { $name } left { $account } on { $day }. Accepted: a place that is not over
life-before-since = { $name } has been at { $account } since { $since }: { $day } is before that
life-day-ahead = { $day } is still to come: until then nothing has changed. Accepted: today or a day before
life-there-already = { $name } is at { $account } already. Accepted: another account
life-own-successor = { $name } cannot come after themselves. Accepted: somebody else, or nobody
life-merge-itself = { $name } is only one record: a merge needs two
merge-no-pick = { $field } has only one value: keep left or right

# Why two may be one.
twins-email = same e-mail { $email }
twins-phone = same phone { $phone }
twins-name-same = same name
twins-name-turned = same name, turned round
twins-name-shorter = one name contains the other
twins-name-initials = initials fit
twins-name-given = same first name
twins-alias = also known as { $alias }
twins-birthday = same birthday { $day }
twins-account = both at { $account }
twins-though-together = though they were seen together
twins-though-leads = though one leads to the other
twins-certain = certain
twins-likely = likely
twins-possible = possible

life-twins = Possible duplicates
life-twins-none = Nobody seems to be in the book twice
life-head-certainty = Same person
life-head-stays = Stays
life-head-goes = Goes
life-head-reasons = Because
life-head-field = Field
life-head-result = Result
life-merge-title = { $gone } becomes one with { $name }
life-left = left
life-both = both
life-right = right
life-moves = Comes along: { $what }
life-moves-nothing = Nothing else comes along
life-moves-interaction = { $count ->
    [one] 1 conversation
   *[other] { $count } conversations
 }
life-moves-commitment = { $count ->
    [one] 1 promise
   *[other] { $count } promises
 }
life-moves-fact = { $count ->
    [one] 1 dated fact
   *[other] { $count } dated facts
 }
life-moves-membership = { $count ->
    [one] 1 place at another account
   *[other] { $count } places at other accounts
 }
life-moves-influence = { $count ->
    [one] 1 tie
   *[other] { $count } ties
 }
life-moves-involvement = { $count ->
    [one] 1 part in a sale
   *[other] { $count } parts in sales
 }
life-moves-reading = { $count ->
    [one] 1 reading of satisfaction
   *[other] { $count } readings of satisfaction
 }
life-moves-lines = { $count ->
    [one] 1 person led by them
   *[other] { $count } people led by them
 }
life-which-place = { $name } has several places: say which with --{ $flag }. There are: { $accounts }
life-not-there = { $name } is not at { $account }. Accepted: { $accounts }
life-no-place = { $name } is not at { $account }, nor anywhere else
life-nowhere = { $name } is at no account that could be left
life-like-successor = Nobody is called “{ $name }”, but this may be who is meant: { $candidates }. Accepted: their name or number, or --new for somebody new
life-no-twin = Nobody found who may be the same as { $name }: name both
life-several-twins = { $name } may be the same as several: name the other. There are: { $candidates }
life-no-field = There is no field “{ $text }” in which they differ. Accepted: { $accepted }
life-none-differs = none, they do not differ
life-no-side = { $name }: “{ $text }” is no side. Accepted: left, right; both for lists and notes
life-value-keep = FIELD=SIDE

# The shell.
life-cli-move = Moves a person to another account, keeping what was said and known
life-cli-to = The account where they are now
life-cli-from = The account that they left, if they are at several
life-cli-title = What their card says now
life-cli-unit = Their part of the new account
life-cli-forget-stance = Their attitude to us is to be found out anew
life-cli-move-more =
    The day is that of --on, else today. Roles and weight belong to the old place;
    the stance comes along unless --forget-stance.
    For instance: cartera person move "Ana Ruiz" --to arce --title CEO --on 2026-11-02
life-cli-leave = Notes that a person has left an account
life-cli-account = The account that they left, if they are at several
life-cli-successor = Who comes after them; a name that nobody has is somebody new
life-cli-new = The successor is somebody new, though there are names like it
life-cli-who = Their name, the beginning of it, or their number
life-cli-leave-more =
    The successor takes over their people and the open promises with them.
    For instance: cartera person leave "Jordi Mas" --successor "Zoe Prat" --on 2026-11-02
life-cli-merge = Makes one person of two records
life-cli-which = Who goes, and into whom; one name if only one other may be the same
life-cli-keep = Whose value a field keeps: left (named first), right or both
life-cli-merge-more =
    Lists are united, notes joined, the other name becomes an alias; undo brings both back.
    For instance: cartera person merge "J. Mas" "Jordi Mas" --keep title=left --dry-run
life-cli-duplicates = Who may be in the book twice, with the reasons
life-cli-apart = These two are two people: they are not proposed again
life-cli-duplicates-more =
    For instance: cartera person duplicates --apart "Ana Ruiz" "Ana Ruiz Gil"

# The screen.
life-form-also = { $name } is also at
life-form-move = { $name } leaves { $account } for
life-form-come = { $name } is now at
life-form-leave = { $name } has left { $account }
life-step-move = Move from
life-step-leave = Left
life-nobody-else = Nobody of that name
life-partner = Merge { $name } with
life-partner-hint = type a name
life-open = compare
life-apart = two people
life-differ = Where they differ
life-alike = The same
life-place = At { $account }
life-nothing-differs = They differ in nothing
life-choose = choose
life-merge = merge
life-leave = not now
life-stays = stays
life-goes = goes
life-also-known = { $name }, also known as { $others }
life-filled = Known of one of them
