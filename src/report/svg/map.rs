//! People by weight and attitude: a field of five by five places, in each of them names below each other, so that no name hides
//! another however many stand at the same place.
use super::measure::Font;
use super::scale::share;
use super::scene::{Area, Ink, Scene, Shape, Stand, Style, Text};
use crate::report::block::Tone;
use crate::report::picture::{Dot, Map};
use crate::report::plain::one_line;

/// Places in each direction.
const PLACES: u8 = 5;
/// Height of a name, and of the words below it.
const LINE: f64 = 15.0;
/// Where a column is narrower, people have numbers that are told below the picture.
const NARROWEST: f64 = 96.0;

/// A higher field of names has numbers too: it would not fit a page.
const HIGHEST: f64 = 640.0;
/// Width of a number with air around it.
const NUMBER: f64 = 26.0;

/// The people of a row of places, each by its column, and how high the row is.
struct Row<'a> {
    cells: [Vec<(usize, &'a Dot)>; PLACES as usize],
    high: f64,
}

/// The map in a width.
pub fn draw(map: &Map, wide: f64) -> Scene {
    let mut scene = Scene::new(wide);
    let left = 30.0;
    let column = (wide - left) / f64::from(PLACES);
    let mut numbered = column < NARROWEST;
    let mut rows = rows_of(map, numbered, column);
    if rows.iter().map(|row| row.high).sum::<f64>() > HIGHEST {
        numbered = true;
        rows = rows_of(map, numbered, column);
    }
    let high: f64 = rows.iter().map(|row| row.high).sum();
    let top = 8.0;
    let field = Area { x: left, y: top, wide: wide - left, high };
    grid(&mut scene, &rows, field, column);
    axes(&mut scene, map, field);
    let mut y = top;
    for row in &rows {
        for (cell, at) in row.cells.iter().zip(0_u8..) {
            people(&mut scene, cell, (left + column * f64::from(at), y), column, numbered);
        }
        y += row.high;
    }
    let mut end = top + high + 36.0;
    if numbered {
        end = told(&mut scene, &rows, end);
    }
    for line in Style::SMALL.font.wrap(&map.unplaced, wide, 4) {
        scene.text((0.0, end), Stand::Begin, Style::SMALL, &line, wide);
        end += LINE;
    }
    scene.high = end;
    scene
}

/// The rows from the top down.
fn rows_of<'a>(map: &'a Map, numbered: bool, column: f64) -> Vec<Row<'a>> {
    let place = |value: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 … 4")]
        let at = (share(value) * f64::from(PLACES - 1)).round() as usize;
        at
    };
    let mut rows: Vec<Row<'a>> =
        (0..PLACES).map(|_| Row { cells: std::array::from_fn(|_| Vec::new()), high: 0.0 }).collect();
    for (at, dot) in map.dots.iter().enumerate() {
        let row = usize::from(PLACES - 1).saturating_sub(place(dot.up));
        if let Some(cell) = rows.get_mut(row).and_then(|row| row.cells.get_mut(place(dot.across))) {
            cell.push((at + 1, dot));
        }
    }
    for row in &mut rows {
        let tallest = row
            .cells
            .iter()
            .map(|cell| if numbered { marks(cell.len(), column) } else { names(cell, column) });
        row.high = tallest.fold(if numbered { 40.0 } else { 46.0 }, f64::max);
    }
    rows
}

fn names(cell: &[(usize, &Dot)], column: f64) -> f64 {
    cell.iter().map(|(_, dot)| Called::of(dot, column).high()).sum::<f64>() + 12.0
}

/// Name and note of somebody, each in at most two lines.
struct Called {
    name: Vec<String>,
    note: Vec<String>,
}

impl Called {
    const NAME: Font = Font::strong(11.0);
    const NOTE: Font = Font::of(10.0);

    fn of(dot: &Dot, column: f64) -> Self {
        let room = column - 26.0;
        let lines = |font: Font, said: &str| font.wrap(&one_line(said), room, 2);
        Self { name: lines(Self::NAME, &dot.label), note: lines(Self::NOTE, &dot.note) }
    }

    fn high(&self) -> f64 {
        let lines = self.name.len().max(1) + self.note.len();
        f64::from(u8::try_from(lines).unwrap_or(4)) * (LINE - 1.5) + 6.0
    }
}

/// Height of so many numbers in a column.
fn marks(count: usize, column: f64) -> f64 {
    let lines = count.div_ceil(in_a_line(column));
    f64::from(u16::try_from(lines).unwrap_or(u16::MAX)) * 24.0 + 12.0
}

/// How many numbers stand beside each other.
fn in_a_line(column: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful")]
    let room = ((column - 4.0) / NUMBER).floor() as usize;
    room.max(1)
}

