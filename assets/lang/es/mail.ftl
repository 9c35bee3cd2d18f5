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

# Un correo que se abre con el programa del sistema.
mail-opened = El correo está abierto en tu programa de correo
mail-opened-cut = El correo está abierto, pero era demasiado largo: el resto está en el portapapeles
mail-no-program = Aquí no se puede abrir ningún programa de correo: el correo está en el portapapeles como enlace
mail-goes-on = [el resto está en el portapapeles: pégalo aquí]
