# Lo que se ha hecho: avisos e historial. «act-what» es lo mismo como parte de «Deshecho: …».
act-logged = Anotado: { act-what-logged }{ $sort ->
    [true] , por ordenar
   *[false] {""}
 }{ $asked ->
    [one] . Pidió que no se le contacte
    [other] . De ellos, { $asked } pidieron que no se les contacte
   *[none] {""}
 }
act-planned = En agenda: { act-what-logged }{ $sort ->
    [true] , por ordenar
   *[false] {""}
 }{ $asked ->
    [one] . Pidió que no se le contacte
    [other] . De ellos, { $asked } pidieron que no se les contacte
   *[none] {""}
 }
act-created = Alta: { act-record }
act-changed = Guardado: { act-record }
act-deleted = Borrado: { act-records }{ $figures ->
    [0] {""}
    [one] , con su dato
    [other] , con sus { $figures } datos
   *[none] {""}
 }
act-done = { $count ->
    [one] Hecho: { $name }
   *[other] { $count } compromisos cumplidos: { $name }
 }
act-reopened = { $count ->
    [one] Pendiente de nuevo: { $name }
   *[other] { $count } compromisos pendientes de nuevo: { $name }
 }
act-closed = { $count ->
    [one] Cerrada: { $name }
   *[other] { $count } incidencias cerradas: { $name }
}
act-unclosed = { $count ->
    [one] Abierta de nuevo: { $name }
   *[other] { $count } incidencias abiertas de nuevo: { $name }
}
act-snoozed = Aplazado hasta el { $until }: { $name }
act-learned = Anotado: { act-what-learned }
act-find-out = Por averiguar para el { $due }: { $text }
act-arranged = Cambio de sitio: { $name }
act-boss = { $boss ->
    [none] { $count ->
        [one] { $name } ya no depende de nadie
       *[other] Ya no dependen de nadie: { $name }
     }
   *[other] { $count ->
        [one] { $name } depende ahora de { $boss }
       *[other] Dependen ahora de { $boss }: { $name }
     }
 }
act-told = Comunicado a { $name }: «{ $decision }»
act-untold = Sin comunicar otra vez a { $name }: «{ $decision }»
act-confirmed = Confirmado: { $count ->
    [one] { $name }, { act-what-confirmed }
   *[other] { act-what-confirmed }
 }
act-what-confirmed = { $held ->
    [0] {""}
    [one] 1 celebrada
   *[other] { $held } celebradas
 }{ $dropped ->
    [0] {""}
   *[other] { $held ->
        [0] {""}
       *[other] {", "}
     }{ $dropped ->
        [one] 1 no celebrada
       *[other] { $dropped } no celebradas
     }
 }
act-sorted = { $count ->
    [one] { $name ->
        [none] 1 entrada ordenada
       *[other] Ordenado: { $name }
     }
   *[other] { $count } entradas ordenadas
 }
act-moved = { $from ->
    [none] { $name } está ahora en { $account }
   *[other] Cambio: { $name } pasa de { $from } a { $account }{ $promises ->
        [0] {""}
        [one] {""}; 1 compromiso se queda en { $from }
        [other] {""}; { $promises } compromisos se quedan en { $from }
       *[none] {""}
     }
 }
act-left = Baja: { act-what-left }
act-merged = Unidos: { $gone } queda en { $name }{ act-came-along }
act-white = { $count ->
    [one] Espacio en blanco: una celda de { $name }
   *[other] Espacio en blanco: { $count } celdas ({ $name })
 }
act-move-chosen = Próximo paso: { $text }{ $due ->
    [none] {""}
   *[other] , para el { $due }
 }
act-reviewed = Revisada: { act-what-reviewed }
act-what-reviewed = { $name }{ $plans ->
    [0] , sin plan en vigor
   *[other] , con su plan
 }
act-issued = Emitido: { $name }
act-review-finished = Revisión terminada: { act-what-finished }
act-what-finished = { $accounts ->
    [one] 1 cuenta
   *[other] { $accounts } cuentas
 }, { $moves ->
    [0] ningún paso
    [one] 1 paso
   *[other] { $moves } pasos
 }
act-apart = Son dos personas: { $name } y { $other }
act-stage = { $stage ->
    [won] Ganada: { $name }
    [lost] Perdida: { $name }
   *[other] { $name }: { act-what-stage }
 }
