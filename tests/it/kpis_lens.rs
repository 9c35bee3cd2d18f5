//! The lens of the indicators: looked at, walked through, entered into, copied from.
use cartera::command::{Command, LensKind, Msg};
use cartera::domain::Id;
use cartera::domain::choice::{Better, Computed, Frequency, Nature, Ownership, Unit};
use cartera::domain::field::Link;
use cartera::domain::kpi::{Amount, Kpi};
use cartera::domain::period::Period;
use cartera::lang::Lang;
use cartera::store::Store;
use cartera::store::act::Act;
use cartera::store::act::figures::{Figure, Figures, Set};
use cartera::store::query::figures::Asked;
use cartera::ui::Theme;

use crate::book::{book, save, today};
use crate::stage::Stage;
use crate::whole;

const SMALL: (u16, u16) = (80, 24);
const MIDDLE: (u16, u16) = (120, 36);
const LARGE: (u16, u16) = (200, 50);

fn enter(store: &mut Store, kpi: Id, figures: &[(Period, f64)], set: fn(Amount) -> Set) {
    #[expect(clippy::cast_possible_truncation, reason = "figures of this test are small")]
    let amount = |value: f64| Amount::Plain((value * 10_000.0).round() as i64);
    let cells =
        figures.iter().map(|(period, value)| Figure { kpi, period: *period, set: set(amount(*value)) });
    let figures = Figures { cells: cells.collect(), source: "finance.xlsx".to_owned() };
    store.perform(Act::Figures(figures), today()).unwrap();
}

fn actual(amount: Amount) -> Set {
    Set::Actual(Some(amount))
}

fn target(amount: Amount) -> Set {
    Set::Target(Some((amount, None)))
}

/// Months up to October 2026, the last with the last of the figures.
fn months(figures: &[f64]) -> Vec<(Period, f64)> {
    let months = (0..)
        .map(|back: i32| Period::Month(2026 - (back + 2) / 12, 12 - u32::try_from((back + 2) % 12).unwrap()));
    let mut found: Vec<_> = months.zip(figures.iter().rev().copied()).collect();
    found.reverse();
    found
}

fn kpi(store: &mut Store, name: &str, account: Option<Id>, of: Kpi) -> Id {
    save(store, Kpi { name: name.into(), account: account.map(Link), ..of })
}

/// A book with figures of every kind.
fn figures() -> Store {
    let mut store = book();
    let (almazara, arce, nordwind) = (1, 2, 3);
    let money = || Kpi { measure: Some(Unit::Money), ..Kpi::fresh() };
    let stock = |unit, better| Kpi {
        measure: Some(unit),
        better: Some(better),
        nature: Some(Nature::Stock),
        ..Kpi::fresh()
    };
    let revenue = kpi(&mut store, "Revenue", Some(almazara), money());
    let season = [60.0, 60.0, 70.0, 80.0, 80.0, 80.0, 70.0, 40.0, 90.0, 110.0, 120.0, 140.0];
    let this = [64.0, 66.0, 70.0, 88.0, 85.0, 92.0, 70.0, 45.0, 97.0, 121.0];
    let all: Vec<f64> = season.iter().chain(&this).map(|k| k * 1000.0).collect();
    enter(&mut store, revenue, &months(&all), actual);
    enter(
        &mut store,
        revenue,
        &[(Period::Year(2026), 1_200_000.0), (Period::Year(2025), 1_000_000.0)],
        target,
    );
    let nps = kpi(
        &mut store,
        "NPS",
        Some(almazara),
        Kpi { frequency: Some(Frequency::Quarterly), ..stock(Unit::Score, Better::Higher) },
    );
    enter(&mut store, nps, &[(Period::Quarter(2026, 1), 31.0), (Period::Quarter(2026, 3), 42.0)], actual);
    enter(&mut store, nps, &[(Period::Year(2026), 40.0)], target);
    let delivery = kpi(&mut store, "On-time delivery", Some(arce), stock(Unit::Percent, Better::Higher));
    enter(
        &mut store,
        delivery,
        &months(&[95.0, 94.5, 93.0, 92.0, 90.5, 89.0, 91.0, 86.0, 83.0, 79.0]),
        actual,
    );
    enter(&mut store, delivery, &[(Period::Year(2026), 95.0)], target);
    let complaints =
        kpi(&mut store, "Complaints", Some(arce), Kpi { better: Some(Better::Lower), ..Kpi::fresh() });
    enter(&mut store, complaints, &months(&[2.0, 1.0, 3.0, 2.0, 4.0, 2.0]), actual);
    enter(&mut store, complaints, &[(Period::Year(2026), 24.0)], target);
    let days = kpi(&mut store, "Days to pay", Some(arce), stock(Unit::Days, Better::Band));
    enter(&mut store, days, &[(Period::Month(2026, 6), 52.0)], actual);
    let band = |amount| Set::Target(Some((amount, Some(Amount::Plain(600_000)))));
    enter(&mut store, days, &[(Period::Year(2026), 30.0)], band);
    let sales = kpi(&mut store, "Revenue", Some(nordwind), Kpi { currency: "USD".into(), ..money() });
    enter(&mut store, sales, &months(&[1_250_000.0, 980_000.5, 1_400_000.0]), actual);
    kpi(
        &mut store,
        "Touches",
        Some(nordwind),
        Kpi { computed: Some(Computed::Touches), ownership: Some(Ownership::Monitor), ..Kpi::fresh() },
    );
    let share = kpi(&mut store, "Share of the market", None, stock(Unit::Percent, Better::Higher));
    enter(&mut store, share, &months(&[11.25, 11.5, 12.0]), actual);
    store
}

