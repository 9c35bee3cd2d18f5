# El mapa de personas: campos de personas, puestos, vínculos y centros de compra.
kind-influence = influencia
kinds-influence = influencias
kind-involvement = papel en una decisión
kinds-involvement = papeles en decisiones

field-account-required-roles = Roles necesarios
field-account-required-roles-help = Roles que alguien debería tener allí; vacío, los de los ajustes
field-opportunity-required-roles = Roles necesarios
field-opportunity-required-roles-help = Roles que alguien debería tener en esta decisión; vacío, los de la cuenta
field-person-tags = Etiquetas
field-person-tags-help = De una palabra, separadas por comas: para encontrarlos y elegirlos
field-person-placeholder = Por identificar
field-person-placeholder-help = Sí mientras no sepas quién es: no cuenta en ninguna cifra
field-membership-interest = Interés
field-membership-interest-help = Cuánto les importa lo que hacemos, de 1 a 5; vacío mientras no lo sepas
field-membership-successor = Sucesor
field-membership-successor-help = Quién vino después

field-influence-person = Persona
field-influence-person-help = Quién influye
field-influence-sways = Influye en
field-influence-sways-help = En quién influye
field-influence-account = Cuenta
field-influence-account-help = Dónde
field-influence-tie = Vínculo
field-influence-tie-help = Cuánto, o que están enfrentados
field-influence-since = Desde
field-influence-since-help = Desde cuándo lo sabes
field-influence-cause = Causa
field-influence-cause-help = Número de la interacción en la que lo supiste
field-influence-notes = Notas
field-influence-notes-help = Lo demás que convenga recordar

field-involvement-opportunity = Oportunidad
field-involvement-opportunity-help = Qué decisión
field-involvement-person = Persona
field-involvement-person-help = Quién participa en ella
field-involvement-roles = Roles
field-involvement-roles-help = Sus roles en esta decisión; vacío, los que tiene en la cuenta
field-involvement-notes = Notas
field-involvement-notes-help = Lo demás que convenga recordar
