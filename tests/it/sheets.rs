//! Files of spreadsheet programs and of finance, read into figures.
use std::fmt::Write as _;
use std::io::Write;

use cartera::domain::Id;
use cartera::domain::choice::{Frequency, Unit};
use cartera::domain::day::day;
use cartera::domain::period::{CompanyYear, Period};
use cartera::exchange::figures::{Asked, Book, KpiName, Plan, Planned, Role, read};
use cartera::exchange::sheet::{Cell, Sheet, Workbook};
use cartera::lang::figure::Mark;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Written};

use crate::book::today;
use crate::indicators::{directory, filled_as, kpi, notes, with_reasons};

fn kpis() -> Vec<KpiName> {
    vec![
        kpi(1, 1, "Ingresos", Unit::Money),
        kpi(2, 1, "Puntualidad", Unit::Percent),
        kpi(3, 1, "Incidencias", Unit::Number),
        kpi(4, 2, "Ingresos", Unit::Money),
        KpiName { frequency: Frequency::Yearly, ..kpi(5, 2, "Cuota", Unit::Percent) },
    ]
}

fn old(kpi: Id, period: Period, _: Role) -> Option<i64> {
    (kpi == 1 && period == Period::Month(2026, 10)).then_some(10_000_000)
}

fn asked(sheet: &Sheet, titles: &[&str], asked: &Asked) -> Option<Plan> {
    let (kpis, directory) = (kpis(), directory());
    let year = CompanyYear::default();
    read(sheet, titles, asked, Book { kpis: &kpis, directory: &directory, year, today: today(), old: &old })
}

fn plan(sheet: &Sheet) -> Plan {
    asked(sheet, &[], &Asked::default()).unwrap()
}

fn csv(text: &str) -> Sheet {
    Workbook::of_text(text).read("").unwrap()
}

fn told(cell: &Planned) -> String {
    let id = cell.kpi.map_or_else(|| format!("“{}·{}”", cell.account, cell.name), |id| id.to_string());
    let period = cell.period.map(|p| p.to_string()).unwrap_or_default();
    let new = cell.new.map(|n| n.to_string()).unwrap_or_default();
    let line = format!("{id} {period} {}={new} {}", cell.role.name(), cell.state.name());
    with_reasons(line, cell)
}

fn filled(plan: &Plan) -> Vec<String> {
    filled_as(plan, told)
}

/// The first sheet of a written book.
fn first(mut written: Written) -> Sheet {
    let bytes = written.save_to_buffer().unwrap();
    let mut book = Workbook::open(&bytes).unwrap();
    let name = book.tabs()[0].name.clone();
    book.read(&name).unwrap()
}

#[test]
fn a_long_file_in_spanish() {
    let text = "Informe de ventas;;;;\n\nCliente;Indicador;Mes;Real;Objetivo\nArce;Ingresos;oct-26;1.234,56;1.300,00\n\
                Arce;Ingresos;nov-26;1.300;\nArce;Puntualidad;nov-26;95,5 %;\nALMAZARA S.L.;Ingresos;11/2026;(12,50);\n\
                Total;;;1.000,00;\nArce;Ingreso;nov-26;1;\nMoltke;Ingresos;nov-26;1;\n";
    let plan = plan(&csv(text));
    assert_eq!(
        filled(&plan),
        [
            "1 2026-10 actual=12345600 changed",
            "1 2026-10 target=13000000 changed",
            "1 2026-11 actual=13000000 new",
            "2 2026-11 actual=955000 new",
            "4 2026-11 actual=-125000 new",
            "“Arce·Ingreso” 2026-11 actual= refused figures-kpi-unknown",
            "“Moltke·Ingresos” 2026-11 actual= refused figures-account-unknown",
        ]
    );
    assert_eq!(notes(&plan), ["figures-sums-left-out count=1"]);
    assert_eq!((&*plan.accounts[0].name, plan.accounts[0].cells), ("Moltke", 1));
}

