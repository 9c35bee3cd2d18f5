# Documents that are handed out.
handout-internal = Internal · confidential
handout-for-me = For my eyes only · holds what people told in confidence
handout-for = For { $name }
handout-bulletin = What you should know
handout-portfolio-then = Revenue is that of the twelve months up to { $day }; what was written by hand, judged or sold is told as it is known today.
handout-emptied = This document told of somebody who was forgotten, and was emptied then. Its figures stay for the next report to be compared with.
handout-portfolio = Portfolio of clients
handout-clients = { $count ->
    [one] 1 client
   *[other] { $count } clients
 }
handout-unanswered = The document could not be made: the book answered something else.
handout-unreadable = “{ $title }” was issued by a newer version of cartera, which can open it.
handout-none-issued = No report was issued yet. cartera report management --issue keeps one, and the next says what has changed.
handout-written = Written: { $title }, { $path }
handout-no-period = “{ $text }” is no period. Accepted: 2026, 2026-Q4, 2026-11, Nov 2026.
handout-period-ahead = That time begins on { $day }, and nothing of it has happened yet. Of what lies ahead only the plan tells: cartera report plan, or plan-page.
handout-no-number = “{ $text }” is no number. cartera report list shows the numbers of issued reports.
handout-other-ending = { $path } does not end like a file of --format { $format }. Leave out --format, or end the name with it.
handout-binary = A workbook is no text for a terminal. --output FILE.xlsx writes it into a file.
handout-cli-management = All key accounts on one page, for those you report to
handout-cli-plan = The plan of an account, whole
handout-cli-plan-page = The plan of an account on one page
handout-cli-review = The business review of an account
handout-cli-client = What the client is shown of plan and review
handout-cli-brief = One screen before a meeting, as a document
handout-cli-bulletin = What a side of an account should be told
handout-cli-digest = What a colleague has to do and to know
handout-cli-portfolio = All clients by revenue, with classes and load
handout-cli-dossier = All that a successor at an account must know
handout-cli-list = The reports that were issued, the newest first
handout-cli-show = An issued report, as it was
handout-cli-remove = Remove an issued report (undo brings it back)
handout-cli-value-number = NUMBER
handout-cli-value-period = PERIOD
handout-cli-number = Its number, as report list shows it
handout-cli-account = Name or number of the account
handout-cli-colleague = Name or number of a colleague
handout-cli-whom = An account, a person, or a planned meeting
handout-cli-personal = With what people told in confidence
handout-cli-ask = What you need from whoever reads it; once or several times
handout-cli-period = The time it tells of: 2026, 2026-Q4, 2026-11
handout-cli-format = The form; without it as the name of the file ends, else text
handout-cli-output = A file, or a folder where it gets a name that is free
handout-cli-language = The language of the document; without it that of the program
handout-cli-issue = Keep it as issued: it opens again, and the next is compared with it
handout-no-workbook = The workbook could not be put together: { $error }
handout-title = Document
handout-issued = Issued reports
handout-make = make it
handout-change = change
handout-making = { $report ->
    [management] Management report
    [plan] Account plan
    [plan-page] Account plan on a page
    [review] Business review
    [client] Client version
    [brief] Meeting brief
    [bulletin] Bulletin
    [digest] Team digest
    [portfolio] Portfolio
   *[dossier] Dossier
 }
handout-this-meeting = this meeting
handout-nobody = Say first about whom the document is.
handout-nobody-known = nobody yet
handout-no-place = Say where the file goes, ~/ is your own folder.
handout-written-issued = Written and issued: { $title }, { $path }
handout-any-time = as the document chooses
handout-lang-en = English
handout-lang-es = Spanish
handout-form-screen = on the screen
handout-form-html = HTML page, to read and print
handout-form-xlsx = Excel workbook
handout-form-md = Markdown
handout-form-term = plain text
handout-line-document = Document
handout-line-about = About
handout-line-side = For
handout-line-period = Period
handout-line-asks = I need
handout-line-personal = Confidential
handout-line-language = Language
handout-line-form = As
handout-line-place = File
handout-line-issue = Issue
handout-help-document = which document
handout-help-about = ← → the next one; letters look for a name
handout-help-side = their side hears no reasons; ours does
handout-help-period = 2026, 2026-Q4, 2026-11; empty leaves it to the document
handout-help-asks = what you need from whoever reads it; several parted by ;
handout-help-personal = with what people told in confidence
handout-help-language = whatever the language of the program
handout-help-form = read it here, or write a file
handout-help-place = a folder, or a new file; ~/ is your own folder
handout-help-issue = keeps it: it opens again, and the next says what has changed
handout-no-news = There is nothing new to tell.
handout-pareto = Who brings the revenue · ✓ key account
handout-pareto-alt = { $first } of { $all } clients bring { $share } of the revenue; the largest, { $name }, { $largest }.
handout-col-cumulative = Cumulative
handout-col-valuation = Valuation
handout-col-effort = Effort ÷ worth
handout-this-one = this document
