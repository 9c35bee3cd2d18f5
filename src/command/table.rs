//! The one table of commands: dispatch, footer, help, palette, key settings and `docs/KEYS.md` all read it.
use crate::domain::choice::ReportKind;
use crate::domain::kind::Kind;

/// Where a key is in force. The top layer decides which scopes are open; see [`KeyScope::open_together`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyScope {
    /// In every layer, also while typing.
    Always,
    /// On every lens, when nothing lies over it.
    Everywhere,
    /// On a lens, for its lists and the record under the cursor.
    Lens,
    /// On a lens of records, for the person under the cursor.
    Person,
    /// On a lens that is a grid.
    Grid,
    /// In a cell of a grid being entered.
    Cell,
    /// In a form.
    Form,
    /// In the capture line.
    Capture,
    /// In a list that floats: palette, help, menus, candidates.
    Choose,
    /// While a file is picked.
    Files,
    /// In the preview of an import.
    Import,
}

impl KeyScope {
    /// All scopes, in the order in which help shows them.
    pub const ALL: [Self; 11] = [
        Self::Lens,
        Self::Person,
        Self::Grid,
        Self::Everywhere,
        Self::Always,
        Self::Cell,
        Self::Form,
        Self::Capture,
        Self::Choose,
        Self::Files,
        Self::Import,
    ];

    /// Name, and end of the key of its words (`command-scope-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Everywhere => "everywhere",
            Self::Lens => "lens",
            Self::Person => "person",
            Self::Grid => "grid",
            Self::Cell => "cell",
            Self::Form => "form",
            Self::Capture => "capture",
            Self::Choose => "choose",
            Self::Files => "files",
            Self::Import => "import",
        }
    }

    /// Whether both can be in force at the same time.
    pub fn open_together(self, other: Self) -> bool {
        use KeyScope::{Always, Everywhere, Grid, Lens, Person};
        let on_lens = |scope| matches!(scope, Lens | Everywhere | Person | Grid);
        self == other
            || self == Always
            || other == Always
            // A lens is of records or a grid, never both.
            || (on_lens(self) && on_lens(other) && !matches!((self, other), (Person, Grid) | (Grid, Person)))
    }
}

/// A lens, by name; its digit is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum LensKind {
    /// What needs me.
    #[default]
    Today,
    /// One account on one page.
    Accounts,
    /// Who decides.
    People,
    /// What was said.
    Log,
    /// How the figures stand.
    Kpis,
    /// What is to be reached in 12–18 months.
    Plan,
    /// Where the next euro is.
    Growth,
    /// Which clients are key.
    Portfolio,
}

impl LensKind {
    /// The lenses that exist, in the order of their digits.
    pub const ALL: [Self; 8] = [
        Self::Today,
        Self::Accounts,
        Self::People,
        Self::Log,
        Self::Kpis,
        Self::Plan,
        Self::Growth,
        Self::Portfolio,
    ];

