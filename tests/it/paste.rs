//! Cells as Excel, LibreOffice and Google Sheets put them on the clipboard, pasted into a grid of indicators.
use cartera::domain::Id;
use cartera::domain::choice::{Frequency, Unit};
use cartera::domain::period::{CompanyYear, Period};
use cartera::exchange::figures::{Book, Grid, KpiName, Plan, Planned, Role, State, paste};
use cartera::lang::Lang;
use cartera::lang::figure::plain;
use cartera::ui::cells::tab_separated;
use proptest::prelude::*;

use crate::book::today;
use crate::indicators::{directory, filled_as, kpi, notes, with_reasons};

fn kpis() -> Vec<KpiName> {
    vec![
        kpi(1, 1, "Ingresos", Unit::Money),
        kpi(2, 1, "Puntualidad de entrega", Unit::Percent),
        kpi(3, 1, "Satisfacción (encuesta)", Unit::Score),
        kpi(4, 1, "Incidencias", Unit::Number),
        kpi(5, 1, "Días de cobro", Unit::Days),
        kpi(6, 2, "Ingresos", Unit::Money),
        KpiName { computed: true, ..kpi(7, 1, "Contactos", Unit::Number) },
        KpiName { frequency: Frequency::Quarterly, ..kpi(8, 1, "NPS", Unit::Score) },
    ]
}

const ROWS: [Id; 8] = [1, 2, 3, 4, 5, 6, 7, 8];

fn months() -> Vec<Period> {
    let year = CompanyYear::default();
    (0..12).map(|n| year.after(Period::Month(2026, 9), n)).collect()
}

/// What is there already: revenue of Arce in November is 1000, its punctuality 94 %.
fn old(kpi: Id, period: Period, role: Role) -> Option<i64> {
    match (kpi, period, role) {
        (1, Period::Month(2026, 11), Role::Actual) => Some(10_000_000),
        (2, Period::Month(2026, 11), Role::Actual) => Some(940_000),
        (4, Period::Month(2026, 12), Role::Actual) => Some(30_000),
        _ => None,
    }
}

/// Pastes at a cell of the grid, whose months begin in September 2026.
fn paste_at(text: &str, row: usize, column: usize, lang: Lang) -> Plan {
    let (kpis, directory, columns) = (kpis(), directory(), months());
    let book =
        Book { kpis: &kpis, directory: &directory, year: CompanyYear::default(), today: today(), old: &old };
    paste(text, &Grid { rows: &ROWS, columns: &columns, row, column, role: Role::Actual }, book, lang)
}

fn recorded(name: &str) -> String {
    let path = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/paste")).join(name);
    std::fs::read_to_string(path).unwrap()
}

/// `2 2026-11 940000>950000 changed`, behind it the reason or the doubts.
fn told(cell: &Planned) -> String {
    let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
    let id = cell.kpi.map_or_else(|| format!("“{}”", cell.name), |id| id.to_string());
    let period = cell.period.map(|p| p.to_string()).unwrap_or_default();
    let line = format!("{id} {period} {}>{} {}", number(cell.old), number(cell.new), cell.state.name());
    with_reasons(line, cell)
}

fn all(plan: &Plan) -> Vec<String> {
    plan.cells.iter().map(told).collect()
}

/// Only what is not blank.
fn filled(plan: &Plan) -> Vec<String> {
    filled_as(plan, told)
}

#[test]
fn excel_in_spanish() {
    let plan = paste_at(&recorded("excel_es.txt"), 0, 0, Lang::Es);
    assert_eq!(
        filled(&plan),
        [
            "1 2026-11 10000000>12345000 changed",
            "1 2026-12 >-1200000 new figures-tenfold-before",
            "2 2026-11 940000>950000 changed",
            "3 2026-11 >85000 new",
            "3 2026-12 > refused figures-cell-error",
            "4 2026-12 30000>30000 same",
        ]
    );
    assert_eq!(notes(&plan), ["figures-column-left-out column=Total", "figures-sums-left-out count=1"]);
}

