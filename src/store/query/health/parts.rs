//! What a snapshot keeps of a health: its parts, coverage, and how every indicator stood.
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::Id;
use crate::domain::coverage::coverage;
use crate::domain::health::{Health, Inputs};
use crate::domain::score::Figure;

/// The parts of a snapshot, as `snapshot.parts` keeps them: a JSON object. Its numbers are points of a part by its name
/// (`commercial`, `relationship`, `commitments`, `satisfaction`, `plan`; `risk` is what it took off; `coverage` is that of the
/// people, §4); a part that was not known is not there. Under `kpis` stands, by the number of each indicator, the pace of a
/// flow or the attainment of a stock: 1 is 100 %.
///
/// `{"commercial":82.3,"relationship":50.0,"risk":-10.0,"coverage":54.0,"kpis":{"12":0.93}}`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Parts {
    /// Points by name.
    #[serde(flatten)]
    pub points: BTreeMap<String, f64>,
    /// How each indicator stood.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kpis: BTreeMap<Id, f64>,
}

/// What the keys of the words of parts begin with.
const PART: &str = "health-part-";

impl Parts {
    /// What is kept of a health.
    pub fn of(health: &Health, inputs: &Inputs) -> Self {
        let known = health.score.parts.iter().filter_map(|part| {
            let name = part.label.key.strip_prefix(PART)?;
            Some((name.to_owned(), part.value.as_ref().ok().and_then(Figure::amount)?))
        });
        let coverage = coverage(&inputs.members).amount().map(|points| ("coverage".to_owned(), points));
        let kpis = inputs.indicators.iter().filter_map(|i| Some((i.kpi, *i.judged.as_ref().ok()?)));
        Self { points: known.chain(coverage).collect(), kpis: kpis.collect() }
    }

    /// As it is kept.
    pub fn write(&self) -> String {
        // Names and numbers can always be written; a number that is none would be left out.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What was kept; nothing where the text is none of ours.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let text = r#"{"commercial":82.3,"risk":-10.0,"kpis":{"12":0.93}}"#;
        let parts = Parts::read(text);
        assert_eq!(parts.points.get("risk"), Some(&-10.0));
        assert_eq!(parts.kpis.get(&12), Some(&0.93));
        assert_eq!(parts.write(), text);
    }

    #[test]
    fn another_text_is_nothing() {
        for text in ["", "[]", "null", r#"{"commercial":"x"}"#] {
            assert_eq!(Parts::read(text), Parts::default(), "{text}");
        }
        assert_eq!(Parts::read(r#"{"coverage":40}"#).points.get("coverage"), Some(&40.0));
    }
}
