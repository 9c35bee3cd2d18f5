//! How chart and grid look: in colour, in mono, in ASCII, from a strip to a wide screen.
use cartera::ui::chart::{Chart, Cone, Names};
use cartera::ui::grid::{Cell, Content, Grid, GridState, Place, Step};
use cartera::ui::{Column, Glyphs, Pen, Role, Span, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::stage::{plain, styled};

fn drawn(size: (u16, u16), theme: Theme, ascii: bool, draw: impl FnOnce(&mut Pen<'_>, Rect)) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    let area = buf.area;
    let mut pen = Pen::new(&mut buf, theme, Glyphs { ascii });
    pen.clear(area);
    draw(&mut pen, area);
    buf
}

fn known(values: &[f64], upto: usize) -> Vec<Option<f64>> {
    values.iter().enumerate().map(|(i, v)| (i < upto).then_some(*v)).collect()
}

fn draw_chart(pen: &mut Pen<'_>, area: Rect) {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let periods: Vec<String> = months.iter().map(|m| (*m).to_owned()).collect();
    let sum = |figures: [f64; 12]| {
        let mut all = 0.0;
        figures.map(|f| {
            all += f;
            all
        })
    };
    let actual = sum([70.0, 75.0, 60.0, 88.0, 90.0, 85.0, 97.0, 75.0, 0.0, 0.0, 0.0, 0.0]);
    let last = sum([60.0, 60.0, 70.0, 80.0, 80.0, 80.0, 70.0, 40.0, 90.0, 110.0, 120.0, 140.0]);
    let chart = Chart {
        periods: &periods,
        actual: &known(&actual, 8),
        target: &known(&sum([1000.0 / 12.0; 12]), 12),
        upper: &[],
        last_year: &known(&last, 12),
        cone: Some(Cone { from: 7, start: 640.0, low: 940.0, high: 1185.19, landing: 1185.19 }),
        as_of: Some(7),
        judged: Role::Warn,
        names: Names {
            actual: "Actual".to_owned(),
            target: "Target".to_owned(),
            last_year: "Last year".to_owned(),
            cone: "Landing".to_owned(),
            as_of: "as of 31 Aug".to_owned(),
        },
    };
    chart.draw(pen, area, |v| format!("{v:.0} k€"));
}

#[test]
fn the_chart_tells_its_lines_apart_at_every_size() {
    for size in [(40, 6), (80, 8), (120, 12), (180, 20)] {
        let (wide, high) = size;
        let mono = drawn(size, Theme::Mono, false, draw_chart);
        insta::assert_snapshot!(format!("chart_{wide}x{high}_mono"), plain(&mono));
    }
    insta::assert_snapshot!("chart_80x12", styled(&drawn((80, 12), Theme::Terminal, false, draw_chart)));
    insta::assert_snapshot!("chart_80x12_ascii", plain(&drawn((80, 12), Theme::Mono, true, draw_chart)));
}

struct Figures;

impl Content for Figures {
    fn head(&self, place: Place) -> Vec<Span> {
        let text = match place {
            Place::Name(_) => "KPI".to_owned(),
            Place::Cell(n) => format!("2026-{:02}", n + 1),
            Place::End(0) => "Pace".to_owned(),
            Place::End(_) => "Landing".to_owned(),
        };
        Span::muted(text).into()
    }

    fn group(&self, row: usize) -> Option<Vec<Span>> {
        let name = [Some("Almazara"), None, None, None, Some("Nordwind")].get(row).copied().flatten()?;
        Some(Span::new(name, Role::Heading).into())
    }

    fn beside(&self, row: usize, place: Place, line: u16) -> Vec<Span> {
        let names =
            ["", "Revenue, k€", "On-time delivery, %", "Complaints", "", "Net promoter score of the year"];
        match (place, line) {
            (Place::Name(_), 0) => Span::text(names.get(row).copied().unwrap_or_default()).into(),
            (Place::Name(_), _) => Span::muted("  target").into(),
            (Place::End(0), 0) => Span::text("104").into(),
            (Place::End(_), 0) => Span::text("1.185,2 seasonal").into(),
            (Place::End(_) | Place::Cell(_), _) => Vec::new(),
        }
    }

    fn cell(&self, row: usize, column: usize) -> Cell {
        let figure = match (row, column) {
            (_, 10..) => String::new(),
            (1, n) => format!("1.{n}34,5"),
            (2, n) => format!("9{n},25"),
            (_, n) => n.to_string(),
        };
        let (sign, role) = [("●", Role::Good), ("◐", Role::Warn), ("○", Role::Bad)][(row + column) % 3];
        let sign = (!figure.is_empty()).then(|| Span::new(sign, role));
        Cell { figure: Span::text(figure), sign, below: vec![Span::muted("100")] }
    }
}

const NAMES: [Column; 1] = [Column::growing(16)];
const ENDS: [Column; 2] = [Column::fixed(4).right().leaves(1), Column::fixed(16).leaves(2)];

fn draw_grid(state: &GridState, lines: u16, pen: &mut Pen<'_>, area: Rect) {
    let grid = Grid {
        state,
        panel: 0,
        across: 1,
        names: &NAMES,
        names_most: 24,
        ends: &ENDS,
        size: (6, 12),
        wide: 9,
        least: 3,
        lines,
        decimal: ',',
        fraction: 3,
        focused: true,
    };
    grid.draw(pen, area, &Figures);
}

#[test]
fn the_grid_keeps_names_and_what_is_judged_beside_the_periods() {
    let mut state = GridState::default();
    state.stand(2, 9);
    for size in [(40, 6), (80, 10), (180, 14)] {
        let (wide, high) = size;
        let buf = drawn(size, Theme::Terminal, false, |pen, area| draw_grid(&state, 1, pen, area));
        insta::assert_snapshot!(format!("grid_{wide}x{high}"), styled(&buf));
    }
    let mono = drawn((80, 14), Theme::Mono, false, |pen, area| draw_grid(&state, 2, pen, area));
    insta::assert_snapshot!("grid_two_lines_mono", styled(&mono));
    let ascii = drawn((80, 10), Theme::Mono, true, |pen, area| draw_grid(&state, 1, pen, area));
    let odd = ascii
        .content()
        .iter()
        .map(ratatui::buffer::Cell::symbol)
        .find(|s| !s.is_ascii() && !"●◐○…€".contains(s));
    assert_eq!(odd, None, "the content of this test has these signs itself");
}

#[test]
fn a_marked_block_and_what_is_entered_are_seen_without_colour() {
    let mut state = GridState::default();
    state.stand(1, 7);
    for step in [Step::Right, Step::Right, Step::Down] {
        state.extend(step, (6, 12), |row| row != 0 && row != 4);
    }
    let block = drawn((80, 8), Theme::Mono, false, |pen, area| draw_grid(&state, 1, pen, area));
    insta::assert_snapshot!("grid_block_mono", styled(&block));
    state.enter("");
    state.insert("12,,5");
    state.refuse("12,,5 is not a number: 12,5 would be".to_owned());
    let entering = drawn((80, 8), Theme::Mono, false, |pen, area| draw_grid(&state, 1, pen, area));
    insta::assert_snapshot!("grid_entering_mono", styled(&entering));
}
