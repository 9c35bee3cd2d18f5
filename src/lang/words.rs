//! The sentences of `assets/lang`, one folder a language, looked up by key.
mod bundles;

use bundles::Bundles;
use chrono::NaiveDate;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::domain::explain::Explain;
use crate::domain::period::CompanyYear;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// ISO 639 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language of a locale name as in `LANG`: `es_ES.UTF-8`, `en`, `es-MX`.
    pub fn of_locale(name: &str) -> Option<Self> {
        let code = name.split(['_', '-', '.', '@']).next()?.to_lowercase();
        Self::ALL.into_iter().find(|l| l.code() == code)
    }
}

/// The words of one room in both languages.
macro_rules! sources {
    ($($file:literal),+ $(,)?) => {
        /// Name, English text, Spanish text of every file of words.
        pub const SOURCES: &[(&str, &str, &str)] = &[$((
            $file,
            include_str!(concat!("../../assets/lang/en/", $file, ".ftl")),
            include_str!(concat!("../../assets/lang/es/", $file, ".ftl")),
        )),+];
    };
}
sources![
    "accounts",
    "acquaintance",
    "act",
    "app",
    "brief",
    "calendar",
    "capture",
    "catalogue",
    "choice",
    "cli",
    "cltv",
    "columns",
    "command",
    "competitor",
    "copy",
    "coverage",
    "decisions",
    "dedupe",
    "document",
    "due",
    "dossier",
    "erasure",
    "error",
    "export",
    "field",
    "figure_field",
    "files",
    "figures",
    "form",
    "growth_notes",
    "gantt",
    "guide",
    "handout",
    "health",
    "import",
    "indicator",
    "insight",
    "job",
    "kpis",
    "life",
    "log",
    "management",
    "mail",
    "moved",
    "person_field",
    "portfolio",
    "plan_field",
    "report_field",
    "pipeline",
    "preview",
    "need",
    "org",
    "out",
    "paper",
    "network",
    "passed",
    "people",
    "people_map",
    "question",
    "people_list",
    "person",
    "plan",
    "report",
    "review",
    "scorecard",
    "settings",
    "sheet",
    "store",
    "programs",
    "table",
    "template",
    "team",
    "today",
    "value",
    "vault",
    "whitespace",
];

/// The words of one language.
pub struct Words {
    lang: Lang,
    bundles: &'static Bundles,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Words({})", self.lang.code())
    }
}

impl Words {
    /// The words of `lang`.
    pub fn new(lang: Lang) -> Self {
        Self { lang, bundles: Bundles::of(lang) }
    }

    /// Their language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there are words for the key.
    pub fn has(&self, key: &str) -> bool {
        self.bundles.has(key)
    }

