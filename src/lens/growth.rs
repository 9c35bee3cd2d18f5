//! Where the next euro is: sales, white space, competitors, insights, care, and what a client is worth over the years.
mod aside;
mod care;
pub mod competitors;
mod insights;
pub mod pipeline;
mod value;
pub mod whitespace;

use care::Care;
use competitors::Competitors;
use insights::Insights;
use pipeline::Pipeline;
use value::Value;
use whitespace::WhiteSpace;

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
            view(Command::GrowthInsights, &[Kind::Insight], Box::<Insights>::default()),
            view(Command::GrowthCare, &[Kind::Perk], Box::<Care>::default()),
            view(Command::GrowthValue, &[], Box::<Value>::default()),
        ],
    )
}