#[test]
fn a_long_file_in_english_with_year_and_month_apart_and_a_scenario() {
    let text = "Year,Month,Customer,KPI,Scenario,Amount,Currency,Comment\n2026,10,Arce,Ingresos,Actual,\"1,234.56\",EUR,ok\n\
                2026,October,Arce,Ingresos,Budget,\"1,300\",EUR,\n2026,11,Arce,Ingresos,Actual,99,USD,\n\
                2026,11,Arce,Ingresos,Forecast,98,EUR,\n";
    let plan = plan(&csv(text));
    assert_eq!(
        filled(&plan),
        [
            "1 2026-10 actual=12345600 changed",
            "1 2026-10 target=13000000 changed",
            "1 2026-11 actual= refused figures-other-currency",
        ]
    );
    assert_eq!(notes(&plan), ["figures-scenario-left-out text=Forecast"]);
}

#[test]
fn a_wide_file_with_titles_totals_and_sums() {
    let text = "Ventas 2026, en euros;;;;;\n;;;;;\nCuenta;Indicador;Unidad;oct;nov;Total\nArce;Ingresos;€;1.000,00;1.100,50;2.100,50\n\
                ;Incidencias;ud;3;-;3\nTotal Arce;;;1.003;1.100,50;2.103,50\nAlmazara;Ingresos;€;500;600;1100\n";
    let plan = plan(&csv(text));
    assert_eq!(
        filled(&plan),
        [
            "1 2026-10 actual=10000000 same",
            "1 2026-11 actual=11005000 new",
            "3 2026-10 actual=30000 new",
            "4 2026-10 actual=5000000 new",
            "4 2026-11 actual=6000000 new",
        ]
    );
    assert_eq!(notes(&plan), ["figures-column-left-out column=Total", "figures-sums-left-out count=1"]);
}

#[test]
fn months_without_any_year_are_taken_in_this_one_and_say_so() {
    let plan = plan(&csv("Cuenta;Indicador;oct;nov\nArce;Incidencias;3;4\n"));
    assert_eq!(
        filled(&plan),
        [
            "3 2026-10 actual=30000 new figures-assumed-year",
            "3 2026-11 actual=40000 new figures-assumed-year"
        ]
    );
    let sheet = csv("Cuenta;Indicador;oct;nov\nArce;Incidencias;3;4\n");
    let titled = asked(&sheet, &["Cierre_2025", ""], &Asked::default()).unwrap();
    assert_eq!(filled(&titled), ["3 2025-10 actual=30000 new", "3 2025-11 actual=40000 new"]);
}

#[test]
fn actuals_and_targets_under_each_month() {
    let text = ";;oct 26;;;nov 26;;\nCuenta;Indicador;Real;Ppto;Desv;Real;Ppto;Desv\nArce;Ingresos;1,5;2,5;-1;3,5;4,5;-1\n";
    let plan = plan(&csv(text));
    assert_eq!(
        filled(&plan),
        [
            "1 2026-10 actual=15000 changed figures-tenfold",
            "1 2026-10 target=25000 changed figures-tenfold",
            "1 2026-11 actual=35000 new",
            "1 2026-11 target=45000 new",
        ]
    );
}

#[test]
fn one_account_by_sheet_and_one_table_under_another() {
    let text = "Arce\n;oct 26;nov 26\nIngresos;1.000,5;2\nPuntualidad;95%;96%\n\nAlmazara\n;oct 26;nov 26\nIngresos;3;4\n";
    let plan = plan(&csv(text));
    assert_eq!(
        filled(&plan),
        [
            "1 2026-10 actual=10005000 changed",
            "1 2026-11 actual=20000 new figures-tenfold-before",
            "2 2026-10 actual=950000 new",
            "2 2026-11 actual=960000 new",
            "4 2026-10 actual=30000 new",
            "4 2026-11 actual=40000 new",
        ]
    );
    let sheet = csv(";oct 26;nov 26\nIngresos;3;4\n");
    let named = asked(&sheet, &["actuals", "Almazara"], &Asked::default()).unwrap();
    assert_eq!(filled(&named), ["4 2026-10 actual=30000 new", "4 2026-11 actual=40000 new"]);
    let outline = csv("Concepto;oct 26;nov 26\nArce;;\nIngresos;1;2\nAlmazara;;\nIngresos;3;4\n");
    let ids: Vec<_> = crate::sheets::plan(&outline).cells.iter().map(|c| c.kpi).collect();
    assert_eq!(ids, [Some(1), Some(1), Some(4), Some(4)]);
}