fn stage(lang: Lang, scope: Option<Id>) -> Stage {
    Stage::open(LensKind::Kpis, figures(), lang, scope)
}

#[test]
fn the_grid_and_its_chart_at_every_size_in_both_languages_and_without_colour() {
    for lang in Lang::ALL {
        let code = lang.code();
        let mut stage = stage(lang, None);
        stage.give(Command::Down);
        stage.give(Command::Down);
        insta::assert_snapshot!(format!("kpis_80x24_{code}"), stage.styled(SMALL, Theme::Terminal));
        insta::assert_snapshot!(format!("kpis_120x36_{code}"), stage.styled(MIDDLE, Theme::Terminal));
        insta::assert_snapshot!(format!("kpis_200x50_{code}"), stage.text(LARGE));
        insta::assert_snapshot!(format!("kpis_80x24_{code}_mono"), stage.styled(SMALL, Theme::Mono));
        insta::assert_snapshot!(format!("kpis_120x36_{code}_mono"), stage.styled(MIDDLE, Theme::Mono));
    }
}

#[test]
fn one_account_has_no_heads_and_its_rows_may_be_higher() {
    let mut stage = stage(Lang::Es, Some(2));
    insta::assert_snapshot!("kpis_one_account_120x36", stage.styled(MIDDLE, Theme::Terminal));
    stage.give(Command::Axis);
    stage.give(Command::ZoomOut);
    insta::assert_snapshot!("kpis_targets_by_quarter_80x24", stage.text(SMALL));
    stage.give(Command::ZoomOut);
    stage.give(Command::Axis);
    insta::assert_snapshot!("kpis_deviations_by_year_80x24", stage.text(SMALL));
}

#[test]
fn without_indicators_the_keys_are_told() {
    for lang in Lang::ALL {
        let mut stage = Stage::open(LensKind::Kpis, book(), lang, None);
        insta::assert_snapshot!(format!("kpis_empty_{}", lang.code()), stage.text(SMALL));
    }
}

#[test]
fn a_cell_explains_how_it_is_made_and_where_it_comes_from() {
    for (lang, downs) in [(Lang::En, 1), (Lang::Es, 3)] {
        let mut stage = stage(lang, None);
        (0..downs).for_each(|_| drop(stage.give(Command::Down)));
        let why = stage.with(|lens, cx| lens.why(cx)).unwrap();
        let text = format!("{}\n{}", why.title, cartera::report::plain::render(&why.blocks, Some(100)));
        insta::assert_snapshot!(format!("kpis_why_{}", lang.code()), text);
    }
}

