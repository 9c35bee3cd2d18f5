//! The closed sets of reports.
use super::{Cell, Choice, Set, Value};

choices! {
    /// What a report is about, and for whom.
    ReportKind "report" {
        /// All accounts on one page, for those one reports to.
        Management = "management",
        /// The plan of an account, whole.
        Plan = "plan",
        /// The plan of an account on one page.
        PlanPage = "plan-page",
        /// The review of an account with its people: what was promised, what the figures mean, what is asked.
        Review = "review",
        /// What the client is shown of plan and review.
        Client = "client",
        /// Before a meeting.
        Brief = "brief",
        /// What one side is to be told.
        Bulletin = "bulletin",
        /// What a colleague owns and owes.
        Digest = "digest",
        /// All clients of the company.
        Portfolio = "portfolio",
        /// All that whoever takes an account over has to know.
        Dossier = "dossier",
    }
}
