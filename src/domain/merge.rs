//! Two records of one thing become one. What is read from files only fills and lengthens; where a person decides, each field is
//! chosen.
use super::Id;
use super::explain::Explain;
use super::field::{Place, Record, Spec};
use super::kind::Kind;
use super::text::fold;
use super::twins::{name, phone};
use super::value::{FieldKind, Value};

/// What a merge did to a record.
#[derive(Debug, Default, PartialEq)]
pub struct Merged {
    /// Fields that were filled or made longer.
    pub filled: Vec<(Kind, &'static str)>,
    /// Fields in which the file says something else; the book's value stays.
    pub kept: Vec<(Kind, &'static str)>,
}

/// A value that a newer one took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renewed {
    /// Which field.
    pub spec: &'static Spec,
    /// What was there.
    pub old: Value,
    /// What is there now.
    pub new: Value,
}

/// Puts what another record of the kind says of these fields in the place of what the record says; what is empty on either side is
/// left to [`fill`].
///
/// # Errors
/// `field-kind`, if the two are not of one kind.
pub fn renew(record: &mut dyn Record, from: &dyn Record, fields: &[&str]) -> Result<Vec<Renewed>, Explain> {
    let mut renewed = Vec::new();
    for spec in record.kind().specs().into_iter().filter(|spec| fields.contains(&spec.name)) {
        let (old, new) = (record.get(spec.name), from.get(spec.name));
        if old.is_empty() || new.is_empty() || old == new {
            continue;
        }
        record.set(spec.name, new.clone())?;
        renewed.push(Renewed { spec, old, new });
    }
    Ok(renewed)
}

/// Fills the record with what another of its kind knows.
///
/// # Errors
/// `field-kind`, if the two are not of one kind.
pub fn fill(record: &mut dyn Record, from: &dyn Record) -> Result<Merged, Explain> {
    let mut merged = Merged::default();
    let kind = record.kind();
    for (place, spec) in kind.specs().into_iter().enumerate() {
        let new = from.get_at(place);
        if new.is_empty() || new == Value::Flag(false) {
            continue;
        }
        let old = record.get_at(place);
        if old == new {
            continue;
        }
        let value = match (old, new) {
            (Value::Empty, new) => Some(new),
            // A wish to be left alone must not get lost.
            (Value::Flag(false), new) if spec.name == "do_not_contact" => Some(new),
            (Value::Texts(old), Value::Texts(new)) => match longer(&old, new, spec.name) {
                Some(all) => Some(Value::Texts(all)),
                None => continue,
            },
            (Value::Text(old), Value::Text(new)) if says(spec.kind, &old, &new) => continue,
            _ => None,
        };
        match value {
            Some(value) => {
                record.set(spec.name, value)?;
                merged.filled.push((kind, spec.name));
            }
            None => merged.kept.push((kind, spec.name)),
        }
    }
    Ok(merged)
}

/// Whether the old text says what the new one says: but for accents and case the same, or a note that contains it.
fn says(kind: FieldKind, old: &str, new: &str) -> bool {
    let (old, new) = (fold(old), fold(new));
    if kind == FieldKind::Note { old.contains(new.trim()) } else { old == new }
}

/// The list with the texts it lacks, `None` if it lacks none.
fn longer(old: &[String], new: Vec<String>, field: &str) -> Option<Vec<String>> {
    let key = |text: &str| if field == "phones" { phone::key(text) } else { fold(text.trim()) };
    let mut keys: std::collections::HashSet<String> = old.iter().map(|t| key(t)).collect();
    let mut all = old.to_vec();
    all.extend(new.into_iter().filter(|t| keys.insert(key(t))));
    (all.len() > old.len()).then_some(all)
}

/// Whose value a field gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pick {
    /// That of the record that stays.
    Kept,
    /// Both: lists are united, notes stand below each other.
    Both,
    /// That of the record that goes.
    Gone,
}

/// What was chosen for a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked {
    /// Of the person's place at that client; `None` is a field of the person.
    pub place: Option<Id>,
    /// Which field.
    pub field: &'static str,
    /// Whose value it gets.
    pub pick: Pick,
}

/// A field of two records that become one.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Which field.
    pub spec: &'static Spec,
    /// Its value in the record that stays.
    pub kept: Value,
    /// Its value in the record that goes.
    pub gone: Value,
    /// Whose it gets.
    pub pick: Pick,
    /// What follows from dated facts: nothing that could be picked.
    pub follows: Option<Value>,
}