act-what-stage = { $stage ->
    [identified] { choice-stage-identified }
    [qualified] { choice-stage-qualified }
    [proposal] { choice-stage-proposal }
    [negotiation] { choice-stage-negotiation }
    [verbal] { choice-stage-verbal }
    [won] { choice-stage-won }
   *[lost] { choice-stage-lost }
 }
act-promoted = Cuenta clave: { $name }
act-released = Deja de ser cuenta clave: { $name }
act-what-left = { $name }, { $account }{ $successor ->
    [none] {""}
   *[other] {""}; { $successor }{ $new ->
        [true] {""} (ficha nueva)
       *[other] {""}
     } recoge { $reports ->
        [0] { $promises ->
            [0] el puesto
            [one] 1 compromiso
           *[other] { $promises } compromisos
         }
        [one] { $promises ->
            [0] 1 subordinado
            [one] 1 subordinado y 1 compromiso
           *[other] 1 subordinado y { $promises } compromisos
         }
       *[other] { $promises ->
            [0] { $reports } subordinados
            [one] { $reports } subordinados y 1 compromiso
           *[other] { $reports } subordinados y { $promises } compromisos
         }
     }{ $initiatives ->
        [0] {""}
        [one] {""}, 1 iniciativa
        [other] {""}, { $initiatives } iniciativas
       *[none] {""}
     }{ $decisions ->
        [0] {""}
        [one] {""}, 1 decisión por contar
        [other] {""}, { $decisions } decisiones por contar
       *[none] {""}
     }
 }
act-came-along = { $talks ->
    [0] {""}
    [one] , 1 conversación
   *[other] , { $talks } conversaciones
 }{ $promises ->
    [0] {""}
    [one] , 1 compromiso
   *[other] , { $promises } compromisos
 }
act-assumed = Guardados: los supuestos sobre { $name }
act-assumed-book = Guardados: los supuestos sobre { $name }, y { $years ->
    [one] 1 año
   *[other] { $years } años
 } a la vista para todos los clientes
act-became = { $kind ->
    [opportunity] Oportunidad a partir de un insight: { $name }
   *[initiative] Iniciativa a partir de un insight: { $name }
 }
act-undone = Deshecho: { act-what }
act-redone = Rehecho: { act-what }
act-unknown = Una acción sin nombre

act-what = { $of ->
    [act-logged] { act-what-logged }
    [act-planned] { act-what-logged } (en agenda)
    [act-created] alta de { act-record }
    [act-changed] cambios en { act-record }
    [act-deleted] borrado de { act-records }
    [act-done] { $count ->
        [one] compromiso cumplido «{ $name }»
       *[other] { $count } compromisos cumplidos ({ $name })
     }
    [act-reopened] { $count ->
        [one] compromiso reabierto «{ $name }»
       *[other] { $count } compromisos reabiertos ({ $name })
     }
    [act-closed] { $count ->
        [one] cierre de «{ $name }»
       *[other] cierre de { $count } incidencias ({ $name })
     }
    [act-unclosed] { $count ->
        [one] reapertura de «{ $name }»
       *[other] reapertura de { $count } incidencias ({ $name })
     }
    [act-snoozed] aplazamiento de «{ $name }» hasta el { $until }
    [act-learned] { act-what-learned }
    [act-find-out] «{ $text }»
    [act-assumed] supuestos sobre { $name }
    [act-assumed-book] supuestos sobre { $name } y años a la vista de todos los clientes
    [act-became] «{ $name }» a partir de un insight
    [act-arranged] cambio de sitio de { $name }
    [act-boss] { $boss ->
        [none] { $name } sin superior
       *[other] { $boss } como superior de { $name }
     }
    [act-told] «{ $decision }» comunicado a { $name }
    [act-untold] «{ $decision }» sin comunicar a { $name }
    [act-confirmed] { act-what-confirmed }
    [act-sorted] { $count ->
        [one] { $name ->
            [none] 1 entrada ordenada
           *[other] entrada ordenada «{ $name }»
         }
       *[other] { $count } entradas ordenadas
     }
    [act-imported] importación ({ act-what-imported })
    [act-figures] { $count ->
        [one] una cifra de { $name }
       *[other] { $count } cifras ({ $name })
     }
    [act-year-moved] el primer mes del ejercicio
    [act-set-all] { act-what-set }
    [act-moved] { $from ->
        [none] { $name } en { $account }
       *[other] cambio de { $name } de { $from } a { $account }
     }
    [act-left] baja de { act-what-left }
    [act-merged] unión de { $gone } con { $name }
    [act-white] { $count ->
        [one] una celda de espacio en blanco de { $name }
       *[other] { $count } celdas de espacio en blanco ({ $name })
     }
    [act-apart] { $name } y { $other } como dos personas
    [act-stage] { $name }, { act-what-stage }
    [act-achieved] { $count ->
        [one] «{ $name }» alcanzado
       *[other] { $count } alcanzados ({ $name })
     }
    [act-unachieved] { $count ->
        [one] «{ $name }» abierto de nuevo
       *[other] { $count } abiertos de nuevo ({ $name })
     }
    [act-attached] «{ $name }» en { $initiative }
    [act-detached] «{ $name }» fuera de su iniciativa
    [act-plan-copied] plan llevado al periodo siguiente ({ act-what-copied })
    [act-promoted] { $name } como cuenta clave
    [act-released] la baja de { $name } como cuenta clave
    [act-rescheduled] el cambio de días de { $name }
    [act-move-chosen] paso { $text }
    [act-reviewed] revisión de { act-what-reviewed }
    [act-issued] informe { $name }
    [act-review-finished] fin de la revisión ({ act-what-finished })
   *[act-unknown] una acción sin nombre
 }

