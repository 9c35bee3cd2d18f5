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
twins-certain = certain
twins-likely = likely
twins-possible = possible
