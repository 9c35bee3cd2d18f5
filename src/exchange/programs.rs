//! Exports of other programs, known by what stands above their columns, so that nobody has to say what those mean: one [`Shape`] each,
//! a row of a table. What a row says is put into our words before it is read like any other ([`tidy`]).
mod days;
mod hubspot;
mod known_by;
mod mailers;
mod salesforce;
mod tidy;

use self::days::Days;
use super::draft::short;
use super::options::Options;
use super::table::headers::normal;
use crate::domain::explain::Explain;
use crate::domain::kind::Kind;
use crate::lang::Lang;
pub(super) use known_by::Company;
pub(super) use tidy::Tidy;

/// What a column of another program holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum To {
    /// A field, as it is written there; named as `--map` names it.
    Field(&'static str),
    /// The same, where no other column says the field.
    Spare(&'static str),
    /// Several of which only the first is meant, between semicolons.
    First(&'static str),
    /// E-mail addresses; what only that program can reach is none.
    Emails,
    /// A day, as that program writes days.
    Day(&'static str),
    /// An amount, as that program writes numbers.
    Amount(&'static str),
    /// In which currency the amounts of the row are.
    Currency,
    /// A chance in per cent.
    Percent(&'static str),
    /// A chance from 0 to 1.
    Share(&'static str),
    /// How far a sale has come: their stages and ours.
    Stage(&'static [(&'static str, &'static str)]),
    /// Another choice of theirs, and ours; what has none of ours says nothing.
    Choice(&'static str, &'static [(&'static str, &'static str)]),
    /// Places in the buying centre, some of which are an attitude with us.
    Buying,
    /// Free text: it is added to the notes.
    Text,
    /// A line of the notes, under its head.
    Note,
    /// The same, unless it says no.
    NoteIf,
    /// By what that program knows the record.
    Id,
    /// By what it knows the account of the record.
    AccountId,
    /// Nothing that is wanted.
    Ignore,
}

/// A column, by what may stand above it: as [`normal`] leaves it, in English and Spanish.
struct Column {
    heads: &'static [&'static str],
    to: To,
}

const fn column(heads: &'static [&'static str], to: To) -> Column {
    Column { heads, to }
}

/// An export of a program: what its rows are, and how they are known.
struct Shape {
    /// What the program is called.
    program: &'static str,
    /// What it calls what the rows are: a word of its sentence.
    rows: &'static str,
    kind: Kind,
    /// Of each group at least one head must be there.
    telling: &'static [&'static [&'static str]],
    columns: &'static [Column],
    /// Where notes go.
    notes: &'static str,
    /// Numbers have points and days are years first, whatever the language.
    raw: bool,
    /// What is not among the columns may mean what it means in any list of contacts.
    loose: bool,
    /// Where the columns end, lines of a report may follow.
    report: bool,
}

/// All shapes: the first whose telling heads are all there is the one.
fn shapes() -> impl Iterator<Item = &'static Shape> {
    [salesforce::SHAPES, hubspot::SHAPES, mailers::SHAPES].into_iter().flatten()
}

/// A table whose shape is known.
#[derive(Clone)]
pub(super) struct Recognised {
    shape: &'static Shape,
    /// What each column holds; `None` where it is not known.
    columns: Vec<Option<To>>,
    /// What stands above them.
    heads: Vec<String>,
    lang: Lang,
    days: Days,
}

impl std::fmt::Debug for Recognised {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Recognised").field(&self.shape.program).field(&self.shape.rows).finish()
    }
}

/// Of which shape a table is that has those heads; never another kind than was asked for.
pub(super) fn recognise(heads: &[String], options: &Options) -> Option<Recognised> {
    let known: Vec<String> = heads.iter().map(|h| normal(h)).collect();
    let fits = |shape: &Shape| {
        let has = |group: &&[&str]| group.iter().any(|head| known.iter().any(|k| k == head));
        options.kind().is_none_or(|kind| kind == shape.kind) && shape.telling.iter().all(has)
    };
    let shape = shapes().find(|shape| fits(shape))?;
    let to = |head: &String| shape.columns.iter().find(|c| c.heads.contains(&head.as_str())).map(|c| c.to);
    let spanish = |head: &&String| SPANISH.iter().any(|word| head.split(' ').any(|w| w == *word));
    let lang = if known.iter().any(|k| spanish(&k)) { Lang::Es } else { Lang::En };
    // What the user says that a column means is what it means.
    let said = |head: &String| {
        options.target(head, shape.kind).is_some() || options.column(head, shape.kind).is_some()
    };
    let columns = heads.iter().zip(&known).map(|(head, k)| to(k).filter(|_| !said(head))).collect();
    let days = Days::of(if lang == Lang::Es { days::Order::Day } else { days::Order::Month });
    Some(Recognised { shape, columns, heads: heads.to_vec(), lang, days })
}

/// Words that stand only above the columns of a program that speaks Spanish.
const SPANISH: [&str; 14] = [
    "nombre",
    "apellidos",
    "correo",
    "telefono",
    "puesto",
    "cuenta",
    "etapa",
    "fecha",
    "propietario",
    "ciudad",
    "empresa",
    "organizacion",
    "cierre",
    "oportunidad",
];

impl Recognised {
    /// What its rows are.
    pub(super) const fn kind(&self) -> Kind {
        self.shape.kind
    }

    /// Whether its rows are people or clients, which are read in a way of their own.
    pub(super) const fn is_contacts(&self) -> bool {
        matches!(self.shape.kind, Kind::Person | Kind::Account)
    }

    /// How many columns it has.
    pub(super) const fn width(&self) -> usize {
        self.heads.len()
    }

    /// What each column holds by the names of `--map`, those that are made of others at the end: `uid`, `ignore`; `None` where it is
    /// not known. With the heads under which they are told.
    pub(super) fn fields(&self) -> Vec<(String, Option<&'static str>)> {
        let own = self.heads.iter().cloned().zip(self.columns.iter().map(|to| to.map(To::field)));
        let made = self.made().into_iter().map(|(field, head)| (head, Some(field)));
        own.chain(made).collect()
    }

    /// Whether a head that the shape does not know may mean what it means elsewhere.
    pub(super) const fn is_loose(&self) -> bool {
        self.shape.loose
    }

    /// The fields that are made of other columns, with the head of the first of those.
    fn made(&self) -> Vec<(&'static str, String)> {
        let head = |wanted: &dyn Fn(To) -> bool| {
            let at = self.columns.iter().position(|to| to.is_some_and(wanted));
            at.and_then(|at| self.heads.get(at)).cloned()
        };
        let is_note = |to| matches!(to, To::Text | To::Note | To::NoteIf | To::Stage(_));
        let notes = head(&is_note).map(|head| (self.shape.notes, head));
        let stance = head(&|to| to == To::Buying).map(|head| ("stance", head));
        let account = head(&|to| to == To::AccountId).filter(|_| !self.is_contacts());
        notes.into_iter().chain(stance).chain(account.map(|head| ("account", head))).collect()
    }

    /// What is said of a file of that shape; `left` are the heads of columns that are left out.
    pub(super) fn told(&self, file: &str, left: &[String]) -> Explain {
        let told = Explain::new("import-file-export").with("file", file).with("program", self.shape.program);
        told.with("rows", self.shape.rows).with("unknown", few(left))
    }

    /// What is to be told of its rows once all are read; `ends` lines of it were the end of a report.
    pub(super) fn notes(&self, file: &str, ends: usize) -> Vec<Explain> {
        let first = if self.lang == Lang::Es { "day" } else { "month" };
        let days = self.days.doubt().map(|text| {
            let note = Explain::new("import-days-unproved").with("file", file);
            note.with("text", text).with("first", first)
        });
        let ends =
            (ends > 0).then(|| Explain::new("import-report-end").with("file", file).with("count", ends));
        days.into_iter().chain(ends).collect()
    }
}

impl To {
    /// The field that the column itself sets.
    const fn field(self) -> &'static str {
        match self {
            Self::Field(name)
            | Self::Spare(name)
            | Self::First(name)
            | Self::Day(name)
            | Self::Amount(name)
            | Self::Percent(name)
            | Self::Share(name)
            | Self::Choice(name, _) => name,
            Self::Emails => "emails",
            Self::Stage(_) => "stage",
            Self::Buying => "roles",
            Self::Id => "uid",
            Self::Currency | Self::Text | Self::Note | Self::NoteIf | Self::AccountId | Self::Ignore => {
                "ignore"
            }
        }
    }
}

/// How many heads of columns that are left out are named.
const NAMED: usize = 12;

/// Heads of columns on one line: the first of them, and how many more; `none` for none.
pub(super) fn few(heads: &[String]) -> String {
    let shown: Vec<_> = heads.iter().take(NAMED).map(|h| short(h)).collect();
    match heads.len() {
        0 => "none".to_owned(),
        all if all > NAMED => format!("{} (+{})", shown.join(", "), all - NAMED),
        _ => shown.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::records::columns;
    use crate::exchange::table::headers::Target;

    fn heads(line: &str) -> Vec<String> {
        line.split(',').map(str::to_owned).collect()
    }

    fn known(line: &str) -> Option<(&'static str, &'static str)> {
        let found = recognise(&heads(line), &Options::default())?;
        Some((found.shape.program, found.shape.rows))
    }

    #[test]
    fn programs_are_known_by_what_stands_above_their_columns() {
        for (line, wanted) in [
            ("Record ID,First Name,Last Name,Email,Contact owner", ("HubSpot", "contacts")),
            ("ID de registro,Nombre,Apellidos,Correo,Propietario del contacto", ("HubSpot", "contacts")),
            ("Record ID,Company name,Company owner,Create Date", ("HubSpot", "companies")),
            ("Record ID,Deal Name,Deal Stage,Close Date,Amount", ("HubSpot", "deals")),
            ("Account Owner,Account Name,Type,Billing City", ("Salesforce", "accounts")),
            ("ID,NAME,BILLINGCITY,OWNERID", ("Salesforce", "accounts")),
            ("First Name,Last Name,Account Name,Mailing City,Email", ("Salesforce", "contacts")),
            ("Id,AccountId,LastName,FirstName,Email,OwnerId", ("Salesforce", "contacts")),
            ("Lead Owner,First Name,Last Name,Company / Account,Email", ("Salesforce", "leads")),
            ("Opportunity Owner,Account Name,Opportunity Name,Stage,Amount", ("Salesforce", "opportunities")),
            ("Id,Account.Name,Name,StageName,CloseDate", ("Salesforce", "opportunities")),
            ("First Name,Last Name,E-mail Address,Business Fax,Home Street", ("Outlook", "contacts")),
            ("Name,Given Name,Family Name,Yomi Name,E-mail 1 - Value", ("Google", "contacts")),
            ("First Name,Phonetic First Name,Last Name,File As,Labels", ("Google", "contacts")),
        ] {
            assert_eq!(known(line), Some(wanted), "{line}");
        }
        for line in ["Nombre,Apellidos,Empresa", "Name,Account,Stage,Amount", "First Name,Last Name,Email"] {
            assert_eq!(known(line), None, "{line}");
        }
    }

    #[test]
    fn every_column_of_every_shape_is_written_as_heads_are_compared_and_sets_a_field_that_there_is() {
        for shape in shapes() {
            let telling = shape.telling.iter().copied().flatten();
            for head in shape.columns.iter().flat_map(|c| c.heads).chain(telling) {
                assert_eq!(normal(head), **head, "{} {}", shape.program, shape.rows);
            }
            let contacts = matches!(shape.kind, Kind::Person | Kind::Account);
            for column in shape.columns {
                let field = column.to.field();
                let there = match field {
                    "uid" => true,
                    _ if contacts => Target::of_field(field, shape.kind).is_some(),
                    _ => columns::of_field(field, shape.kind).is_some(),
                };
                assert!(there, "{} {}: {field}", shape.program, shape.rows);
            }
        }
    }

    #[test]
    fn no_head_means_two_things_in_one_shape() {
        for shape in shapes() {
            let mut seen = std::collections::BTreeSet::new();
            for head in shape.columns.iter().flat_map(|c| c.heads) {
                assert!(seen.insert(head), "{} {}: {head}", shape.program, shape.rows);
            }
        }
    }

    #[test]
    fn many_columns_that_are_left_out_are_counted() {
        let heads: Vec<_> = (1..=15).map(|n| format!("C{n}")).collect();
        assert!(few(&heads).ends_with("C11, C12 (+3)"));
        assert_eq!(few(&heads[..2]), "C1, C2");
        assert_eq!(few(&[]), "none");
    }
}
