//! The two lines above the chart: which year or month, and in it which month or week.
use chrono::{Datelike, NaiveDate};

use crate::domain::gantt::{Scale, Unit, Zoom};
use crate::lang::day;
use crate::lang::value::Context;

/// Words with the cell in which they begin.
pub type Heads = Vec<(usize, String)>;

/// Columns of the name of a month and a blank behind it.
const MONTH: usize = 4;

/// The coarse line and the fine one below it; a name that has no room before the next one is left out.
pub fn lines(scale: &Scale, zoom: Zoom, cx: &Context<'_>) -> [Heads; 2] {
    let (coarse, fine) = units(scale, zoom);
    let year = |day: NaiveDate| format!("{:04}", day.year());
    let month = |day: NaiveDate| day::month_short(day.month(), cx.words);
    let above = |day: NaiveDate| match coarse {
        Unit::Month => format!("{} {}", month(day), year(day)),
        Unit::Week | Unit::Quarter | Unit::Year => year(day),
    };
    let below = |day: NaiveDate| match fine {
        Unit::Week => day.day().to_string(),
        Unit::Month | Unit::Quarter => month(day),
        Unit::Year => year(day),
    };
    [fitting(scale, coarse, above), fitting(scale, fine, below)]
}

/// Quarters are told month by month where their names have room.
fn units(scale: &Scale, zoom: Zoom) -> (Unit, Unit) {
    let (coarse, fine) = zoom.units();
    let months = scale.ticks(Unit::Month);
    let roomy = months.iter().skip(1).zip(months.iter().skip(2)).all(|(one, next)| next.0 - one.0 >= MONTH);
    if fine == Unit::Quarter && roomy { (coarse, Unit::Month) } else { (coarse, fine) }
}

fn fitting(scale: &Scale, unit: Unit, word: impl Fn(NaiveDate) -> String) -> Heads {
    let ticks = scale.ticks(unit);
    let ends = ticks.iter().skip(1).map(|tick| tick.0).chain([scale.cells + 1]);
    let heads = ticks.iter().zip(ends).map(|((cell, day), end)| (*cell, word(*day), end));
    heads
        .filter(|(cell, word, end)| cell + word.chars().count() < *end)
        .map(|(cell, word, _)| (cell, word))
        .collect()
}

/// A line of heads as a text.
pub fn written(heads: &Heads, cells: usize) -> String {
    let mut line = String::new();
    for (cell, word) in heads {
        let taken = line.chars().count();
        line.push_str(&" ".repeat(cell.saturating_sub(taken)));
        line.push_str(word);
    }
    line.chars().take(cells).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::day;
    use crate::domain::directory::Directory;
    use crate::lang::{Lang, Words};

    fn drawn(zoom: Zoom, first: NaiveDate, per: i64, cells: usize, lang: Lang) -> [String; 2] {
        let (words, directory) = (Words::new(lang), Directory::default());
        let cx = Context { words: &words, today: day(2026, 11, 23), directory: &directory, scope: None };
        let scale = Scale { first, per, cells };
        lines(&scale, zoom, &cx).map(|heads| written(&heads, cells))
    }

    #[test]
    fn the_heads_name_years_months_and_weeks_without_touching_each_other() {
        let [years, months] = drawn(Zoom::Quarter, day(2026, 7, 1), 7, 60, Lang::En);
        assert_eq!(years, "2026                      2027");
        assert_eq!(months, "Jul Aug Sep  Oct Nov Dec  Jan Feb Mar  Apr May Jun  Jul Aug");
        let [_, quarters] = drawn(Zoom::Quarter, day(2026, 7, 1), 11, 50, Lang::Es);
        assert_eq!(quarters, "jul     oct     ene     abr      jul     oct");
        let [months, weeks] = drawn(Zoom::Week, day(2026, 11, 23), 1, 20, Lang::En);
        assert_eq!((months.as_str(), weeks.as_str()), ("        Dec 2026", "23     30     7"));
    }
}