# «llamada con Ana Ruiz, 2 compromisos»
act-what-logged = { $people ->
    [none] { act-channel }
   *[other] { act-channel } { act-connective } { $people }
 }{ $promises ->
    [0] {""}
    [one] , 1 compromiso
   *[other] , { $promises } compromisos
 }{ $problems ->
    [0] {""}
    [one] , 1 incidencia
    [other] , { $problems } incidencias
   *[none] {""}
 }{ $decisions ->
    [0] {""}
    [one] , 1 decisión
    [other] , { $decisions } decisiones
   *[none] {""}
 }{ $insights ->
    [0] {""}
    [one] , 1 insight
    [other] , { $insights } insights
   *[none] {""}
 }
act-channel = { $channel ->
    [meeting] { choice-channel-meeting }
    [video] { choice-channel-video }
    [call] { choice-channel-call }
    [email] { choice-channel-email }
    [visit] { choice-channel-visit }
    [event] { choice-channel-event }
    [message] { choice-channel-message }
   *[note] { choice-channel-note }
 }
act-connective = { $channel ->
    [note] sobre
    [email] { act-toward }
    [message] { act-toward }
    [call] { act-toward }
   *[other] con
 }
act-toward = { $direction ->
    [in] de
    [out] a
   *[both] con
 }

# «Ana Ruiz, actitud: partidario»
act-what-learned = { $aspect ->
    [all] { $name }, todo sigue igual{ act-after }
    [stance] { $name }, actitud: { act-value }{ act-after }
    [influence] { $name }, influencia: { $value ->
        [none] según los roles
       *[other] { $value }
     }{ act-after }
    [interest] { $name }, interés: { $value ->
        [none] sin determinar
       *[other] { $value }
     }{ act-after }
   *[role] { $ended ->
        [true] { $name }, deja el rol: { act-value }{ act-after }
       *[false] { $name }, rol: { act-value }{ act-after }
     }
 }
# «, tras la visita del 21 nov»
act-after = { $channel ->
    [meeting] , { person-after }
    [video] , { person-after }
    [call] , { person-after }
    [email] , { person-after }
    [visit] , { person-after }
    [event] , { person-after }
    [message] , { person-after }
   *[none] {""}
 }
act-value = { $value ->
    [none] sin determinar
    [champion] { choice-stance-champion }
    [supporter] { choice-stance-supporter }
    [neutral] { choice-stance-neutral }
    [sceptic] { choice-stance-sceptic }
    [blocker] { choice-stance-blocker }
    [user] { choice-role-user }
    [influencer] { choice-role-influencer }
    [decider] { choice-role-decider }
    [buyer] { choice-role-buyer }
    [gatekeeper] { choice-role-gatekeeper }
    [initiator] { choice-role-initiator }
    [other] { choice-role-other }
   *[given] { $value }
 }
act-record = { $name ->
    [none] { $kind }
   *[other] { $kind } { $name }
 }
act-records = { $count ->
    [one] { act-record }
   *[other] { $count } { $kinds } ({ $name })
 }

# Lo que una acción rechaza.
act-nothing-to-undo = No hay nada que deshacer
act-nothing-to-redo = No hay nada que rehacer
act-nothing-to-save = No hay nada que guardar
act-settings-stay = Los ajustes del libro se pueden cambiar, no borrar
act-nothing-known = Aún no se sabe nada de { $name } que se pueda confirmar
act-cannot-snooze = Solo se pueden aplazar compromisos y personas
act-achieved-nothing = No se ha elegido nada que alcanzar
act-cannot-achieve = Solo se alcanzan hitos, iniciativas y objetivos

