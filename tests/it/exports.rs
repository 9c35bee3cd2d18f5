//! Exports of other programs as those write them, by hand from their documented formats: recognised by their heads, read into the right
//! records, and again without any change.
use std::path::PathBuf;

use cartera::domain::kind::Kind;
use cartera::domain::value::Value;
use cartera::exchange::plan::{Action, Row};
use cartera::exchange::{Options, Plan};
use cartera::lang::value::{Context, show};
use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::journal::everything;

use crate::book::{book, today};

mod damaged;
mod oddities;

fn file(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/exports")).join(name)
}

fn files(names: &[&str]) -> Vec<PathBuf> {
    names.iter().map(|name| file(name)).collect()
}

fn plan_of(store: &Store, files: &[PathBuf]) -> Plan {
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    cartera::exchange::read(files, &Options::default(), store, &cx).unwrap()
}

fn perform(store: &mut Store, plan: Plan) {
    store.perform(Act::Import(Box::new(plan.batch)), today()).unwrap();
    assert!(store.check().unwrap().is_empty());
}

/// Imports files, and the same files again, which must change nothing; what the first plan said.
fn import(store: &mut Store, names: &[&str]) -> Plan {
    let first = plan_of(store, &files(names));
    let told = first.clone();
    perform(store, first);
    let before = everything(store).unwrap();
    let again = plan_of(store, &files(names));
    assert!(again.changes_nothing(), "{:?}", again.rows(None, 0, 100).unwrap());
    perform(store, again);
    assert_eq!(everything(store).unwrap(), before);
    told
}

fn rows(plan: &Plan) -> Vec<Row> {
    plan.rows(None, 0, 1000).unwrap()
}

/// Line, what is done and what it is called.
fn told(plan: &Plan) -> Vec<(usize, Action, String)> {
    rows(plan).into_iter().map(|r| (r.line, r.action, r.name)).collect()
}

/// What is said of the files, in a language.
fn said(plan: &Plan, lang: Lang) -> Vec<String> {
    let words = Words::new(lang);
    let folder = file("").display().to_string();
    plan.files.iter().chain(&plan.notes).map(|e| words.say(e).replace(&folder, "")).collect()
}

/// Why a row is refused, in English.
fn refused(plan: &Plan) -> Vec<(usize, String)> {
    let words = Words::new(Lang::En);
    let why = |row: &Row| row.why.iter().map(|e| words.say(e)).collect::<Vec<_>>().join(" · ");
    let refused = plan.rows(Some(Action::Refuse), 0, 1000).unwrap();
    refused.iter().map(|r| (r.line, why(r))).collect()
}

/// Fields of the record of that name, as shown in Spanish; of a person also those of their place.
fn shown(store: &Store, kind: Kind, name: &str, fields: &[&str]) -> Vec<String> {
    let words = Words::new(Lang::Es);
    let directory = store.directory().unwrap();
    let cx = Context { words: &words, today: today(), directory: &directory, scope: None };
    let records = store.records(kind, 0, 10_000).unwrap();
    let found = records.iter().find(|r| r.get("name") == Value::Text(name.to_owned()));
    let id = found.unwrap_or_else(|| panic!("no {name}")).head().id;
    let parts = store.parts(kind, id).unwrap();
    let field = |field: &&str| {
        let part =
            parts.iter().find_map(|r| Some((r, r.kind().specs().into_iter().find(|s| s.name == *field)?)));
        let (record, spec) = part.unwrap();
        show(spec.kind, &record.get(field), &cx)
    };
    fields.iter().map(field).collect()
}

fn person(store: &Store, name: &str, fields: &[&str]) -> Vec<String> {
    shown(store, Kind::Person, name, fields)
}

fn account(store: &Store, name: &str, fields: &[&str]) -> Vec<String> {
    shown(store, Kind::Account, name, fields)
}

fn sale(store: &Store, name: &str, fields: &[&str]) -> Vec<String> {
    shown(store, Kind::Opportunity, name, fields)
}