#[test]
fn order_and_selection_go_round_and_a_search_leaves_what_answers() {
    let mut stage = stage(Lang::En, None);
    let shown = |stage: &mut Stage| stage.text(MIDDLE);
    stage.give(Command::Sort);
    assert!(shown(&mut stage).contains("furthest off first"));
    stage.give(Command::Filter);
    let text = shown(&mut stage);
    assert!(text.contains("at risk or off track  Actuals") && !text.contains("NPS"), "{text}");
    stage.give(Command::Back);
    stage.with(|lens, cx| lens.narrow("arce", cx));
    let text = shown(&mut stage);
    assert!(text.contains("3 of 8") && !text.contains("NPS"), "{text}");
    stage.give(Command::Back);
    assert!(shown(&mut stage).contains("NPS"));
}

#[test]
fn a_block_is_copied_as_cells_with_all_their_decimals() {
    let mut stage = stage(Lang::Es, Some(2));
    for command in [Command::MoveLeft, Command::MoveDown] {
        stage.give(command);
    }
    let effects = stage.give(Command::Copy);
    let [cartera::command::Effect::Copy(text)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(text, "83\t79\n4\t2");
}

fn whole() -> whole::Stage {
    let mut stage = whole::Stage::of(figures(), Lang::Es, Theme::Mono, MIDDLE);
    stage.keys("5 Tab Tab");
    stage
}

fn newest(stage: &whole::Stage, kpi: &str) -> Vec<Amount> {
    let figures = stage.outside.store.figures(Asked { scope: Some(2), ..Asked::default() }).unwrap();
    let one = figures.into_iter().find(|f| f.kpi.name == kpi).unwrap();
    one.actuals.values().rev().copied().take(2).collect()
}

#[test]
fn figures_are_entered_downwards_each_an_act_and_a_bad_one_is_not_lost() {
    let mut stage = whole();
    stage.keys("Enter");
    assert!(stage.shows("Introduciendo datos reales"), "{}", stage.screen());
    stage.text("81,25");
    stage.keys("Enter");
    stage.text("3x");
    stage.keys("Enter");
    assert!(stage.shows("«3x» no es un número"), "{}", stage.screen());
    stage.keys("Backspace Tab");
    assert_eq!(newest(&stage, "On-time delivery"), [812_500, 830_000].map(Amount::Plain));
    assert_eq!(newest(&stage, "Complaints"), [30_000, 40_000].map(Amount::Plain));
    stage.keys("Esc u u");
    assert_eq!(newest(&stage, "On-time delivery"), [790_000, 830_000].map(Amount::Plain));
}

#[test]
fn digits_open_lenses_while_reading_and_type_while_entering() {
    let mut stage = whole();
    stage.keys("Enter 1 2");
    assert!(stage.shows("Introduciendo"), "{}", stage.screen());
    stage.keys("Esc 1");
    assert!(!stage.shows("Ritmo"), "{}", stage.screen());
}

#[test]
fn a_target_of_the_year_and_a_band_are_entered_too() {
    let mut stage = whole();
    stage.keys("a - - Enter");
    assert!(stage.shows("Introduciendo objetivos"), "{}", stage.screen());
    stage.text("96");
    stage.keys("Enter Enter");
    stage.text("25..55");
    stage.keys("Enter Esc");
    let figures = stage.outside.store.figures(Asked { scope: Some(2), ..Asked::default() }).unwrap();
    let targets: Vec<_> = figures.iter().map(|f| f.targets[&Period::Year(2026)]).collect();
    assert_eq!(targets[0].0, Amount::Plain(960_000));
    assert_eq!(targets[2], (Amount::Plain(250_000), Some(Amount::Plain(550_000))));
}

#[test]
fn what_cannot_be_entered_says_why() {
    let mut stage = whole();
    stage.keys("- Enter");
    assert!(stage.shows("periodos más cortos"), "{}", stage.screen());
    stage.keys("+ Tab");
    stage.click("Touches");
    stage.keys("Enter");
    assert!(!stage.shows("Introduciendo"), "{}", stage.screen());
}

#[test]
fn a_click_chooses_a_cell_and_a_second_one_enters_it() {
    let mut stage = whole();
    stage.click_twice("91,0");
    assert!(stage.shows("Introduciendo"), "{}", stage.screen());
    stage.text("92");
    stage.click("86,0");
    assert!(stage.shows("92,0"), "{}", stage.screen());
}

#[test]
fn a_pasted_block_is_shown_before_it_is_saved_as_one_act() {
    let mut stage = whole();
    stage.tell(Msg::Pasted(
        "\tSep 26\tOct 26\r\nOn-time delivery\t84,5\t-\r\nComplaints\t4\tmany\r\n".to_owned(),
    ));
    insta::assert_snapshot!("kpis_paste_120x36", stage.screen());
    stage.keys("1 q");
    assert!(!stage.over && stage.shows("Pegar"), "{}", stage.screen());
    stage.keys("Enter");
    assert!(!stage.shows("Pegar"), "{}", stage.screen());
    assert_eq!(newest(&stage, "On-time delivery"), [790_000, 845_000].map(Amount::Plain));
    stage.keys("u");
    assert_eq!(newest(&stage, "On-time delivery"), [790_000, 830_000].map(Amount::Plain));
}

#[test]
fn what_was_copied_is_pasted_where_the_cursor_stands_and_esc_drops_it() {
    let mut stage = whole();
    stage.tell(Msg::Pasted("81\t80,5".to_owned()));
    assert!(stage.shows("Pegar: 2 datos") && stage.shows("nov 26"), "{}", stage.screen());
    stage.keys("Esc");
    assert!(!stage.shows("Pegar"), "{}", stage.screen());
    assert_eq!(newest(&stage, "On-time delivery"), [790_000, 830_000].map(Amount::Plain));
    stage.tell(Msg::Pasted("nothing\nhere".to_owned()));
    stage.keys("Enter");
    assert!(stage.shows("No se ha pegado nada nuevo"), "{}", stage.screen());
}

#[test]
fn one_figure_pasted_while_entering_goes_into_its_cell() {
    let mut stage = whole();
    stage.keys("Enter");
    stage.tell(Msg::Pasted(" 88,5\n".to_owned()));
    stage.keys("Enter Esc");
    assert_eq!(newest(&stage, "On-time delivery"), [885_000, 830_000].map(Amount::Plain));
}

#[test]
fn a_marked_block_is_emptied_as_one_act_and_the_indicators_stay() {
    let mut stage = whole();
    stage.keys("H J Del Del");
    assert_eq!(newest(&stage, "On-time delivery"), [860_000, 910_000].map(Amount::Plain));
    assert_eq!(newest(&stage, "Complaints"), [20_000, 30_000].map(Amount::Plain));
    stage.keys("u");
    assert_eq!(newest(&stage, "Complaints"), [20_000, 40_000].map(Amount::Plain));
}

#[test]
fn a_figure_typed_while_reading_writes_nothing_and_says_how_to_enter() {
    let acts = |stage: &whole::Stage| stage.outside.store.journal(None, 100).unwrap().len();
    let mut stage = whole();
    let before = acts(&stage);
    assert!(stage.shows("⏎ introducir"), "{}", stage.screen());
    for key in [".", "l", "x", "z", "c", "9"] {
        stage.keys(key);
        assert!(stage.shows("⏎ introduce datos"), "{key}: {}", stage.screen());
    }
    stage.keys("0 1 .");
    assert!(stage.shows("⏎ introduce datos"), "{}", stage.screen());
    assert_eq!(acts(&stage), before);
}

#[test]
fn an_odd_figure_is_taken_and_said_to_be_odd() {
    let mut stage = whole();
    stage.keys("Enter");
    stage.text("870");
    stage.keys("Enter");
    assert!(stage.shows("! 870 % en oct 26, antes 79 %: cambia al menos diez veces"), "{}", stage.screen());
    stage.keys("Esc u Right Up Enter");
    stage.text("870");
    stage.keys("Enter");
    assert!(stage.shows("! 870 % en nov 26: diez veces los 79 % anteriores o más"), "{}", stage.screen());
    stage.keys("Esc u Up Enter");
    stage.text("112");
    stage.keys("Enter");
    assert!(stage.shows("! 112 % en nov 26: ninguno anterior pasaba del 100 %"), "{}", stage.screen());
    stage.keys("Esc u Up Enter");
    stage.text("80");
    stage.keys("Enter");
    assert!(stage.shows("✓ 80 % en nov 26 · u"), "{}", stage.screen());
}

#[test]
fn deleting_on_a_cell_empties_it_and_on_the_name_deletes_the_indicator_with_its_figures() {
    let mut stage = whole();
    stage.keys("Del");
    assert!(stage.shows("otra vez vacía On-time delivery, oct 26"), "{}", stage.screen());
    stage.keys("Del");
    assert!(stage.shows("Vaciado: On-time delivery, oct 26, antes 79 %"), "{}", stage.screen());
    assert_eq!(newest(&stage, "On-time delivery"), [830_000, 860_000].map(Amount::Plain));
    stage.keys("Del Del");
    assert!(stage.shows("Aquí no se había introducido nada"), "{}", stage.screen());
    stage.keys("u Home Left Del");
    assert!(stage.shows("elimina On-time delivery con sus 11 datos"), "{}", stage.screen());
    stage.keys("Del");
    assert!(stage.shows("On-time delivery, con sus 11 datos"), "{}", stage.screen());
    assert!(stage.shows("Indicadores  2"), "{}", stage.screen());
}

#[test]
fn a_stale_indicator_has_no_pace() {
    let mut stage = stage(Lang::En, Some(2));
    let text = stage.text(MIDDLE);
    let line = text.lines().find(|l| l.contains("Days to pay")).unwrap();
    assert!(line.contains("– ?") && !line.contains("100%"), "{line}");
}

#[test]
fn an_amount_in_another_currency_is_refused_in_its_cell() {
    let mut stage = whole::Stage::of(figures(), Lang::En, Theme::Mono, MIDDLE);
    stage.keys("5 Tab Enter");
    stage.text("500 USD");
    stage.keys("Enter");
    assert!(stage.shows("Revenue is kept in EUR"), "{}", stage.screen());
}

#[test]
fn what_could_not_be_written_stands_in_its_cell_again() {
    let mut stage = whole();
    stage.keys("Enter");
    stage.text("81");
    let failed =
        cartera::domain::explain::Explain::new("figure-currency").with("name", "x").with("currency", "y");
    // The act is refused between the key and the answer.
    let effects = stage.app.update(Msg::Key(cartera::command::Key::parse("Enter").unwrap()));
    assert!(effects.iter().any(|e| matches!(e, cartera::command::Effect::Act(_))));
    stage.tell(Msg::Failed(failed));
    let screen = stage.screen();
    assert!(screen.lines().any(|l| l.contains("On-time") && l.contains("▌81")), "{screen}");
}

#[test]
fn every_size_is_drawn_whatever_is_open() {
    let mut stage = stage(Lang::En, None);
    let paste = |stage: &mut Stage| stage.with(|lens, cx| lens.pasted("1\t2\nx\t=cmd\u{1b}[31m\n", cx));
    for step in 0..4 {
        match step {
            1 => drop(stage.give(Command::Mark)),
            2 => drop(stage.give(Command::Open)),
            3 => drop(paste(&mut stage)),
            _ => {}
        }
        for (wide, high) in [(1, 6), (7, 9), (40, 12), (80, 24), (99, 25), (160, 40), (300, 100), (300, 7)] {
            stage.text((wide, high));
        }
    }
}

#[test]
fn the_line_of_a_year_speaks_of_what_was_expected_by_now() {
    let mut stage = stage(Lang::En, Some(2));
    stage.give(Command::ZoomOut);
    stage.give(Command::ZoomOut);
    stage.give(Command::Down);
    let text = stage.text(MIDDLE);
    assert!(text.contains("Complaints  2026  14  of 12 to date (of 24 in 2026)  +2  86% ◐"), "{text}");
    let row = text.lines().find(|l| l.contains("▌Complaints") || l.contains(" Complaints ")).unwrap();
    assert!(row.contains("86% ◐"), "{row}");
}

#[test]
fn zooming_there_and_back_leads_to_the_same_month() {
    let mut stage = whole();
    stage.keys("Left Left - - + +");
    assert!(stage.shows("On-time delivery  ago 26"), "{}", stage.screen());
    stage.keys("- Left + +");
    assert!(stage.shows("On-time delivery  jun 26"), "{}", stage.screen());
}

#[test]
fn the_month_to_be_entered_is_in_sight_and_targets_have_no_judgement() {
    let mut stage = stage(Lang::En, Some(2));
    for size in [SMALL, MIDDLE, LARGE] {
        let text = stage.text(size);
        assert!(text.contains("Oct 26") && text.contains("Nov 26") && text.contains("Aug 26"), "{text}");
    }
    stage.give(Command::Axis);
    let text = stage.text(SMALL);
    let row = text.lines().find(|l| l.contains("On-time")).unwrap();
    // That of the headline alone is left.
    assert_eq!(row.chars().filter(|c| matches!(c, '●' | '◐' | '○')).count(), 1, "{row}");
}

#[test]
fn a_percentage_deviates_by_points() {
    let mut stage = stage(Lang::Es, Some(2));
    assert!(stage.text(SMALL).contains("-16 ptos"), "{}", stage.text(SMALL));
    stage.give(Command::Axis);
    stage.give(Command::Axis);
    assert!(stage.text(MIDDLE).contains("On-time delivery ptos"), "{}", stage.text(MIDDLE));
}

#[test]
fn one_absurd_figure_does_not_hide_the_others() {
    let mut store = figures();
    let lost = kpi(&mut store, "Lost parcels", Some(2), Kpi::fresh());
    enter(&mut store, lost, &[(Period::Year(2026), 96.0)], target);
    enter(&mut store, lost, &months(&[7.0, 8.0, 9.0]), actual);
    let absurd = [(Period::Month(2026, 11), 8_000_000.0)];
    enter(&mut store, lost, &absurd, actual);
    let mut stage = Stage::open(LensKind::Kpis, store, Lang::En, Some(2));
    let text = stage.text(MIDDLE);
    let at = text.lines().position(|l| l.contains("Lost parcels")).unwrap();
    let rows: Vec<&str> = text.lines().skip(at).take(2).collect();
    assert!(
        rows[0].contains("8,000k ●")
            && rows[0].contains(">10× ●")
            && rows[0].contains("9 ●")
            && rows[0].contains("7 ◐"),
        "{text}"
    );
    assert!(rows[1].contains("8         8"), "{text}");
}

#[test]
fn what_is_not_saved_and_what_is_odd_have_signs_of_their_own_and_the_whole_reason_is_read() {
    let mut stage = whole();
    let text = "\tSep 26\tOct 26\r\nOn-time delivery\t845\tn/d\r\nComplaints\tmany\t\r\n";
    stage.tell(Msg::Pasted(text.to_owned()));
    stage.keys("Down");
    assert!(stage.shows("× 1 no se guardará · ! 1 se guardará, pero conviene mirarlo"), "{}", stage.screen());
    assert!(stage.shows("1 vacía, sin tocar · 1 sin dato"), "{}", stage.screen());
    let reasons = stage.screen().matches("«many» no es un número").count();
    assert_eq!(reasons, 2, "{}", stage.screen());
}

#[test]
fn a_name_of_several_accounts_means_that_of_the_cursor_or_is_refused_with_a_way_out() {
    let mut stage = whole::Stage::of(figures(), Lang::En, Theme::Mono, (200, 50));
    stage.keys("5");
    stage.click("On-time delivery");
    stage.tell(Msg::Pasted("Revenue\t5\n".to_owned()));
    assert!(stage.shows("stand on a row of the right one, or choose it with Tab"), "{}", stage.screen());
    stage.keys("Esc");
    stage.click("NPS");
    stage.tell(Msg::Pasted("Revenue\t5\n".to_owned()));
    assert!(stage.shows("Revenue  Almazara"), "{}", stage.screen());
}

#[test]
fn a_pasted_band_has_both_ends() {
    let mut stage = whole();
    stage.keys("a - -");
    stage.click("Days to pay");
    stage.tell(Msg::Pasted("25..55\n".to_owned()));
    assert!(stage.shows("25 d–55 d"), "{}", stage.screen());
    stage.keys("Enter");
    let figures = stage.outside.store.figures(Asked { scope: Some(2), ..Asked::default() }).unwrap();
    let band = figures[2].targets[&Period::Year(2026)];
    assert_eq!(band, (Amount::Plain(250_000), Some(Amount::Plain(550_000))));
    stage.tell(Msg::Pasted("25..55\n".to_owned()));
    assert!(stage.shows("1 ya estaba así"), "{}", stage.screen());
}
