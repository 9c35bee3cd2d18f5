# Correos.
mail-file = { $file }: { $count ->
    [one] un correo
   *[other] { $count } correos
}
mail-attachments = Adjuntos: { $names }
mail-unreadable = No se puede leer el correo
mail-no-sender = No dice quién lo escribió
mail-no-date = No dice cuándo se escribió
mail-invitation-answer = Solo dice quién viene a una reunión
mail-invitation-outside = La reunión a la que invita queda fuera del plazo de días
mail-automatic = Lo escribió un programa
mail-stranger = No lo escribiste tú ni nadie del libro: { $text }
mail-ours-assumed = se toma por tuyo: { $text }. Tus direcciones son un ajuste del libro