#[test]
fn excel_in_english() {
    let plan = paste_at(&recorded("excel_en.txt"), 0, 0, Lang::Es);
    assert_eq!(
        filled(&plan),
        [
            "1 2026-11 10000000>12345000 changed",
            "1 2026-12 >-1200000 new figures-tenfold-before",
            "2 2026-11 940000>950000 changed",
            "4 2026-12 30000>30000 same",
            // The marks of the other cells say that this comma groups, whatever the language.
            "5 2026-11 >12340000 new",
            "5 2026-12 > refused figures-cell-narrow",
        ]
    );
    assert_eq!(notes(&plan), ["figures-column-left-out column=FY26"]);
}

#[test]
fn libreoffice_in_both_languages() {
    let plan = paste_at(&recorded("libreoffice_es.txt"), 3, 5, Lang::Es);
    let same = [
        "1 2026-11 10000000>12345000 changed",
        "1 2026-12 >-1200000 new figures-tenfold-before",
        "2 2026-11 940000>950000 changed",
    ];
    assert_eq!(filled(&plan)[..3], same);
    assert_eq!(
        filled(&plan)[3..],
        ["3 2026-11 >85000 new", "3 2026-12 > refused figures-cell-error", "4 2026-12 30000>30000 same"]
    );
    let plan = paste_at(&recorded("libreoffice_en.txt"), 0, 0, Lang::En);
    assert_eq!(filled(&plan)[..3], same);
}

#[test]
fn google_sheets_in_both_languages() {
    let same = [
        "1 2026-11 10000000>12345000 changed",
        "1 2026-12 >-1200000 new figures-tenfold-before",
        "2 2026-11 940000>950000 changed",
    ];
    let plan = paste_at(&recorded("sheets_es.txt"), 0, 0, Lang::En);
    assert_eq!(filled(&plan)[..3], same);
    assert_eq!(
        filled(&plan)[3..],
        ["5 2026-11 >12340000 new", "5 2026-12 >450000 new figures-tenfold-before"]
    );
    let plan = paste_at(&recorded("sheets_en.txt"), 0, 0, Lang::Es);
    assert_eq!(filled(&plan)[..3], same);
    assert_eq!(filled(&plan)[3..], ["3 2026-11 >85000 new", "3 2026-12 >90000 new"]);
}

#[test]
fn a_long_block_names_accounts_indicators_and_targets() {
    let plan = paste_at(&recorded("sheets_long.txt"), 0, 0, Lang::Es);
    assert_eq!(
        filled(&plan),
        [
            "1 2026-11 10000000>12345000 changed",
            "1 2026-11 >13000000 new",
            "6 2026-11 >20000000 new",
            "“Ingreso” 2026-11 > refused figures-kpi-unknown",
            "“Ingreso” 2026-11 > refused figures-kpi-unknown",
        ]
    );
    assert_eq!(plan.cells[1].role, Role::Target);
    let unknown = &plan.kpis[0];
    assert_eq!(
        (&*unknown.name, unknown.cells, &unknown.nearest[..]),
        ("Ingreso", 2, &["Ingresos".to_owned()][..])
    );
}

#[test]
fn what_a_terminal_makes_of_line_ends_changes_nothing() {
    for name in ["excel_es.txt", "libreoffice_en.txt", "sheets_es.txt"] {
        let text = recorded(name).replace("\r\n", "\n");
        let plan = paste_at(&text, 0, 0, Lang::Es);
        // A terminal that has only carriage returns has none for the one inside a cell.
        assert_eq!(paste_at(&text.replace('\n', "\r"), 0, 0, Lang::Es), plan, "{name}");
        assert_eq!(paste_at(&text.replace('\n', "\r\n"), 0, 0, Lang::Es), plan, "{name}");
    }
}

#[test]
fn cells_alone_go_where_the_cursor_is() {
    let plan = paste_at("1.234,5\t\t-\n95 %\tabc\t96", 0, 2, Lang::Es);
    assert_eq!(
        all(&plan),
        [
            "1 2026-11 10000000>12345000 changed",
            "1 2026-12 > blank",
            "1 2027-01 > blank",
            "2 2026-11 940000>950000 changed",
            "2 2026-12 > refused figures-unreadable",
            "2 2027-01 >960000 new",
        ]
    );
}

#[test]
fn a_single_cell_is_taken_with_the_mark_of_the_language_and_says_so() {
    assert_eq!(
        all(&paste_at("1.234", 0, 2, Lang::Es)),
        ["1 2026-11 10000000>12340000 changed figures-assumed-mark"]
    );
    assert_eq!(
        all(&paste_at("1.234", 0, 2, Lang::En)),
        ["1 2026-11 10000000>12300 changed figures-tenfold figures-assumed-mark"]
    );
    assert_eq!(all(&paste_at("may", 0, 2, Lang::En)), ["1 2026-11 10000000> refused figures-unreadable"]);
}

