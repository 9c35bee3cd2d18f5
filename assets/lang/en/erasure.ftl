# The right to erasure: forgetting a person.
erasure-someone = someone
erasure-cli = Forgets somebody for good: the right to erasure
erasure-cli-backups = Also in the backups of the book
erasure-cli-yes-name = The full name, instead of being asked for it
erasure-cli-more =
    Goes: the person, their places, facts, ties and parts in decisions, their history, drafts and search entries. Conversations
    and promises stay; “someone” stands in them. What was typed into other records loses the name too. It cannot be undone.
    Without a terminal the name is read from standard input. Exports and copies that you made elsewhere are not touched.
erasure-goes =
    { $name } will be forgotten: { $rows ->
        [one] 1 record
       *[other] { $rows } records
    } of theirs, { $texts ->
        [one] 1 text
       *[other] { $texts } texts
    } of other records{ $documents ->
        [0] {""}
        [one] , 1 issued document that tells of them and is emptied
       *[other] , { $documents } issued documents that tell of them and are emptied
    }, { $past ->
        [one] 1 line
       *[other] { $past } lines
    } of the history. Conversations stay, with “someone” in them. It cannot be undone.
erasure-type = Type the full name to forget them:
erasure-no-name = Nothing was forgotten. Type the full name, or give it with --yes-name
erasure-name-wrong = Nothing was forgotten: the full name is “{ $name }”
erasure-damaged = Nothing was forgotten: { $path } is damaged and cannot be rewritten. Delete it and try again
erasure-done = { $rewritten ->
    [0] { $name } is forgotten
    [one] { $name } is forgotten, also in 1 backup
   *[other] { $name } is forgotten, also in { $rewritten } backups
  }{ $left ->
    [0] {""}
    [one] . 1 backup still holds them: cartera person forget "{ $name }" --backups
   *[other] . { $left } backups still hold them: cartera person forget "{ $name }" --backups
  }{ $finished ->
    [true] {""}
   *[other] . Another cartera has the book open: close it and open the book once more, so that the last traces go
  }
erasure-title = Forget { $name }
erasure-book = in the book
erasure-book-and-copies = { $count ->
    [one] in the book and its backup
   *[other] in the book and its { $count } backups
  }
erasure-name = Full name
erasure-keys = ⏎ forgets  ↓ with or without backups  Esc leaves everything as it is
