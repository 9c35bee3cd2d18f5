//! What programs do to tables: apostrophes and formulas, days counted from 1904, merged heads, hidden sheets, titles above and totals
//! below, a great many rows.
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};

use cartera::domain::kind::Kind;
use cartera::exchange::plan::Action;
use cartera::lang::Lang;
use cartera::store::Store;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::{account, file, import, perform, person, plan_of, refused, rows, said, sale, shown, told};
use crate::book::{book, clock};

fn saved(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// A packed file with one of its parts changed.
fn patched(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut copy = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for nth in 0..archive.len() {
        let mut inside = archive.by_index(nth).unwrap();
        let name = inside.name().unwrap().into_owned();
        let mut text = Vec::new();
        inside.read_to_end(&mut text).unwrap();
        if name == part {
            text = change(String::from_utf8(text).unwrap()).into_bytes();
        }
        copy.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        copy.write_all(&text).unwrap();
    }
    copy.finish().unwrap().into_inner()
}

#[test]
fn a_formula_stays_text_and_exactly_one_apostrophe_is_taken_off() {
    let mut store = book();
    let plan = import(&mut store, &["excel_es.csv"]);
    let names: Vec<_> = told(&plan).into_iter().map(|(line, _, name)| (line, name)).collect();
    assert_eq!(names, [(3, "=SUM(A1:A9) Ruiz".to_owned()), (4, "-Ana Mas".to_owned())]);
    assert_eq!(person(&store, "=SUM(A1:A9) Ruiz", &["account", "personal"]), ["Arce", "=1+1"]);
    assert_eq!(person(&store, "-Ana Mas", &["personal"]), ["dos\nlíneas; y \"comillas\""]);
}

/// A workbook of one contract whose end is a number of days in a cell shown as a day.
fn contract_until(days: f64) -> Vec<u8> {
    let mut written = Workbook::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = written.add_worksheet();
    sheet.set_name("Contratos").unwrap();
    for (column, head) in ["Qué", "Cuenta", "Fin"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), head).unwrap();
    }
    sheet.write(1, 0, "Marco").unwrap();
    sheet.write(1, 1, "Arce").unwrap();
    sheet.write_number_with_format(1, 2, days, &day).unwrap();
    written.save_to_buffer().unwrap()
}

#[test]
fn days_counted_from_1900_and_from_1904_are_the_same_days() {
    let folder = tempfile::tempdir().unwrap();
    let from_1904 = patched(&contract_until(46_752.0 - 1_462.0), "xl/workbook.xml", |text| {
        assert!(text.contains("<workbookPr "), "{text}");
        text.replace("<workbookPr ", "<workbookPr date1904=\"1\" ")
    });
    for (name, bytes) in [("1900.xlsx", contract_until(46_752.0)), ("1904.xlsx", from_1904)] {
        let mut store = book();
        let plan = plan_of(&store, &[saved(folder.path(), name, bytes)]);
        perform(&mut store, plan);
        assert_eq!(shown(&store, Kind::Contract, "Marco", &["ends_on"]), ["31 dic 2027"], "{name}");
    }
}

#[test]
fn heads_merged_over_rows_and_titles_merged_over_columns_are_no_records() {
    let folder = tempfile::tempdir().unwrap();
    let mut written = Workbook::new();
    let merged = Format::new();
    let sheet = written.add_worksheet();
    sheet.set_name("Contratos").unwrap();
    sheet.merge_range(0, 0, 0, 2, "Contratos vigentes, con su vencimiento", &merged).unwrap();
    sheet.merge_range(1, 0, 2, 0, "Qué", &merged).unwrap();
    sheet.merge_range(1, 1, 2, 1, "Cuenta", &merged).unwrap();
    sheet.merge_range(1, 2, 2, 2, "Notas", &merged).unwrap();
    for (row, name) in [(3, "Marco"), (4, "Soporte")] {
        sheet.write(row, 0, name).unwrap();
        sheet.write(row, 1, "Arce").unwrap();
    }
    let old = written.add_worksheet();
    old.set_name("Contratos viejos").unwrap().set_hidden(true);
    for (column, text) in ["Qué", "Cuenta"].into_iter().enumerate() {
        old.write(0, u16::try_from(column).unwrap(), text).unwrap();
    }
    old.write(1, 0, "Caducado").unwrap();
    old.write(1, 1, "Arce").unwrap();
    let path = saved(folder.path(), "contratos.xlsx", written.save_to_buffer().unwrap());
    let plan = plan_of(&book(), &[path]);
    assert_eq!(
        told(&plan),
        [(4, Action::Create, "Marco".to_owned()), (5, Action::Create, "Soporte".to_owned())],
        "{:?}",
        refused(&plan)
    );
}

