//! Files that are cut, spoiled, or not what they seem: every one ends in a refusal that names file, place and reason, and what could be
//! read is whole.
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use cartera::exchange::plan::Action;
use cartera::lang::{Lang, Words};
use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;

use super::{perform, plan_of, rows};
use crate::book::book;

/// A calendar that ends in the middle of an event.
const EVENT: &[u8] =
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261125T100000Z\r\nSUMMARY:Cut";

/// A mailbox that ends in the head of its first letter.
const LETTER: &[u8] =
    b"From a@x Mon Nov 23 10:00:00 2026\nDate: Mon, 23 Nov 2026 10:00:00 +0000\nSubject: cut";

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files")).join(name)).unwrap()
}

fn cut(bytes: &[u8], after: &str) -> Vec<u8> {
    let at = bytes.windows(after.len()).position(|w| w == after.as_bytes()).unwrap();
    bytes[..at + after.len()].to_vec()
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let deflated = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in parts {
        archive.start_file(*name, deflated).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn ods(content: &str) -> Vec<u8> {
    packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
    ])
}

fn workbook() -> Vec<u8> {
    let mut written = Workbook::new();
    let sheet = written.add_worksheet();
    sheet.set_name("Contratos").unwrap();
    for (row, cells) in (0..).zip([["Qué", "Cuenta"], ["Marco", "Arce"]]) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write(row, column, cell).unwrap();
        }
    }
    written.save_to_buffer().unwrap()
}

/// A packed sheet that would fill the memory of the machine.
fn bomb() -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let deflated = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    archive.start_file("xl/workbook.xml", deflated).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..520 {
        archive.write_all(&zeros).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn refused(path: &PathBuf) -> Vec<(usize, String)> {
    let mut store = book();
    let plan = plan_of(&store, std::slice::from_ref(path));
    let said: Vec<_> = rows(&plan).into_iter().filter(|row| row.action == Action::Refuse).collect();
    for row in &said {
        // Whoever reads it knows which file, where in it, and why.
        for lang in Lang::ALL {
            let told = row.say(&Words::new(lang));
            assert!(told.contains(path.file_name().unwrap().to_str().unwrap()), "{told}");
            assert!(!row.why.is_empty() && told.len() > path.display().to_string().len() + 20, "{told}");
        }
    }
    let last =
        |row: &cartera::exchange::plan::Row| row.why.last().map(|why| why.key.clone()).unwrap_or_default();
    let told = said.iter().map(|row| (row.line, last(row))).collect();
    // What is not refused goes in whole.
    perform(&mut store, plan);
    told
}

/// A file, what is in it, and the lines that are refused with the keys of their reasons.
type Case<'a> = (&'a str, Vec<u8>, &'a [(usize, &'a str)]);

#[test]
fn what_is_cut_or_spoiled_is_refused_with_file_place_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    let workbook = workbook();
    let text = String::from_utf8_lossy(&fixture("exports/hubspot_contacts.csv")).into_owned();
    let sheet = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Contratos\">\
        <table:table-row><table:table-cell office:value-type=\"string\"><text:p>Qu";
    let cases: Vec<Case<'_>> = vec![
        ("cut.csv", cut(text.as_bytes(), "\"Compras"), &[(5, "import-csv-unclosed")]),
        ("unclosed.csv", fixture("exports/unclosed.csv"), &[(2, "import-csv-unclosed")]),
        (
            "wide.csv",
            b"Nombre;Empresa\nAna;Arce;de;m\xe1s\nEva;Arce\n".to_vec(),
            &[(2, "import-csv-too-many")],
        ),
        ("cut.xlsx", workbook[..workbook.len() / 2].to_vec(), &[(0, "sheet-broken")]),
        ("cut.ods", ods(sheet)[..200].to_vec(), &[(0, "sheet-broken")]),
        ("spoiled.ods", ods(sheet), &[(0, "sheet-broken")]),
        ("bomb.xlsx", bomb(), &[(0, "sheet-too-large")]),
        ("letter.docx", packed(&[("word/document.xml", b"<w/>")]), &[(0, "sheet-foreign")]),
        (
            "cut.vcf",
            cut(&fixture("iphone.vcf"), "BEGIN:VCARD\r\nVERSION:3.0\r\n"),
            &[(1, "import-vcard-cut")],
        ),
        ("cut.ics", EVENT.to_vec(), &[(3, "calendar-cut")]),
        ("cut.mbox", LETTER.to_vec(), &[(1, "mail-no-sender")]),
        (
            "cut.json",
            b"{\"format\":\"cartera-book\",\"version\":1,\n\"account\":[\n{\"name\":\"Moltke\"},\n{\"na"
                .to_vec(),
            &[(4, "import-json-broken")],
        ),
        ("foreign.json", b"[{\"a\": 1}]".to_vec(), &[(0, "import-json-foreign")]),
        ("empty.csv", b"\xef\xbb\xbf \r\n".to_vec(), &[(0, "import-empty")]),
        (
            "picture.csv",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec(),
            &[(0, "import-unknown-format")],
        ),
        ("page.csv", b"<!doctype html><p>Not logged in</p>".to_vec(), &[(0, "import-unknown-format")]),
        ("letters.csv", b"Foo;Bar\n1;2\n".to_vec(), &[(0, "import-csv-headers")]),
    ];
    for (name, bytes, wanted) in cases {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let wanted: Vec<_> = wanted.iter().map(|(line, key)| (*line, (*key).to_owned())).collect();
        assert_eq!(refused(&path), wanted, "{name}");
    }
}
