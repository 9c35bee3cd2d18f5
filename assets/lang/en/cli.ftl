# The shell: commands, flags, what they say.
cli-about = cartera: the personal CRM of one key account manager, in one local file.
cli-more =
    Without a command the screen opens; without a terminal, today is printed.
    A name may stand wherever a number may: cartera person show "ana ruiz"
    Each command has its own help: cartera log --help
cli-usage-options = [OPTIONS]
cli-usage = Usage
cli-heading-commands = Commands
cli-heading-options = Options
cli-heading-arguments = Arguments
cli-heading-fields = Fields
cli-heading-membership = Fields of their place at the account
cli-heading-everywhere = Options of every command
cli-group-day = Every day
cli-group-records = Records (list, show, add, edit, remove)
cli-group-figures = Figures (list, show, add, edit, remove)
cli-group-back = The way back
cli-group-files = Files
cli-group-program = The program

cli-value-command = COMMAND
cli-value-file = FILE
cli-value-day = DAY
cli-value-text = TEXT
cli-value-texts = TEXT,…
cli-value-place = PLACE
cli-value-name = NAME
cli-value-names = NAME,…
cli-value-record = RECORD
cli-value-field = FIELD
cli-value-time = TIME
cli-value-minutes = MINUTES
cli-value-number = NUMBER
cli-value-percent = PERCENT
cli-value-money = MONEY
cli-value-period = PERIOD
cli-value-currency = CODE
cli-value-month = MONTH
cli-value-flag = yes|no
cli-value-choice = CHOICE
cli-value-ready = KEY
cli-value-choices = CHOICE,…
cli-value-shell = SHELL
cli-value-setting = NAME=VALUE
cli-value-what = WHAT

cli-flag-file = Work on this book instead of the usual one
cli-flag-on = Take this day for today; no backup is made then
cli-flag-lang = Language of this command
cli-flag-json = Answer as JSON
cli-flag-help = Show this help
cli-flag-version = Show the version
cli-flag-account = Only this account; its names come first
cli-flag-scope = The account that is meant unless the line names another
cli-flag-account-only = Only of this account
cli-flag-limit = At most so many
cli-flag-output = Write to this file
cli-flag-reopen = The other way: what was kept or closed is open again
cli-flag-dry-run = Show what would be done, write nothing
cli-flag-map = What a column means, such as "Firm=company"; may be repeated
cli-flag-kind = What the rows of a CSV file are, if its headers do not say it
cli-flag-sheet = Sheets of figures to read, if not all that are shown; may be repeated
cli-flag-decimal = What begins the decimals, where the file does not prove it
cli-flag-targets = Figures that say nothing of themselves are targets
cli-flag-create = Make the accounts and KPIs that figures name and the book does not have
cli-flag-skip = Leave this record out: FILE:LINE as a dry run names it, or LINE
cli-flag-new = Take this record for new, whoever looks like it
cli-flag-into = Take this record for that one of the book: FILE:LINE=12; account:FILE:LINE=3 is its company
cli-flag-format = Format of the file: json, the whole book; csv, people or --kind; xlsx, every kind; vcard, vcard3; ics, what has a day
cli-flag-window = Days of a calendar that are taken: before and after today, 90 if nothing is said
cli-flag-backup-list = List the backups there are
cli-flag-interactions = How many entries the log gets, up to ten years of work
cli-flag-no-open = Write the file and print its path, open nothing
cli-flag-key = Only key accounts
cli-flag-all-commitment = Also what has been kept
cli-flag-all-contract = Also those that have ended
cli-flag-all-problem = Also those that are closed
cli-flag-all-opportunity = Also those that are won or lost
cli-flag-all-kpi = Also those that are no longer followed
cli-flag-from = Begin with this one of the catalogue, see “cartera kpi catalogue”
cli-flag-sort = Sort by this field
cli-flag-reverse = Sort the other way round

cli-arg-text = What was said, as in the capture line; - reads one entry per line
cli-arg-words = Words, and filters: with:ana from:ana tag:renewal since:2w
cli-arg-commitment = The promises: their numbers, or words of their text; or problems
cli-arg-record = A record, such as person:12 or person "Ana Ruiz"; none: the newest acts
cli-arg-whose = Account, person or planned meeting
cli-arg-what = account NAME, kpi ACCOUNT KPI [PERIOD], or person NAME
cli-arg-files = Contacts (vCard), tables (CSV, XLSX, ODS), calendars, e-mail, or a book as JSON
cli-arg-backup = The backup, or the day on which it was made
cli-arg-setting = Settings and their new values; an empty value is the default again
cli-arg-shell = bash, zsh, fish, elvish or powershell
cli-arg-which = Its name, the beginning of it, or its number
cli-arg-which-number = Its number, or words of its text
cli-arg-which-kpi = Its account and its name, or its number

