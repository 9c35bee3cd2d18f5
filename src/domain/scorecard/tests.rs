use super::standing::standing;
use super::why::{why_cell, why_headline, why_landing};
use super::*;
use crate::domain::day::{day, plus_days};
use crate::domain::explain::Explain;
use crate::domain::score::{Figure, Trend};
use proptest::prelude::*;

const LAST_YEAR: [f64; 12] = [60.0, 60.0, 70.0, 80.0, 80.0, 80.0, 70.0, 40.0, 90.0, 110.0, 120.0, 140.0];
/// Eight months that add up to 640 and end in 70, 75, 80.
const THIS_YEAR: [f64; 8] = [83.0, 83.0, 83.0, 83.0, 83.0, 70.0, 75.0, 80.0];

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 0.005, "{a} is not {b}");
}

fn flow() -> Series {
    Series::new(CompanyYear::default(), Better::Higher, Nature::Flow, Frequency::Monthly)
}

fn stock() -> Series {
    Series { nature: Nature::Stock, ..flow() }
}

fn months(series: &mut Series, year: i32, figures: &[f64]) {
    let months = series.year.parts(Period::Year(year), series.frequency);
    series.actuals.extend(months.into_iter().zip(figures.iter().copied()));
}

fn target(series: &mut Series, period: Period, target: f64) {
    series.targets.insert(period, Goal::of(target));
}

/// The vector of section 7.
fn vector() -> Series {
    let mut series = flow();
    months(&mut series, 2025, &LAST_YEAR);
    months(&mut series, 2026, &THIS_YEAR);
    target(&mut series, Period::Year(2026), 1000.0);
    series
}

fn september() -> NaiveDate {
    day(2026, 9, 10)
}

fn key<T>(known: &Known<T>) -> &str {
    known.as_ref().err().map_or("known", |why| why.key.as_str())
}

#[test]
fn the_vectors_of_section_7() {
    let mut series = vector();
    let landing = series.landing(2026, september()).unwrap();
    close(*landing.by(Method::Linear).value.as_ref().unwrap(), 960.0);
    close(*landing.by(Method::Trailing).value.as_ref().unwrap(), 940.0);
    near(*landing.by(Method::Seasonal).value.as_ref().unwrap(), 1185.19);
    close(*landing.required.as_ref().unwrap(), 90.0);
    assert_eq!(landing.method, Method::Seasonal);
    close(landing.gap(960.0).unwrap(), 40.0);
    assert_eq!(landing.best_of_three, Some(80.0));
    close(standing(&series, september()).pace.unwrap().value.unwrap(), 0.96);
    series.spread = Spread::LastYear;
    near(standing(&series, september()).pace.unwrap().value.unwrap(), 1.185);
}

#[test]
fn the_pipeline_is_added_and_the_risk_stands_beside() {
    let mut series = vector();
    series.pipeline = Some(Ok(125.0));
    series.at_risk = Some(Ok(400.0));
    let landing = series.landing(2026, september()).unwrap();
    close(landing.by(Method::Linear).with_pipeline.clone().unwrap().unwrap(), 1085.0);
    close(*landing.by(Method::Linear).value.as_ref().unwrap(), 960.0);
    let (low, high) = landing.range().unwrap();
    near(low, 940.0);
    near(high, 1185.19);
    series.pipeline = Some(Err(Explain::new("money-no-rate")));
    let landing = series.landing(2026, september()).unwrap();
    assert_eq!(landing.by(Method::Linear).with_pipeline.as_ref().map(key), Some("money-no-rate"));
    assert_eq!(landing.at_risk, Some(Ok(400.0)));
}

