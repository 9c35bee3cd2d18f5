//! What a card says, as a draft of a person with their company, or of a company.
use calcard::common::PartialDateTime;
use calcard::vcard::{
    VCard, VCardEntry, VCardParameterName, VCardParameterValue, VCardProperty, VCardType, VCardValue,
};
use chrono::NaiveDate;

use crate::domain::explain::Explain;
use crate::domain::person::Person;
use crate::domain::text::{clean_line, fold};
use crate::domain::value::{FieldKind, Value};
use crate::exchange::draft::{Draft, Reading, Refusal, is_day_without_year, short};
use crate::exchange::out::cards::LANGUAGE;
use crate::exchange::table::row::append;
use crate::lang::day::day_month;
use crate::lang::value::{Context, parse};

/// The parts of a card while it is read.
#[derive(Default)]
struct Parts {
    /// FN.
    formatted: String,
    /// N: family, given, additional.
    name: [String; 3],
    org: Vec<String>,
    title: String,
    role: String,
    /// Address or number, and how far back it stands: 0 preferred, 1 usual, 2 fax and pager.
    emails: Vec<(u8, String)>,
    phones: Vec<(u8, String)>,
    urls: Vec<String>,
    is_company: bool,
    is_group: bool,
    person: Person,
    notes: Vec<Explain>,
}

/// The draft that a card makes.
pub(super) fn draft(card: &VCard, line: usize, cx: &Context<'_>) -> Reading {
    let mut parts = Parts::default();
    for entry in &card.entries {
        parts.take(entry, cx);
    }
    if parts.is_group {
        let why = vec![Explain::new("import-vcard-group")];
        return Err(Refusal { line, name: short(&parts.formatted), why });
    }
    Ok(parts.finish(line))
}

/// The uid of a record in the UID of a card. What telephones number their contacts with is no uid of ours.
fn uid(text: &str) -> Option<String> {
    let uid = text.to_lowercase().strip_prefix("urn:uuid:")?.to_owned();
    (uid.len() == 36 && uuid::Uuid::parse_str(&uid).is_ok()).then_some(uid)
}

/// All texts of a property, each cleaned to one line; a structured one has a text per component.
fn texts(entry: &VCardEntry) -> Vec<String> {
    let text = |value: &VCardValue| match value {
        VCardValue::Text(text) => text.clone(),
        VCardValue::Component(texts) => texts.join(" "),
        VCardValue::Integer(n) => n.to_string(),
        VCardValue::Float(n) => n.to_string(),
        VCardValue::Boolean(_)
        | VCardValue::PartialDateTime(_)
        | VCardValue::Binary(_)
        | VCardValue::Sex(_)
        | VCardValue::GramGender(_)
        | VCardValue::Kind(_) => String::new(),
    };
    entry.values.iter().map(|v| clean_line(&text(v))).collect()
}

fn has_type(entry: &VCardEntry, wanted: &VCardType) -> bool {
    entry.params.iter().any(|p| matches!(&p.value, VCardParameterValue::Type(t) if t == wanted))
}

/// 0 for what is marked as preferred, 2 for faxes and pagers, 1 else.
fn rank(entry: &VCardEntry) -> u8 {
    let marked = entry.params.iter().any(|p| match (&p.name, &p.value) {
        (VCardParameterName::Pref, _) => true,
        (VCardParameterName::Type, VCardParameterValue::Text(t)) => t.eq_ignore_ascii_case("pref"),
        (VCardParameterName::Other(name), _) => name.eq_ignore_ascii_case("pref"),
        _ => false,
    });
    if has_type(entry, &VCardType::Fax) || has_type(entry, &VCardType::Pager) { 2 } else { u8::from(!marked) }
}

