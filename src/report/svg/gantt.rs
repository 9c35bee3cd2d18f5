//! What is done when: a name, a bar and milestones a row, one or several sheets of them.
use super::measure::Font;
use super::scale::share;
use super::scene::{Area, Ink, Scene, Shape, Stand, Style, has_sign};
use crate::report::block::Tone;
use crate::report::picture::{Gantt, Lane, Mark};
use crate::report::plain::one_line;

/// A sheet is not higher, so that it fits a page.
const HIGHEST: f64 = 980.0;
/// Height of a bar.
const BAR: f64 = 11.0;
/// Height of a line of words.
const LINE: f64 = 14.0;
/// Height of the two lines above the rows.
const HEAD: f64 = 40.0;

/// Where names and bars stand.
#[derive(Debug, Clone, Copy)]
struct Columns {
    /// Width of the names; they stand above the bars where this is the whole width.
    name: f64,
    /// Where time begins.
    from: f64,
    /// How wide it is.
    wide: f64,
    /// The names stand above their bars.
    above: bool,
}

impl Columns {
    fn of(gantt: &Gantt, wide: f64) -> Self {
        if wide < 500.0 {
            return Self { name: wide, from: 6.0, wide: wide - 12.0, above: true };
        }
        let widest = |lane: &Lane| {
            let note = if lane.note.is_empty() { 0.0 } else { Style::SMALL.font.width(&lane.note) + 10.0 };
            indent(lane) + font(lane).width(&lane.label) + note + 14.0
        };
        let name = gantt.lanes.iter().map(widest).fold(120.0, f64::max).min(wide * 0.42);
        Self { name, from: name + 18.0, wide: wide - name - 24.0, above: false }
    }

    fn at(self, place: f64) -> f64 {
        self.from + self.wide * share(place)
    }
}