    /// The words of a key without arguments; the key itself if there are none.
    pub fn get(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The words of a key with arguments. A whole number chooses the plural; anything else is put in as it stands.
    pub fn with(&self, key: &str, args: &[(&str, &str)]) -> String {
        let mut given = FluentArgs::new();
        for (name, value) in args {
            given.set((*name).to_owned(), argument(value));
        }
        self.format(key, Some(&given))
    }

    /// The words of a message made below. The arguments `kind`, `kinds` and `field` are names in the tables, `seats` several
    /// keys: people read their words. `chain` has names a line, each leading to the next one. Days and periods are written as the language does.
    pub fn say(&self, explain: &Explain) -> String {
        let kind = explain.arg("kind").unwrap_or_default();
        let shown = |name: &str, text: &str| {
            let key = match name {
                "seats" => return self.seats(text),
                "period" => return self.period(text, explain.arg("year-start")),
                "chain" => return self.chain(kind, text),
                "kind" | "kinds" => format!("{name}-{text}"),
                "field" => format!("field-{kind}-{}", text.replace('_', "-")),
                _ => {
                    let day = text.parse::<NaiveDate>().ok().filter(|_| text.len() == 10);
                    return day.map_or_else(|| text.to_owned(), |day| super::day::show(day, self));
                }
            };
            if self.has(&key) { self.get(&key) } else { text.to_owned() }
        };
        let args: Vec<_> = explain.args.iter().map(|(n, v)| (n.as_str(), shown(n, v))).collect();
        let args: Vec<_> = args.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let said = self.with(&explain.key, &args);
        // Which record of many it is about.
        match (explain.arg("at-kind"), explain.arg("at-name")) {
            (Some(of), Some(name)) => {
                let of = super::capital(&self.get(&format!("kind-{of}")));
                let said = self.with("import-at-record", &[("of", &of), ("name", name), ("said", &said)]);
                explain.arg("at-spot").map_or_else(|| said.clone(), |spot| format!("{spot}: {said}"))
            }
            _ => said,
        }
    }

    /// The words of several keys, as a list.
    fn seats(&self, keys: &str) -> String {
        keys.split(' ').map(|key| self.get(key)).collect::<Vec<_>>().join(", ")
    }

    /// `Ana reports to Luis, who reports to Ana`; of a long way its middle is only counted.
    fn chain(&self, kind: &str, text: &str) -> String {
        const MOST: usize = 6;
        let names: Vec<&str> = text.lines().collect();
        let [first, second, rest @ ..] = names.as_slice() else { return text.to_owned() };
        let key = match kind {
            "membership" => "org-chain-membership",
            "initiative" => "plan-chain",
            _ => "org-chain-part",
        };
        let more = |next: &&str| self.with(&format!("{key}-more"), &[("next", next)]);
        let mut said = self.with(key, &[("first", first), ("next", second)]);
        match rest {
            [shown @ .., last] if names.len() > MOST => {
                let shown: Vec<_> = shown.iter().take(2).map(more).collect();
                let left = (names.len() - 3 - shown.len()).to_string();
                said.push_str(&shown.concat());
                said.push_str(&self.with("org-chain-many", &[("count", &left), ("next", last)]));
            }
            _ => said.extend(rest.iter().map(more)),
        }
        said
    }

    /// A period in full; of a company whose year starts in another month than January the message says so.
    fn period(&self, text: &str, start: Option<&str>) -> String {
        let year = CompanyYear::starting(start.and_then(|s| s.parse().ok()).unwrap_or(1));
        text.parse().map_or_else(|()| text.to_owned(), |period| super::period::show_long(period, year, self))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(bundle) = self.bundles.with(key) else { return key.to_owned() };
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else { return key.to_owned() };
        bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

/// Short whole numbers choose plurals; Fluent would print long ones ungrouped, and everything else is text.
fn argument(value: &str) -> FluentValue<'_> {
    match value.parse::<i64>() {
        Ok(n) if value.len() <= 4 && n.to_string() == value => FluentValue::from(n),
        _ => FluentValue::from(value.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_and_roles_of_a_message_are_written_as_the_language_does() {
        let say = |lang, explain: &Explain| Words::new(lang).say(explain);
        let month = Explain::new("scorecard-no-target").with("period", "2026-11");
        assert_eq!(say(Lang::En, &month), "no target for November 2026");
        assert_eq!(say(Lang::Es, &month), "no hay objetivo para noviembre de 2026");
        let shifted = Explain::new("scorecard-no-target").with("period", "2026").with("year-start", 4);
        assert_eq!(say(Lang::En, &shifted), "no target for 2026/27");
        let seats = "choice-role-buyer choice-stance-champion";
        let gap = Explain::new("insight-role-gap").with("seats", seats);
        assert_eq!(say(Lang::En, &gap), "Nobody is known as buyer, champion");
        assert_eq!(say(Lang::Es, &gap), "No consta nadie como comprador, promotor");
    }

    #[test]
    fn a_way_that_leads_back_is_said_step_by_step_and_a_long_one_is_counted() {
        use crate::domain::kind::Kind::{Account, Membership};
        let say = |lang, kind, names: &[&str]| {
            let names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
            Words::new(lang).say(&crate::domain::org::refusal(kind, &names))
        };
        assert_eq!(
            say(Lang::En, Membership, &["Ana", "Luis", "Eva", "Ana"]),
            "A circle: Ana reports to Luis, who reports to Eva, who reports to Ana"
        );
        assert_eq!(
            say(Lang::Es, Account, &["Iberia", "Europa", "Iberia"]),
            "Un círculo: Iberia forma parte de Europa, que forma parte de Iberia"
        );
        let long = say(Lang::En, Membership, &["A", "B", "C", "D", "E", "F", "G", "A"]);
        assert!(
            long.ends_with(
                "A reports to B, who reports to C, who reports to D, and so on over 3 more up to A"
            )
        );
    }
}