#[test]
fn without_a_whole_last_year_three_months_are_extrapolated_and_fewer_linearly() {
    let mut series = vector();
    series.actuals.remove(&Period::Month(2025, 4));
    assert_eq!(series.landing(2026, september()).unwrap().method, Method::Trailing);
    let mut series = flow();
    months(&mut series, 2026, &[50.0]);
    let landing = series.landing(2026, day(2026, 2, 10)).unwrap();
    assert_eq!(landing.method, Method::Linear);
    assert_eq!(landing.value(), &Ok(600.0));
    assert_eq!(key(&landing.by(Method::Trailing).value), "scorecard-fewer-than-three");
    assert_eq!(key(&landing.by(Method::Seasonal).value), "scorecard-no-last-year");
    assert_eq!(key(&landing.required), "scorecard-no-target");
}

#[test]
fn a_year_that_is_over_needs_nothing_more_and_lands_where_it_is() {
    let mut series = flow();
    months(&mut series, 2025, &LAST_YEAR);
    target(&mut series, Period::Year(2025), 900.0);
    let landing = series.landing(2025, day(2026, 1, 10)).unwrap();
    assert_eq!(key(&landing.required), "scorecard-year-over");
    close(*landing.value().as_ref().unwrap(), 1000.0);
    close(landing.gap(1000.0).unwrap(), -100.0);
    assert_eq!(standing(&series, day(2026, 1, 10)).year, Period::Year(2025));
}

#[test]
fn a_stock_has_neither_pace_nor_landing() {
    let mut series = stock();
    months(&mut series, 2026, &[80.0, 90.0]);
    target(&mut series, Period::Year(2026), 95.0);
    let s = standing(&series, day(2026, 3, 5));
    assert_eq!(key(&s.pace), "scorecard-stock-no-pace");
    assert_eq!(key(&s.landing), "scorecard-stock-no-landing");
    assert_eq!(s.rag, Rag::AtRisk);
    close(*s.judged().as_ref().unwrap(), 90.0 / 95.0);
    assert_eq!(s.to_date, Ok(90.0));
    assert_eq!(s.plan, Ok(Goal::of(95.0)));
}

#[test]
fn a_flow_is_never_judged_on_the_year_s_target() {
    let mut series = flow();
    months(&mut series, 2026, &[100.0, 100.0]);
    target(&mut series, Period::Year(2026), 1200.0);
    let s = standing(&series, day(2026, 3, 5));
    assert_eq!((s.rag, s.to_date), (Rag::OnTrack, Ok(200.0)));
    assert_eq!(s.plan, Ok(Goal::of(1200.0)));
    let pace = s.pace.unwrap();
    assert_eq!((pace.as_of, pace.expected), (day(2026, 2, 28), Ok(Goal::of(200.0))));
    close(pace.passed, 2.0);
}

#[test]
fn thresholds_are_reached_exactly_and_can_be_set() {
    let mut series = stock();
    target(&mut series, Period::Year(2026), 100.0);
    for (actual, rag) in
        [(95.0, Rag::OnTrack), (94.9, Rag::AtRisk), (85.0, Rag::AtRisk), (84.9, Rag::Off), (0.0, Rag::Off)]
    {
        months(&mut series, 2026, &[actual]);
        assert_eq!(standing(&series, day(2026, 2, 1)).rag, rag, "{actual}");
    }
    months(&mut series, 2026, &[80.0]);
    (series.green, series.amber) = (0.8, 0.5);
    assert_eq!(standing(&series, day(2026, 2, 1)).rag, Rag::OnTrack);
}

#[test]
fn a_figure_too_old_is_stale_and_never_green() {
    let mut series = stock();
    months(&mut series, 2026, &[100.0, 100.0]);
    target(&mut series, Period::Year(2026), 100.0);
    // End of February, a month and a half later.
    assert_eq!(standing(&series, day(2026, 4, 15)).rag, Rag::OnTrack);
    let late = standing(&series, day(2026, 4, 16));
    assert_eq!(late.rag, Rag::Stale);
    assert_eq!(key(late.judged()), "scorecard-stale");
    assert_eq!(key(&why_headline(&series, day(2026, 4, 16)).value), "scorecard-stale");
    // A cell is judged on its own period, whenever one looks.
    assert_eq!(series.cell(Period::Month(2026, 2), day(2026, 12, 1)).rag, Rag::OnTrack);
    for (frequency, until) in
        [(Frequency::Quarterly, day(2026, 8, 15)), (Frequency::Yearly, day(2027, 9, 30))]
    {
        let series = Series { frequency, ..stock() };
        assert_eq!(series.fresh_until(day(2026, 3, 31)), until);
    }
}