# Importación: «12 creados, 3 completados, 1 rechazado»
act-imported = Importado: { act-what-imported }
act-what-imported = { $create ->
    [one] { $create } creado
   *[other] { $create } creados
 }, { $merge ->
    [one] { $merge } completado
   *[other] { $merge } completados
 }{ $refuse ->
    [0] {""}
    [one] , { $refuse } rechazado
   *[other] , { $refuse } rechazados
 }

act-figures = { $count ->
    [one] Introducido: { $name }
   *[other] { $count } cifras introducidas: { $name }
}

# Cifras rechazadas.
figure-computed = { $name } se calcula a partir de tus registros: no se puede teclear un real
figure-period = { $name } se mide por { $frequency ->
    [yearly] años
    [quarterly] trimestres
   *[monthly] meses
}: { $period } no es uno de sus periodos
figure-band = { $name } se juzga con una banda: hacen falta sus dos extremos
figure-currency = { $name } se lleva en { $currency }
record-twice = Ya existe un registro igual: { $kind }

# Lo que un indicador no puede ser
kpi-thresholds = «En riesgo desde» tiene que ser menor que «En rumbo desde»
account-retention = La probabilidad de que { $name } siga tiene que estar entre el 0 % y el 100 %
opportunity-probability = La probabilidad de { $name } tiene que estar entre el 0 % y el 100 %
kpi-computed-count = Lo que se cuenta se suma: se mide en número, naturaleza flujo
kpi-computed-share = Una proporción calculada es un nivel: se mide en porcentaje, naturaleza nivel
kpi-computed-points = La cobertura es un nivel: se mide en puntos o porcentaje, naturaleza nivel
kpi-computed-amount = El embudo ponderado es un nivel: se mide en dinero, naturaleza nivel
kpi-has-figures = { $name } ya tiene { $count ->
    [one] una cifra
   *[other] { $count } cifras
} de como es ahora: retíralo y añade otro

act-year-moved = El ejercicio empieza en otro mes: { $count ->
    [one] un objetivo o real de año o trimestre abarca ahora otros meses
   *[other] { $count } objetivos y reales de años y trimestres abarcan ahora otros meses
}

act-achieved = { $count ->
    [one] Alcanzado: { $name }
   *[other] { $count } alcanzados: { $name }
 }
act-unachieved = { $count ->
    [one] Abierto de nuevo: { $name }
   *[other] { $count } abiertos de nuevo: { $name }
 }
act-attached = { $name } cuelga ahora de { $initiative }
act-detached = { $name } ya no cuelga de ninguna iniciativa
act-plan-copied = Llevado al periodo siguiente: { act-what-copied }
act-what-copied = { $account }, { $name } desde el { $day }, { $count ->
    [one] 1 iniciativa
   *[other] { $count } iniciativas
 }

act-set-all = Guardado: { act-what-set }
act-set-nobody = Ninguna de ellas tiene un puesto en una cuenta
# «Ana Ruiz: cada 21 d»
act-what-set = { $count ->
    [one] { $name }
   *[other] { $count } personas ({ $name })
 }: { $what ->
    [cadence] { $value ->
        [none] la cadencia de sus roles
       *[other] cada { $value } d
     }
    [not-before] { $value ->
        [none] de nuevo en cualquier momento
       *[other] no antes del { $value }
     }
    [language] { $value ->
        [none] sin idioma
       *[other] idioma { $value }
     }
    [do-not-contact] { $value ->
        [true] ha pedido que no se le contacte
       *[false] se le puede contactar de nuevo
     }
    [tag] etiqueta { $value }
   *[untag] sin la etiqueta { $value }
 }

act-rescheduled = { act-what-rescheduled }
# «Piloto: 30 nov 2026 – 14 feb 2027»
act-what-rescheduled = { $count ->
    [one] { $name }: { $part ->
        [end] hasta { $to }
        [day] { $to }
       *[whole] { $from } – { $to }
     }
   *[other] { $count } barras ({ $name }) { $days } d { $way ->
        [earlier] antes
       *[later] después
     }
 }{ $drawn ->
    [none] {""}
   *[other] . Adelantado al nuevo final: { $drawn }
 }{ $waits ->
    [none] {""}
   *[other] . Para entonces no ha acabado { $waits }
 }{ $held ->
    [none] {""}
   *[other] . { $held } empieza antes de que acabe
 }
