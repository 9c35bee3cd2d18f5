# Palabras de los conjuntos cerrados.

choice-tier-key = clave
choice-tier-standard = estándar

choice-risk-low = bajo
choice-risk-medium = medio
choice-risk-high = alto

choice-why-key-revenue = ingresos
choice-why-key-prestige = prestigio
choice-why-key-both = ambas cosas

choice-role-user = usuario
choice-role-influencer = influenciador
choice-role-decider = decisor
choice-role-buyer = comprador
choice-role-gatekeeper = filtro
choice-role-initiator = iniciador
choice-role-other = otro

choice-stance-champion = promotor
choice-stance-supporter = partidario
choice-stance-neutral = neutral
choice-stance-sceptic = escéptico
choice-stance-blocker = detractor

choice-aspect-stance = actitud
choice-aspect-role = rol
choice-aspect-influence = influencia

choice-channel-meeting = reunión
choice-channel-video = vídeo
choice-channel-call = llamada
choice-channel-email = correo
choice-channel-visit = visita
choice-channel-event = evento
choice-channel-message = mensaje
choice-channel-note = nota

choice-direction-in = entrante
choice-direction-out = saliente
choice-direction-both = ambos

choice-sentiment-good = buena
choice-sentiment-neutral = neutra
choice-sentiment-bad = mala

choice-side-ours = nuestro
choice-side-theirs = suyo

# Una letra por rol, donde la palabra no cabe.
role-letter-user = U
role-letter-influencer = I
role-letter-decider = D
role-letter-buyer = C
role-letter-gatekeeper = F
role-letter-initiator = N
role-letter-other = O