#[test]
fn without_figure_or_target_there_is_a_reason_and_no_colour() {
    let today = day(2026, 3, 5);
    let mut series = flow();
    let s = standing(&series, today);
    assert_eq!(s.rag, Rag::Unknown(Explain::new("scorecard-no-actual").with("period", "2026")));
    assert_eq!(
        (key(&s.pace), key(&s.landing), key(&s.change)),
        ("scorecard-no-actual", "scorecard-no-actual", "scorecard-no-actual")
    );
    months(&mut series, 2026, &[0.0]);
    let s = standing(&series, today);
    assert_eq!(s.rag, Rag::Unknown(Explain::new("scorecard-no-target").with("period", "2026-01")));
    assert_eq!((s.to_date, key(&s.plan)), (Ok(0.0), "scorecard-no-target"));
    let empty = series.cell(Period::Month(2026, 2), today);
    assert_eq!(
        (key(&empty.actual), empty.rag),
        ("scorecard-no-actual", Rag::Unknown(Explain::new("scorecard-no-actual").with("period", "2026-02")))
    );
}

#[test]
fn a_figure_of_the_future_is_planned() {
    let mut series = flow();
    months(&mut series, 2026, &THIS_YEAR);
    assert_eq!(series.newest(day(2026, 3, 1)), Some(Period::Month(2026, 3)));
    close(series.pace(Period::Year(2026), day(2026, 3, 1)).unwrap().actual, 249.0);
    assert_eq!(key(&series.cell(Period::Month(2026, 4), day(2026, 3, 31)).actual), "scorecard-no-actual");
}

#[test]
fn targets_of_periods_win_and_a_mismatch_is_told() {
    let mut series = flow();
    target(&mut series, Period::Year(2026), 1200.0);
    close(series.goal(Period::Month(2026, 2)).unwrap().low, 100.0);
    assert_eq!(series.mismatch(Period::Year(2026)), None);
    target(&mut series, Period::Month(2026, 1), 50.0);
    close(series.goal(Period::Month(2026, 1)).unwrap().low, 50.0);
    close(series.goal(Period::Month(2026, 2)).unwrap().low, 100.0);
    close(series.goal(Period::Year(2026)).unwrap().low, 1150.0);
    let wrong = series.mismatch(Period::Year(2026)).unwrap();
    close(wrong.sum, 1150.0);
    close(wrong.whole, 1200.0);
    // A quarter's target is nearer than the year's.
    target(&mut series, Period::Quarter(2026, 2), 600.0);
    close(series.goal(Period::Month(2026, 5)).unwrap().low, 200.0);
    close(series.goal(Period::Quarter(2026, 1)).unwrap().low, 250.0);
    assert_eq!(
        key(&Series { frequency: Frequency::Quarterly, ..series }.goal(Period::Month(2026, 5))),
        "scorecard-no-target"
    );
}

#[test]
fn by_hand_only_periods_with_a_target_of_their_own_have_one() {
    let mut series = flow();
    series.spread = Spread::Hand;
    months(&mut series, 2026, &[100.0, 100.0]);
    target(&mut series, Period::Year(2026), 1200.0);
    target(&mut series, Period::Month(2026, 1), 80.0);
    assert_eq!(series.goal(Period::Year(2026)), Ok(Goal::of(1200.0)));
    let s = standing(&series, day(2026, 3, 5));
    assert_eq!(s.rag, Rag::Unknown(Explain::new("scorecard-no-target-by-hand").with("period", "2026-02")));
    assert_eq!(s.mismatch, None);
    target(&mut series, Period::Month(2026, 2), 120.0);
    assert_eq!(standing(&series, day(2026, 3, 5)).rag, Rag::OnTrack);
}