#[test]
fn a_year_is_a_total_beside_months_and_a_figure_of_what_is_measured_by_the_year() {
    let text = "Cuenta;Indicador;nov 26;dic 26;2026\nArce;Incidencias;1;2;3\nAlmazara;Cuota;;;35%\n";
    let plan = plan(&csv(text));
    assert_eq!(
        filled(&plan),
        ["3 2026-11 actual=10000 new", "3 2026-12 actual=20000 new", "5 2026 actual=350000 new"]
    );
    assert_eq!(notes(&plan), ["figures-column-left-out column=2026"]);
    let targets = Asked { targets: true, ..Asked::default() };
    let year = asked(&csv("Cuenta;Indicador;2026\nArce;Ingresos;12000\n"), &[], &targets).unwrap();
    assert_eq!(filled(&year), ["1 2026 target=120000000 new"]);
}

#[test]
fn a_column_that_nothing_proves_needs_an_answer() {
    let sheet = csv("Cuenta;Indicador;oct 26;nov 26\nArce;Incidencias;1.234;12\n");
    let open = plan(&sheet);
    assert_eq!(filled(&open), ["3 2026-10 actual= ambiguous", "3 2026-11 actual=120000 new"]);
    assert_eq!(open.ambiguous, ["oct 26"]);
    let answered =
        |mark| filled(&asked(&sheet, &[], &Asked { decimal: Some(mark), ..Asked::default() }).unwrap());
    assert_eq!(answered(Mark::Comma)[0], "3 2026-10 actual=12340000 new");
    assert_eq!(answered(Mark::Point)[0], "3 2026-10 actual=12340 new");
}

#[test]
fn columns_with_strange_headers_are_mapped() {
    let sheet = csv("Kunde;Kennzahl;Monat;Wert\nArce;Incidencias;nov 26;7\n");
    assert!(asked(&sheet, &[], &Asked::default()).is_none());
    let columns = [("kunde", "account"), ("Kennzahl", "kpi"), ("Monat", "period"), ("Wert", "value")];
    let columns = columns.map(|(h, f)| (h.to_owned(), f.to_owned())).to_vec();
    let mapped = asked(&sheet, &[], &Asked { columns, ..Asked::default() }).unwrap();
    assert_eq!(filled(&mapped), ["3 2026-11 actual=70000 new"]);
}

#[test]
fn days_with_the_month_first_are_noticed_by_all_of_them_together() {
    let plan = plan(&csv("Account,KPI,10/1/2026,11/1/2026\nArce,Incidencias,3,4\n"));
    assert_eq!(filled(&plan), ["3 2026-10 actual=30000 new", "3 2026-11 actual=40000 new"]);
}

#[test]
fn a_list_of_people_is_no_figures() {
    for text in [
        "Nombre;Empresa;Cargo\nAna Ruiz;Arce;CEO\n",
        "Name,E-mail,Birthday\nAna,a@b.example,1980-02-03\n",
        "Nombre;Sector\nArce;Energía\n",
    ] {
        assert!(asked(&csv(text), &[], &Asked::default()).is_none_or(|p| !p.certain), "{text}");
    }
}

