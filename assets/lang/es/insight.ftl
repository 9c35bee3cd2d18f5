# Insights: lo que merece pensarse de una cuenta.
insight-no-decider = No consta quién decide
insight-few-supporters = { $count ->
    [0] { $players ->
        [one] No consta que nos apoye el único interlocutor clave
       *[other] De { $players } interlocutores clave no consta que nos apoye ninguno
    }
    [one] De { $players } interlocutores clave solo consta que nos apoye 1
   *[other] De { $players } interlocutores clave solo consta que nos apoyen { $count }
}
insight-nobody-against = { $people ->
    [one] La única persona conocida no figura en contra
   *[other] De { $people } personas ninguna figura en contra
}: se ignora quién se opone
insight-outweighed = Entre los interlocutores clave, { $count } en contra y { $supporters } a favor
insight-single-threaded = Todo depende de una persona: { $name }
insight-no-thread = Con nadie es sólida la relación
insight-champion-quiet = { $name }, promotor, no sabe de nosotros desde hace { $days } d
insight-champion-never = { $name }, promotor, sin contacto aún
insight-role-gap = No consta nadie como { $seats }
insight-stance-old = Lo que { $name } piensa de nosotros se supo hace { $days } d
insight-ours-overdue = Debemos «{ $text }», { $days } d de retraso
insight-theirs-overdue = Nos deben «{ $text }», { $days } d de retraso
insight-indicator-stale = { $name } no tiene dato después del { $day }
insight-rate-beyond = { $name }: cada periodo que queda exige el { $percent } % del mejor de los tres últimos
insight-rate-from-nothing = { $name }: cada periodo que queda exige más de lo que aportaron los tres últimos
insight-text-see = Ver a { $name }
insight-text-ask = Pedir: { $text }
insight-rival-ends = El contrato de { $rival ->
    [none] un competidor
   *[other] { $rival }
} para { $offering }{ $unit ->
    [none] {""}
   *[other] {" "}en { $unit }
} acaba en { $days } d
insight-plan-unreviewed = El plan «{ $name }» se revisó por última vez hace { $days } d
insight-plan-never-reviewed = El plan «{ $name }» no se ha revisado nunca en { $days } d
insight-effort-much = Se lleva el { $time } % del tiempo y aporta el { $worth } % del valor
insight-effort-little = Solo se lleva el { $time } % del tiempo y aporta el { $worth } % del valor
insight-input-contract-end = días hasta el fin de su contrato
insight-input-time = parte del tiempo registrado
insight-input-worth = parte del valor de todos los clientes