#[test]
fn a_year_spread_by_last_year_needs_all_of_it() {
    let mut series = vector();
    series.spread = Spread::LastYear;
    close(series.goal(Period::Month(2026, 8)).unwrap().low, 40.0);
    close(series.goal(Period::Quarter(2026, 4)).unwrap().low, 370.0);
    series.actuals.remove(&Period::Month(2025, 12));
    assert_eq!(
        series.goal(Period::Month(2026, 8)),
        Err(Explain::new("scorecard-no-last-year").with("period", "2025"))
    );
    assert_eq!(series.goal(Period::Year(2026)), Ok(Goal::of(1000.0)));
}

#[test]
fn fewer_complaints_than_expected_is_a_good_pace() {
    let mut series = Series { better: Better::Lower, ..flow() };
    months(&mut series, 2026, &[1.0, 1.0, 1.0, 1.0]);
    target(&mut series, Period::Year(2026), 24.0);
    let s = standing(&series, day(2026, 5, 5));
    assert_eq!((s.pace.unwrap().value, s.rag), (Ok(2.0), Rag::OnTrack));
    months(&mut series, 2026, &[0.0; 4]);
    assert_eq!(standing(&series, day(2026, 5, 5)).judged(), &Ok(2.0));
    months(&mut series, 2026, &[4.0; 4]);
    assert_eq!(standing(&series, day(2026, 5, 5)).rag, Rag::Off);
}

#[test]
fn bands_zeros_and_negatives_have_a_pace_of_their_own() {
    let mut series = flow();
    months(&mut series, 2026, &[-40.0, -10.0]);
    target(&mut series, Period::Year(2026), -600.0);
    close(*standing(&series, day(2026, 3, 5)).judged().as_ref().unwrap(), 1.5);
    target(&mut series, Period::Year(2026), 0.0);
    close(*standing(&series, day(2026, 3, 5)).judged().as_ref().unwrap(), 0.0);
    let mut series = Series { better: Better::Band, ..flow() };
    series.targets.insert(Period::Year(2026), Goal::band(120.0, 240.0));
    months(&mut series, 2026, &[15.0, 15.0]);
    close(*standing(&series, day(2026, 3, 5)).judged().as_ref().unwrap(), 1.0);
    months(&mut series, 2026, &[30.0, 30.0]);
    let s = standing(&series, day(2026, 3, 5));
    close(*s.judged().as_ref().unwrap(), 0.0);
    close(*s.landing.unwrap().required.as_ref().unwrap(), 6.0);
}

#[test]
fn a_month_without_figure_is_left_out_on_both_sides() {
    let mut series = flow();
    months(&mut series, 2026, &[100.0; 4]);
    series.actuals.remove(&Period::Month(2026, 2));
    target(&mut series, Period::Year(2026), 1200.0);
    let s = standing(&series, day(2026, 5, 5));
    let pace = s.pace.unwrap();
    assert_eq!((pace.value, pace.missing), (Ok(1.0), vec![Period::Month(2026, 2)]));
    close(s.evidence, 0.75);
    let landing = s.landing.unwrap();
    close(*landing.by(Method::Linear).value.as_ref().unwrap(), 1200.0);
    // What is needed is divided by the periods that have no figure, the missing one among them.
    close(*landing.required.as_ref().unwrap(), 100.0);
}

#[test]
fn a_computed_flow_is_judged_on_the_days_that_have_passed() {
    let mut series = Series { computed: true, ..flow() };
    months(&mut series, 2026, &[29.0, 14.0]);
    target(&mut series, Period::Month(2026, 1), 29.0);
    target(&mut series, Period::Month(2026, 2), 28.0);
    let s = standing(&series, day(2026, 2, 14));
    let pace = s.pace.clone().unwrap();
    assert_eq!((s.as_of, pace.as_of), (Ok(day(2026, 2, 14)), day(2026, 2, 14)));
    close(pace.expected.unwrap().low, 29.0 + 14.0);
    assert_eq!(s.rag, Rag::OnTrack);
    assert!(!series.cell(Period::Month(2026, 2), day(2026, 2, 14)).complete);
    // The running month is not compared with a whole one.
    assert_eq!(key(&s.change), "scorecard-no-actual");
    assert!(!series.is_stale(day(2026, 2, 14)));
}

