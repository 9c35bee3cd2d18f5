//! Drawings as figures and tables: for the terminal, for Markdown and for a spreadsheet. Everything that is to be read on a drawing
//! stands in them too.
use super::block::{Block, Cell, Column, Figure, Table, Tone};
use super::picture::{Cone, Gantt, Gauge, Lane, Map, Org, Pareto, Picture, Plot, Trend};
use super::plain::gauge;
use crate::lang::{Lang, number};

/// Columns of a bar made of signs.
const BAR: usize = 16;
/// Columns of the time of a Gantt chart.
const TIME: usize = 36;
/// Places of a map in each direction.
const PLACES: usize = 5;

/// The blocks with drawings as what is to be read on them; a new page is nothing here.
pub fn spelled(of: &[Block], lang: Lang) -> Vec<Block> {
    let one = |block: &Block| match block {
        Block::Picture(of) => blocks(of, Some(lang)),
        Block::Break => Vec::new(),
        Block::Heading { .. }
        | Block::Paragraph(_)
        | Block::Callout(..)
        | Block::Figures(_)
        | Block::Table(_) => vec![block.clone()],
    };
    of.iter().flat_map(one).collect()
}

/// The drawing as blocks: its title, what is to be seen, and the figures of it. Where the language is not known, what bars come to is
/// only drawn.
pub fn blocks(picture: &Picture, lang: Option<Lang>) -> Vec<Block> {
    let mut blocks = head(picture);
    match &picture.plot {
        Plot::Gauge(of) => blocks.push(Block::Figures(gauge_of(of, &picture.title))),
        Plot::Trend(of) => blocks.push(Block::Table(trend(of))),
        Plot::Cone(of) => blocks.push(Block::Table(cone(of))),
        Plot::Pareto(of) => blocks.push(Block::Table(pareto(of, lang))),
        Plot::Gantt(of) => blocks.push(Block::Table(gantt(of))),
        Plot::Map(of) => {
            blocks.push(Block::Table(map(of)));
            blocks.extend((!of.unplaced.is_empty()).then(|| Block::Paragraph(of.unplaced.clone())));
        }
        Plot::Org(of) => blocks.push(Block::Table(org(of))),
    }
    blocks
}

/// The title of a drawing and what is to be seen on it.
pub fn head(picture: &Picture) -> Vec<Block> {
    let mut blocks = vec![Block::subheading(&picture.title)];
    if !picture.alt.is_empty() && picture.alt != picture.title {
        blocks.push(Block::Paragraph(picture.alt.clone()));
    }
    blocks
}

/// Where a share stands among so many places.
fn place(share: f64, places: usize) -> usize {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let last = u32::try_from(places.saturating_sub(1)).unwrap_or(u32::MAX);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to the last place")]
    let at = (share * f64::from(last)).round() as usize;
    at
}

/// The sign of a meaning, so that nobody depends on its colour.
const fn sign(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "●",
        Tone::Warn => "◐",
        Tone::Bad => "○",
        Tone::Text | Tone::Muted | Tone::Heading | Tone::Accent => "",
    }
}

