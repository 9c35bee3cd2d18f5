# Who of ours knows whom of theirs.
acquaintance-title = Who knows whom
acquaintance-count = { $theirs } of theirs, { $ours } of ours
acquaintance-nobody = Nobody here yet: add the people of the account first.
acquaintance-none = Nobody of the team stands in a conversation yet. Name colleagues in what you log: “call ana ruiz pau font: prices”.
acquaintance-unknown = Known to nobody of the team
acquaintance-head-theirs = Name
acquaintance-head-account = Account
acquaintance-head-weight = Weight
acquaintance-cli = Who of our team knows whom, with the last contact
acquaintance-cli-account = Only people of this account
acquaintance-cli-more = A row is one of theirs, a column one of ours; a dot is “never”. Whom nobody of the team has met stands below.
acquaintance-all = All accounts