#[test]
fn excel_keeps_numbers_days_percentages_and_currencies_apart() {
    let mut written = Written::new();
    let sheet = written.add_worksheet();
    let months = Format::new().set_num_format("mmm-yy");
    let percent = Format::new().set_num_format("0.0%");
    let euros = Format::new().set_num_format("#,##0.00\\ [$€-C0A]");
    let dollars = Format::new().set_num_format("[$$-409]#,##0.00");
    sheet.merge_range(0, 0, 0, 3, "Cierre mensual", &Format::new()).unwrap();
    sheet.write(2, 0, "Cuenta").unwrap();
    sheet.write(2, 1, "Indicador").unwrap();
    for (column, month) in [(2, 10), (3, 11)] {
        let date = ExcelDateTime::from_ymd(2026, month, 1).unwrap();
        sheet.write_with_format(2, column, date, &months).unwrap();
    }
    sheet.merge_range(3, 0, 5, 0, "Arce", &Format::new()).unwrap();
    sheet.write(3, 1, "Ingresos").unwrap();
    sheet.write_with_format(3, 2, 1234.565, &euros).unwrap();
    sheet.write_with_format(3, 3, 99.0, &dollars).unwrap();
    sheet.write(4, 1, "Puntualidad").unwrap();
    sheet.write_with_format(4, 2, 0.285, &percent).unwrap();
    sheet.write(4, 3, 0.95).unwrap();
    sheet.write(5, 1, "Incidencias").unwrap();
    sheet.write_formula(5, 2, Formula::new("=1+#REF!").set_result("#REF!")).unwrap();
    sheet.write(5, 3, "1.234,5").unwrap();
    let sheet = first(written);
    assert_eq!(sheet.rows[2][2], Cell::Day(day(2026, 10, 1)));
    assert_eq!(
        filled(&plan(&sheet)),
        [
            "1 2026-10 actual=12345700 changed",
            "1 2026-11 actual= refused figures-other-currency",
            "2 2026-10 actual=285000 new",
            "2 2026-11 actual=9500 new figures-fraction figures-tenfold-before",
            "3 2026-10 actual= refused figures-cell-error",
            "3 2026-11 actual=12345000 new",
        ]
    );
}

#[test]
fn merged_years_stand_over_their_months() {
    let mut written = Written::new();
    let sheet = written.add_worksheet();
    let plain = Format::new();
    sheet.merge_range(0, 1, 0, 2, "2025", &plain).unwrap();
    sheet.merge_range(0, 3, 0, 4, "2026", &plain).unwrap();
    for (column, text) in ["", "ene", "feb", "ene", "feb"].into_iter().enumerate() {
        sheet.write(1, u16::try_from(column).unwrap(), text).unwrap();
        sheet.write(2, u16::try_from(column).unwrap(), u32::try_from(column).unwrap()).unwrap();
    }
    sheet.write(2, 0, "Arce · Incidencias").unwrap();
    let periods: Vec<_> = plan(&first(written)).cells.iter().map(|c| c.period.unwrap().to_string()).collect();
    assert_eq!(periods, ["2025-01", "2025-02", "2026-01", "2026-02"]);
}

#[test]
fn tabs_say_whether_they_are_hidden() {
    let mut written = Written::new();
    written.add_worksheet().set_name("Datos").unwrap();
    written.add_worksheet().set_name("Oculta").unwrap().set_hidden(true);
    let book = Workbook::open(&written.save_to_buffer().unwrap()).unwrap();
    let tabs: Vec<_> = book.tabs().iter().map(|t| (t.name.as_str(), t.hidden)).collect();
    assert_eq!(tabs, [("Datos", false), ("Oculta", true)]);
}

fn written_figures() -> Vec<u8> {
    let mut written = Written::new();
    let sheet = written.add_worksheet().set_name("Datos").unwrap();
    for (row, cells) in ["Cuenta;Indicador;nov 26", "Arce;Incidencias;1"].into_iter().enumerate() {
        for (column, text) in cells.split(';').enumerate() {
            sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), text).unwrap();
        }
    }
    written.save_to_buffer().unwrap()
}