cli-log = Write down a call, a visit or a note in one line
cli-log-more =
    call ana ruiz yesterday 30m: prices too high +renewal ana=neutral > fri send TCO
      head     kind, people, day, time and minutes, in any order, before the colon
      +tag     a tag             :) :(    how it felt
      > day …  we promise it     < day …  they promise it
      problem: what, severe by fri  something went wrong at the account
      decided: what told ana, luis  what was decided, and who knows it
      name=stance, name=role     what was learned about somebody
    Nothing is refused but an empty line. What is not understood is kept and marked to sort out.
cli-today = What needs you, your accounts, this week
cli-bulletin = What one side of an account has not been told yet
cli-brief = Before a meeting: who, what to ask, what is owed, what changed
cli-brief-more =
    cartera brief arce                     the account and its next meeting
    cartera brief ana ruiz
    cartera brief interaction "steering committee"
    cartera brief "#12"                    a planned meeting by its number
      What people told in confidence stands in it: it is for your eyes.
cli-scorecard = How each account stands: health, KPIs, where they will land
cli-scorecard-more =
    cartera scorecard --account arce
    cartera scorecard --json
      Actual     of a flow the year to date, of a level its newest figure
      %          pace of a flow up to its newest period, attainment of a level
      Landing    by every method; * is the one to go by
      Gap        what is missing from there to the target of the year
      Needed     in each period that is left
    In JSON each account has health, insights and kpis. A share of 1 is 100 %;
    money is {"{"}"amount": "1234.50", "currency": "EUR"{"}"}; what is not known
    is null, and the reason stands under the same name in "why".
cli-explain = How a figure is made: health, KPI, relationship
cli-explain-more =
    cartera explain account arce           health: parts, weights, inputs
    cartera explain kpi arce revenue       pace or attainment, and the landing
    cartera explain kpi arce revenue oct   one period, and who entered it
    cartera explain person ana             strength, cadence, coverage
cli-search = Search everything that was said, decided and planned
cli-search-more =
    cartera search prices with:ana since:2w
      from:NAME   they wrote or called     with:NAME   they took part
      tag:TAG     marked with this tag     since:DAY   on that day or later
    Decisions, plans, sales and notes in which the words stand come below; a filter leaves them out.
cli-review = The weekly review: how far it is, and its steps
cli-review-more =
    Without a command it is shown. Every step is an act: undo takes it back.
    cartera review show nordwind
    cartera review move nordwind 1
    cartera review move nordwind fri send the revised SLA
    cartera review through nordwind
cli-team = Who of ours works for an account
cli-digest = What a colleague has to do and to know, to be sent
cli-digest-more =
    cartera digest marta
    cartera digest marta --mail
cli-report = Reports for management and clients
cli-report-more =
    cartera report management --format html --output report.html --issue
    cartera report brief nordwind --format md
    cartera report digest marta --language es
    cartera report list
    cartera report show 3 --output again.html
cli-done = Mark promises as kept, close problems
cli-done-more =
    cartera done 12            the promise with number 12
    cartera done send TCO      the open promise or problem with these words
    cartera done problem 3     the problem with number 3
cli-account = Your clients, key accounts and others
cli-unit = Divisions, plants and subsidiaries of an account
cli-person = Stakeholders and their place at an account
cli-colleague = Your own account team
cli-opportunity = Possible sales
cli-contract = What is agreed for some time, with its end and notice
cli-problem = What went wrong at a client, until it is closed
cli-cltv = What clients are worth over the years, and what would be if
cli-reading = How satisfied they say they are
cli-influence = Who sways whom at a client
cli-involvement = Who has a part in which decision
cli-kpi = Indicators with their targets and actuals
cli-kpi-catalogue = Ready KPIs to begin with
cli-arg-catalogue = Only those that have these words in their name or definition
cli-catalogue-key = Key
cli-catalogue-name = Name
cli-catalogue-definition = What it is
cli-catalogue-frequency = Measured
cli-catalogue-nothing = Nothing in the catalogue is called “{ $text }”. “cartera kpi catalogue” lists it
cli-catalogue-several = “{ $text }” fits several: { $candidates }
cli-kpi-set = Enter actuals
cli-kpi-set-shape = ACCOUNT KPI PERIOD VALUE
cli-kpi-set-more =
    cartera kpi set arce "on-time delivery" oct 91
    cartera kpi set arce revenue oct=82000 nov=91k
    cartera kpi set 12 2026-10 -
      ACCOUNT KPI   both by name, - is the portfolio; or the KPI alone by number
      PERIOD        as long as the KPI measures: oct, 2026-10, Q4, 2026
      VALUE         in what the KPI is measured; empty or - clears it
    Several PERIOD=VALUE are one act that undo takes back.
cli-kpi-target = Enter targets
cli-kpi-target-shape = ACCOUNT KPI PERIOD VALUE [HIGH]
cli-kpi-target-more =
    cartera kpi target arce revenue 2026 1.2M
    cartera kpi target arce "stock days" 2026 10 20
    cartera kpi target arce revenue oct=90k nov=110k
      ACCOUNT KPI   both by name, - is the portfolio; or the KPI alone by number
      PERIOD        a year, which is spread, or one period: it wins over the year
      VALUE [HIGH]  the target, of a band both ends; empty or - clears it
    Several PERIOD=VALUE are one act that undo takes back.
cli-rate = What other currencies count for, by year
cli-interaction = Meetings, calls, e-mails, visits, notes
cli-commitment = What either side promised; also called task
cli-record-list = List { $kinds }
cli-record-show = Show one { $kind }
cli-record-add = Add one { $kind }
cli-record-edit = Change one { $kind }
cli-record-remove = Remove { $kinds }; undo brings them back
cli-edit-more = An empty value clears a field: --notes ""
cli-undo = Take the newest act back
cli-redo = Bring the last undone act back
cli-history = What was done, or what happened to one record
cli-import = Read contacts, accounts, actuals and targets from files
cli-import-more =
    cartera import contacts.vcf
    cartera import clients.csv --dry-run
    cartera import clients.csv --map "Firm=company,Town=account.site"
    cartera import actuals.xlsx --dry-run
    cartera import targets.csv --targets --decimal ,
    Known people and accounts are completed, new ones added, all as one act that undo takes back.
    A list of clients brings revenue, margin and growth up to date: --dry-run shows old → new.
cli-export = Write the whole book to a file
cli-export-more =
    cartera export --output book.json
    What was exported imports back the same: cartera --file new.cartera import book.json
cli-backup = Copy the book, or list the copies
cli-restore = Put a copy back in the place of the book
cli-restore-more =
    cartera backup --list      says which copies there are
    cartera restore 2026-11-22
    The book that is replaced is kept as a copy.
cli-check = Is the book sound?
cli-setting = Cadences, currency, year: what changes a figure
cli-setting-list = List the settings of the book
cli-setting-set = Change settings of the book
cli-demo = Open a book of four fictional accounts
cli-keys = The keys of the screen
cli-completions = Completions for your shell
cli-man = The manual page

cli-no-home = The system names no home folder. Name a folder in CARTERA_HOME, or a book with --file
cli-no-book = There is no book { $path } yet
cli-new-book = New book: { $path }
cli-no-day = “{ $text }” is no day for --on. Accepted: 2026-11-23, 23/11/2026, yesterday
cli-no-language = “{ $text }” is no language for --lang. Accepted: es, en
cli-nothing-changed = Nothing changed
cli-saved = { $what } (#{ $id })
cli-not-found = Nothing fits “{ $text }” ({ $kind })
cli-ambiguous = “{ $text }” could be several ({ $kind }): { $candidates }
cli-kpi-which = Say which KPI: its account and its name, or its number
cli-kpi-retired = KPI #{ $id } is no longer followed
cli-brief-nobody = No account, person or planned meeting is called “{ $text }”
cli-brief-held = #{ $id } was held already; a brief is of what is planned, of an account or of a person
cli-explain-what = There is nothing to explain of “{ $text }”. Accepted: { $accepted }
cli-explain-coverage = Coverage of { $name }
cli-kpi-none = There is no KPI “{ $text }”, nor any other there
cli-kpi-not-found = There is no KPI “{ $text }” there. There are: { $candidates }
cli-kpi-shape = { $command ->
    [target] Accepted: cartera kpi target ACCOUNT KPI PERIOD VALUE [HIGH], or ACCOUNT KPI PERIOD=VALUE…
   *[set] Accepted: cartera kpi set ACCOUNT KPI PERIOD VALUE, or ACCOUNT KPI PERIOD=VALUE…
}
cli-kpi-targets = { $account }, targets
cli-kpi-band = { $name } has a band as its target. Accepted: both ends, such as 10..20
cli-kpi-band-order = The lower end of the band of { $name } is above the upper one
cli-kpi-no-band = { $name } has no band as its target. Accepted: one value
cli-no-kind = “{ $text }” names no record. Accepted: { $accepted }, each with a number or a name: person:12
cli-kind-unknown = There is no kind of record “{ $text }”. Accepted: { $accepted }
cli-no-fields = Nothing to change: name a field, such as --{ $flag }
cli-no-sort = There is no field “{ $text }” to sort by. Accepted: { $accepted }
cli-which-place = { $name } has several places: say which with --account. There are: { $accounts }
cli-no-place = { $name } has no account: say which with --account
cli-log-blank = Nothing to save: the line is blank
cli-to-sort = Saved, to sort out: something in it was not understood
cli-to-sort-account = Saved, to sort out: it names no account
cli-to-sort-names = Saved, to sort out: nobody is called { $names }
cli-found-nothing = Nothing found
cli-found-more = The newest { $count }; --limit shows more
cli-listed = { $count } of { $all }; --limit shows more
cli-list-empty = No { $kinds } yet
cli-list-none = No { $kinds } there
cli-already-done = { $text } (#{ $id }) was kept already. --reopen takes that back
cli-already-closed = { $text } (#{ $id }) was closed already. --reopen takes that back
cli-not-done = { $text } (#{ $id }) is open
cli-history-empty = Nothing has been done yet
cli-history-none = Nothing is known of the past of this record
cli-history-deleted = removed
cli-history-undone = undone
cli-setting-shape = “{ $text }” is no setting. Accepted: name=value, such as cadence_decider=30
cli-setting-unknown = There is no setting “{ $text }”. Accepted: { $accepted }
cli-setting-default = default
cli-sound = The book is sound: { $path }
cli-unsound = { $count ->
    [one] 1 thing is wrong with { $path }
   *[other] { $count } things are wrong with { $path }
 }
cli-no-backups = There are no backups yet
cli-no-backup-of = There is no backup “{ $text }”. “cartera backup --list” says which there are
cli-imported = Created: { $create } · merged: { $merge } · nothing new: { $same } · refused: { $refuse }{ $skip ->
    [0] {""}
   *[other] {" "}· skipped: { $skip }
}
cli-into-unreadable = “{ $text }” says no place and number. Accepted: FILE:LINE=12
cli-place-unknown = There is no record at { $place }. --dry-run names the places
cli-place-several = Several records stand at { $place }. Say which: FILE:LINE
cli-format-unknown = “{ $text }” is no format. Accepted: { $accepted }
cli-not-written = The output could not be written
cli-broken = cartera stumbled over itself at { $place }. Nothing that was saved is lost. Please report it

# What the parser of the command line refuses.
cli-parse-unknown-argument = “{ $text }” is not known here.
cli-parse-unknown-command = There is no command “{ $text }”.
cli-parse-missing = Missing: { $text }.
cli-parse-value = “{ $value }” does not fit { $text }. Accepted: { $accepted }
cli-parse-number = a whole number
cli-parse-no-value = { $text } needs a value.
cli-parse-twice = { $text } may stand only once.
cli-parse-suggestion = Did you mean { $text }?
cli-parse-help = “{ $command } --help” says what is accepted.

# Columns and labels of the shell.
cli-column-number = No
cli-column-contact = Contact
cli-column-last = Last
cli-column-notice = Notice by
cli-column-closed = closed { $day }
cli-column-chance = Chance
cli-show-of-stage = by its stage
cli-show-weighted = Weighted
cli-column-overdue = Late
cli-column-when = When
cli-column-what = What
cli-column-before = Before
cli-column-after = After
cli-column-size = Bytes
cli-column-file = File
cli-column-key = Keys
cli-column-command = Does

cli-competitor = Who else sells there
cli-offering = What we sell
cli-plan = Plans of 12 to 18 months
cli-objective = What plans are to reach
cli-initiative = What is done to reach it
cli-milestone = Days by which something must stand
cli-whitespace = Who serves which unit with what
cli-insight = What was learned of clients and market
cli-perk = Exclusive resources and tailored offers given
cli-decision = Decisions and changes, and who must know
cli-telling = Who has been told of which decision
cli-assignment = Who is in the team of which account
cli-promotion = Since when accounts are key accounts
cli-group-plan = Plan, growth and portfolio
cli-flag-all-plan = Also those that are closed
cli-flag-all-objective = Also those that are reached or dropped
cli-flag-all-initiative = Also those that are finished or dropped
cli-flag-all-milestone = Also those that are reached
cli-flag-all-offering = Also those that are no longer sold
cli-flag-all-perk = Also what has ended
cli-flag-all-assignment = Also those who have left the team
