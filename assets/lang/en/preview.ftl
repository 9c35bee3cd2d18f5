# What an import would do, on the screen before it is saved.
preview-title = Import { $name }
preview-reading = Reading { $name }
preview-saving = Importing { $name }
preview-empty = There is nothing in these files that cartera could take. Esc goes back; nothing was changed.
preview-nothing = Nothing to save: the book has it all already
preview-create = new
preview-merge = merged
preview-same = the same
preview-refuse = left out
preview-skip = skipped
preview-count-create = { $count } new
preview-count-merge = { $count } merged
preview-count-same = { $count } the same
preview-count-skip = { $count } skipped
preview-count-refuse = { $count } left out
preview-not-offered = This cannot be chosen for this row
preview-merge-into = { $name } is