#[test]
fn what_is_no_spreadsheet_or_damaged_is_refused() {
    let key = |bytes: &[u8]| Workbook::open(bytes).err().map(|e| e.key);
    let whole = written_figures();
    assert_eq!(key(&whole), None);
    assert_eq!(key(&whole[..whole.len() / 2]), Some("sheet-broken".into()));
    assert_eq!(key(b"PK\x03\x04"), Some("sheet-broken".into()));
    assert_eq!(key(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more"), Some("sheet-broken".into()));
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("letter.txt", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(b"hello").unwrap();
    assert_eq!(key(&archive.finish().unwrap().into_inner()), Some("sheet-foreign".into()));
}

/// A file of a program before 2007: days in the head, a merged name, an error.
fn old_excel() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/figures.xls")).unwrap()
}

#[test]
fn files_of_old_programs_are_read_too() {
    let mut book = Workbook::open(&old_excel()).unwrap();
    let sheet = book.read("Datos").unwrap();
    assert_eq!(
        filled(&plan(&sheet)),
        [
            "1 2026-10 actual=12345000 changed",
            "1 2026-11 actual=-120000 new figures-tenfold-before",
            "3 2026-10 actual=30000 new",
            "3 2026-11 actual= refused figures-cell-error",
            "4 2026-10 actual=3000 new",
        ]
    );
}

#[test]
fn a_byte_that_has_changed_never_stops_the_program() {
    let table = "<table:table table:name=\"x\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell \
                 office:value-type=\"float\" office:value=\"1\"/></table:table-row></table:table>";
    for whole in [written_figures(), old_excel(), ods(table)] {
        for at in (0..whole.len()).step_by(5) {
            for mask in [0x55, 0xff] {
                let mut bytes = whole.clone();
                bytes[at] ^= mask;
                let Ok(mut book) = Workbook::open(&bytes) else { continue };
                for tab in book.tabs().to_vec() {
                    let _either = book.read(&tab.name);
                }
            }
        }
    }
}

#[test]
fn a_damaged_sheet_says_where_it_ends() {
    let archived = |sheet: &str| {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(written_figures())).unwrap();
        let mut copy = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for n in 0..archive.len() {
            let mut file = archive.by_index(n).unwrap();
            let name = file.name().unwrap().into_owned();
            copy.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
            let mut text = Vec::new();
            std::io::copy(&mut file, &mut text).unwrap();
            copy.write_all(if name.ends_with("sheet1.xml") { sheet.as_bytes() } else { &text }).unwrap();
        }
        copy.finish().unwrap().into_inner()
    };
    let cut = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></c>\
               </row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>abc</v>";
    let why = Workbook::open(&archived(cut)).unwrap().read("Datos").unwrap_err();
    assert_eq!(
        (why.key.as_str(), why.arg("sheet"), why.arg("row")),
        ("sheet-damaged", Some("Datos"), Some("2"))
    );
    let far = "<worksheet><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>";
    assert!(Workbook::open(&archived(far)).unwrap().read("Datos").is_ok());
    let row = |r: u32| format!("<row r=\"{r}\"><c r=\"XFD{r}\"><v>1</v></c></row>");
    let wide = (1..800).map(row).collect::<Vec<_>>().concat();
    let wide = format!("<worksheet><sheetData>{wide}</sheetData></worksheet>");
    assert_eq!(Workbook::open(&archived(&wide)).unwrap().read("Datos").unwrap_err().key, "sheet-too-large");
}

#[test]
fn a_sheet_of_libreoffice_that_is_not_closed_is_refused_and_not_waited_for() {
    let table = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row>";
    let float = "<table:table-cell office:value-type=\"float\" office:value=\"3\">";
    let note = "<table:table-cell office:value-type=\"string\"><office:annotation>";
    for rest in [
        "</table:table-row></tabl".to_owned(),
        format!("{float}</table:table></table:table-cell></table:table-row>"),
        note.to_owned(),
    ] {
        let broken = Workbook::open(&ods(&format!("{table}{rest}"))).unwrap_err();
        assert_eq!(broken.key, "sheet-broken", "{rest}");
    }
}

#[test]
fn a_small_file_of_libreoffice_that_stands_for_a_huge_one_is_refused_before_room_is_made() {
    let cell = |repeated: &str, inside: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"{repeated}><text:p>{inside}</text:p></table:table-cell>"
        )
    };
    let row = |repeated: &str, cells: &str| format!("<table:table-row{repeated}>{cells}</table:table-row>");
    let (columns, rows) =
        (" table:number-columns-repeated=\"16384\"", " table:number-rows-repeated=\"1048576\"");
    let blank = "<table:table-cell/>";
    let far = format!("<table:table-cell table:number-columns-repeated=\"16000\"/>{}", cell("", "x"));
    let read = |rows: &str| {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{rows}\
             </table:table></office:spreadsheet></office:body></office:document-content>"
        );
        Workbook::open(&ods(&content)).and_then(|mut book| book.read("A"))
    };
    for huge in [
        row("", &cell("", "<text:s text:c=\"1000000000\"/>")),
        row("", &cell("", &"<text:s text:c=\"1000000\"/>".repeat(600))),
        row(rows, &cell(columns, "x")),
        row("", &cell(columns, "x")).repeat(400),
        row("", &cell(columns, &"x".repeat(40_000))),
        row("", &cell("", "x")) + &row(rows, blank) + &row("", &far),
    ] {
        assert_eq!(
            read(&huge).unwrap_err().key,
            "sheet-too-large",
            "{}",
            huge.chars().take(200).collect::<String>()
        );
    }
    let nested = cell("", &format!("<table:table>{}</table:table>", row("", &cell("", "x"))));
    assert_eq!(read(&row("", &nested)).unwrap_err().key, "sheet-broken");
    // What LibreOffice writes below and beside what is filled stands for nothing.
    let whole = row(" table:number-rows-repeated=\"3\"", &cell("", "a<text:s text:c=\"9\"/>b"));
    let beside = format!("<table:table-cell{columns}/>");
    let sheet =
        read(&(row(" table:number-rows-repeated=\"5\"", &beside) + &whole + &row(rows, &beside))).unwrap();
    assert_eq!(sheet.rows.last().unwrap()[0].text(), Some("a         b"));
}