/// Words after the sign of what they mean.
fn signed(tone: Tone, words: &str) -> String {
    let parts = [sign(tone), words];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The whole under the name of the drawing, then its parts.
fn gauge_of(of: &Gauge, title: &str) -> Vec<Figure> {
    let one = |label: &str, share: Option<f64>, said: &str, tone: Tone| {
        let figure = Figure::new(label, signed(tone, said)).tone(tone);
        match share {
            Some(share) if share.is_finite() => figure.gauge(share),
            Some(_) | None => figure,
        }
    };
    let whole = one(title, of.share, &of.said, of.tone);
    std::iter::once(whole).chain(of.parts.iter().map(|p| one(&p.label, p.share, &p.said, p.tone))).collect()
}

/// Values as bars against the largest of them and of the targets.
fn trend(of: &Trend) -> Table {
    let all = of.points.iter().flat_map(|p| p.value.into_iter().chain(p.target));
    let most = all.filter(|v| v.is_finite()).fold(0.0, f64::max);
    let goals = of.points.iter().any(|p| !p.goal.is_empty());
    let mut table = Table::new(vec![
        Column::short(""),
        Column::number(&of.actual),
        Column::number(if goals { of.target.as_str() } else { "" }),
        Column::short("").leaving(1),
    ]);
    let newest = of.points.iter().rposition(|p| p.value.is_some());
    for (at, point) in of.points.iter().enumerate() {
        let tone = if newest == Some(at) { of.tone } else { Tone::Text };
        let bar = point.value.filter(|v| most > 0.0 && v.is_finite()).map(|v| gauge(v / most, BAR));
        let said = if point.said.is_empty() { "–" } else { &point.said };
        table.push(
            None,
            vec![
                point.label.as_str().into(),
                Cell::toned(signed(tone, said), tone),
                point.goal.as_str().into(),
                bar.unwrap_or_default().into(),
            ],
        );
    }
    if !of.target.is_empty() && !goals {
        table.below(of.target.clone());
    }
    table
}

fn cone(of: &Cone) -> Table {
    let mut table = Table::new(vec![Column::short(""), Column::number("")]);
    for point in of.points.iter().filter(|p| p.value.is_some()) {
        table.push(None, vec![point.label.as_str().into(), point.said.as_str().into()]);
    }
    let [low, likely, high] = &of.ends;
    let ends = [(&high.1, Tone::Muted), (&likely.1, of.tone), (&low.1, Tone::Muted)];
    for ((said, tone), end) in ends.into_iter().zip(["┌", "├", "└"]) {
        table.push(None, vec![end.into(), Cell::toned(signed(tone, said), tone)]);
    }
    if let Some((_, said)) = &of.target {
        table.below(said.clone());
    }
    table
}

fn pareto(of: &Pareto, lang: Option<Lang>) -> Table {
    let mut table = Table::new(vec![
        Column::text(""),
        Column::number(&of.measure),
        Column::number(&of.line),
        Column::short("").leaving(1),
        Column::short(""),
    ]);
    for bar in &of.bars {
        let tone = if bar.marked { Tone::Accent } else { Tone::Text };
        #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
        let tenths = (bar.cumulative.clamp(0.0, 10.0) * 1000.0).round() as i64;
        table.push(
            None,
            vec![
                Cell::toned(bar.label.as_str(), tone),
                bar.said.as_str().into(),
                lang.map(|lang| number::show_tenths_percent(lang, tenths)).unwrap_or_default().into(),
                gauge(bar.cumulative, BAR).into(),
                bar.class.as_str().into(),
            ],
        );
    }
    table
}

/// Time as a line of signs, the milestones in it and named below.
fn gantt(of: &Gantt) -> Table {
    let mut head = String::new();
    for tick in &of.ticks {
        let (at, taken) = (place(tick.at, TIME), head.chars().count());
        if at >= taken && at + tick.label.chars().count() <= TIME {
            head.push_str(&" ".repeat(at - taken));
            head.push_str(&tick.label);
            head.push(' ');
        }
    }
    let mut table =
        Table::new(vec![Column::text(""), Column::short(head.trim_end()), Column::short("").leaving(1)]);
    for lane in &of.lanes {
        let indent = "  ".repeat(usize::from(lane.level));
        let tone = if lane.level == 0 { Tone::Heading } else { Tone::Text };
        table.push(
            None,
            vec![
                Cell::toned(format!("{indent}{}", lane.label), tone),
                Cell::toned(time(lane, of.today.as_ref().map(|t| t.at)), lane.tone),
                Cell::toned(signed(lane.tone, &lane.note), lane.tone),
            ],
        );
        let marks = lane.marks.iter().map(|m| format!("{} {}", if m.done { "◆" } else { "◇" }, m.label));
        table.below(marks.collect::<Vec<_>>().join(" · "));
    }
    table
}

fn time(lane: &Lane, today: Option<f64>) -> String {
    let mut cells = vec!['·'; TIME];
    let mut put = |at: usize, sign: char| {
        if let Some(cell) = cells.get_mut(at) {
            *cell = sign;
        }
    };
    if let Some(bar) = lane.bar {
        let (from, until) = (place(bar.from, TIME), place(bar.until, TIME));
        let done = bar.done.map_or(0, |done| place(done, until.saturating_sub(from) + 2));
        for at in from..=until {
            put(at, if at < from + done { '█' } else { '░' });
        }
    }
    if let Some(today) = today {
        put(place(today, TIME), '│');
    }
    for mark in &lane.marks {
        put(place(mark.at, TIME), if mark.done { '◆' } else { '◇' });
    }
    cells.into_iter().collect()
}

/// One a row, who weighs most first: the attitude as a place on a line, the weight as so many of five.
fn map(of: &Map) -> Table {
    let [across, low, high] = &of.across;
    let [up, ..] = &of.up;
    let mut table = Table::new(vec![
        Column::text(""),
        Column::text("").leaving(1),
        Column::short(format!("{across}: {low} … {high}")),
        Column::short(up.as_str()),
    ]);
    let mut dots: Vec<_> = of.dots.iter().collect();
    dots.sort_by(|a, b| b.up.total_cmp(&a.up).then(b.across.total_cmp(&a.across)));
    for dot in dots {
        let (across, up) = (place(dot.across, PLACES), place(dot.up, PLACES));
        let line = (0..PLACES).map(|at| if at == across { '■' } else { '·' });
        let weight = (0..PLACES).map(|at| if at <= up { '■' } else { '□' });
        table.push(
            None,
            vec![
                Cell::toned(signed(dot.tone, &dot.label), dot.tone),
                Cell::toned(dot.note.as_str(), Tone::Muted),
                line.collect::<String>().into(),
                weight.collect::<String>().into(),
            ],
        );
    }
    table
}

/// A tree: two blanks a step.
fn org(of: &Org) -> Table {
    let mut table = Table::new(vec![Column::text(""), Column::text("").leaving(1)]);
    let mut depths: Vec<usize> = Vec::new();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); of.boxes.len()];
    let mut tops = Vec::new();
    for (at, one) in of.boxes.iter().enumerate() {
        let boss = one.boss.filter(|boss| *boss < at);
        depths.push(boss.and_then(|boss| depths.get(boss)).map_or(0, |depth| depth + 1));
        match boss.and_then(|boss| below.get_mut(boss)) {
            Some(below) => below.push(at),
            None => tops.push(at),
        }
    }
    let mut next: Vec<usize> = tops.into_iter().rev().collect();
    while let Some(at) = next.pop() {
        next.extend(below.get(at).into_iter().flatten().rev());
        let Some((one, depth)) = of.boxes.get(at).zip(depths.get(at)) else { continue };
        let tone = if one.vacant { Tone::Muted } else { one.tone };
        let name = format!("{}{}", "  ".repeat(*depth), signed(one.tone, &one.label));
        table.push(None, vec![Cell::toned(name, tone), Cell::toned(one.note.as_str(), Tone::Muted)]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::picture::{Bar, Dot, Mark, OrgBox, ParetoBar, Part, Point, Tick};
    use crate::report::plain::render;

    fn shown(plot: Plot) -> String {
        let picture = Picture { title: "T".into(), alt: "A".into(), plot };
        render(&blocks(&picture, Some(Lang::En)), Some(80))
    }

    #[test]
    fn a_gauge_tells_its_parts_and_what_is_not_known() {
        let part = Part { label: "KPIs".into(), share: Some(0.5), said: "50".into(), tone: Tone::Warn };
        let none = Part { label: "Plan".into(), share: None, said: "–".into(), tone: Tone::Muted };
        let gauge = Gauge { share: Some(0.82), said: "82".into(), tone: Tone::Good, parts: vec![part, none] };
        let text = shown(Plot::Gauge(gauge));
        assert_eq!(text, "T\nA\n\nT     ████████░░  ● 82\nKPIs  █████░░░░░  ◐ 50\nPlan  –\n");
    }

    #[test]
    fn a_trend_tells_every_period_and_its_target() {
        let point = |label: &str, value: Option<f64>| Point {
            label: label.into(),
            value,
            said: value.map(|v| v.to_string()).unwrap_or_default(),
            target: Some(100.0),
            goal: String::new(),
        };
        let points = vec![point("Oct", Some(50.0)), point("Nov", None), point("Dec", Some(100.0))];
        let trend = Trend { points, actual: "Actual".into(), target: "Target 100".into(), tone: Tone::Bad };
        let text = shown(Plot::Trend(trend));
        assert!(text.contains("Oct      50  ████████░░░░░░░░"), "{text}");
        assert!(text.contains("Nov       –"), "{text}");
        assert!(text.contains("Dec   ○ 100"), "{text}");
        assert!(text.ends_with("  Target 100\n"), "{text}");
    }

    #[test]
    fn targets_in_words_have_a_column() {
        let point = Point { value: Some(50.0), said: "50".into(), goal: "60".into(), ..Point::default() };
        let trend =
            Trend { points: vec![point], actual: "Is".into(), target: "Goal".into(), tone: Tone::Text };
        let text = shown(Plot::Trend(trend));
        assert!(text.ends_with("Is  Goal\n50    60  ████████████████\n"), "{text}");
    }

    #[test]
    fn a_cone_tells_what_was_reached_and_its_ends_from_above() {
        let point = Point { label: "Q1".into(), value: Some(10.0), said: "10 k".into(), ..Point::default() };
        let ends = [(30.0, "30 k low".into()), (40.0, "40 k likely".into()), (50.0, "50 k high".into())];
        let cone =
            Cone { points: vec![point], ends, target: Some((45.0, "Target 45 k".into())), tone: Tone::Good };
        let text = shown(Plot::Cone(cone));
        let order = ["10 k", "50 k high", "● 40 k likely", "30 k low", "Target 45 k"];
        assert!(order.windows(2).all(|w| text.find(w[0]).unwrap() < text.find(w[1]).unwrap()), "{text}");
    }

    #[test]
    fn bars_of_a_pareto_chart_tell_what_they_come_to() {
        let bar = |label: &str, cumulative: f64| ParetoBar {
            label: label.into(),
            value: 1.0,
            said: "1 M".into(),
            cumulative,
            class: "A".into(),
            marked: false,
        };
        let bars = vec![bar("Almazara", 0.52), bar("Arce", 1.0)];
        let text = shown(Plot::Pareto(Pareto { bars, measure: "Revenue".into(), line: "Up to".into() }));
        assert!(text.contains("52.0%") && text.contains("100.0%"), "{text}");
    }

    #[test]
    fn a_plan_has_its_bars_and_names_its_milestones() {
        let mark = Mark { at: 1.0, label: "Sign-off 4 Dec".into(), done: false, tone: Tone::Bad };
        let bar = Bar { from: 0.0, until: 0.5, done: Some(0.5) };
        let lane = Lane {
            label: "Pilot".into(),
            note: "Ana".into(),
            level: 1,
            bar: Some(bar),
            marks: vec![mark],
            tone: Tone::Warn,
        };
        let ticks = vec![Tick { at: 0.0, label: "2026".into() }, Tick { at: 0.5, label: "2027".into() }];
        let today = Some(Tick { at: 0.25, label: "today".into() });
        let text = shown(Plot::Gantt(Gantt { ticks, today, lanes: vec![lane] }));
        assert!(text.contains("2026              2027"), "{text}");
        assert!(text.contains("  Pilot  █████████│░░░░░░░░"), "{text}");
        assert!(text.contains("◇  ◐ Ana") && text.contains("◇ Sign-off 4 Dec"), "{text}");
    }

    #[test]
    fn people_stand_in_their_place_and_below_their_boss() {
        let dot = |label: &str, across: f64, up: f64| Dot {
            label: label.into(),
            note: String::new(),
            across,
            up,
            tone: Tone::Good,
        };
        let words = |a: &str, b: &str, c: &str| [a.to_owned(), b.to_owned(), c.to_owned()];
        let map = Map {
            across: words("stance", "against", "for"),
            up: words("influence", "1", "5"),
            dots: vec![dot("Ana", 1.0, 1.0), dot("Eva", 1.0, 1.0)],
            unplaced: "Luis".into(),
        };
        let text = shown(Plot::Map(map));
        assert!(
            text.contains("● Ana  ····■") && text.contains("● Eva") && text.ends_with("Luis\n"),
            "{text}"
        );
        let one =
            |label: &str, boss: Option<usize>| OrgBox { label: label.into(), boss, ..OrgBox::default() };
        let boxes =
            vec![one("Top", None), one("Alone", Some(9)), one("Below", Some(0)), one("Self", Some(3))];
        let text = shown(Plot::Org(Org { boxes }));
        assert!(text.contains("Top\n  Below\nAlone\nSelf\n"), "{text}");
    }
}
