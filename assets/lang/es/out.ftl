# Lo que sale en los formatos de otros programas.
out-done = { $count ->
    [one] 1 registro escrito en { $path }
   *[other] { $count } registros escritos en { $path }
}
out-issued-left = { $count ->
    [one] 1 informe emitido no está en el libro de Excel: en una celda no cabe un documento. --format json lo conserva
   *[other] { $count } informes emitidos no están en el libro de Excel: en una celda no cabe un documento. --format json los conserva
}
out-notes-left = Las notas personales no salen; --personal las añade
out-binary = Un libro de Excel no se puede mostrar en un terminal. Nombra un fichero: --output personas.xlsx
out-json-whole = En JSON sale siempre el libro entero: quita --kind y --account, o elige csv o xlsx
out-cards-of = Las tarjetas son de personas o de cuentas (--kind person, --kind account), no de esto: { $kind }
out-flag-kind = Solo los registros de este tipo
out-flag-personal = Con las notas personales y tus notas sobre las cuentas; JSON las lleva siempre
out-exists = { $path } ya existe. Nombra otro fichero, o añade --force para reemplazarlo
out-flag-force = Reemplazar un fichero que ya existe
out-flag-list = Escribir la lista para una hoja de cálculo, con todos los campos

# Eventos del calendario.
out-event-at = { $account } · { $what }
out-event-ours = { $text }
out-event-theirs = nos deben: { $text }
out-event-milestone = hito: { $name }
out-event-birthday = cumpleaños de { $name }
out-event-end = fin de contrato: { $name }
out-event-notice = último día de preaviso: { $name }
out-event-renews = Termina el { $ends }; se renueva solo
out-event-ends = Termina el { $ends }
out-event-with = Con { $people }
out-event-owner = Lo cumple { $owner }