#[test]
fn a_formatted_report_of_salesforce_has_titles_above_and_totals_below() {
    let folder = tempfile::tempdir().unwrap();
    let mut written = Workbook::new();
    let (day, money) =
        (Format::new().set_num_format("m/d/yyyy"), Format::new().set_num_format("[$USD] #,##0.00"));
    let sheet = written.add_worksheet();
    sheet.set_name("report1795600000000").unwrap();
    sheet.merge_range(1, 1, 1, 4, "Open pipeline of the south", &Format::new()).unwrap();
    sheet
        .write(2, 1, "As of 2026-11-23 09:12:00 Central European Standard Time • Generated by Eva Kam")
        .unwrap();
    sheet.write(4, 1, "Filtered By").unwrap();
    sheet.write(5, 1, "   Show: All opportunities").unwrap();
    let heads = ["Account Name", "Opportunity Name", "Stage", "Amount", "Close Date", "Opportunity Owner"];
    for (column, head) in (1..).zip(heads) {
        sheet.write(8, column, head).unwrap();
    }
    for (row, name, amount) in [(9, "Frame", 1_250.5), (10, "Pilot", 800.0)] {
        sheet.write(row, 1, "Arce").unwrap();
        sheet.write(row, 2, name).unwrap();
        sheet.write(row, 3, "Proposal/Price Quote").unwrap();
        sheet.write_number_with_format(row, 4, amount, &money).unwrap();
        let close = ExcelDateTime::from_ymd(2027, 3, 4).unwrap();
        sheet.write_datetime_with_format(row, 5, &close, &day).unwrap();
        sheet.write(row, 6, "Eva Kam").unwrap();
    }
    sheet.write(11, 1, "Total").unwrap();
    sheet.write(11, 4, 2_050.5).unwrap();
    sheet.write(13, 1, "Confidential Information - Do Not Distribute").unwrap();
    sheet.write(14, 1, "Copyright © 2000-2026 salesforce.com, inc. All rights reserved.").unwrap();
    let path = saved(folder.path(), "report1795600000000.xlsx", written.save_to_buffer().unwrap());
    let mut store = book();
    let plan = plan_of(&store, &[path]);
    assert_eq!(
        told(&plan),
        [(10, Action::Create, "Frame".to_owned()), (11, Action::Create, "Pilot".to_owned())],
        "{:?}",
        refused(&plan)
    );
    assert!(
        said(&plan, Lang::En)[1].ends_with("3 lines at the end of the report left out"),
        "{:?}",
        said(&plan, Lang::En)
    );
    perform(&mut store, plan);
    assert_eq!(
        sale(&store, "Frame", &["account", "stage", "amount", "closes_on"]),
        ["Arce", "propuesta", "1250,50 $", "4 mar 2027"]
    );
}

