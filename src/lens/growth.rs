//! Where the next euro is: sales, white space, competitors, insights, care, and what a client is worth over the years.
pub mod competitors;
pub mod pipeline;
pub mod whitespace;

use competitors::Competitors;
use pipeline::Pipeline;
use whitespace::WhiteSpace;

use super::blank::Blank;
use super::views::{View, Views};
use crate::command::{Command, LensKind};
use crate::domain::kind::Kind;

/// The views of growth.
pub fn views() -> Views {
    let view = |command, home, lens| View { command, home, lens };
    Views::new(
        LensKind::Growth,
        vec![
            view(Command::GrowthPipeline, &[Kind::Opportunity], Box::<Pipeline>::default()),
            view(
                Command::GrowthWhitespace,
                &[Kind::WhiteSpace, Kind::Offering],
                Box::<WhiteSpace>::default(),
            ),
            view(Command::GrowthCompetitors, &[Kind::Competitor], Box::<Competitors>::default()),
            view(Command::GrowthInsights, &[Kind::Insight], Box::new(Blank)),
            view(Command::GrowthCare, &[Kind::Perk], Box::new(Blank)),
            view(Command::GrowthValue, &[], Box::new(Blank)),
        ],
    )
}
