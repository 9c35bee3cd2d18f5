# Letters.
mail-file = { $file }: { $count ->
    [one] one e-mail
   *[other] { $count } e-mails
}
mail-attachments = Attached: { $names }
mail-unreadable = The e-mail cannot be read
mail-no-sender = It does not say who wrote it
mail-no-date = It does not say when it was written
mail-invitation-answer = It only says who comes to a meeting
mail-invitation-outside = The meeting to which it invites is outside the window of days
mail-automatic = A program wrote it
mail-stranger = Neither you nor anybody of the book wrote it: { $text }
mail-ours-assumed = taken for yours: { $text }. Your addresses are a setting of the book

# A mail that is opened with the system's program.
mail-opened = The mail is open in your mail program
mail-opened-cut = The mail is open, but too long for it: its rest is on the clipboard
mail-no-program = No mail program can be opened here: the mail is on the clipboard as a link
mail-goes-on = [the rest is on the clipboard: paste it here]
