# Work that takes longer than a key press.
job-backup = Copying the book
job-undo = Undoing: { act-what }
job-redo = Redoing: { act-what }
job-stage-reading = Reading
job-stage-comparing = Comparing with the book
job-stage-writing = Writing
job-stage-making = Making
job-of = { $done } of { $total }
job-seconds-left = { $count } s left
job-minutes-left = { $count } min left
job-stop = stops
job-stopping = Stopping
job-stopped = Stopped: nothing was written
job-busy = Something else is still under way
job-stumbled = The program stumbled over this; nothing was written
