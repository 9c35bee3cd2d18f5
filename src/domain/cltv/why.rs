//! How a lifetime value is made: what `=` shows.
use super::{Client, Cost, Gap, Worth};
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::domain::score::{Figure, Input, Known, Part, Score, count};

impl Client {
    /// How the value is made of what is known of them: every assumption, the range, and the potential.
    pub fn why(&self) -> Score {
        let worth = self.stands();
        let mut parts = Vec::from(self.margin_parts());
        parts.extend(self.assumed_parts());
        parts.extend(self.result_parts(&worth));
        Score {
            formula: Explain::new("cltv-formula"),
            value: worth.map(|worth| Figure::Measured(worth.value)),
            evidence: self.evidence(),
            parts,
        }
    }

    /// Of the four things that the user says of a client, how many are known.
    fn evidence(&self) -> f64 {
        let known =
            [self.revenue.is_ok(), self.margin.is_some(), self.retention.is_some(), self.growth.is_some()];
        count(known.into_iter().filter(|known| *known).count()) / count(known.len())
    }

    fn margin_parts(&self) -> [Part; 4] {
        let share =
            |value: Option<f64>, missing: &str| value.map(Figure::Share).ok_or_else(|| Explain::new(missing));
        let care = self.perks.iter().map(cost).collect();
        let contribution = self.contribution().map(Figure::Measured);
        [
            Part::plain(
                "cltv-part-revenue",
                self.revenue.clone().map(Figure::Measured),
                self.revenue_from.clone(),
            ),
            Part::plain(
                "cltv-part-margin",
                share(self.margin, "cltv-no-margin"),
                self.said("cltv-part-margin", self.margin),
            ),
            Part::plain("cltv-part-care", Ok(Figure::Measured(-self.care())), care),
            Part::plain("cltv-part-contribution", contribution, Vec::new()),
        ]
    }

    fn assumed_parts(&self) -> [Part; 4] {
        let retention = self.retention.map(Figure::Share).ok_or_else(|| Explain::new("cltv-no-retention"));
        let growth = Figure::Share(self.growth.unwrap_or(0.0));
        let unsaid =
            vec![Input::new(Explain::new("cltv-assumed"), Figure::Words(Explain::new("cltv-assumed-none")))];
        let growth_from =
            if self.growth.is_some() { self.said("cltv-part-growth", self.growth) } else { unsaid };
        let years = usize::try_from(self.years).unwrap_or_default();
        [
            Part::plain("cltv-part-retention", retention, self.said("cltv-part-retention", self.retention)),
            Part::plain("cltv-part-growth", Ok(growth), growth_from),
            Part::plain("cltv-part-discount", Ok(Figure::Share(self.discount)), Vec::new()),
            Part::plain("cltv-part-years", Ok(Figure::Count(years)), Vec::new()),
        ]
    }

    /// Where what the user says of a client stands; nowhere, where nobody has said it.
    fn said(&self, key: &str, known: Option<f64>) -> Vec<Input> {
        let input = |share| Input::new(Explain::new(key), Figure::Share(share));
        known.map(|share| input(share).of(Kind::Account, self.account)).into_iter().collect()
    }

    fn result_parts(&self, worth: &Known<Worth>) -> [Part; 5] {
        let of = |take: fn(&Worth) -> f64| worth.clone().map(|worth| Figure::Measured(take(&worth)));
        let endless = worth.clone().and_then(|worth| worth.endless).map(Figure::Measured);
        [
            Part::plain("cltv-part-low", of(|w| w.range.0), Vec::new()),
            Part::plain("cltv-part-high", of(|w| w.range.1), Vec::new()),
            Part::plain("cltv-part-endless", endless, Vec::new()),
            Part::plain("cltv-part-gaps", of(|w| w.from_gaps), self.gaps.iter().map(gap).collect()),
            Part::plain("cltv-part-potential", of(Worth::potential), Vec::new()),
        ]
    }
}

fn known(amount: &Known, sign: f64) -> Figure {
    amount.as_ref().map_or_else(|why| Figure::Words(why.clone()), |amount| Figure::Measured(sign * amount))
}

fn cost(cost: &Cost) -> Input {
    let label = Explain::new("cltv-input-perk").with("name", &cost.name);
    Input::new(label, known(&cost.yearly, -1.0)).of(Kind::Perk, cost.perk)
}

fn gap(gap: &Gap) -> Input {
    let chance = (gap.chance * 100.0).round();
    let label = Explain::new("cltv-input-gap").with("name", &gap.name).with("chance", chance);
    Input::new(label, known(&gap.amount, 1.0)).of(Kind::WhiteSpace, gap.cell)
}
