//! A book in which Ágata stands everywhere that a name can stand.
use std::fs;
use std::path::PathBuf;

use cartera::domain::Id;
use cartera::domain::account::Account;
use cartera::domain::choice::{Channel, Side, Stance, Tie};
use cartera::domain::colleague::Colleague;
use cartera::domain::day::plus_days;
use cartera::domain::entry::{Entry, Learned, Lesson, ProblemRaised, PromiseMade};
use cartera::domain::explain::Explain;
use cartera::domain::field::Link;
use cartera::domain::influence::Influence;
use cartera::domain::kind::Kind;
use cartera::domain::kpi::{Amount, Kpi};
use cartera::domain::opportunity::{Contract, Involvement, Opportunity};
use cartera::domain::period::Period;
use cartera::domain::person::{Membership, Person};
use cartera::domain::problem::Reading;
use cartera::domain::unit::Unit;
use cartera::domain::value::Value;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::figures::{Figure, Figures, Set};
use tempfile::TempDir;

use crate::book::{account, clock, save, today};

/// What must not be left of her. Her surname is Ramón's too.
pub fn betraying() -> Vec<&'static str> {
    vec![
        "Ágata Núñez-Vinuesa",
        "Ágata",
        "Núñez",
        "Gatita",
        "Águeda Quiroga",
        "Quiroga",
        "Ágata N. Vinuesa",
        "agata.nv@arce.example",
        "611 22 33 44",
        "611223344",
    ]
}

/// The folder with the book, its copies and the drafts.
pub struct World {
    pub folder: TempDir,
    pub path: PathBuf,
    pub drafts: PathBuf,
    pub agata: Id,
    pub ramon: Id,
    /// A call with her alone.
    pub alone: Id,
    /// A meeting with both.
    pub both: Id,
}

fn person(store: &mut Store, person: Person, place: Membership) -> Id {
    store.perform(Act::Save(vec![Box::new(person), Box::new(place)]), today()).unwrap().touched[0].1
}

fn set(store: &mut Store, kind: Kind, id: Id, field: &str, value: Value) {
    let mut record = store.record(kind, id).unwrap();
    record.set(field, value).unwrap();
    store.perform(Act::Save(vec![record]), today()).unwrap();
}

fn log(store: &mut Store, entry: Entry) -> Id {
    let outcome = store.perform(Act::Log(Box::new(entry), None), today()).unwrap();
    outcome.touched.iter().find(|(kind, _)| *kind == Kind::Interaction).unwrap().1
}