#[test]
fn a_computed_share_of_long_ago_is_of_that_day_and_stale() {
    let mut series = Series { computed: true, ..stock() };
    target(&mut series, Period::Year(2026), 50.0);
    months(&mut series, 2026, &[60.0, 60.0, 60.0]);
    let s = standing(&series, day(2026, 11, 23));
    assert_eq!((s.as_of, s.rag), (Ok(day(2026, 3, 31)), Rag::Stale));
    // Within a month and a half it still stands.
    assert_eq!(standing(&series, day(2026, 5, 15)).rag, Rag::OnTrack);
}

#[test]
fn an_amount_without_a_rate_leaves_no_colour_that_looks_like_the_whole() {
    let why = || Explain::new("money-no-rate");
    let today = september();
    let mut series = vector();
    series.actuals.remove(&Period::Month(2026, 3));
    series.unknown.insert(Period::Month(2026, 3), why());
    let s = standing(&series, today);
    assert_eq!(s.rag, Rag::Unknown(why()));
    assert_eq!(
        (key(&s.pace), key(&s.landing), key(&s.to_date)),
        ("money-no-rate", "money-no-rate", "money-no-rate")
    );
    assert_eq!(series.cell(Period::Month(2026, 3), today).rag, Rag::Unknown(why()));
    assert!(matches!(series.cell(Period::Month(2026, 4), today).rag, Rag::OnTrack | Rag::AtRisk | Rag::Off));

    // The newest one being unknown, an older one is not taken for it.
    let mut series = stock();
    months(&mut series, 2026, &[100.0; 8]);
    target(&mut series, Period::Year(2026), 100.0);
    series.unknown.insert(Period::Month(2026, 9), why());
    assert_eq!(standing(&series, today).rag, Rag::Unknown(why()));

    // Of the season that the target is spread by.
    let mut series = vector();
    series.spread = Spread::LastYear;
    series.actuals.remove(&Period::Month(2025, 5));
    series.unknown.insert(Period::Month(2025, 5), why());
    assert_eq!(standing(&series, today).rag, Rag::Unknown(why()));
    series.spread = Spread::Calendar;
    assert_eq!(standing(&series, today).rag, Rag::OnTrack);
    assert_eq!(key(&series.landing(2026, today).unwrap().by(Method::Seasonal).value), "money-no-rate");
}

#[test]
fn a_target_without_a_rate_does_not_become_the_share_of_the_year() {
    let why = || Explain::new("money-no-rate");
    let mut series = vector();
    series.unknown_targets.insert(Period::Month(2026, 2), why());
    let s = standing(&series, september());
    assert_eq!((s.rag, s.plan), (Rag::Unknown(why()), Err(why())));
    assert_eq!(key(&s.landing.unwrap().required), "money-no-rate");
    let mut series = flow();
    months(&mut series, 2026, &THIS_YEAR);
    series.unknown_targets.insert(Period::Year(2026), why());
    assert_eq!(standing(&series, september()).rag, Rag::Unknown(why()));
}