#[test]
fn contacts_of_a_program_are_known_in_a_workbook_too_and_a_second_head_is_no_person() {
    let folder = tempfile::tempdir().unwrap();
    let mut written = Workbook::new();
    let sheet = written.add_worksheet();
    let heads = ["Record ID", "First Name", "Last Name", "Email", "Contact owner", "Associated Company"];
    let rows = [
        heads,
        ["301", "Noa", "Vidal", "noa@arce.example", "Eva", "Arce"],
        heads,
        ["302", "Teo", "Vidal", "teo@arce.example", "Eva", "Arce"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    let path = saved(folder.path(), "all-contacts.xlsx", written.save_to_buffer().unwrap());
    let mut store = book();
    let plan = plan_of(&store, &[path]);
    assert_eq!(
        told(&plan),
        [(2, Action::Create, "Noa Vidal".to_owned()), (4, Action::Create, "Teo Vidal".to_owned())]
    );
    assert!(said(&plan, Lang::En)[0].contains("HubSpot contacts"), "{:?}", said(&plan, Lang::En));
    perform(&mut store, plan);
    assert_eq!(person(&store, "Teo Vidal", &["account", "emails"]), ["Arce", "teo@arce.example"]);
}

#[test]
fn every_encoding_of_a_list_brings_the_same_people() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Nombre;Apellidos;Empresa;Notas\r\nBegoña;Núñez;Peñarroya;\"dos\r\nlíneas\"\r\n";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (name, bytes) in [
        ("utf8.csv", text.as_bytes().to_vec()),
        ("bom.csv", marked(b"\xef\xbb\xbf", text.as_bytes())),
        ("latin1.csv", latin),
        ("utf16.csv", marked(b"\xfe\xff", &utf_16)),
        ("utf16-without-mark.csv", utf_16),
        ("macintosh.csv", text.replace("\r\n", "\r").into_bytes()),
    ] {
        let mut store = Store::in_memory(clock).unwrap();
        let plan = plan_of(&store, &[saved(folder.path(), name, bytes)]);
        assert_eq!(refused(&plan), [], "{name}");
        perform(&mut store, plan);
        assert_eq!(
            person(&store, "Begoña Núñez", &["account", "personal"]),
            ["Peñarroya", "dos\nlíneas"],
            "{name}"
        );
    }
}

#[test]
fn a_hundred_thousand_contacts_are_read_and_the_one_that_cannot_be_is_named_by_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = "Record ID,First Name,Last Name,Email,Contact owner,Associated Company\n".to_owned();
    for n in 0..100_000 {
        let email = if n == 77_775 { "nobody at all".to_owned() } else { format!("p{n}@client.example") };
        writeln!(text, "{n},P{n},Client,{email},Eva,Client {}", n % 50).unwrap();
    }
    let plan = plan_of(&Store::in_memory(clock).unwrap(), &[saved(folder.path(), "all.csv", text)]);
    let refusals = refused(&plan);
    assert_eq!(refusals.len(), 1);
    assert_eq!(refusals[0].0, 77_777, "{refusals:?}");
    // 50 clients beside them.
    assert_eq!((plan.len(), plan.count(Action::Create)), (100_050, 100_049));
    assert_eq!(plan.rows(None, 100_049, 10).unwrap()[0].name, "P99999 Client");
}

#[test]
fn what_the_user_says_of_a_column_is_heeded_in_an_export_too() {
    let words = cartera::lang::Words::new(Lang::Es);
    let mut store = book();
    let directory = store.directory().unwrap();
    let cx = cartera::lang::value::Context {
        words: &words,
        today: crate::book::today(),
        directory: &directory,
        scope: None,
    };
    let maps = ["Etapa del ciclo de vida=tags".to_owned(), "Cargo=ignore".to_owned()];
    let options = cartera::exchange::Options::new(None, &maps).unwrap();
    let plan = cartera::exchange::read(&[file("hubspot_contactos.csv")], &options, &store, &cx).unwrap();
    assert_eq!(plan.count(Action::Create), 1, "{:?}", rows(&plan));
    perform(&mut store, plan);
    assert_eq!(person(&store, "Begoña Núñez Peña", &["tags", "title"]), ["lead, Lead", ""]);
    assert_eq!(account(&store, "Arce", &["aliases"]), [""]);
}
