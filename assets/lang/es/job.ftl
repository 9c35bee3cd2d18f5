# Lo que tarda más que una tecla.
job-backup = Copiando el libro
job-undo = Deshaciendo: { act-what }
job-redo = Rehaciendo: { act-what }
job-stage-reading = Leyendo
job-stage-comparing = Comparando con el libro
job-stage-writing = Escribiendo
job-stage-making = Preparando
job-of = { $done } de { $total }
job-seconds-left = quedan { $count } s
job-minutes-left = quedan { $count } min
job-stop = detiene
job-stopping = Deteniendo
job-stopped = Detenido: no se ha escrito nada
job-busy = Aún hay otra tarea en marcha
job-stumbled = El programa ha tropezado con esto; no se ha escrito nada
