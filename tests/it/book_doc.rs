//! `docs/BOOK.md`: the book as JSON, every kind and every field, written from the field tables.
use std::fmt::Write;

use cartera::domain::field::{Place, Spec};
use cartera::domain::kind::Kind;
use cartera::domain::value::FieldKind;
use cartera::exchange::json::{FORMAT, VERSION};
use cartera::lang::{Lang, Words, field};

const HEAD: &str = "# The book as JSON

Written by a test from the field tables (`src/domain`) and their words; change those, not this page.
`cartera export --format json --output book.json` writes it, `cartera import book.json` reads it.

One document in UTF-8: two values and an array for each kind of record, in which each record is an object on a line of its own.

```json
{
\"format\": \"FORMAT\",
\"version\": VERSION,
\"account\": [
{\"uid\":\"01936c5e-8a50-7000-8000-000000000001\",\"id\":1,\"name\":\"Almazara\",\"tier\":\"key\",\"margin\":\"32.5\"}
],
\"person\": [
{\"uid\":\"01936c5e-8a50-7000-8000-000000000002\",\"id\":1,\"name\":\"Ana Ruiz\",\"emails\":[\"ana@almazara.es\"]}
]
}
```

## Versions

- `format` is `\"FORMAT\"`: anything else is not taken for a book. `version` is a whole number, now VERSION.
- The version rises only when a reader of the version before would **misunderstand** a document. A new kind or a new field is no
  reason: a reader that does not know it leaves it out and says so, record by record.
- A document of a **newer** version is refused as a whole, in words, and nothing is written. Every **older** one is read:
  what its shape lacks is not known, and what stood elsewhere is put where it stands now. A document of every
  version is kept among the tests (`tests/files/book`) and must come in as it was written.
- Version 1 has had two shapes. Before there were readings, an account had `satisfaction` (0 to 10) and `satisfaction_on`: they are
  read as a `reading`.

## Records

- Arrays may stand in any order, and each may be missing. They are written in the order of this page, in which each kind leads only to
  earlier ones and to itself, and their records in the order of their numbers. The same book always gives the same bytes.
- `uid` (text, of every record but `settings`) knows the record, in this book and in any other; it never changes. A record without one gets one.
- `id` (whole number above 0, of every record but `settings`) is the number that people type. It is kept where the book has no record of
  the kind yet, otherwise the record gets the next one.
- A field that is absent is what a new record has there, which mostly is nothing; `null` says that there is nothing.
- A **link** is the `uid` of the record it leads to, in the document or in the book. One that leads nowhere is left out and told; if it is
  required, so is its record.
- A record whose `uid` the book knows is filled, never overwritten; see [EXCHANGE.md](EXCHANGE.md#how-records-meet).
- A record that cannot be read costs itself and what requires it: it is told with its line, and the others are taken.
- Stance, roles, influence and interest of somebody at an account are no fields of `membership` but dated records of the kind `fact`.
- What only the file keeps is not in the document: the journal with its undo, the daily snapshots of health, remembered answers.

## Values

| type | in JSON |
| --- | --- |
| line | text without line ends |
| text | text, its lines ended by `\\n`; Markdown |
| list | array of texts |
| day | `\"2026-11-23\"`: a day of the calendar, without a zone |
| time | `\"10:30\"`: a wall clock, without a zone |
| minutes | whole number, a length of time |
| whole number | a number within the bounds that are named, both included |
| percentage | decimal text of at most four decimals, as shown: `\"32.5\"` is 32.5 % |
| decimal | decimal text of at most four decimals: `\"0.9215\"` |
| money | `{\"amount\":\"1234.50\",\"currency\":\"EUR\"}`: decimal text with as many decimals as the currency has, and its ISO 4217 code |
| measure | money, or a decimal text, as the indicator is measured |
| period | `\"2026-11\"`, `\"2026-Q4\"` or `\"2026\"`: a month, or quarter or year of the company's year that begins in that calendar year |
| currency | ISO 4217 code: `\"EUR\"` |
| month | whole number, 1 to 12 |
| flag | `true`; `false` is left out |
| one of | one of the names that are listed |
| some of | array of such names |
| link to, links to | `uid` of a record of that kind; array of such |
";

/// The page.
pub fn page() -> String {
    let words = Words::new(Lang::En);
    let mut page = HEAD.replace("FORMAT", FORMAT).replace("VERSION", &VERSION.to_string());
    for kind in Kind::ALL {
        let what = field::kinds(kind, &words);
        write!(page, "\n## {}\n\nThe {what} of a book.\n\n", kind.name()).unwrap();
        page.push_str("| field | type | required | what it is |\n| --- | --- | --- | --- |\n");
        for spec in kind.specs().into_iter().filter(|spec| spec.place == Place::Column) {
            let required = if spec.required { "yes" } else { "" };
            let help = field::help(kind, spec.name, &words);
            writeln!(page, "| `{}` | {} | {required} | {help} |", spec.name, kind_of(spec)).unwrap();
        }
    }
    page
}

fn kind_of(spec: &Spec) -> String {
    let named = |values: &[&str]| values.iter().map(|v| format!("`{v}`")).collect::<Vec<_>>().join(" ");
    match spec.kind {
        FieldKind::Text => "line".to_owned(),
        FieldKind::Note => "text".to_owned(),
        FieldKind::Texts => "list".to_owned(),
        FieldKind::Emails => "list of addresses".to_owned(),
        FieldKind::Tags => "list of words".to_owned(),
        FieldKind::Day => "day".to_owned(),
        FieldKind::Time => "time".to_owned(),
        FieldKind::Minutes => "minutes".to_owned(),
        FieldKind::Count(low, high) | FieldKind::Score(low, high) => format!("whole number, {low} to {high}"),
        FieldKind::Percent => "percentage".to_owned(),
        FieldKind::Decimal => "decimal".to_owned(),
        FieldKind::Money => "money".to_owned(),
        FieldKind::Measure => "measure".to_owned(),
        FieldKind::Period => "period".to_owned(),
        FieldKind::Currency => "currency".to_owned(),
        FieldKind::Month => "month".to_owned(),
        FieldKind::Flag => "flag".to_owned(),
        FieldKind::Choice(set) => format!("one of {}", named(set.values)),
        FieldKind::Choices(set) => format!("some of {}", named(set.values)),
        FieldKind::Link(to) => format!("link to [{0}](#{0})", to.name()),
        FieldKind::Links(to) => format!("links to [{0}](#{0})", to.name()),
    }
}
