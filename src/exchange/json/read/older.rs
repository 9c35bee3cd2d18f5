//! What older versions of this program wrote otherwise, although the version of the format was the same: nothing of it is lost.
use serde_json::{Map, Value as Json, json};

use crate::domain::kind::Kind;

/// The fields of an account that once held how satisfied they were, and since when that was known.
const SATISFACTION: [&str; 2] = ["satisfaction", "satisfaction_on"];

/// Whether a field of a record stands in another record by now.
pub(super) fn has_moved(kind: Kind, key: &str, object: &Map<String, Json>) -> bool {
    kind == Kind::Account && SATISFACTION.contains(&key) && reading(object).is_some()
}

/// The records that stand apart by now, out of the text of one.
pub(super) fn apart(kind: Kind, text: &str) -> Option<(Kind, String)> {
    // Nearly all records hold nothing of the kind: they are not taken apart twice.
    if kind != Kind::Account || !text.contains("\"satisfaction\"") {
        return None;
    }
    let object: Map<String, Json> = serde_json::from_str(text).ok()?;
    Some((Kind::Reading, reading(&object)?.to_string()))
}

/// How satisfied an account was, as a record of its own. Its uid is that of the account, by which it is known again.
fn reading(object: &Map<String, Json>) -> Option<Json> {
    let [score, day] = SATISFACTION.map(|field| object.get(field));
    let (uid, score, day) = (object.get("uid")?.as_str()?, score?.as_i64()?, day?.as_str()?);
    let sound = (0..=10).contains(&score) && day.parse::<chrono::NaiveDate>().is_ok();
    sound.then(|| json!({ "uid": uid, "account": uid, "score": score, "day": day }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_satisfied_an_account_was_is_a_reading_by_now_if_its_day_is_known() {
        let text = r#"{"uid":"a","name":"Arce","satisfaction":7,"satisfaction_on":"2026-10-07"}"#;
        let (kind, reading) = apart(Kind::Account, text).unwrap();
        let reading: Json = serde_json::from_str(&reading).unwrap();
        assert_eq!(
            (kind, reading),
            (Kind::Reading, json!({"uid":"a","account":"a","score":7,"day":"2026-10-07"}))
        );
        let object: Map<String, Json> = serde_json::from_str(text).unwrap();
        assert!(
            has_moved(Kind::Account, "satisfaction_on", &object)
                && !has_moved(Kind::Account, "name", &object)
        );
        for other in [
            r#"{"uid":"a","satisfaction":7}"#,
            r#"{"uid":"a","satisfaction":11,"satisfaction_on":"2026-10-07"}"#,
            r#"{"uid":"a","satisfaction":7,"satisfaction_on":"soon"}"#,
        ] {
            assert_eq!(apart(Kind::Account, other), None, "{other}");
        }
        assert_eq!(apart(Kind::Unit, text), None);
    }
}