/// The chart in a width, on as many sheets as it needs.
pub fn draw(gantt: &Gantt, wide: f64) -> Vec<Scene> {
    let columns = Columns::of(gantt, wide);
    let mut sheets: Vec<Vec<(&Lane, Vec<Placed<'_>>, f64)>> = vec![Vec::new()];
    let mut high = HEAD;
    for lane in &gantt.lanes {
        let marks = placed(lane, columns, today(gantt, columns));
        let taken = height(lane, &marks, columns);
        if high + taken > HIGHEST {
            sheets.push(Vec::new());
            high = HEAD;
        }
        high += taken;
        if let Some(sheet) = sheets.last_mut() {
            sheet.push((lane, marks, taken));
        }
    }
    sheets.into_iter().map(|rows| sheet(gantt, &rows, columns, wide)).collect()
}

/// One sheet: the head, the lines of time, the rows upon them.
fn sheet(gantt: &Gantt, rows: &[(&Lane, Vec<Placed<'_>>, f64)], columns: Columns, wide: f64) -> Scene {
    let mut scene = Scene::new(wide);
    let high: f64 = rows.iter().map(|row| row.2).sum();
    scene.high = HEAD + high + 8.0;
    head(&mut scene, gantt, columns);
    let mut y = HEAD;
    for (lane, marks, taken) in rows {
        if lane.level == 0 && y > HEAD {
            scene.line(vec![(0.0, y), (wide, y)], Ink::Line, 1.0);
        }
        row(&mut scene, lane, marks, columns, y);
        y += taken;
    }
    scene
}

/// Where the line of today stands, if it is in sight.
fn today(gantt: &Gantt, columns: Columns) -> Option<f64> {
    let at = gantt.today.as_ref()?.at;
    (at.is_finite() && (0.0..=1.0).contains(&at)).then(|| columns.at(at))
}

/// Ticks with their names, and the line of today with its own above them.
fn head(scene: &mut Scene, gantt: &Gantt, columns: Columns) {
    let bottom = scene.high - 4.0;
    let mut free = f64::NEG_INFINITY;
    for tick in &gantt.ticks {
        let x = columns.at(tick.at);
        scene.line(vec![(x, HEAD - 8.0), (x, bottom)], Ink::Line, 1.0);
        let wide = Style::SMALL.font.width(&tick.label);
        if x >= free && x + wide <= scene.wide {
            scene.text((x, HEAD - 12.0), Stand::Begin, Style::SMALL, &tick.label, wide);
            free = x + wide + 8.0;
        }
    }
    scene.line(vec![(columns.from, HEAD - 8.0), (columns.from + columns.wide, HEAD - 8.0)], Ink::Line, 1.0);
    if let Some((today, x)) = gantt.today.as_ref().zip(today(gantt, columns)) {
        let style = Style::new(Font::strong(11.0), Ink::Accent);
        let half = style.font.width(&style.font.fit(&today.label, scene.wide)) / 2.0;
        let middle = x.clamp(half, (scene.wide - half).max(half));
        scene.text((middle, 11.0), Stand::Middle, style, &today.label, scene.wide);
        scene.line(vec![(x, 15.0), (x, bottom)], Ink::Accent, 1.5);
    }
}

const fn font(lane: &Lane) -> Font {
    if lane.level == 0 { Font::strong(12.0) } else { Font::of(12.0) }
}

/// A milestone whose name has a place below its bar.
struct Placed<'a> {
    mark: &'a Mark,
    /// In which line below the bar.
    line: u8,
    /// Where its name stands.
    x: f64,
    stand: Stand,
}

/// Where a name of a width stands below a diamond: from where to where, and at which end it is held. To the right of the diamond,
/// further left where it would leave the picture, and clear of the line of today where that can be.
fn stands(x: f64, wide: f64, columns: Columns, today: Option<f64>) -> ((f64, f64), Stand) {
    let right = columns.from + columns.wide + 2.0;
    let first = (x - 4.0).min(right - wide).max(columns.from - 4.0);
    let held = if first + 0.5 < x - 4.0 { Stand::End } else { Stand::Begin };
    let crosses = |from: f64| today.is_some_and(|line| from < line + 3.0 && from + wide > line - 3.0);
    let usual = ((first, first + wide), held);
    let Some(line) = today.filter(|_| crosses(first)) else { return usual };
    let before = line - 5.0 - wide;
    if x <= line + 4.0 && before + wide >= x - 7.0 && before >= columns.from - 4.0 {
        return ((before, line - 5.0), Stand::End);
    }
    let after = line + 5.0;
    if x >= line - 4.0 && after <= x + 7.0 && after + wide <= right {
        return ((after, after + wide), Stand::Begin);
    }
    usual
}

/// Each name in the first line in which it has room.
fn placed(lane: &Lane, columns: Columns, today: Option<f64>) -> Vec<Placed<'_>> {
    let font = Style::SMALL.font;
    let mut ends: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut marks: Vec<&Mark> = lane.marks.iter().collect();
    marks.sort_by(|a, b| a.at.total_cmp(&b.at));
    let mut placed = Vec::new();
    for mark in marks {
        let wide = font.width(&mark.label).min(columns.wide - 8.0);
        let (span, stand) = stands(columns.at(mark.at), wide, columns, today);
        let free =
            |line: &Vec<(f64, f64)>| line.iter().all(|(a, b)| span.1 + 10.0 < *a || *b + 10.0 < span.0);
        let below = ends.iter().position(free).unwrap_or(ends.len());
        if below == ends.len() {
            ends.push(Vec::new());
        }
        if let Some(taken) = ends.get_mut(below) {
            taken.push(span);
        }
        let x = if stand == Stand::Begin { span.0 } else { span.1 };
        placed.push(Placed { mark, line: u8::try_from(below).unwrap_or(u8::MAX), x, stand });
    }
    placed
}

fn lines(marks: &[Placed<'_>]) -> f64 {
    marks.iter().map(|p| f64::from(p.line) + 1.0).fold(0.0, f64::max) * LINE
}

fn height(lane: &Lane, marks: &[Placed<'_>], columns: Columns) -> f64 {
    let further =
        f64::from(u8::try_from(Name::of(lane, columns).lines.len().saturating_sub(1)).unwrap_or(0)) * LINE;
    if columns.above {
        let bar = if lane.bar.is_none() && lane.marks.is_empty() { 4.0 } else { 24.0 };
        return 17.0 + further + bar + air(lines(marks));
    }
    24.0 + air(further.max(lines(marks)))
}

/// What stands below a row, with air before the next one.
fn air(below: f64) -> f64 {
    if below > 0.0 { below + 5.0 } else { 0.0 }
}

/// The words of a row: its name in at most two lines, and the note at the end of the first.
struct Name {
    lines: Vec<String>,
    note: f64,
    sign: f64,
}

impl Name {
    fn of(lane: &Lane, columns: Columns) -> Self {
        let note = Style::SMALL.font.width(&one_line(&lane.note)).min(columns.name * 0.4);
        let sign = if has_sign(lane.tone) { 14.0 } else { 0.0 };
        let gap = if note + sign > 0.0 { 8.0 } else { 0.0 };
        let room = columns.name - indent(lane) - note - sign - gap;
        Self { lines: font(lane).wrap(&one_line(&lane.label), room, 2), note, sign }
    }
}

fn indent(lane: &Lane) -> f64 {
    f64::from(lane.level.min(4)) * 14.0
}

/// A row: its name with a note, its bar, its milestones.
fn row(scene: &mut Scene, lane: &Lane, marks: &[Placed<'_>], columns: Columns, y: f64) {
    let name = Name::of(lane, columns);
    let mut base = y + 16.0;
    scene.sign((columns.name - 5.0, base - 4.0), 4.0, lane.tone);
    scene.text(
        (columns.name - name.sign, base),
        Stand::End,
        Style::SMALL.over_lines(),
        &lane.note,
        name.note,
    );
    for (at, line) in name.lines.iter().enumerate() {
        base += if at == 0 { 0.0 } else { LINE };
        let style = Style::new(font(lane), Ink::Text).over_lines();
        scene.text((indent(lane), base), Stand::Begin, style, line, columns.name);
    }
    let y = if columns.above { base - 16.0 } else { y };
    let middle = if columns.above { y + 29.0 } else { y + 12.0 };
    if let Some(bar) = &lane.bar {
        let (from, until) = (columns.at(bar.from.min(bar.until)), columns.at(bar.until.max(bar.from)));
        let high = if lane.level == 0 { BAR * 0.5 } else { BAR };
        let area = Area { x: from, y: middle - high / 2.0, wide: (until - from).max(3.0), high };
        let ink = Ink::of(lane.tone);
        scene.shapes.push(Shape::Box { area, round: 3.0, ink: Ink::Soft, edge: Some((ink, false)) });
        if let Some(done) = bar.done.map(share).filter(|done| *done > 0.0) {
            scene.block(Area { wide: (area.wide * done).max(2.0), ..area }, 3.0, ink);
        }
    }
    for one in marks {
        let at = (columns.at(one.mark.at), middle);
        let ink = if one.mark.tone == Tone::Text { Ink::Text } else { Ink::of(one.mark.tone) };
        let (full, whole) = (one.mark.done, one.mark.label.clone());
        scene.shapes.push(Shape::Diamond { at, radius: 6.0, ink, full, whole });
        let y = middle + 20.0 + f64::from(one.line) * LINE - 2.0;
        scene.text((one.x, y), one.stand, Style::SMALL.over_lines(), &one.mark.label, columns.wide - 8.0);
    }
}