#[test]
fn companies_contacts_and_deals_of_hubspot_lead_to_each_other_in_whatever_order_they_are_named() {
    let mut store = book();
    let plan = import(&mut store, &["hubspot_deals.csv", "hubspot_contacts.csv", "hubspot_companies.csv"]);
    assert_eq!(
        said(&plan, Lang::En),
        [
            "hubspot_companies.csv: HubSpot companies; columns left out: Company owner, Create Date, Country/Region, Lifecycle Stage",
            "hubspot_contacts.csv: HubSpot contacts; columns left out: Contact owner, Last Activity Date, Marketing contact status, Create Date",
            "hubspot_deals.csv: HubSpot deals; columns left out: Pipeline, Deal owner, Create Date, Associated Contact",
        ]
    );
    assert_eq!(
        account(&store, "Olivar del Sur, S.A.", &["site", "sector", "links", "revenue", "notes"]),
        [
            "Jaén",
            "FOOD_PRODUCTION",
            "https://www.olivar.example",
            // What they sell to everybody is not what they buy from us.
            "",
            "Phone Number: +34 953 000 111\nAnnual Revenue: 12000000\nNumber of Employees: 240"
        ]
    );
    assert_eq!(account(&store, "Hafen Logistik GmbH", &["links"]), ["hafen.example"]);
    assert_eq!(
        person(&store, "Lucía Vega", &["account", "title", "roles", "stance", "birthday", "phones"]),
        ["Olivar del Sur, S.A.", "Chief buyer", "decisor", "promotor", "2 jul 1979", "+34 600 111 000"]
    );
    assert_eq!(
        person(&store, "Jürgen Petersen", &["account", "emails", "phones", "roles", "tags"]),
        ["Hafen Logistik GmbH", "petersen@hafen.example", "+49 40 777", "usuario", "lead"]
    );
    // Somebody whom the book knows by the same address is met, whatever number HubSpot gives.
    assert_eq!(person(&store, "Ana Ruiz", &["account", "title"]), ["Almazara", "Compras nacionales"]);
    assert_eq!(
        sale(
            &store,
            "Packaging line 2",
            &["account", "stage", "amount", "closes_on", "probability", "next_step"]
        ),
        ["Olivar del Sur, S.A.", "verbal", "48.500,50 €", "31 dic 2026", "90 %", "Sign"]
    );
    assert_eq!(
        sale(&store, "Warehouse audit", &["stage", "amount", "closed_on", "lost_reason"]),
        ["perdida", "1234,57 €", "4 mar 2026", "Price"]
    );
    assert_eq!(sale(&store, "Pilot", &["stage", "notes"]), ["identificada", "Deal Stage: Technical trial"]);
    assert!(refused(&plan).is_empty());
    // Who has only an address is named after it, and that is told.
    assert_eq!(person(&store, "Nobody", &["emails", "aliases"]), ["nobody@hafen.example", ""]);
    assert!(
        rows(&plan).iter().any(|r| r.line == 4 && r.why.iter().any(|w| w.key == "import-named-by-address"))
    );
    // A company that only a sale names is made, as for a contact.
    assert_eq!(sale(&store, "Ghost", &["account", "stage"]), ["Nobody Inc", "cualificada"]);
}

#[test]
fn what_hubspot_calls_otherwise_by_now_is_met_by_its_number() {
    let mut store = book();
    import(&mut store, &["hubspot_companies.csv", "hubspot_contacts.csv", "hubspot_deals.csv"]);
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let text = "Record ID,Deal Name,Deal Stage,Close Date,Associated Company,Associated Company IDs\n\
        501,Packaging line 2 (renamed),Closed Won,2026-11-20,Olivar del Norte,9001\n";
    std::fs::write(path("deals.csv"), text).unwrap();
    let text = "Record ID,First Name,Last Name,Email,Contact owner,Associated Company,Associated Company IDs\n\
        101,Lucía,Vega Ortiz,lucia@elsewhere.example,Eva,Olivar del Norte,9001\n";
    std::fs::write(path("contacts.csv"), text).unwrap();
    let plan = plan_of(&store, &[path("deals.csv"), path("contacts.csv")]);
    let people = store.records(Kind::Person, 0, 100).unwrap().len();
    assert_eq!((plan.count(Action::Create), plan.count(Action::Refuse)), (0, 0), "{:?}", rows(&plan));
    perform(&mut store, plan);
    assert_eq!(store.records(Kind::Person, 0, 100).unwrap().len(), people);
    assert_eq!(
        person(&store, "Lucía Vega", &["aliases", "emails"]),
        ["Lucía Vega Ortiz", "lucia.vega@olivar.example, lucia@elsewhere.example"]
    );
    assert_eq!(account(&store, "Olivar del Sur, S.A.", &["aliases"]), ["Olivar del Norte"]);
}

