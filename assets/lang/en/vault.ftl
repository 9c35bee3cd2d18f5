# A folder of notes in Markdown: one note an account and a person.
vault-done = { $count ->
    [one] 1 note in { $path }
   *[other] { $count } notes in { $path }
  }{ $new ->
    [0] {""}
   *[other] , { $new } new
  }{ $changed ->
    [0] {""}
   *[other] , { $changed } updated
  }{ $renamed ->
    [0] {""}
   *[other] , { $renamed } renamed
  }{ $removed ->
    [0] {""}
   *[other] , { $removed } removed with their records
  }{ $emptied ->
    [0] {""}
    [one] , 1 left with only your own text: its record is gone
   *[other] , { $emptied } left with only your own text: their records are gone
  }{ $kept ->
    [0] {""}
   *[other] , { $kept } left alone: changed by hand
  }
vault-kept = { $path } was changed by hand inside of what cartera writes and stays as it is. Write below it; --force writes it anew
vault-emptied = { $path }: its record is gone. Only what you wrote is left in it
vault-would = Would be: { $said }
vault-dry-run = --dry-run is for a folder of notes: --format markdown. Any other export writes one new file
vault-flag-dry-run = Of a folder of notes: say what would change in it, write nothing
vault-no-folder = { $path } is a file. Notes need a folder
vault-unreadable = { $path } could not be read: { $error }
vault-needs-folder = Notes need a folder: --output notes
vault-no-kind = Notes are of accounts and people: leave out --kind
vault-making = Writing notes
vault-ask = Notes in Markdown into a folder
vault-ask-scope = Notes of { $account } in Markdown into a folder
vault-folder = ~/notes
vault-with = with personal notes
vault-without = without personal notes
vault-ask-help = ↓ with personal notes, ↑ without; your own text stays
vault-yours = What stands above is written by cartera. What you write below the next line stays.
vault-last = last contact { $day }
vault-never = no contact yet
vault-around = People around
vault-leads = Leads
vault-also-at = Also at
vault-over = left