#[test]
fn a_workbook_that_promises_more_texts_than_can_be_read_is_refused() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/sharedStrings.xml", "<sst count=\"1\" uniqueCount=\"99000000000\"/>"),
    ] {
        archive.start_file(name, stored).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert_eq!(Workbook::open(&bytes).unwrap_err().key, "sheet-too-large");
}

/// An ODS file with this content, uncompressed.
pub fn ods(content: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
    ] {
        archive.start_file(name, stored).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn libreoffice_files_are_read_too() {
    let cell = |kind: &str, value: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"{kind}\" {value}><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let text = |t: &str| cell("string", "", t);
    let rows = [
        [text("Cuenta"), text("Indicador"), cell("date", "office:date-value=\"2026-11-01\"", "nov 26")]
            .concat(),
        [text("Arce"), text("Puntualidad"), cell("percentage", "office:value=\"0.95\"", "95 %")].concat(),
        [
            text("Arce"),
            text("Ingresos"),
            cell("currency", "office:currency=\"EUR\" office:value=\"12.5\"", "12,50 €"),
        ]
        .concat(),
        [text("Arce"), text("Incidencias"), cell("float", "office:value=\"3\"", "3")].concat(),
    ]
    .map(|r| format!("<table:table-row>{r}</table:table-row>"))
    .concat();
    let content = format!(
        "<office:document-content><office:automatic-styles/><office:body><office:spreadsheet>\
         <table:table table:name=\"Hoja1\">{rows}\
         <table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell table:number-columns-repeated=\"16384\"/>\
         </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let mut book = Workbook::open(&ods(&content)).unwrap();
    assert_eq!(book.tabs()[0].name, "Hoja1");
    let sheet = book.read("Hoja1").unwrap();
    assert_eq!(
        filled(&plan(&sheet)),
        [
            "2 2026-11 actual=950000 new",
            "1 2026-11 actual=125000 new figures-tenfold-before",
            "3 2026-11 actual=30000 new"
        ]
    );
}

#[test]
fn a_hundred_thousand_rows_are_read() {
    let mut text = String::from("Cuenta;Indicador;Periodo;Valor\n");
    for row in 0..100_000 {
        let (year, month) = (1960 + row / 12 % 200, row % 12 + 1);
        writeln!(text, "Arce;Incidencias;{year}-{month:02};{}", row % 2400).unwrap();
    }
    let plan = plan(&csv(&text));
    assert_eq!(plan.cells.len(), 100_000);
    assert_eq!(plan.count("new"), 2400);
}