#[test]
fn names_at_the_left_choose_the_rows_and_the_cursor_the_columns() {
    let plan = paste_at("Incidencias\t4\t5\npuntualidad de ENTREGA\t91\t92\nNada\t1\t1", 0, 2, Lang::Es);
    assert_eq!(
        all(&plan),
        [
            "4 2026-11 >40000 new",
            "4 2026-12 30000>50000 changed",
            "2 2026-11 940000>910000 changed",
            "2 2026-12 >920000 new",
            "“Nada” 2026-11 > refused figures-kpi-unknown",
            "“Nada” 2026-12 > refused figures-kpi-unknown",
        ]
    );
    // Two indicators have this name: the account at the cursor decides.
    assert_eq!(all(&paste_at("Ingresos\t7", 5, 2, Lang::Es)), ["6 2026-11 >70000 new"]);
    assert_eq!(all(&paste_at("Almazara\tIngresos\t7", 0, 2, Lang::Es)), ["6 2026-11 >70000 new"]);
}

#[test]
fn periods_above_without_names_fill_the_rows_from_the_cursor() {
    let plan = paste_at("oct 26\tnov 26\n1\t2\n90\t91", 0, 5, Lang::Es);
    assert_eq!(
        all(&plan),
        [
            "1 2026-10 >10000 new",
            "1 2026-11 10000000>20000 changed figures-tenfold",
            "2 2026-10 >900000 new",
            "2 2026-11 940000>910000 changed",
        ]
    );
}

#[test]
fn a_row_of_figures_that_look_like_years_is_figures() {
    let plan = paste_at("2024\t2025\t2026\n90\t91\t92", 0, 0, Lang::Es);
    assert_eq!(
        all(&plan)[..3],
        ["1 2026-09 >20240000 new", "1 2026-10 >20250000 new", "1 2026-11 10000000>20260000 changed"]
    );
}

#[test]
fn indicators_across_and_periods_down_are_understood_too() {
    let plan = paste_at("\tIngresos\tIncidencias\nnov 26\t1.500,5\t2\ndic 26\t1.600\t3", 0, 0, Lang::Es);
    assert_eq!(
        all(&plan),
        [
            "1 2026-11 10000000>15005000 changed",
            "4 2026-11 >20000 new",
            "1 2026-12 >16000000 new",
            "4 2026-12 30000>30000 same",
        ]
    );
}

#[test]
fn what_does_not_fit_says_why_and_the_rest_is_taken() {
    let refused = |text: &str, row, column| all(&paste_at(text, row, column, Lang::Es)).pop().unwrap();
    assert_eq!(refused("5 %", 0, 2), "1 2026-11 10000000> refused figures-no-percentage");
    assert_eq!(refused("5 $", 0, 2), "1 2026-11 10000000> refused figures-other-currency");
    assert_eq!(refused("5 €", 3, 2), "4 2026-11 > refused figures-no-money");
    assert_eq!(refused("5", 6, 2), "7 2026-11 > refused figures-computed");
    assert_eq!(refused("5", 7, 2), "8 2026-11 > refused figures-every-quarterly");
    assert_eq!(refused("0,95", 1, 2), "2 2026-11 940000>9500 changed figures-tenfold figures-fraction");
    let edge = paste_at("1\t2\n3\t4", 7, 11, Lang::Es);
    assert_eq!(
        all(&edge)[1..],
        [
            "8  > refused figures-outside",
            "“” 2027-08 > refused figures-outside",
            "“”  > refused figures-outside"
        ]
    );
    assert_eq!(refused("NPS\t9", 0, 0), "8 2026-09 > refused figures-every-quarterly");
    let quarter = paste_at("\t30/09/2026\t31/12/2026\nNPS\t9\t8", 0, 0, Lang::Es);
    assert_eq!(all(&quarter), ["8 2026-Q3 >90000 new", "8 2026-Q4 >80000 new"]);
}

