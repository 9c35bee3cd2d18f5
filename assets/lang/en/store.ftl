# What the file refuses, and what to do about it.
store-newer = { $path } was written by a newer version of cartera. It was left as it is. Update cartera to open it.{ $backup ->
    [none] {""}
   *[other] {" "}This version can open the backup { $backup }
 }
store-foreign = { $path } is not a book of cartera, or its beginning is damaged. It was left as it is. { $backup ->
    [none] Name another file with --file
   *[other] If it was your book, put the newest sound backup back: cartera --file "{ $path }" restore "{ $backup }"
 }
store-damaged = { $path } is damaged. It was left as it is. { $backup ->
    [none] There is no sound backup in the folder “backups” beside it: look for a copy elsewhere
   *[other] Put the newest sound backup back: cartera --file "{ $path }" restore "{ $backup }"
 }
store-locked = { $path } is locked by another program. Close that program and try again
store-read-only = { $path } is read-only. Give yourself the right to write it, or copy it elsewhere and name the copy with --file
store-folder-read-only = The folder of { $path } is read-only, and a book needs to write beside its file. Move the book to another folder
store-is-folder = { $path } is a folder. Name a file in it
store-no-folder = The folder of { $path } does not exist. Make the folder, or name another file
store-cannot-open = { $path } cannot be opened. Check the rights of the file and of its folder
store-in-use = { $path } is open in another cartera. Close it there and try again

# What goes wrong later.
store-disk-full = The disk is full: nothing was saved. Free some space and save again
store-busy = Another cartera is writing at this moment: nothing was saved. Try again
store-read-only-now = The file can no longer be written: nothing was saved. Check the rights of the file and of its folder
store-damaged-now = The file is damaged. “cartera check” says where, “cartera restore” puts a backup back
store-gone-meanwhile = Something named here was deleted meanwhile: nothing was saved
store-sql = The file cannot do that: { $error }
store-io = The system refuses: { $error }
store-changed-elsewhere = This { $kind } ({ $id }) was changed elsewhere since you opened it
store-missing = There is no { $kind } with number { $id }
store-undo-gone = Something else was written or undone at the same moment. Look again before you undo
store-undo-migration = That was done before the book got its new shape and cannot be undone one by one.{ $backup ->
    [none] {""}
   *[other] {" "}The book as it was then: { $backup }
 }
store-undo-forgotten = That was too long ago: its old values are no longer kept

# Backups.
store-backup-made = Backup made: { $path }
store-backup-daily = of the day
store-backup-migration = before a new shape
store-backup-restore = before a restore
store-backup-by-hand = by hand
store-backup-unsound = { $path } is not a sound book: it was not used
store-backup-missing = There is no backup { $path }
store-backup-exists = { $path } exists already. Name another file
store-backup-memory = A book in memory has no backups
store-restored = { $path } is again as in { $from }.{ $aside ->
    [none] {""}
   *[other] {" "}What was there is kept: { $aside }
 }

# What a check finds.
check-integrity = The file is damaged: { $found }
check-orphans = { $count ->
    [one] 1 row refers to something that is not there
   *[other] { $count } rows refer to something that is not there
 }
check-search = The full-text search or the last contacts do not agree with the log
store-not-empty = Something is already written in this book. The demo needs an empty one
