# Health of an account, coverage of its people, possible sales: reasons, formulas and what they are made of.
health-not-kept = the book kept nothing of { $day }
health-unknown = nothing of it is known yet
health-nobody = nobody is known here
health-no-stance = no stance is known
health-no-roles-required = no role is asked for
health-no-touches = no contact in 90 days
health-no-own-indicators = no KPI of my own
health-no-known-indicators = no KPI of my own with a fresh figure and a target
health-no-commitments = we owe nothing, and owed nothing in 90 days
health-no-reading = never asked how satisfied they are
health-reading-old = too old: the last answer is of { $day }
health-no-plans = no plan yet
health-no-snapshot = no health is kept from a month ago
health-no-gap = the target is reached
health-no-amount = its amount is not known
health-stance-unknown = unknown

health-formula = Weighted mean of the parts that are known, less the risk
health-formula-coverage = Coverage = Σ weight × contact ÷ Σ weight; fresh 100, due 50, otherwise 0
health-formula-support = Support = Σ weight × stance ÷ Σ weight over known stances; blocker 0, neutral 50, champion 100
health-formula-roles = Roles = roles covered ÷ roles asked for
health-formula-pipeline = Weighted pipeline = Σ amount × probability of the open opportunities

health-part-commercial = KPIs
health-part-relationship = Relationship
health-part-commitments = Our commitments
health-part-satisfaction = Satisfaction
health-part-plan = Plan
health-part-risk = Risk

health-input-indicator = { $name }
health-input-coverage = coverage
health-input-support = support
health-input-roles = roles covered
health-input-late = days late
health-input-reading = their answer, 0 to 10
health-input-reviewed = days since its last review
health-input-review = its last review
health-input-plan = plan in force
health-plan-never-reviewed = never gone through
health-plan-none-active = no active plan
health-input-risk = stated risk
health-input-problem = worst open problem
health-input-person = { $name }
health-input-opportunity = { $name }
health-input-amount = amount
health-input-chance = probability

health-contact-fresh = fresh
health-contact-due = due
health-contact-overdue = overdue
health-contact-never = never met
health-seat-gap = nobody
health-seat-named = named, contact overdue
health-seat-covered = covered