impl Line {
    fn new(spec: &'static Spec, kept: Value, gone: Value) -> Self {
        let pick = proposed(spec, &kept, &gone);
        Self { spec, kept, gone, pick, follows: None }
    }

    /// A line of a fact: what holds once those of both are one is `follows`.
    pub fn of_fact(spec: &'static Spec, kept: Value, gone: Value, follows: Value) -> Self {
        let pick = match (follows == kept, follows == gone) {
            (true, _) => Pick::Kept,
            (false, true) => Pick::Gone,
            (false, false) => Pick::Both,
        };
        Self { spec, kept, gone, pick, follows: Some(follows) }
    }

    /// Whether there is anything to choose.
    pub fn differs(&self) -> bool {
        let alike = match (&self.kept, &self.gone) {
            (Value::Texts(a), Value::Texts(b)) => {
                longer(a, b.clone(), self.spec.name).is_none()
                    && longer(b, a.clone(), self.spec.name).is_none()
            }
            (a, b) => a == b,
        };
        !alike
    }

    /// What can be picked, in the order of the columns.
    pub fn picks(&self) -> &'static [Pick] {
        if self.follows.is_some() {
            &[]
        } else if !self.differs() {
            &[Pick::Kept]
        } else if both(self.spec, &self.kept, &self.gone).is_some() {
            &[Pick::Kept, Pick::Both, Pick::Gone]
        } else {
            &[Pick::Kept, Pick::Gone]
        }
    }

    /// What the field will hold.
    pub fn result(&self) -> Value {
        if let Some(follows) = &self.follows {
            return follows.clone();
        }
        match self.pick {
            Pick::Kept => self.kept.clone(),
            Pick::Gone => self.gone.clone(),
            Pick::Both => both(self.spec, &self.kept, &self.gone).unwrap_or_else(|| self.kept.clone()),
        }
    }
}

/// The fields of two records of a kind of which at least one says something, in the order of forms, each with what is proposed.
/// Facts are not chosen: they have their days.
pub fn lines(kept: &dyn Record, gone: &dyn Record) -> Vec<Line> {
    let of_place = kept.kind() == Kind::Membership;
    let implied = |s: &Spec| of_place && matches!(s.name, "person" | "account");
    let choosable = |s: &&'static Spec| s.place == Place::Column && !implied(s);
    let all = kept.kind().specs().into_iter().filter(choosable);
    let lines = all.map(|spec| Line::new(spec, kept.get(spec.name), gone.get(spec.name)));
    let silent = |v: &Value| v.is_empty() || *v == Value::Flag(false);
    let mut lines: Vec<Line> = lines.filter(|l| !(silent(&l.kept) && silent(&l.gone))).collect();
    if is_placeholder(kept) && !is_placeholder(gone) {
        lines.iter_mut().filter(|l| l.spec.name == "name").for_each(|l| l.pick = Pick::Gone);
    }
    lines
}

/// What stands for somebody whose name is not known is no name.
fn is_placeholder(record: &dyn Record) -> bool {
    record.get("placeholder") == Value::Flag(true)
}

