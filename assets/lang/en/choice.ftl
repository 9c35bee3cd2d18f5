# Words of the closed sets.

choice-tier-key = key
choice-tier-standard = standard

choice-risk-low = low
choice-risk-medium = medium
choice-risk-high = high

choice-why-key-revenue = revenue
choice-why-key-prestige = prestige
choice-why-key-both = both

choice-role-user = user
choice-role-influencer = influencer
choice-role-decider = decider
choice-role-buyer = buyer
choice-role-gatekeeper = gatekeeper
choice-role-initiator = initiator
choice-role-other = other

choice-stance-champion = champion
choice-stance-supporter = supporter
choice-stance-neutral = neutral
choice-stance-sceptic = sceptic
choice-stance-blocker = blocker

choice-aspect-stance = stance
choice-aspect-role = role
choice-aspect-influence = influence

choice-channel-meeting = meeting
choice-channel-video = video
choice-channel-call = call
choice-channel-email = e-mail
choice-channel-visit = visit
choice-channel-event = event
choice-channel-message = message
choice-channel-note = note

choice-direction-in = in
choice-direction-out = out
choice-direction-both = both

choice-sentiment-good = good
choice-sentiment-neutral = neutral
choice-sentiment-bad = bad

choice-side-ours = ours
choice-side-theirs = theirs

choice-measure-money = money
choice-measure-number = number
choice-measure-percent = percent
choice-measure-days = days
choice-measure-score = score

choice-better-higher = higher
choice-better-lower = lower
choice-better-band = band

choice-nature-flow = flow
choice-nature-stock = stock

choice-frequency-monthly = monthly
choice-frequency-quarterly = quarterly
choice-frequency-yearly = yearly

choice-ownership-own = own
choice-ownership-contribute = contribute
choice-ownership-monitor = monitor

choice-spread-calendar = calendar
choice-spread-last-year = last year
choice-spread-hand = by hand

choice-computed-touches = touches
choice-computed-visits = visits
choice-computed-deciders-met = deciders met
choice-computed-coverage = coverage
choice-computed-kept-promises = kept promises
choice-computed-weighted-pipeline = weighted pipeline
choice-computed-response-balance = response balance
choice-computed-complaints = complaints
choice-computed-forecast-accuracy = forecast accuracy

choice-stage-identified = identified
choice-stage-qualified = qualified
choice-stage-proposal = proposal
choice-stage-negotiation = negotiation
choice-stage-verbal = verbal
choice-stage-won = won
choice-stage-lost = lost

choice-severity-low = low
choice-severity-medium = medium
choice-severity-high = high

choice-trouble-delivery = delivery
choice-trouble-quality = quality
choice-trouble-service = service
choice-trouble-billing = billing
choice-trouble-relationship = relationship
choice-trouble-other = other

# One letter for each role, where a word has no room.
role-letter-user = U
role-letter-influencer = I
role-letter-decider = D
role-letter-buyer = B
role-letter-gatekeeper = G
role-letter-initiator = N
role-letter-other = O

choice-aspect-interest = interest
choice-tie-weak = weak
choice-tie-medium = medium
choice-tie-strong = strong
choice-tie-conflict = conflict

choice-plan-status-draft = draft
choice-plan-status-active = active
choice-plan-status-closed = closed

choice-aim-growth = growth
choice-aim-retention = retention
choice-aim-relationship = relationship
choice-aim-brand = brand
choice-aim-efficiency = efficiency

choice-priority-high = high
choice-priority-medium = medium
choice-priority-low = low

choice-objective-status-open = open
choice-objective-status-reached = reached
choice-objective-status-dropped = dropped

choice-mix-product = product
choice-mix-price = price
choice-mix-place = place
choice-mix-promotion = promotion
choice-mix-people = people
choice-mix-process = process
choice-mix-evidence = evidence
choice-mix-brand = brand

choice-turn-decision = decision
choice-turn-change = change

choice-cell-state-unknown = unknown
choice-cell-state-in-house = in-house
choice-cell-state-competitor = competitor
choice-cell-state-ours = ours
choice-cell-state-not-wanted = not wanted
choice-cell-state-not-applicable = not applicable

choice-topic-client = client
choice-topic-market = market
choice-topic-competitor = competitor
choice-topic-feedback = feedback
choice-topic-internal = internal

choice-confidence-low = low
choice-confidence-medium = medium
choice-confidence-high = high

choice-perk-kind-resource = exclusive resource
choice-perk-kind-offer = tailored offer

choice-report-management = management report
choice-report-plan = account plan
choice-report-plan-page = account plan on a page
choice-report-review = business review
choice-report-client = client version
choice-report-brief = meeting brief
choice-report-bulletin = bulletin
choice-report-digest = team digest
choice-report-portfolio = portfolio
choice-report-dossier = dossier
