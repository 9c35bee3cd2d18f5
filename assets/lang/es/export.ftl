# Ficheros que se escriben.
export-exists = { $path } ya existe. Nombra otro fichero
export-unwritable = No se ha podido escribir { $path }: { $error }
export-people-done = { $count ->
    [one] 1 persona escrita en { $path }
   *[other] { $count } personas escritas en { $path }
}