    /// Name, and end of the keys of its words (`app-lens-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Accounts => "accounts",
            Self::People => "people",
            Self::Log => "log",
            Self::Kpis => "kpis",
            Self::Plan => "plan",
            Self::Growth => "growth",
            Self::Portfolio => "portfolio",
        }
    }

    /// The digit that opens it; fixed, whatever lenses exist.
    pub const fn digit(self) -> u8 {
        match self {
            Self::Today => 1,
            Self::Accounts => 2,
            Self::People => 3,
            Self::Log => 4,
            Self::Kpis => 5,
            Self::Plan => 6,
            Self::Growth => 7,
            Self::Portfolio => 8,
        }
    }

    /// The lens in which records of a kind live; none where their form is all there is.
    pub const fn home(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Account => Some(Self::Accounts),
            Kind::Person => Some(Self::People),
            Kind::Interaction => Some(Self::Log),
            Kind::Kpi => Some(Self::Kpis),
            Kind::Plan
            | Kind::Objective
            | Kind::Initiative
            | Kind::Milestone
            | Kind::Decision
            | Kind::Telling
            | Kind::Assignment => Some(Self::Plan),
            Kind::Promotion => Some(Self::Portfolio),
            Kind::Opportunity
            | Kind::WhiteSpace
            | Kind::Offering
            | Kind::Competitor
            | Kind::Insight
            | Kind::Perk => Some(Self::Growth),
            _ => None,
        }
    }

    /// The command that opens it.
    pub const fn command(self) -> Command {
        match self {
            Self::Today => Command::LensToday,
            Self::Accounts => Command::LensAccounts,
            Self::People => Command::LensPeople,
            Self::Log => Command::LensLog,
            Self::Kpis => Command::LensKpis,
            Self::Plan => Command::LensPlan,
            Self::Growth => Command::LensGrowth,
            Self::Portfolio => Command::LensPortfolio,
        }
    }

    /// The lens of which a command shows a view.
    pub const fn showing(command: Command) -> Option<Self> {
        match command {
            Command::ViewList | Command::ViewMap | Command::ViewOrg | Command::ViewNetwork => {
                Some(Self::People)
            }
            Command::PlanTree | Command::PlanGantt | Command::PlanDecisions | Command::PlanTeam => {
                Some(Self::Plan)
            }
            Command::GrowthPipeline
            | Command::GrowthWhitespace
            | Command::GrowthCompetitors
            | Command::GrowthInsights
            | Command::GrowthCare
            | Command::GrowthValue => Some(Self::Growth),
            Command::PortfolioPareto | Command::PortfolioMatrix | Command::PortfolioEffort => {
                Some(Self::Portfolio)
            }
            _ => None,
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Its name in settings; `command-<id>` and `command-<id>-help` are its words.
    pub id: &'static str,
    /// Default keys, as settings write them; the first is the one hints show.
    pub keys: &'static [&'static str],
    /// Where they are in force.
    pub scope: KeyScope,
    /// Whether the footer may show it: 0 never, else 1 (leaves last when the footer is narrow) … 9 (leaves first).
    pub footer: u8,
}

