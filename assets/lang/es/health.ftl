# Salud de una cuenta, cobertura de sus interlocutores, oportunidades: motivos, fórmulas y de qué están hechas.
health-not-kept = el libro no guardó nada del { $day }
health-unknown = aún no se sabe nada de ella
health-nobody = aún no se conoce a nadie
health-no-stance = no se conoce la actitud de nadie
health-no-roles-required = no se pide ningún rol
health-no-touches = sin contacto en 90 días
health-no-own-indicators = ningún indicador propio
health-no-known-indicators = ningún indicador propio con dato reciente y objetivo
health-no-commitments = no debemos nada ni debíamos nada en los últimos 90 días
health-no-reading = nunca se les ha preguntado si están satisfechos
health-reading-old = demasiado antigua: la última respuesta es del { $day }
health-no-plans = aún no hay plan
health-no-snapshot = no se guarda la salud de hace un mes
health-no-gap = el objetivo está alcanzado
health-no-amount = no se conoce su importe
health-stance-unknown = desconocida

health-formula = Media ponderada de las partes que se conocen, menos el riesgo
health-formula-coverage = Cobertura = Σ peso × contacto ÷ Σ peso; al día 100, toca 50, si no 0
health-formula-support = Apoyo = Σ peso × actitud ÷ Σ peso entre las actitudes conocidas; detractor 0, neutral 50, promotor 100
health-formula-roles = Roles = roles cubiertos ÷ roles que se piden
health-formula-pipeline = Embudo ponderado = Σ importe × probabilidad de las oportunidades abiertas

health-part-commercial = Indicadores
health-part-relationship = Relación
health-part-commitments = Nuestros compromisos
health-part-satisfaction = Satisfacción
health-part-plan = Plan
health-part-risk = Riesgo

health-input-indicator = { $name }
health-input-coverage = cobertura
health-input-support = apoyo
health-input-roles = roles cubiertos
health-input-late = días de retraso
health-input-reading = su respuesta, de 0 a 10
health-input-reviewed = días desde la última revisión
health-input-review = su última revisión
health-input-plan = plan en vigor
health-plan-never-reviewed = nunca revisado
health-plan-none-active = ningún plan activo
health-input-risk = riesgo declarado
health-input-problem = peor incidencia abierta
health-input-person = { $name }
health-input-opportunity = { $name }
health-input-amount = importe
health-input-chance = probabilidad

health-contact-fresh = al día
health-contact-due = toca
health-contact-overdue = desatendido
health-contact-never = sin contacto aún
health-seat-gap = nadie
health-seat-named = hay alguien, desatendido
health-seat-covered = cubierto