#[test]
fn one_figure_given_twice_is_refused_unless_it_is_the_same() {
    let twice = paste_at("\tnov 26\tnov 26\nIngresos\t1\t2\nIncidencias\t3\t3", 0, 0, Lang::Es);
    assert_eq!(
        all(&twice),
        [
            "1 2026-11 10000000>10000 refused figures-twice",
            "1 2026-11 10000000>20000 refused figures-twice",
            "4 2026-11 >30000 new",
            "4 2026-11 >30000 same",
        ]
    );
}

proptest! {
    #[test]
    fn what_is_copied_pastes_back_as_it_was(
        values in proptest::collection::vec(proptest::option::weighted(0.8, -10_000_000_000_i64..10_000_000_000), 40),
        row in 0..3_usize, column in 0..6_usize, spanish in any::<bool>(), labels in any::<bool>(),
    ) {
        let lang = if spanish { Lang::Es } else { Lang::En };
        let (kpis, directory, columns) = (kpis(), directory(), months());
        // Amounts have two decimals.
        let step = |r: usize| if kpis[row + r].unit == Unit::Money { 100 } else { 1 };
        let at = |r: usize, c: usize| values[r * 8 + c].map(|v| v / step(r) * step(r));
        let mut rows: Vec<Vec<String>> = (0..5)
            .map(|r| (0..6).map(|c| at(r, c).map(|v| plain(lang, v)).unwrap_or_default()).collect())
            .collect();
        let (mut from, mut to) = (row, column);
        if labels {
            for (r, cells) in rows.iter_mut().enumerate() {
                let kpi = &kpis[row + r];
                let of = if kpi.account == Some(2) { "Almazara · " } else { "" };
                cells.insert(0, format!("{of}{}", kpi.name));
            }
            let heads = columns[column..column + 6].iter().map(ToString::to_string);
            rows.insert(0, std::iter::once(String::new()).chain(heads).collect());
            (from, to) = (0, 0);
        }
        let there = |kpi: Id, period: Period, _: Role| {
            let (r, c) = (ROWS.iter().position(|id| *id == kpi)?, columns.iter().position(|p| *p == period)?);
            if r < row || c < column || r >= row + 5 || c >= column + 6 { None } else { at(r - row, c - column) }
        };
        let book = Book { kpis: &kpis, directory: &directory, year: CompanyYear::default(), today: today(), old: &there };
        let grid = Grid { rows: &ROWS, columns: &columns, row: from, column: to, role: Role::Actual };
        let plan = paste(&tab_separated(&rows), &grid, book, lang);
        let wrong: Vec<_> = plan.cells.iter().filter(|c| !matches!(c.state, State::Same | State::Blank)).map(told).collect();
        prop_assert!(wrong.iter().all(|w| w.starts_with("7 ")), "{:?}", wrong);
        let same = plan.cells.iter().filter(|c| c.state == State::Same).count();
        let rows_taken = (row..row + 5).filter(|r| ROWS[*r] != 7);
        let expected: usize = rows_taken.map(|r| (0..6).filter(|c| at(r - row, *c).is_some()).count()).sum();
        prop_assert_eq!(same, expected);
    }
}

#[test]
fn one_cell_is_no_target_of_a_band_unless_its_other_end_is_there() {
    let (directory, columns) = (directory(), months());
    let kpis = [KpiName { band: true, ..kpi(1, 1, "Equilibrio", Unit::Percent) }];
    let old = |_, period, _| (period == Period::Month(2026, 10)).then_some(400_000);
    let book =
        Book { kpis: &kpis, directory: &directory, year: CompanyYear::default(), today: today(), old: &old };
    let grid = |role| Grid { rows: &[1], columns: &columns, row: 0, column: 0, role };
    let targets = paste("40\t45", &grid(Role::Target), book, Lang::Es);
    assert_eq!(all(&targets), ["1 2026-09 > refused figures-band", "1 2026-10 400000>450000 changed"]);
    let both = paste("25..55\t25,5 – 55", &grid(Role::Target), book, Lang::Es);
    let ends: Vec<_> = both.cells.iter().map(|c| (c.new, c.high, c.writes())).collect();
    assert_eq!(ends, [(Some(250_000), Some(550_000), true), (Some(255_000), Some(550_000), true)]);
    let actuals = paste("40", &grid(Role::Actual), book, Lang::Es);
    assert_eq!(all(&actuals), ["1 2026-09 >400000 new"]);
}
