# Letters.
mail-file = { $file }: { $count ->
    [one] one e-mail
   *[other] { $count } e-mails
}
mail-attachments = Attached: { $names }
mail-unreadable = The e-mail cannot be read
mail-no-sender = It does not say who wrote it
mail-no-date = It does not say when it was written
mail-automatic = A program wrote it
mail-stranger = Neither you nor anybody of the book wrote it: { $text }
mail-ours-assumed = taken for yours: { $text }. Your addresses are a setting of the book