impl Parts {
    fn take(&mut self, entry: &VCardEntry, cx: &Context<'_>) {
        let all = texts(entry);
        let whole = all.iter().filter(|t| !t.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        let first = |slot: &mut String| {
            if slot.is_empty() {
                slot.clone_from(&whole);
            }
        };
        match &entry.name {
            VCardProperty::Fn => first(&mut self.formatted),
            VCardProperty::N => {
                for (slot, text) in self.name.iter_mut().zip(&all) {
                    slot.clone_from(text);
                }
            }
            VCardProperty::Org if self.org.is_empty() => self.org = all,
            VCardProperty::Title => first(&mut self.title),
            VCardProperty::Role => first(&mut self.role),
            VCardProperty::Email => push(&mut self.emails, rank(entry), &whole, "mailto:"),
            VCardProperty::Tel => push(&mut self.phones, rank(entry), &whole, "tel:"),
            VCardProperty::Nickname => self.person.aliases.extend(all.into_iter().filter(|t| !t.is_empty())),
            VCardProperty::Lang | VCardProperty::Language => first(&mut self.person.language),
            VCardProperty::Bday => self.birthday(entry, &whole, cx),
            VCardProperty::Note => {
                for value in &entry.values {
                    if let VCardValue::Text(text) = value {
                        append(&mut self.person.personal, text);
                    }
                }
            }
            VCardProperty::Url | VCardProperty::Socialprofile => self.urls.push(whole),
            VCardProperty::Kind => {
                let kind = kind_of(entry, &whole);
                self.is_company = kind == "org";
                self.is_group = kind == "group";
            }
            VCardProperty::Categories => self.tags(all),
            VCardProperty::Uid => self.person.head.uid = uid(&whole).unwrap_or_default(),
            VCardProperty::Other(name) => self.extension(name, entry, &whole),
            _ => {}
        }
    }

    /// What single programs write.
    fn extension(&mut self, name: &str, entry: &VCardEntry, whole: &str) {
        match name.to_ascii_uppercase().as_str() {
            LANGUAGE => whole.clone_into(&mut self.person.language),
            "X-ABSHOWAS" => self.is_company = whole.eq_ignore_ascii_case("COMPANY"),
            "X-ADDRESSBOOKSERVER-KIND" => self.is_group = whole.eq_ignore_ascii_case("group"),
            "X-SOCIALPROFILE" => {
                if let Some(url) = texts(entry).into_iter().find(|t| t.starts_with("http")) {
                    self.urls.push(url);
                }
            }
            // vnd.android.cursor.item/nickname;NICK;1;;;…
            "X-ANDROID-CUSTOM" => {
                let mut cells = whole.split(';');
                if cells.next().is_some_and(|c| c.ends_with("/nickname")) {
                    self.person.aliases.extend(cells.next().filter(|c| !c.is_empty()).map(str::to_owned));
                }
            }
            _ => {}
        }
    }

    /// Groups of contacts are tags, but for those in which Google keeps everybody.
    fn tags(&mut self, all: Vec<String>) {
        let everybody = |tag: &str| ["mycontacts", "starred"].contains(&tag.to_ascii_lowercase().as_str());
        for tag in all.into_iter().filter(|t| !t.is_empty() && !everybody(t)) {
            if !self.person.tags.contains(&tag) {
                self.person.tags.push(tag);
            }
        }
    }

    fn birthday(&mut self, entry: &VCardEntry, whole: &str, cx: &Context<'_>) {
        let omitted = entry.params.iter().find_map(|p| match (&p.name, &p.value) {
            (VCardParameterName::Other(name), VCardParameterValue::Text(year))
                if name.eq_ignore_ascii_case("X-APPLE-OMIT-YEAR") =>
            {
                year.parse::<u16>().ok()
            }
            _ => None,
        });
        let date = entry.values.iter().find_map(|v| match v {
            VCardValue::PartialDateTime(date) => Some(date),
            _ => None,
        });
        let without_year = date.is_some_and(|d| d.year.is_none() || d.year == omitted && omitted.is_some());
        if without_year || is_day_without_year(whole) {
            let shown =
                date.and_then(|d| NaiveDate::from_ymd_opt(2000, u32::from(d.month?), u32::from(d.day?)));
            let shown = shown.map_or_else(|| short(whole), |d| day_month(d, cx.words));
            self.notes.push(Explain::new("import-birthday-year").with("text", shown));
            return;
        }
        self.person.birthday = date.and_then(day_of).or_else(|| {
            let parsed = parse(FieldKind::Day, whole, cx);
            parsed.ok().and_then(|v| if let Value::Day(day) = v { Some(day) } else { None })
        });
        if self.person.birthday.is_none() && (date.is_some() || !whole.is_empty()) {
            self.notes.push(Explain::new("import-birthday-unreadable").with("text", short(whole)));
        }
    }

    fn finish(self, line: usize) -> Draft {
        let [family, given, additional] = &self.name;
        let composed = [given, additional, family].map(String::as_str);
        let composed = composed.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ");
        // `Ruiz, Ana` and a bare address are how mailers file a person, not how they are called.
        let filed = self.formatted.contains(',') || self.formatted.contains('@');
        let name = if self.formatted.is_empty() || filed && !composed.is_empty() {
            composed.clone()
        } else {
            self.formatted.clone()
        };
        let mut org = self.org.into_iter();
        let company = org.next().unwrap_or_default();
        let mut draft = Draft { line, notes: self.notes, ..Draft::default() };
        draft.account.name.clone_from(&company);
        draft.unit = org.filter(|t| !t.is_empty()).collect::<Vec<_>>().join(", ");
        draft.place.title = if self.title.is_empty() { self.role } else { self.title };
        let (emails, phones) = (in_order(self.emails), in_order(self.phones));
        let unnamed = composed.is_empty() && (name.is_empty() || fold(&name) == fold(&company));
        if !company.is_empty() && unnamed || self.is_company && !(company.is_empty() && name.is_empty()) {
            if company.is_empty() {
                draft.account.name = name;
            }
            draft.account.links = self.urls;
            draft.account.aliases = self.person.aliases;
            draft.account.head.uid = self.person.head.uid;
            draft.account.notes = self.person.personal;
            for line in emails.iter().chain(&phones) {
                append(&mut draft.account.notes, line);
            }
            return draft;
        }
        let mut person = self.person;
        person.name = name;
        if person.name.is_empty() && !person.aliases.is_empty() {
            person.name = person.aliases.remove(0);
        }
        (person.emails, person.phones) = (emails, phones);
        for url in self.urls.iter().filter(|u| !u.is_empty()) {
            append(&mut person.personal, url);
        }
        draft.person = Some(person);
        draft
    }
}

fn kind_of(entry: &VCardEntry, whole: &str) -> String {
    use calcard::vcard::VCardKind;
    entry
        .values
        .iter()
        .find_map(|v| match v {
            VCardValue::Kind(VCardKind::Org) => Some("org".to_owned()),
            VCardValue::Kind(VCardKind::Group) => Some("group".to_owned()),
            _ => None,
        })
        .unwrap_or_else(|| whole.to_ascii_lowercase())
}

fn push(list: &mut Vec<(u8, String)>, rank: u8, text: &str, scheme: &str) {
    let begins = text.get(..scheme.len()).is_some_and(|t| t.eq_ignore_ascii_case(scheme));
    let text = if begins { text.get(scheme.len()..).unwrap_or_default() } else { text };
    if !text.is_empty() && !list.iter().any(|(_, t)| t == text) {
        list.push((rank, text.to_owned()));
    }
}

/// The preferred first, else as they stand.
fn in_order(mut list: Vec<(u8, String)>) -> Vec<String> {
    list.sort_by_key(|(rank, _)| *rank);
    list.into_iter().map(|(_, text)| text).collect()
}

fn day_of(date: &PartialDateTime) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(date.year?), u32::from(date.month?), u32::from(date.day?))
}