/// The record that stays as it will be: what was picked, else what is proposed. Of a person the other name becomes one they
/// also go by.
///
/// # Errors
/// `merge-no-pick` for a pick that the field does not have, and `field-kind` if the two are not of one kind.
pub fn merged(
    kept: &dyn Record,
    gone: &dyn Record,
    picked: &[(&'static str, Pick)],
) -> Result<Box<dyn Record>, Explain> {
    let mut record = kept.boxed();
    for mut line in lines(kept, gone) {
        if let Some((_, pick)) = picked.iter().find(|(field, _)| *field == line.spec.name) {
            if line.differs() && !line.picks().contains(pick) {
                return Err(no_pick(kept.kind(), line.spec.name));
            }
            line.pick = *pick;
        }
        if line.differs() {
            record.set(line.spec.name, line.result())?;
        }
    }
    if kept.kind() == Kind::Person {
        also_known(record.as_mut(), [kept, gone])?;
    }
    Ok(record)
}

fn no_pick(kind: Kind, field: &str) -> Explain {
    Explain::new("merge-no-pick").with("kind", kind.name()).with("field", field)
}

/// The names of both are kept: one is the name, the other is an alias unless only its spelling differs.
fn also_known(record: &mut dyn Record, both: [&dyn Record; 2]) -> Result<(), Explain> {
    let Value::Text(own) = record.get("name") else { return Ok(()) };
    let mut aliases = if let Value::Texts(aliases) = record.get("aliases") { aliases } else { Vec::new() };
    for other in both.into_iter().filter(|other| !is_placeholder(*other)) {
        let Value::Text(text) = other.get("name") else { continue };
        let known = std::iter::once(&own).chain(&aliases).any(|n| name::key(n) == name::key(&text));
        if !known {
            aliases.push(text);
        }
    }
    aliases.retain(|a| *a != own);
    record.set("aliases", if aliases.is_empty() { Value::Empty } else { Value::Texts(aliases) })
}

/// What is proposed where two values differ: what is known before what is not, the careful answer, the first day and the open end;
/// lists and notes in full, else what the record says that stays.
fn proposed(spec: &Spec, kept: &Value, gone: &Value) -> Pick {
    let gone_if = |gone: bool| if gone { Pick::Gone } else { Pick::Kept };
    match (kept, gone) {
        (Value::Day(a), Value::Day(b)) if spec.name == "since" => gone_if(b < a),
        (Value::Day(a), Value::Day(b)) if spec.name == "left_on" => gone_if(b > a),
        // Who is still there has not left.
        (kept, _) if spec.name == "left_on" => gone_if(!kept.is_empty()),
        // A place whose holder is known on one side is no longer without a name.
        (kept, _) if spec.name == "placeholder" => gone_if(*kept == Value::Flag(true)),
        (Value::Flag(kept), Value::Flag(gone)) => gone_if(*gone && !*kept),
        _ if kept.is_empty() => gone_if(!gone.is_empty()),
        _ if both(spec, kept, gone).is_some() => Pick::Both,
        _ => Pick::Kept,
    }
}

/// Both values in one, where the kind of field has room for both and neither contains the other.
fn both(spec: &Spec, kept: &Value, gone: &Value) -> Option<Value> {
    match (kept, gone) {
        (Value::Texts(a), Value::Texts(b)) => {
            let all = longer(a, b.clone(), spec.name)?;
            longer(b, a.clone(), spec.name).map(|_| Value::Texts(all))
        }
        (Value::Choices(a), Value::Choices(b)) => {
            let mut all = a.clone();
            all.extend(b.iter().filter(|c| !a.contains(c)));
            (all.len() > a.len() && all.len() > b.len()).then_some(Value::Choices(all))
        }
        (Value::Text(a), Value::Text(b)) if spec.kind == FieldKind::Note => {
            let one = says(spec.kind, a, b) || says(spec.kind, b, a);
            (!one).then(|| Value::Text(format!("{}\n\n{}", a.trim_end(), b.trim_start())))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::domain::person::{Membership, Person};

    fn texts(list: &[&str]) -> Vec<String> {
        list.iter().map(|t| (*t).to_owned()).collect()
    }

    #[test]
    fn merging_fills_and_lengthens_but_never_overwrites() {
        let mut mine = Person {
            name: "Ana Ruiz".into(),
            emails: texts(&["ana@x.es"]),
            phones: texts(&["600 111 222"]),
            language: "es".into(),
            personal: "Le gusta el mar.\nDos hijos.".into(),
            ..Person::default()
        };
        let theirs = Person {
            name: "ANA RUÍZ".into(),
            emails: texts(&["ANA@x.es", "ruiz@y.es"]),
            phones: texts(&["+34 600111222"]),
            language: "en".into(),
            personal: "dos hijos".into(),
            wants: "TCO".into(),
            do_not_contact: true,
            ..Person::default()
        };
        let merged = fill(&mut mine, &theirs).unwrap();
        let names = |fields: &[(Kind, &'static str)]| fields.iter().map(|(_, f)| *f).collect::<Vec<_>>();
        assert_eq!(names(&merged.filled), ["emails", "wants", "do_not_contact"]);
        assert_eq!(names(&merged.kept), ["language"]);
        assert_eq!(mine.emails, ["ana@x.es", "ruiz@y.es"]);
        assert_eq!((mine.name.as_str(), mine.phones.len(), mine.language.as_str()), ("Ana Ruiz", 1, "es"));
        assert_eq!(fill(&mut mine, &theirs).unwrap().filled, []);
    }

    fn ana() -> Person {
        Person {
            name: "Ana Ruiz".into(),
            emails: texts(&["ana@x.es"]),
            phones: texts(&["600 111 222"]),
            language: "es".into(),
            personal: "Le gusta el mar.".into(),
            ..Person::default()
        }
    }

    fn other() -> Person {
        Person {
            name: "Ana Ruiz Soler".into(),
            emails: texts(&["ruiz@y.es"]),
            phones: texts(&["+34 600111222"]),
            language: "ca".into(),
            personal: "Dos hijos.".into(),
            birthday: Some(day(1970, 2, 1)),
            do_not_contact: true,
            ..Person::default()
        }
    }

    fn one(kept: &Person, gone: &Person, picked: &[(&'static str, Pick)]) -> Person {
        let record = merged(kept, gone, picked).unwrap();
        record.any().downcast_ref::<Person>().cloned().unwrap()
    }

    #[test]
    fn nothing_is_lost_unless_it_is_said() {
        let both = one(&ana(), &other(), &[]);
        assert_eq!(both.name, "Ana Ruiz");
        assert_eq!(both.aliases, ["Ana Ruiz Soler"]);
        assert_eq!(both.emails, ["ana@x.es", "ruiz@y.es"]);
        assert_eq!(both.phones, ["600 111 222"], "one number, written twice");
        assert_eq!((both.language.as_str(), both.birthday), ("es", Some(day(1970, 2, 1))));
        assert_eq!(both.personal, "Le gusta el mar.\n\nDos hijos.");
        assert!(both.do_not_contact);
    }

    #[test]
    fn each_field_can_be_chosen() {
        let picked = [
            ("name", Pick::Gone),
            ("emails", Pick::Gone),
            ("language", Pick::Gone),
            ("birthday", Pick::Kept),
        ];
        let both = one(&ana(), &other(), &picked);
        assert_eq!((both.name.as_str(), both.aliases), ("Ana Ruiz Soler", texts(&["Ana Ruiz"])));
        assert_eq!(both.emails, ["ruiz@y.es"]);
        assert_eq!((both.language.as_str(), both.birthday), ("ca", None));
        let both = merged(&ana(), &other(), &[("language", Pick::Both)]);
        assert_eq!(both.err().map(|e| e.key), Some("merge-no-pick".to_owned()));
    }

    #[test]
    fn another_spelling_is_no_other_name() {
        let turned = Person { name: "RUÍZ, Ana".into(), ..Person::default() };
        assert_eq!(one(&ana(), &turned, &[]).aliases, [""; 0]);
        let known = Person { aliases: texts(&["Ana Ruiz", "Anita"]), ..turned };
        assert_eq!(one(&ana(), &known, &[]).aliases, ["Anita"]);
    }

    #[test]
    fn whoever_takes_an_unnamed_place_gives_it_their_name() {
        let seat = Person { name: "Buyer?".into(), placeholder: true, ..Person::default() };
        for both in [one(&seat, &ana(), &[]), one(&ana(), &seat, &[])] {
            assert_eq!((both.name.as_str(), both.placeholder), ("Ana Ruiz", false));
            assert_eq!(both.aliases, [""; 0]);
        }
    }

    #[test]
    fn only_what_differs_is_a_question() {
        let asked: Vec<_> =
            lines(&ana(), &other()).iter().filter(|l| l.differs()).map(|l| l.spec.name).collect();
        assert_eq!(asked, ["name", "emails", "language", "birthday", "personal", "do_not_contact"]);
        assert!(lines(&ana(), &ana()).iter().all(|l| !l.differs() && l.picks() == [Pick::Kept]));
    }

    #[test]
    fn a_place_begins_with_the_first_day_and_is_over_only_on_both_sides() {
        let place = |since, left_on| Membership { since, left_on, ..Membership::default() };
        let (early, late) = (Some(day(2020, 1, 1)), Some(day(2024, 1, 1)));
        let both = |a: Membership, b: Membership| {
            let record = merged(&a, &b, &[]).unwrap();
            (record.get("since"), record.get("left_on"))
        };
        let early_value = Value::Day(day(2020, 1, 1));
        assert_eq!(both(place(late, None), place(early, late)), (early_value.clone(), Value::Empty));
        assert_eq!(both(place(None, early), place(early, None)), (early_value.clone(), Value::Empty));
        assert_eq!(both(place(early, early), place(late, late)), (early_value, Value::Day(day(2024, 1, 1))));
    }
}