impl World {
    /// The book, closed.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.cartera");
        let drafts = folder.path().join("state/drafts/x");
        let mut store = Store::open(&path, clock).unwrap();
        let mut world = Self { folder, path, drafts, agata: 0, ramon: 0, alone: 0, both: 0 };
        let arce = account(&mut store, "Arce");
        world.people(&mut store, arce);
        world.merge(&mut store, arce);
        world.talks(&mut store, arce);
        world.affairs(&mut store, arce);
        store.back_up().unwrap();
        fs::rename(
            &store.list_backups().unwrap()[0].path,
            world.path.with_file_name("backups/book-2026-11-20.cartera"),
        )
        .unwrap();
        world.past(&mut store, arce);
        store.back_up().unwrap();
        world.drafts();
        world
    }

    /// Opens the book.
    pub fn open(&self) -> Store {
        Store::open(&self.path, clock).unwrap()
    }

    /// The draft of her form.
    pub fn form(&self) -> String {
        format!("person-{}", self.agata)
    }

    fn people(&mut self, store: &mut Store, arce: Id) {
        let place = |title: &str| Membership {
            account: Some(Link(arce)),
            title: title.into(),
            ..Membership::default()
        };
        self.ramon =
            person(store, Person { name: "Ramón Vinuesa".into(), ..Person::default() }, place("Buyer"));
        let agata = Person {
            name: "Águeda Quiroga".into(),
            emails: vec!["agata.nv@arce.example".into()],
            phones: vec!["+34 611 22 33 44".into()],
            personal: "Ágata colecciona sellos".into(),
            ..Person::default()
        };
        self.agata = person(store, agata, place("Head of Núñez works"));
        set(store, Kind::Person, self.agata, "name", Value::Text("Ágata Núñez-Vinuesa".into()));
        set(store, Kind::Person, self.agata, "aliases", Value::Texts(vec!["Gatita".into()]));
        let mut ramon = store.parts(Kind::Person, self.ramon).unwrap();
        for field in ["reports_to", "reached_via", "successor"] {
            ramon[1].set(field, Value::Link(self.agata)).unwrap();
        }
        ramon[1].set("title", Value::Text("Buyer, below Ágata".into())).unwrap();
        store.perform(Act::Save(ramon), today()).unwrap();
        save(
            store,
            Colleague {
                name: "Pau Font".into(),
                notes: "conoce a AGATA NUÑEZ VINUESA".into(),
                ..Colleague::default()
            },
        );
    }

    /// She was twice in the book, under another name.
    fn merge(&self, store: &mut Store, arce: Id) {
        let twin = Person { name: "Ágata N. Vinuesa".into(), ..Person::default() };
        let twin = person(store, twin, Membership { account: Some(Link(arce)), ..Membership::default() });
        let call =
            Entry { people: vec![twin], account: Some(arce), text: "con Ágata N. Vinuesa".into(), ..at(0) };
        log(store, call);
        store
            .act(today(), |tx| {
                let mut kept = tx.record(Kind::Person, self.agata)?;
                kept.set("language", Value::Text("es".into()))?;
                tx.update(kept.as_mut())?;
                tx.delete(Kind::Person, twin)?;
                Ok(Explain::new("act-merged")
                    .with("name", "Ágata Núñez-Vinuesa")
                    .with("gone", "Ágata N. Vinuesa"))
            })
            .unwrap();
    }

    fn talks(&mut self, store: &mut Store, arce: Id) {
        self.alone = log(
            store,
            Entry {
                people: vec![self.agata],
                account: Some(arce),
                text: "Ágata pide precio del acero; gatita no decide".into(),
                raw: "llamada agata nuñez vinuesa: precio del acero".into(),
                tags: vec!["núñez".into(), "acero".into()],
                promises: vec![PromiseMade {
                    side: Side::Ours,
                    text: "llamar a Ágata al 611 22 33 44".into(),
                    due: Some(plus_days(today(), 3)),
                    owner: None,
                    counterpart: Some(self.agata),
                }],
                problems: vec![ProblemRaised { name: "Queja de Núñez".into(), severity: None, due: None }],
                learned: vec![Learned { person: self.agata, what: Lesson::Stance(Stance::Sceptic) }],
                minutes: Some(30),
                ..at(1)
            },
        );
        self.both = log(
            store,
            Entry {
                people: vec![self.ramon, self.agata],
                account: Some(arce),
                text: "Vinuesa y Ágata: Núñez quiere plazo, Ramón Vinuesa no".into(),
                learned: vec![Learned { person: self.ramon, what: Lesson::Stance(Stance::Neutral) }],
                ..at(2)
            },
        );
        log(
            store,
            Entry {
                account: Some(arce),
                text: "feria: dijo Nunez-Vinuesa, Ágata (agata.nv@arce.example)".into(),
                ..at(3)
            },
        );
    }

    fn affairs(&self, store: &mut Store, arce: Id) {
        let said = "Ágata Núñez-Vinuesa".to_owned();
        set(store, Kind::Account, arce, "notes", Value::Text(format!("decide {said}\n+34611223344")));
        save(store, Account { name: format!("Herederos de {said}"), ..Account::default() });
        save(
            store,
            Unit { name: "Planta".into(), account: Some(Link(arce)), notes: said.clone(), ..Unit::default() },
        );
        let sale = Opportunity {
            name: "Acero 2027, con Ágata".into(),
            account: Some(Link(arce)),
            ..Opportunity::fresh()
        };
        let sale = save(store, sale);
        let part = |person| Involvement {
            opportunity: Some(Link(sale)),
            person: Some(Link(person)),
            ..Involvement::default()
        };
        save(store, Involvement { notes: "Núñez firma".into(), ..part(self.agata) });
        save(store, part(self.ramon));
        save(
            store,
            Contract {
                name: "Marco".into(),
                account: Some(Link(arce)),
                opportunity: Some(Link(sale)),
                notes: said.clone(),
                links: vec!["https://x.example/in/agata-nunez-vinuesa".into()],
                ..Contract::default()
            },
        );
        for (person, sways) in [(self.agata, self.ramon), (self.ramon, self.agata)] {
            let edge = Influence {
                person: Some(Link(person)),
                sways: Some(Link(sways)),
                account: Some(Link(arce)),
                tie: Some(Tie::Strong),
                notes: "Ágata manda".into(),
                ..Influence::default()
            };
            save(store, edge);
        }
        save(
            store,
            Reading {
                account: Some(Link(arce)),
                day: Some(today()),
                score: Some(7),
                person: Some(Link(self.agata)),
                text: "Ágata contenta".into(),
                ..Reading::default()
            },
        );
        let kpi = save(
            store,
            Kpi { name: "Visitas".into(), account: Some(Link(arce)), formula: said.clone(), ..Kpi::fresh() },
        );
        let figure =
            Figure { kpi, period: Period::Month(2026, 10), set: Set::Actual(Some(Amount::Plain(30_000))) };
        store
            .perform(Act::Figures(Figures { cells: vec![figure], source: format!("{said}.xlsx") }), today())
            .unwrap();
        store
            .keep_layout(&format!("csv {said}"), &format!("{{\"{said}\":\"name\",\"x\":[\"Gatita\"]}}"))
            .unwrap();
        store.mark_seen(today()).unwrap();
    }

    /// What is no longer so stands in the journal.
    fn past(&self, store: &mut Store, arce: Id) {
        set(store, Kind::Account, arce, "sector", Value::Text("según Gatita".into()));
        set(store, Kind::Account, arce, "sector", Value::Text("steel".into()));
        let gone = log(
            store,
            Entry { people: vec![self.agata], account: Some(arce), text: "Ágata, borrada".into(), ..at(4) },
        );
        store.perform(Act::Delete(Kind::Interaction, vec![gone]), today()).unwrap();
        set(store, Kind::Commitment, 1, "counterpart", Value::Link(self.ramon));
        let marta = crate::book::person(store, "Marta Puig", arce, &[]);
        set(store, Kind::Influence, 2, "sways", Value::Link(marta));
        set(store, Kind::Interaction, self.both, "people", Value::Links(vec![self.ramon]));
        set(store, Kind::Interaction, self.both, "people", Value::Links(vec![self.ramon, self.agata]));
        set(store, Kind::Account, arce, "site", Value::Text("donde Ágata Núñez-Vinuesa".into()));
        store.perform(Act::Undo, today()).unwrap();
    }

    fn drafts(&self) {
        fs::create_dir_all(&self.drafts).unwrap();
        for (name, texts) in [
            (self.form(), r#"[["0.name","Ágata"]]"#),
            ("capture".to_owned(), r#"[["line","llamada ágata núñez-vinuesa: hola"]]"#),
            ("account-new".to_owned(), r#"[["0.name","Otra"]]"#),
        ] {
            fs::write(self.drafts.join(format!("{name}.json")), texts).unwrap();
        }
    }
}

/// A call some days ago.
fn at(days: i64) -> Entry {
    Entry { channel: Some(Channel::Call), day: plus_days(today(), -days), ..Entry::default() }
}