#[test]
fn a_number_of_another_program_is_never_taken_for_one_of_ours() {
    let mut store = book();
    let folder = tempfile::tempdir().unwrap();
    let (deals, contacts) = (folder.path().join("deals.csv"), folder.path().join("contacts.csv"));
    // The book has an account and a person with the number 1.
    std::fs::write(&deals, "Record ID,Deal Name,Deal Stage,Associated Company IDs\n5,Frame,Closed Won,1\n")
        .unwrap();
    let plan = plan_of(&store, std::slice::from_ref(&deals));
    assert!(refused(&plan)[0].1.contains("only named by its number"), "{:?}", refused(&plan));
    // Two companies that use HubSpot may have given one number to two people.
    let person = |name: &str, email: &str| {
        format!("Record ID,First Name,Last Name,Email,Contact owner\n7,{name},{email},Eva\n")
    };
    for text in [person("Ana,Sol", "ana@one.example"), person("Iker,Paz", "iker@two.example")] {
        std::fs::write(&contacts, text).unwrap();
        let plan = plan_of(&store, std::slice::from_ref(&contacts));
        assert_eq!(plan.count(Action::Create), 1, "{:?}", rows(&plan));
        perform(&mut store, plan);
    }
}

#[test]
fn hubspot_in_spanish_is_known_too() {
    let mut store = book();
    let plan = import(&mut store, &["hubspot_contactos.csv", "hubspot_negocios.csv"]);
    assert_eq!(
        said(&plan, Lang::Es),
        [
            "hubspot_contactos.csv: contactos de HubSpot; columnas sin usar: Propietario del contacto, Fecha de creación, Etapa del ciclo de vida",
            "hubspot_negocios.csv: negocios de HubSpot; columnas sin usar: Propietario del negocio",
        ]
    );
    assert_eq!(person(&store, "Begoña Núñez Peña", &["account", "title"]), ["Arce", "Jefa de planta"]);
    assert_eq!(
        sale(&store, "Contrato marco", &["account", "stage", "amount", "closes_on"]),
        ["Arce", "verbal", "125.000 €", "1 feb 2027"]
    );
    assert_eq!(
        sale(&store, "Piloto", &["stage", "amount", "closed_on"]),
        ["ganada", "9000,25 €", "30 jun 2026"]
    );
}

#[test]
fn reports_of_salesforce_are_read_in_its_own_days_and_amounts_and_without_their_last_lines() {
    let mut store = book();
    let names = [
        "salesforce_opportunities.csv",
        "salesforce_contacts.csv",
        "salesforce_leads.csv",
        "salesforce_accounts.csv",
    ];
    let plan = import(&mut store, &names);
    assert_eq!(plan.count(Action::Refuse), 0, "{:?}", refused(&plan));
    assert_eq!(
        said(&plan, Lang::Es),
        [
            "salesforce_accounts.csv: cuentas de Salesforce; columnas sin usar: Account Owner, Type, Last Modified Date",
            "salesforce_contacts.csv: contactos de Salesforce; columnas sin usar: Salutation, Mailing City, Contact Owner",
            "salesforce_leads.csv: candidatos de Salesforce; columnas sin usar: Lead Owner, Lead Source, Street, Rating",
            "salesforce_opportunities.csv: oportunidades de Salesforce; columnas sin usar: Opportunity Owner, Fiscal Period, Age, Type",
            "salesforce_accounts.csv: 5 líneas del final del informe sin tomar",
            "salesforce_opportunities.csv: una línea del final del informe sin tomar",
        ]
    );
    assert_eq!(
        account(&store, "Peñarroya Minerals", &["site", "sector", "notes", "revenue"]),
        ["Córdoba", "Mining", "Phone: +34 957 1\nAnnual Revenue: $2,500,000\nEmployees: 1,200", ""]
    );
    assert_eq!(account(&store, "Peñarroya Services", &["part_of"]), ["Peñarroya Minerals"]);
    assert_eq!(
        person(
            &store,
            "Inés Ochoa",
            &["account", "title", "birthday", "personal", "do_not_contact", "phones"]
        ),
        [
            "Peñarroya Minerals",
            "Head of procurement",
            "4 mar 1980",
            "Email Opt Out: 1",
            "no",
            "+34 957 2, 600 1"
        ]
    );
    assert_eq!(
        person(&store, "Raúl Gil", &["birthday", "reports_to", "do_not_contact"]),
        ["31 dic 1975", "Inés Ochoa", "sí"]
    );
    assert_eq!(person(&store, "Tomás Rey", &["account", "title", "tags"]), ["Nuevo Molino", "CEO", "lead"]);
    assert_eq!(
        sale(&store, "Conveyor 7", &["account", "stage", "amount", "closes_on", "probability", "next_step"]),
        ["Peñarroya Minerals", "negociación", "1.250.500,50 $", "31 dic 2026", "80 %", "Send =terms"]
    );
    assert_eq!(
        sale(&store, "Spare parts", &["stage", "amount", "closes_on"]),
        ["cualificada", "12.500 €", "3 feb 2027"]
    );
}