#[test]
fn a_share_that_still_fills_is_judged_on_the_last_whole_period() {
    let mut series = Series { computed: true, filling: true, frequency: Frequency::Quarterly, ..stock() };
    target(&mut series, Period::Year(2026), 90.0);
    for (quarter, met) in [(1, 80.0), (2, 100.0), (3, 95.0), (4, 0.0)] {
        series.actuals.insert(Period::Quarter(2026, quarter), met);
    }
    let first_day = day(2026, 10, 1);
    let s = standing(&series, first_day);
    assert_eq!((s.rag, s.newest), (Rag::OnTrack, Some((Period::Quarter(2026, 3), 95.0))));
    assert_eq!(s.change.map(|c| (c.now, c.before)), Ok((95.0, 100.0)));
    // Its own cell has the figure and no colour; that of the year has the last whole quarter.
    let running = series.cell(Period::Quarter(2026, 4), first_day);
    assert_eq!((running.actual, key(&running.attainment)), (Ok(0.0), "scorecard-running"));
    assert_eq!(series.cell(Period::Year(2026), first_day).actual, Ok(95.0));
    assert_eq!(standing(&series, day(2026, 12, 31)).rag, Rag::Off);
    series.actuals.retain(|period, _| *period == Period::Quarter(2026, 4));
    assert_eq!(key(standing(&series, first_day).judged()), "scorecard-running");
}

#[test]
fn why_a_computed_share_is_not_known_is_said() {
    let mut series = Series { computed: true, ..stock() };
    for month in 1..=9 {
        series.unknown.insert(Period::Month(2026, month), Explain::new("scorecard-no-messages"));
    }
    let s = standing(&series, september());
    assert_eq!(s.rag, Rag::Unknown(Explain::new("scorecard-no-messages")));
    // Nothing counted is no hole in a figure of before.
    months(&mut series, 2026, &[50.0; 8]);
    target(&mut series, Period::Year(2026), 50.0);
    assert_eq!(standing(&series, september()).rag, Rag::OnTrack);
}

#[test]
fn half_of_a_leap_february_is_its_14th_and_a_half() {
    let series = Series { computed: true, ..flow() };
    close(series.elapsed(Period::Month(2028, 2), day(2028, 2, 29)), 1.0);
    close(series.elapsed(Period::Month(2028, 2), day(2028, 2, 28)), 28.0 / 29.0);
    close(series.elapsed(Period::Month(2027, 2), day(2027, 2, 28)), 1.0);
    close(series.elapsed(Period::Year(2028), day(2028, 12, 30)), 365.0 / 366.0);
    close(flow().elapsed(Period::Month(2028, 2), day(2028, 2, 1)), 1.0);
}

#[test]
fn a_shifted_year_begins_with_its_own_first_month() {
    let mut series = Series { year: CompanyYear::starting(4), ..flow() };
    months(&mut series, 2025, &LAST_YEAR);
    months(&mut series, 2026, &THIS_YEAR);
    target(&mut series, Period::Year(2026), 1000.0);
    assert_eq!(series.actual(Period::Month(2026, 4)), Some(83.0));
    let s = standing(&series, day(2026, 12, 10));
    assert_eq!((s.year, s.as_of), (Period::Year(2026), Ok(day(2026, 11, 30))));
    let landing = s.landing.unwrap();
    close(*landing.by(Method::Linear).value.as_ref().unwrap(), 960.0);
    near(*landing.by(Method::Seasonal).value.as_ref().unwrap(), 1185.19);
    close(s.pace.unwrap().value.unwrap(), 0.96);
}

#[test]
fn a_quarter_adds_up_a_flow_and_takes_the_newest_of_a_stock() {
    let mut series = vector();
    let quarter = series.cell(Period::Quarter(2026, 3), september());
    assert_eq!((quarter.actual, quarter.complete), (Ok(155.0), false));
    close(quarter.target.unwrap().low, 250.0);
    close(quarter.expected.unwrap().low, 250.0 / 3.0 * 2.0);
    close(quarter.deviation.unwrap(), 155.0 - 250.0 / 3.0 * 2.0);
    assert_eq!(quarter.rag, Rag::AtRisk);
    let whole = series.cell(Period::Year(2025), september());
    assert_eq!((whole.actual, whole.complete, key(&whole.target)), (Ok(1000.0), true, "scorecard-no-target"));
    series.nature = Nature::Stock;
    target(&mut series, Period::Month(2026, 8), 160.0);
    let quarter = series.cell(Period::Quarter(2026, 3), september());
    assert_eq!((quarter.actual, quarter.target, quarter.ratio), (Ok(80.0), Ok(Goal::of(160.0)), Some(0.5)));
}