/// The places: soft lines between them.
fn grid(scene: &mut Scene, rows: &[Row<'_>], field: Area, column: f64) {
    scene.shapes.push(Shape::Box { area: field, round: 6.0, ink: Ink::Soft, edge: Some((Ink::Line, false)) });
    let mut y = field.y;
    for row in rows.iter().take(rows.len().saturating_sub(1)) {
        y += row.high;
        scene.line(vec![(field.x, y), (field.x + field.wide, y)], Ink::Line, 1.0);
    }
    for at in 1..PLACES {
        let x = field.x + column * f64::from(at);
        scene.line(vec![(x, field.y), (x, field.y + field.high)], Ink::Line, 1.0);
    }
}

/// The words at both ends of both axes and their names between them.
fn axes(scene: &mut Scene, map: &Map, field: Area) {
    let [name, low, high] = &map.across;
    let (y, third) = (field.y + field.high + 16.0, field.wide / 3.0 - 6.0);
    scene.text((field.x, y), Stand::Begin, Style::SMALL, low, third);
    let middle = format!("{name} →");
    scene.text(
        (field.x + field.wide / 2.0, y),
        Stand::Middle,
        Style { ink: Ink::Text, ..Style::SMALL },
        &middle,
        third,
    );
    scene.text((field.x + field.wide, y), Stand::End, Style::SMALL, high, third);
    let [name, low, high] = &map.up;
    let (x, end) = (field.x - 10.0, field.high / 4.0);
    let ends = Style::SMALL.font.width(low).max(Style::SMALL.font.width(high)).min(end);
    let style = Style { ink: Ink::Text, ..Style::SMALL };
    upright(scene, (x, field.y + field.high), Stand::Begin, Style::SMALL, (low, end));
    upright(
        scene,
        (x, field.y + field.high / 2.0),
        Stand::Middle,
        style,
        (name, field.high - 2.0 * ends - 12.0),
    );
    upright(scene, (x, field.y), Stand::End, Style::SMALL, (high, end));
}

/// Words from below upwards.
fn upright(scene: &mut Scene, (x, y): (f64, f64), stand: Stand, style: Style, (said, room): (&str, f64)) {
    let shown = style.font.fit(&one_line(said), room);
    if !shown.is_empty() {
        let Style { font, ink, halo } = style;
        let text = Text { x: 0.0, y: 0.0, stand, font, ink, shown, whole: None, halo };
        scene.shapes.push(Shape::Upright { x, y, text });
    }
}

/// The people of one place.
fn people(scene: &mut Scene, cell: &[(usize, &Dot)], (x, y): (f64, f64), column: f64, numbered: bool) {
    let mut below = y + 6.0;
    if numbered {
        let line = in_a_line(column);
        let step = (column - 4.0) / f64::from(u8::try_from(line).unwrap_or(1));
        for (at, (number, dot)) in cell.iter().enumerate() {
            let (row, place) = (at / line, at % line);
            let count = |n: usize| f64::from(u16::try_from(n).unwrap_or(u16::MAX));
            let middle = (x + 2.0 + step * (count(place) + 0.5), below + 12.0 + 24.0 * count(row));
            number_of(scene, middle, *number, dot.tone);
        }
        return;
    }
    for (_, dot) in cell {
        scene.shapes.push(Shape::Sign { at: (x + 11.0, below + 8.0), radius: 4.5, tone: known(dot.tone) });
        let called = Called::of(dot, column);
        let names = called.name.iter().map(|line| (line, Style::new(Called::NAME, Ink::Text)));
        let notes = called.note.iter().map(|line| (line, Style::new(Called::NOTE, Ink::Muted)));
        let mut base = below + 12.0;
        for (line, style) in names.chain(notes) {
            scene.text((x + 20.0, base), Stand::Begin, style, line, column - 24.0);
            base += LINE - 1.5;
        }
        below += called.high();
    }
}

/// Everybody has a dot.
const fn known(tone: Tone) -> Tone {
    match tone {
        Tone::Text | Tone::Heading => Tone::Accent,
        Tone::Muted | Tone::Accent | Tone::Good | Tone::Warn | Tone::Bad => tone,
    }
}

/// A number in a ring of what it means.
fn number_of(scene: &mut Scene, (x, y): (f64, f64), number: usize, tone: Tone) {
    let area = Area { x: x - 11.0, y: y - 10.0, wide: 22.0, high: 20.0 };
    scene.shapes.push(Shape::Box { area, round: 10.0, ink: Ink::Paper, edge: Some((Ink::of(tone), false)) });
    let style = Style::new(Font::strong(10.0), Ink::Text);
    scene.text((x, y + 3.5), Stand::Middle, style, &number.to_string(), 20.0);
}

/// Who has which number, in their order: in two columns where there is room.
fn told(scene: &mut Scene, rows: &[Row<'_>], top: f64) -> f64 {
    let mut everybody: Vec<_> = rows.iter().flat_map(|row| row.cells.iter().flatten()).collect();
    everybody.sort_by_key(|(number, _)| *number);
    let columns = if scene.wide > 500.0 { 2 } else { 1 };
    let wide = scene.wide / if columns == 2 { 2.0 } else { 1.0 };
    let lines = everybody.len().div_ceil(columns).max(1);
    let mut end = top;
    for (column, people) in everybody.chunks(lines).enumerate() {
        let (x, mut y) = (if column == 0 { 0.0 } else { wide }, top + 6.0);
        for (number, dot) in people {
            number_of(scene, (x + 12.0, y - 4.0), *number, dot.tone);
            scene.sign((x + 34.0, y - 4.0), 4.5, dot.tone);
            let name = Style::STRONG.font.width(&one_line(&dot.label)).min(wide * 0.55);
            scene.text((x + 44.0, y), Stand::Begin, Style::STRONG, &dot.label, name);
            scene.text((x + 52.0 + name, y), Stand::Begin, Style::SMALL, &dot.note, wide - 60.0 - name);
            y += 24.0;
        }
        end = end.max(y);
    }
    end
}