#[test]
fn what_the_loader_of_salesforce_writes_meets_what_its_reports_have_brought() {
    let mut store = book();
    import(
        &mut store,
        &["salesforce_accounts.csv", "salesforce_contacts.csv", "salesforce_opportunities.csv"],
    );
    let names =
        ["salesforce_opportunity_api.csv", "salesforce_contact_api.csv", "salesforce_account_api.csv"];
    let plan = import(&mut store, &names);
    // By its long number each is the one with the short one.
    assert_eq!(
        told(&plan),
        [
            (2, Action::Merge, "Peñarroya Minerals".into()),
            (2, Action::Same, "Inés Ochoa".into()),
            (3, Action::Refuse, "Olga Sanz".into()),
            (2, Action::Same, "Conveyor 7".into()),
        ]
    );
    assert_eq!(
        refused(&plan),
        [(
            3,
            "The company is only named by its number in that program (0015g00000GoNe0AAV): import its file of companies too"
                .to_owned()
        )]
    );
}

#[test]
fn contacts_of_the_loader_find_their_accounts_in_the_file_beside_them() {
    let mut store = Store::in_memory(crate::book::clock).unwrap();
    import(
        &mut store,
        &["salesforce_contact_api.csv", "salesforce_account_api.csv", "salesforce_opportunity_api.csv"],
    );
    assert_eq!(person(&store, "Inés Ochoa", &["account", "birthday"]), ["Peñarroya Minerals", "4 mar 1980"]);
    assert_eq!(
        sale(&store, "Conveyor 7", &["account", "stage", "amount", "closed_on"]),
        ["Peñarroya Minerals", "ganada", "1.250.500,50 $", "2 oct 2026"]
    );
}

#[test]
fn the_spanish_outlook_mixes_two_languages_and_writes_days_first() {
    let mut store = book();
    let plan = import(&mut store, &["outlook_es.csv"]);
    assert_eq!(
        said(&plan, Lang::Es),
        [
            "outlook_es.csv: contactos de Outlook; columnas sin usar: Calle del trabajo, Ciudad de trabajo, País o región del trabajo, Anniversary"
        ]
    );
    assert_eq!(
        person(
            &store,
            "Marta del Pilar Ibáñez",
            &["account", "title", "emails", "phones", "birthday", "personal"]
        ),
        [
            "Nordwind",
            "Directora de compras, Compras",
            "marta@nordwind.example, marta@casa.example",
            "+49 40 1234, 600 555 666, +49 40 1000",
            "4 mar 1980",
            "Le gusta el café €\nsin azúcar"
        ]
    );
    assert_eq!(person(&store, "Jon Etxea", &["emails", "reports_to"]), ["", "Marta del Pilar Ibáñez"]);
    assert_eq!(person(&store, "Iker Sáez", &["birthday"]), ["25 dic 1990"]);
}

#[test]
fn an_american_outlook_writes_months_first() {
    let mut store = book();
    let plan = import(&mut store, &["outlook_en.csv"]);
    assert_eq!(
        said(&plan, Lang::En),
        ["outlook_en.csv: Outlook contacts; columns left out: Business Street"]
    );
    assert_eq!(
        person(&store, "Paula Mora", &["account", "title", "birthday"]),
        ["Tramuntana", "COO", "31 dic 1980"]
    );
}

#[test]
fn older_contacts_of_google_have_several_values_in_a_cell_in_whatever_encoding() {
    for name in ["google_old.csv", "google_utf16.csv"] {
        let mut store = book();
        let plan = import(&mut store, &[name]);
        assert_eq!(said(&plan, Lang::En), [format!("{name}: Google contacts; columns left out: none")]);
        assert_eq!(
            person(&store, "Oriol Puig", &["account", "title", "emails", "phones", "language"]),
            [
                "Arce",
                "Plant manager",
                "oriol@arce.example, oriol@casa.example",
                "600 777 888, +34 93 1",
                "ca"
            ]
        );
        let words = Words::new(Lang::En);
        assert!(
            rows(&plan)[0].why.iter().any(|e| e.key == "import-birthday-year"),
            "{}",
            rows(&plan)[0].say(&words)
        );
    }
}

#[test]
fn days_that_could_be_meant_either_way_are_pointed_out() {
    let store = book();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.csv");
    let text = "Account Name,Opportunity Name,Stage,Close Date,Opportunity Owner\nArce,Frame,Prospecting,3/4/2027,Eva\n";
    std::fs::write(&path, text).unwrap();
    let plan = plan_of(&store, &[path]);
    let note = plan.notes.iter().find(|e| e.key == "import-days-unproved").unwrap();
    assert_eq!((note.arg("text"), note.arg("first")), (Some("3/4/2027"), Some("month")));
}