#[test]
fn what_is_printed_is_actual_over_target_where_that_exists() {
    let mut series = Series { better: Better::Lower, ..stock() };
    months(&mut series, 2026, &[52.0]);
    target(&mut series, Period::Year(2026), 45.0);
    let (today, january) = (day(2026, 2, 1), Period::Month(2026, 1));
    let s = standing(&series, today);
    close(s.printed().clone().unwrap(), 52.0 / 45.0);
    close(series.cell(january, today).printed.unwrap(), 52.0 / 45.0);
    close(*s.judged().as_ref().unwrap(), 45.0 / 52.0);
    // Of nothing, and of a band, what it reaches.
    target(&mut series, Period::Year(2026), 0.0);
    close(standing(&series, today).printed().clone().unwrap(), 0.0);
    series.better = Better::Band;
    series.targets.insert(Period::Year(2026), Goal::band(50.0, 60.0));
    close(series.cell(january, today).printed.unwrap(), 1.0);
    // A flow has its pace.
    close(standing(&vector(), september()).printed().clone().unwrap(), 0.96);
}

#[test]
fn newly_red_is_the_first_period_off_track() {
    let mut series = stock();
    target(&mut series, Period::Year(2026), 100.0);
    months(&mut series, 2026, &[100.0, 100.0, 60.0]);
    let s = standing(&series, day(2026, 4, 2));
    assert_eq!((s.off_for, s.worse()), (1, true));
    months(&mut series, 2026, &[100.0, 70.0, 60.0]);
    assert_eq!(standing(&series, day(2026, 4, 2)).off_for, 2);
    months(&mut series, 2026, &[100.0, 70.0, 100.0]);
    assert_eq!(standing(&series, day(2026, 4, 2)).off_for, 0);
}

#[test]
fn worse_follows_the_direction_and_small_changes_are_none() {
    let mut series = stock();
    let mut change = |better, figures: &[f64]| {
        series.better = better;
        series.targets.insert(Period::Year(2026), Goal::band(50.0, 60.0));
        months(&mut series, 2026, figures);
        standing(&series, day(2026, 3, 2)).change.map(|c| (c.trend, c.worse))
    };
    assert_eq!(change(Better::Higher, &[100.0, 90.0]), Ok((Trend::Down, true)));
    assert_eq!(change(Better::Lower, &[100.0, 90.0]), Ok((Trend::Down, false)));
    assert_eq!(change(Better::Lower, &[90.0, 100.0]), Ok((Trend::Up, true)));
    assert_eq!(change(Better::Higher, &[100.0, 99.5]), Ok((Trend::Flat, false)));
    assert_eq!(change(Better::Band, &[62.0, 40.0]), Ok((Trend::Down, true)));
    assert_eq!(change(Better::Band, &[62.0, 58.0]), Ok((Trend::Down, false)));
}

#[test]
fn a_score_shows_what_it_was_made_of() {
    let mut series = vector();
    series.pipeline = Some(Ok(125.0));
    let why = why_headline(&series, september());
    assert_eq!(why.formula.key, "scorecard-formula-pace-higher");
    close(why.amount().unwrap(), 0.96);
    let [to_date, expected, passed] = why.parts.as_slice() else { panic!("{:?}", why.parts) };
    assert_eq!((to_date.inputs.len(), expected.inputs.len()), (8, 8));
    assert_eq!(to_date.value, Ok(Figure::Measured(640.0)));
    close(passed.value.as_ref().unwrap().amount().unwrap(), 8.0 / 12.0);
    let landing = why_landing(&series.landing(2026, september()).unwrap());
    assert_eq!((landing.formula.key.as_str(), landing.parts.len()), ("scorecard-formula-seasonal", 7));
    let cell = why_cell(&series, Period::Month(2026, 8), september());
    close(cell.amount().unwrap(), 0.96);
    let empty = why_cell(&Series { nature: Nature::Stock, ..flow() }, Period::Month(2026, 8), september());
    assert_eq!((key(&empty.value), empty.evidence), ("scorecard-no-actual", 0.0));
}

