# The map of people: fields of persons, places, ties and buying centres.
kind-influence = influence
kinds-influence = influences
kind-involvement = part in a decision
kinds-involvement = parts in decisions

field-account-required-roles = Required roles
field-account-required-roles-help = Roles that somebody there should hold; empty takes those of the settings
field-opportunity-required-roles = Required roles
field-opportunity-required-roles-help = Roles that somebody should hold in this decision; empty takes those of the account
field-person-tags = Tags
field-person-tags-help = One word each, separated by commas: to find and choose them by
field-person-placeholder = Placeholder
field-person-placeholder-help = Yes while you do not know who it is: they count in no figure
field-membership-interest = Interest
field-membership-interest-help = How much what we do matters to them, 1 to 5; empty while you do not know
field-membership-successor = Successor
field-membership-successor-help = Who came after them

field-influence-person = Person
field-influence-person-help = Who sways
field-influence-sways = Sways
field-influence-sways-help = Who is swayed
field-influence-account = Account
field-influence-account-help = Where
field-influence-tie = Tie
field-influence-tie-help = How much, or that they are against each other
field-influence-since = Since
field-influence-since-help = Since when you know it
field-influence-cause = Cause
field-influence-cause-help = Number of the interaction in which you learned it
field-influence-notes = Notes
field-influence-notes-help = Anything else worth keeping

field-involvement-opportunity = Opportunity
field-involvement-opportunity-help = Which decision
field-involvement-person = Person
field-involvement-person-help = Who has a part in it
field-involvement-roles = Roles
field-involvement-roles-help = Their roles in this decision; empty takes those that they hold at the account
field-involvement-notes = Notes
field-involvement-notes-help = Anything else worth keeping
