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

# One letter for each role, where a word has no room.
role-letter-user = U
role-letter-influencer = I
role-letter-decider = D
role-letter-buyer = B
role-letter-gatekeeper = G
role-letter-initiator = N
role-letter-other = O