/// A series of the last two years with holes, and the day on which it is looked at.
fn any_series() -> impl Strategy<Value = (Series, NaiveDate)> {
    let figure = || proptest::option::of(-500.0..2000.0_f64);
    let figures = proptest::collection::vec(figure(), 24);
    let goals = proptest::collection::vec(figure(), 25);
    let shape = (1..13_i64, 0..3_usize, 0..2_usize, 0..3_usize, 0..3_usize, any::<bool>());
    (figures, goals, shape, 0..760_i64).prop_map(|(figures, goals, shape, at)| {
        let (start, better, nature, frequency, spread, computed) = shape;
        let year = CompanyYear::starting(start);
        let (better, nature) = (Better::ALL[better], Nature::ALL[nature]);
        let mut series = Series::new(year, better, nature, Frequency::ALL[frequency]);
        series.spread = Spread::ALL[spread];
        series.computed = computed;
        let first = year.at(year.first_day(Period::Year(2025)), series.frequency);
        for (i, (actual, goal)) in (0..).zip(figures.iter().zip(&goals)) {
            let period = year.after(first, i);
            series.actuals.extend(actual.map(|a| (period, a)));
            series.targets.extend(goal.map(|g| (period, Goal::band(g, g + 10.0))));
        }
        series.targets.extend(goals.last().copied().flatten().map(|g| (Period::Year(2026), Goal::of(g))));
        (series, plus_days(day(2025, 1, 1), at))
    })
}

proptest! {
    #[test]
    fn a_constant_flow_lands_exactly_by_every_method(each in 0.5..1e6_f64, n in 1..13_usize, start in 1..13_i64) {
        let mut series = Series { year: CompanyYear::starting(start), ..flow() };
        months(&mut series, 2025, &[each; 12]);
        months(&mut series, 2026, &vec![each; n]);
        let landing = series.landing(2026, series.year.last_day(Period::Year(2026))).unwrap();
        for forecast in &landing.forecasts {
            if let Ok(value) = forecast.value {
                prop_assert!((value - each * 12.0).abs() <= each * 1e-9, "{:?}", forecast);
            }
        }
        prop_assert!(landing.by(Method::Linear).value.is_ok());
    }

    #[test]
    fn a_better_actual_never_lowers_the_pace((series, today) in any_series(), more in 0.0..500.0_f64) {
        let mut better = Series { nature: Nature::Flow, ..series };
        let judged = |s: &Series| standing(s, today).judged().clone();
        let before = judged(&better);
        let Some(newest) = better.newest(today) else { return Ok(()) };
        let sign = match better.better {
            Better::Higher => 1.0,
            Better::Lower => -1.0,
            Better::Band => return Ok(()),
        };
        if let Some(actual) = better.actuals.get_mut(&newest) {
            *actual += sign * more;
        }
        if let (Ok(before), Ok(after)) = (before, judged(&better)) {
            prop_assert!(after >= before - 1e-9, "{before} became {after}");
        }
    }

    #[test]
    fn evidence_never_exceeds_one_and_every_unknown_has_its_reason((series, today) in any_series()) {
        let s = standing(&series, today);
        prop_assert!((0.0..=1.0).contains(&s.evidence));
        prop_assert!(s.judged().as_ref().is_ok_and(|v| v.is_finite()) || key(s.judged()).starts_with("scorecard-"));
        let why = why_headline(&series, today);
        prop_assert!((0.0..=1.0).contains(&why.evidence));
        if let Ok(landing) = &s.landing {
            prop_assert!(landing.forecasts.iter().filter_map(|f| f.value.as_ref().ok()).all(|v| v.is_finite()));
            prop_assert!((0.0..=1.0).contains(&why_landing(landing).evidence));
        }
        if let Rag::Unknown(why) = &s.rag {
            prop_assert_eq!(Err(why.clone()), s.judged().clone());
        }
    }
}
