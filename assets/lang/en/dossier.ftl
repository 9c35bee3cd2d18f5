# The right of access: all that is held about a person.
dossier-cli = All that is held about somebody: the right of access
dossier-cli-more = Records that lead to them, texts that name them, the history, drafts and backups. It may take a while.
dossier-title = All that is held about { $name }
dossier-colleagues = Colleagues who met them
dossier-mentions = Named in other texts
dossier-acts = Changes
dossier-undone = (undone)
dossier-origin = run { $run }
dossier-drafts = Drafts
dossier-backups = Backups