macro_rules! commands {
    ($($scope:ident { $($(#[$doc:meta])* $name:ident = $id:literal [$($key:literal),*] $footer:literal;)+ })+) => {
        /// Something the user can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command { $($($(#[$doc])* $name,)+)+ }

        /// Every command, in the order in which the footer, the help and the documents show them.
        pub const ROWS: &[Row] = &[$($(Row {
            command: Command::$name, id: $id, keys: &[$($key),*], scope: KeyScope::$scope, footer: $footer,
        },)+)+];
    };
}

commands! {
    Everywhere {
        /// One line becomes an entry.
        Capture = "capture" ["i"] 1;
    }
    Lens {
        /// Opens what the cursor is on.
        Open = "open" ["Enter"] 2;
        /// A new record of the kind this lens shows.
        New = "new" ["n"] 5;
        /// Edits the record under the cursor.
        Edit = "edit" ["e"] 7;
        /// Writes down a contact with this person or account.
        LogContact = "log-contact" ["l"] 3;
        /// Contacted today, without a word.
        Contacted = "contacted" ["."] 8;
        /// Completes the row: done, held.
        Done = "done" ["x"] 3;
        /// Out of the queue until a day.
        Snooze = "snooze" ["z"] 4;
        /// Why this row is here, how this figure is made.
        Why = "why" ["="] 4;
        /// One screen before a meeting.
        Brief = "brief" ["b"] 7;
        /// A document about what is under the cursor, to be handed out.
        Report = "report" ["R"] 9;
        /// Sets a value from a small menu.
        SetValue = "set-value" ["c"] 8;
        /// The client becomes a key account.
        Promote = "promote" [] 0;
        /// The client is no key account any more.
        Release = "release" [] 0;
    }
    Person {
        /// Stance one step up.
        StanceUp = "stance-up" ["+"] 9;
        /// Stance one step down.
        StanceDown = "stance-down" ["-"] 9;
    }
    Grid {
        /// Shorter periods.
        ZoomIn = "zoom-in" ["+"] 6;
        /// Longer periods.
        ZoomOut = "zoom-out" ["-"] 6;
    }
    Lens {
        /// The same records by another view.
        View = "view" ["v"] 3;
        /// The view before.
        ViewBack = "view-back" ["V"] 0;
        /// What is sent to the colleague under the cursor, as a link that opens a mail.
        MailLink = "mail-link" [] 0;
        /// The next gap of the buying centre.
        Gaps = "gaps" ["g"] 6;
        /// What the cells show.
        Axis = "axis" ["a"] 4;
        /// Removes the record; undo brings it back.
        Delete = "delete" ["Del Del", "Backspace Backspace"] 0;
        /// Whom this person reports to.
        Boss = "boss" [] 0;
        /// Copies the record to the clipboard.
        Copy = "copy" ["y"] 0;
        /// Copies the list in front of me.
        CopyList = "copy-list" ["Y"] 0;
        /// What a side of the account has not been told, to copy or mail.
        Bulletin = "bulletin" [] 0;
        /// Edits the note of the record in the user's editor.
        EditNote = "edit-note" ["Ctrl-E"] 0;
        /// What happened to this record.
        History = "history" [] 0;
        /// The person works for another account now.
        MovePerson = "move-person" [] 0;
        /// The person has left.
        PersonLeft = "person-left" [] 0;
        /// The person has one more place.
        AlsoAt = "also-at" [] 0;
        /// Two records are one person.
        MergePerson = "merge-person" [] 0;
        /// Forgets the person for good.
        Forget = "forget" [] 0;
        /// One row up.
        Up = "up" ["Up", "k"] 0;
        /// One row down.
        Down = "down" ["Down", "j"] 0;
        /// One page up.
        PageUp = "page-up" ["PgUp"] 0;
        /// One page down.
        PageDown = "page-down" ["PgDn"] 0;
        /// First row.
        First = "first" ["Home"] 0;
        /// Last row.
        Last = "last" ["End"] 0;
        /// The panel to the left.
        PanelLeft = "panel-left" ["Left", "Ctrl-Left"] 0;
        /// The panel to the right.
        PanelRight = "panel-right" ["Right", "Ctrl-Right"] 0;
        /// Moves the row up.
        MoveUp = "move-up" ["Shift-Up", "K"] 0;
        /// Moves the row down.
        MoveDown = "move-down" ["Shift-Down", "J"] 0;
        /// Moves to the left; in a grid marks on the way.
        MoveLeft = "move-left" ["Shift-Left", "H"] 0;
        /// Moves to the right.
        MoveRight = "move-right" ["Shift-Right", "L"] 0;
        /// A stage or some days earlier.
        Earlier = "earlier" ["<"] 3;
        /// A stage or some days later.
        Later = "later" [">"] 3;
        /// Another order.
        Sort = "sort" ["s"] 8;
        /// The same order, reversed.
        SortReverse = "sort-reverse" ["S"] 0;
        /// Another selection of rows.
        Filter = "filter" ["f"] 8;
        /// Marks the row, for what is done to several.
        Mark = "mark" ["Space"] 0;
        /// Marks all rows that are shown, or takes their marks away.
        MarkAll = "mark-all" ["Ctrl-A"] 0;
        /// The rows in groups by part of the account.
        Group = "group" ["G"] 0;
        /// A plan carried forward to the time after it.
        CopyPlan = "copy-plan" [] 0;
        /// The list in front of me as a file.
        ExportList = "export-list" [] 0;
        /// Narrows the list in front of me.
        Find = "find" ["/"] 5;
    }
    Everywhere {
        /// Takes back the newest act.
        Undo = "undo" ["u"] 7;
        /// Does again what was taken back.
        Redo = "redo" ["U"] 0;
        /// Today.
        LensToday = "lens-today" ["1"] 0;
        /// Accounts.
        LensAccounts = "lens-accounts" ["2"] 0;
        /// People.
        LensPeople = "lens-people" ["3"] 0;
        /// Log.
        LensLog = "lens-log" ["4"] 0;
        /// KPIs.
        LensKpis = "lens-kpis" ["5"] 0;
        /// Plan.
        LensPlan = "lens-plan" ["6"] 0;
        /// Growth.
        LensGrowth = "lens-growth" ["7"] 0;
        /// Portfolio.
        LensPortfolio = "lens-portfolio" ["8"] 0;
        /// People as a list.
        ViewList = "view-list" [] 0;
        /// People as a map of influence and stance.
        ViewMap = "view-map" [] 0;
        /// People by who reports to whom.
        ViewOrg = "view-org" [] 0;
        /// People as a network.
        ViewNetwork = "view-network" [] 0;
        /// The plan as a tree.
        PlanTree = "plan-tree" [] 0;
        /// The plan as a Gantt chart.
        PlanGantt = "plan-gantt" [] 0;
        /// Decisions and who has been told.
        PlanDecisions = "plan-decisions" [] 0;
        /// The team of an account.
        PlanTeam = "plan-team" [] 0;
        /// Possible sales by stage.
        GrowthPipeline = "growth-pipeline" [] 0;
        /// Offerings by parts of the accounts.
        GrowthWhitespace = "growth-whitespace" [] 0;
        /// Who else sells there.
        GrowthCompetitors = "growth-competitors" [] 0;
        /// What was learned.
        GrowthInsights = "growth-insights" [] 0;
        /// What is given to the accounts.
        GrowthCare = "growth-care" [] 0;
        /// What the accounts are worth over the years.
        GrowthValue = "growth-value" [] 0;
        /// Every client by revenue.
        PortfolioPareto = "portfolio-pareto" [] 0;
        /// What clients deserve against how close we are to them.
        PortfolioMatrix = "portfolio-matrix" [] 0;
        /// What clients take against what they are worth.
        PortfolioEffort = "portfolio-effort" [] 0;
        /// All accounts.
        ScopeAll = "scope-all" ["0"] 0;
        /// The next account.
        ScopeNext = "scope-next" ["Tab"] 0;
        /// The account before.
        ScopePrevious = "scope-previous" ["Shift-Tab"] 0;
        /// A new account.
        NewAccount = "new-account" [] 0;
        /// A new person.
        NewPerson = "new-person" [] 0;
        /// A new promise.
        NewCommitment = "new-commitment" [] 0;
        /// A new colleague.
        NewColleague = "new-colleague" [] 0;
        /// A ready indicator from the catalogue.
        Pick = "pick" ["p"] 5;
        /// A new indicator.
        NewKpi = "new-kpi" [] 0;
        /// A new possible sale.
        NewOpportunity = "new-opportunity" [] 0;
        /// A new part in a decision.
        NewInvolvement = "new-involvement" [] 0;
        /// A new contract.
        NewContract = "new-contract" [] 0;
        /// A new problem.
        NewProblem = "new-problem" [] 0;
        /// A new reading of satisfaction.
        NewReading = "new-reading" [] 0;
        /// What a currency is worth in a year.
        NewRate = "new-rate" [] 0;
        /// A new competitor.
        NewCompetitor = "new-competitor" [] 0;
        /// A new offering.
        NewOffering = "new-offering" [] 0;
        /// A new plan.
        NewPlan = "new-plan" [] 0;
        /// A new objective.
        NewObjective = "new-objective" [] 0;
        /// A new initiative.
        NewInitiative = "new-initiative" [] 0;
        /// A new milestone.
        NewMilestone = "new-milestone" [] 0;
        /// A new cell of the white space.
        NewWhiteSpace = "new-whitespace" [] 0;
        /// A new insight.
        NewInsight = "new-insight" [] 0;
        /// New care for an account.
        NewPerk = "new-perk" [] 0;
        /// A new decision.
        NewDecision = "new-decision" [] 0;
        /// A new member of the team of an account.
        NewAssignment = "new-assignment" [] 0;
        /// What changes a figure.
        Settings = "settings" [] 0;
        /// The last acts of the whole book.
        HistoryOfBook = "history-of-book" [] 0;
        /// Who is due to be contacted, in catch-up order.
        WhoIsDue = "who-is-due" [] 0;
        /// Who of ours knows whom of theirs.
        WhoKnowsWhom = "who-knows-whom" [] 0;
        /// Who may be in the book twice.
        FindDuplicates = "find-duplicates" [] 0;
        /// What was planned and has passed: held, not held, or left.
        ConfirmHeld = "confirm-held" [] 0;
        /// Account by account: what moved, what is owed, what to do next.
        WeeklyReview = "weekly-review" ["w"] 0;
        /// Files of other programs into the book.
        Import = "import" ["I"] 0;
        /// What the last import recognised.
        ImportReport = "import-report" [] 0;
        /// All key accounts on one page.
        ReportManagement = "report-management" [] 0;
        /// The plan of an account, whole.
        ReportPlan = "report-plan" [] 0;
        /// The plan of an account on one page.
        ReportPlanPage = "report-plan-page" [] 0;
        /// The review of an account with its people.
        ReportReview = "report-review" [] 0;
        /// What the client is shown.
        ReportClient = "report-client" [] 0;
        /// The brief as a document.
        ReportBrief = "report-brief" [] 0;
        /// What a side is to be told, as a document.
        ReportBulletin = "report-bulletin" [] 0;
        /// What a colleague owns and owes, as a document.
        ReportDigest = "report-digest" [] 0;
        /// All clients, as a document.
        ReportPortfolio = "report-portfolio" [] 0;
        /// The hand-over of an account.
        ReportDossier = "report-dossier" [] 0;
        /// The reports that were issued.
        IssuedReports = "issued-reports" [] 0;
        /// Accounts and people as notes in a folder.
        ExportNotes = "export-notes" [] 0;
        /// A copy of the file, now.
        Backup = "backup" [] 0;
        /// Every command, account and person by name.
        Palette = "palette" [":", "Ctrl-P"] 6;
        /// Forgets the draft of the form that was closed last.
        DropDraft = "drop-draft" ["Ctrl-X"] 0;
        /// Leaves the program.
        Quit = "quit" ["q"] 0;
    }
    Cell {
        /// Takes what was typed and goes down.
        CellDown = "cell-down" ["Enter", "Down"] 1;
        /// Takes it and goes up.
        CellUp = "cell-up" ["Up"] 0;
        /// Takes it and goes to the right.
        CellRight = "cell-right" ["Tab", "Right"] 2;
        /// Takes it and goes to the left.
        CellLeft = "cell-left" ["Shift-Tab", "Left"] 0;
        /// Empties the cell.
        CellClear = "cell-clear" ["Del"] 3;
    }
    Form {
        /// The next field; from the last one, saves.
        FormNext = "form-next" ["Enter"] 1;
        /// The next field.
        FieldNext = "field-next" ["Tab"] 0;
        /// The field before.
        FieldPrevious = "field-previous" ["Shift-Tab"] 4;
        /// Saves from anywhere.
        FormSave = "form-save" ["Ctrl-S"] 1;
        /// Closes without keeping a draft.
        FormDiscard = "form-discard" ["Ctrl-X"] 3;
        /// Edits this note in the user's editor.
        FormEditNote = "form-edit-note" ["Ctrl-E"] 2;
        /// Candidate or line above.
        FormUp = "form-up" ["Up"] 0;
        /// Candidate or line below.
        FormDown = "form-down" ["Down"] 0;
    }
    Capture {
        /// Saves the line, or takes the marked candidate.
        CaptureSave = "capture-save" ["Enter"] 1;
        /// To the chips and their candidates.
        CaptureDown = "capture-down" ["Down"] 2;
        /// Back towards the line.
        CaptureUp = "capture-up" ["Up"] 0;
        /// Closes the line and forgets it.
        CaptureDiscard = "capture-discard" ["Ctrl-X"] 3;
    }
    Choose {
        /// Takes the marked row.
        Choose = "choose" ["Enter"] 1;
        /// One row up.
        ChooseUp = "choose-up" ["Up", "Shift-Tab"] 0;
        /// One row down.
        ChooseDown = "choose-down" ["Down", "Tab"] 0;
        /// One page up.
        ChoosePageUp = "choose-page-up" ["PgUp"] 0;
        /// One page down.
        ChoosePageDown = "choose-page-down" ["PgDn"] 0;
    }
    Files {
        /// Into the folder, or reads the file.
        FileChoose = "file-choose" ["Enter"] 1;
        /// Completes the path.
        FileComplete = "file-complete" ["Tab"] 2;
        /// To the folder above.
        FileParent = "file-parent" ["Shift-Tab"] 4;
        /// The newest first, or by name.
        FileOrder = "file-order" ["Ctrl-O"] 3;
        /// One row up.
        FileUp = "file-up" ["Up"] 0;
        /// One row down.
        FileDown = "file-down" ["Down"] 0;
        /// One page up.
        FilePageUp = "file-page-up" ["PgUp"] 0;
        /// One page down.
        FilePageDown = "file-page-down" ["PgDn"] 0;
    }
    Import {
        /// Saves what is shown, as one act.
        ImportSave = "import-save" ["Enter"] 1;
        /// Leaves the record out, or takes it again.
        ImportSkip = "import-skip" ["x"] 2;
        /// The record is new, whoever looks like it.
        ImportCreate = "import-create" ["n"] 3;
        /// The record is one of the book.
        ImportMerge = "import-merge" ["m"] 3;
        /// What the columns of its tables are.
        ImportColumns = "import-columns" ["c"] 3;
        /// Only the rows of one action.
        ImportFilter = "import-filter" ["f"] 4;
    }
    Always {
        /// One layer up; never leaves the program.
        Back = "back" ["Esc"] 2;
        /// Like `Back`; twice leaves the program.
        Interrupt = "interrupt" ["Ctrl-C"] 0;
        /// Help of this screen. While typing, signs are text and only the function key asks for it.
        Help = "help" ["?", "F1"] 1;
        /// Back to the shell for a while.
        Suspend = "suspend" ["Ctrl-Z"] 0;
        /// Draws everything anew.
        Redraw = "redraw" ["Ctrl-L"] 0;
    }
}

impl Command {
    /// Its row of the table.
    pub fn row(self) -> &'static Row {
        // The table is generated with the enum, one row a variant in the same order.
        &ROWS[self as usize]
    }

    /// Its name in settings.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The command of that name.
    pub fn of_id(id: &str) -> Option<Self> {
        ROWS.iter().find(|r| r.id == id).map(|r| r.command)
    }

    /// Whether it only walks about in what is shown: no command to be named, and possible wherever there is a row.
    pub const fn walks(self) -> bool {
        matches!(
            self,
            Self::Up
                | Self::Down
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::PanelLeft
                | Self::PanelRight
        )
    }

    /// The kind of which it begins a new record.
    pub const fn begins(self) -> Option<Kind> {
        Some(match self {
            Self::NewAccount => Kind::Account,
            Self::NewPerson => Kind::Person,
            Self::NewCommitment => Kind::Commitment,
            Self::NewColleague => Kind::Colleague,
            Self::NewKpi => Kind::Kpi,
            Self::NewOpportunity => Kind::Opportunity,
            Self::NewInvolvement => Kind::Involvement,
            Self::NewContract => Kind::Contract,
            Self::NewProblem => Kind::Problem,
            Self::NewReading => Kind::Reading,
            Self::NewRate => Kind::Rate,
            Self::NewCompetitor => Kind::Competitor,
            Self::NewOffering => Kind::Offering,
            Self::NewPlan => Kind::Plan,
            Self::NewObjective => Kind::Objective,
            Self::NewInitiative => Kind::Initiative,
            Self::NewMilestone => Kind::Milestone,
            Self::NewWhiteSpace => Kind::WhiteSpace,
            Self::NewInsight => Kind::Insight,
            Self::NewPerk => Kind::Perk,
            Self::NewDecision => Kind::Decision,
            Self::NewAssignment => Kind::Assignment,
            _ => return None,
        })
    }

    /// The document that it asks for.
    pub const fn report(self) -> Option<ReportKind> {
        Some(match self {
            Self::ReportManagement => ReportKind::Management,
            Self::ReportPlan => ReportKind::Plan,
            Self::ReportPlanPage => ReportKind::PlanPage,
            Self::ReportReview => ReportKind::Review,
            Self::ReportClient => ReportKind::Client,
            Self::ReportBrief => ReportKind::Brief,
            Self::ReportBulletin => ReportKind::Bulletin,
            Self::ReportDigest => ReportKind::Digest,
            Self::ReportPortfolio => ReportKind::Portfolio,
            Self::ReportDossier => ReportKind::Dossier,
            _ => return None,
        })
    }

    /// Key of its short name.
    pub fn words_key(self) -> String {
        format!("command-{}", self.id())
    }

    /// Key of the sentence that says what it does.
    pub fn help_key(self) -> String {
        format!("command-{}-help", self.id())
    }
}
