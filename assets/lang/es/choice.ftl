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

choice-measure-money = dinero
choice-measure-number = número
choice-measure-percent = porcentaje
choice-measure-days = días
choice-measure-score = puntos

choice-better-higher = más alto
choice-better-lower = más bajo
choice-better-band = banda

choice-nature-flow = flujo
choice-nature-stock = nivel

choice-frequency-monthly = mensual
choice-frequency-quarterly = trimestral
choice-frequency-yearly = anual

choice-ownership-own = propio
choice-ownership-contribute = contribuyo
choice-ownership-monitor = observo

choice-spread-calendar = calendario
choice-spread-last-year = año anterior
choice-spread-hand = a mano

choice-computed-touches = contactos
choice-computed-visits = visitas
choice-computed-deciders-met = decisores vistos
choice-computed-coverage = cobertura
choice-computed-kept-promises = compromisos cumplidos
choice-computed-weighted-pipeline = embudo ponderado
choice-computed-response-balance = equilibrio de respuesta
choice-computed-complaints = reclamaciones
choice-computed-forecast-accuracy = acierto de previsión

choice-stage-identified = identificada
choice-stage-qualified = cualificada
choice-stage-proposal = propuesta
choice-stage-negotiation = negociación
choice-stage-verbal = verbal
choice-stage-won = ganada
choice-stage-lost = perdida

choice-severity-low = baja
choice-severity-medium = media
choice-severity-high = alta

choice-trouble-delivery = entrega
choice-trouble-quality = calidad
choice-trouble-service = servicio
choice-trouble-billing = facturación
choice-trouble-relationship = relación
choice-trouble-other = otro

# Una letra por rol, donde la palabra no cabe.
role-letter-user = U
role-letter-influencer = I
role-letter-decider = D
role-letter-buyer = C
role-letter-gatekeeper = F
role-letter-initiator = N
role-letter-other = O

choice-aspect-interest = interés
choice-tie-weak = débil
choice-tie-medium = medio
choice-tie-strong = fuerte
choice-tie-conflict = enfrentados

choice-plan-status-draft = borrador
choice-plan-status-active = activo
choice-plan-status-closed = cerrado

choice-aim-growth = crecimiento
choice-aim-retention = retención
choice-aim-relationship = relación
choice-aim-brand = marca
choice-aim-efficiency = eficiencia

choice-priority-high = alta
choice-priority-medium = media
choice-priority-low = baja

choice-objective-status-open = abierto
choice-objective-status-reached = alcanzado
choice-objective-status-dropped = abandonado

choice-mix-product = producto
choice-mix-price = precio
choice-mix-place = distribución
choice-mix-promotion = comunicación
choice-mix-people = personas
choice-mix-process = procesos
choice-mix-evidence = evidencia física
choice-mix-brand = marca

choice-turn-decision = decisión
choice-turn-change = cambio

choice-cell-state-unknown = sin saber
choice-cell-state-in-house = interno
choice-cell-state-competitor = competidor
choice-cell-state-ours = nuestro
choice-cell-state-not-wanted = no lo quieren
choice-cell-state-not-applicable = no aplica

choice-topic-client = cliente
choice-topic-market = mercado
choice-topic-competitor = competidor
choice-topic-feedback = opinión
choice-topic-internal = interno

choice-confidence-low = baja
choice-confidence-medium = media
choice-confidence-high = alta

choice-perk-kind-resource = recurso exclusivo
choice-perk-kind-offer = oferta única

choice-report-management = informe de dirección
choice-report-plan = plan de cuenta
choice-report-plan-page = plan de cuenta en una página
choice-report-review = revisión de negocio
choice-report-client = versión para el cliente
choice-report-brief = ficha de reunión
choice-report-bulletin = boletín
choice-report-digest = resumen del equipo
choice-report-portfolio = cartera
choice-report-dossier = dosier
