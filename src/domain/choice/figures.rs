//! The closed sets of indicators, opportunities and problems.
use super::{Cell, Choice, Set, Value};

choices! {
    /// In what an indicator is measured.
    Unit "measure" {
        /// An amount in a currency.
        Money = "money",
        /// A count.
        Number = "number",
        /// As shown: 95 is 95 %.
        Percent = "percent",
        /// Calendar days.
        Days = "days",
        /// Points of a scale.
        Score = "score",
    }
    /// Which way an indicator is better.
    Better "better" {
        /// More is better.
        Higher = "higher",
        /// Less is better.
        Lower = "lower",
        /// Inside a band.
        Band = "band",
    }
    /// What an indicator's figures are to each other.
    Nature "nature" {
        /// They add up over the year.
        Flow = "flow",
        /// Each is a level.
        Stock = "stock",
    }
    /// How often an indicator is measured.
    Frequency "frequency" {
        /// Every month.
        Monthly = "monthly",
        /// Every quarter of the company's year.
        Quarterly = "quarterly",
        /// Every year of the company.
        Yearly = "yearly",
    }
    /// How far the KAM answers for an indicator.
    Ownership "ownership" {
        /// Mine: it enters the health of the account.
        Own = "own",
        /// I contribute.
        Contribute = "contribute",
        /// I watch it.
        Monitor = "monitor",
    }
    /// How a year's target is spread over its periods.
    Spread "spread" {
        /// The same for every period of the calendar.
        Calendar = "calendar",
        /// By last year's shares.
        LastYear = "last_year",
        /// By hand: only periods with a target of their own have one.
        Hand = "hand",
    }
    /// Indicators that the program computes from its own records (`formulas.md` §6).
    Computed "computed" {
        /// Held interactions but notes.
        Touches = "touches",
        /// Meetings and visits held.
        Visits = "visits",
        /// Deciders met face to face or by video, of all deciders.
        DecidersMet = "deciders_met",
        /// Coverage of the people (§4).
        Coverage = "coverage",
        /// Our promises kept in time (§5).
        KeptPromises = "kept_promises",
        /// Open opportunities by their probability (§8).
        WeightedPipeline = "weighted_pipeline",
        /// Share of what came in of the conversation, 90 days.
        ResponseBalance = "response_balance",
        /// Problems opened.
        Complaints = "complaints",
        /// How near the forecast of three months before came.
        ForecastAccuracy = "forecast_accuracy",
    }
    /// How far an opportunity has come.
    Stage "stage" {
        /// Somebody mentioned it.
        Identified = "identified",
        /// Need, money and person are known.
        Qualified = "qualified",
        /// They have our offer.
        Proposal = "proposal",
        /// Terms are discussed.
        Negotiation = "negotiation",
        /// They have said yes.
        Verbal = "verbal",
        /// Signed.
        Won = "won",
        /// Gone.
        Lost = "lost",
    }
    /// How bad a problem is.
    Severity "severity" {
        /// A nuisance.
        Low = "low",
        /// It costs them time or money.
        Medium = "medium",
        /// It endangers the account.
        High = "high",
    }
    /// What a problem is about.
    Trouble "trouble" {
        /// Late, short or lost.
        Delivery = "delivery",
        /// Faulty or not as agreed.
        Quality = "quality",
        /// Answers, support.
        Service = "service",
        /// Invoices, credit notes, prices.
        Billing = "billing",
        /// Between people.
        Relationship = "relationship",
        /// Anything else.
        Other = "other",
    }
}
