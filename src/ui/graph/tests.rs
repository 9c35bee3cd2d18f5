use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::ui::Theme;
use crate::ui::glyph::Glyphs;

/// What a drawing has on a screen of 80×24 and on one of 120×36.
const SIZES: [(u16, u16); 2] = [(78, 10), (72, 24)];

fn graph(names: &[&str], goals: &[usize], edges: &[(usize, usize, Stroke)]) -> Graph {
    let point = |(at, name): (usize, &&str)| Point {
        label: vec![Span::text(*name)],
        goal: goals.contains(&at),
        chosen: false,
    };
    let edge = |(from, to, stroke): &(usize, usize, Stroke)| Edge {
        from: *from,
        to: *to,
        stroke: *stroke,
        lit: false,
    };
    Graph { points: names.iter().enumerate().map(point).collect(), edges: edges.iter().map(edge).collect() }
}

fn drawn(graph: &Graph, (wide, high): (u16, u16), ascii: bool) -> String {
    let area = Rect::new(0, 0, wide, high);
    let mut buf = Buffer::empty(area);
    let plan = graph.plan((wide, high)).unwrap();
    graph.draw(&plan, true, &mut Pen::new(&mut buf, Theme::Mono, Glyphs { ascii }), area);
    let rows = buf.content().chunks(usize::from(wide));
    let line =
        |row: &[ratatui::buffer::Cell]| row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>();
    rows.map(|row| line(row).trim_end().to_owned() + "\n").collect()
}

#[test]
fn a_chain_runs_from_left_to_right_and_ends_at_the_goal() {
    let chain = graph(&["Jordi", "Ana", "Luis"], &[0], &[(2, 1, Stroke::Thick), (1, 0, Stroke::Dotted)]);
    assert_eq!(drawn(&chain, (40, 1), false), " Luis ⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶▸ Ana ⠂⠐ ⠂⠐ ⠂⠐ ⠂▸ Jordi\n");
}

#[test]
fn each_stroke_has_a_texture_of_its_own_also_in_ascii() {
    let all = [Stroke::Dotted, Stroke::Thin, Stroke::Thick, Stroke::Against];
    let lines: Vec<String> = all
        .iter()
        .map(|stroke| drawn(&graph(&["Ana", "Eva"], &[1], &[(0, 1, *stroke)]), (30, 1), true))
        .collect();
    for (at, line) in lines.iter().enumerate() {
        assert!(lines[at + 1..].iter().all(|other| other != line), "{line}");
    }
    assert!(lines[3].contains('x') && !lines[3].contains('>'));
}

#[test]
fn who_has_no_edge_stands_below_and_a_goal_at_the_right() {
    let apart = graph(&["Ana", "Eva", "Jordi", "Mas"], &[2], &[(0, 3, Stroke::Thin)]);
    let plan = apart.plan((60, 8)).unwrap();
    let (ana, eva, jordi, mas) = (plan.places[0], plan.places[1], plan.places[2], plan.places[3]);
    assert_eq!(eva.y, 7);
    assert!(ana.x < mas.x && mas.x < jordi.x, "{plan:?}");
}

#[test]
fn edges_that_need_not_cross_do_not() {
    // Everybody leads to the goal that was named last to first.
    let crossed = [(3, 2, Stroke::Thin), (4, 1, Stroke::Thin), (5, 0, Stroke::Thin)];
    let plan = graph(&["A", "B", "C", "D", "E", "F"], &[0, 1, 2], &crossed).plan((40, 9)).unwrap();
    let row = |point: usize| plan.places[point].y;
    assert_eq!(row(3) < row(4), row(2) < row(1));
    assert_eq!(row(4) < row(5), row(1) < row(0));
}

#[test]
fn a_long_edge_goes_round_the_label_it_passes() {
    let past = [(2, 1, Stroke::Thin), (1, 0, Stroke::Thin), (2, 0, Stroke::Thick)];
    let plan = graph(&["Jordi", "Ana", "Luis"], &[0], &past).plan((60, 5)).unwrap();
    let ana = plan.places[1];
    let label: Vec<(usize, usize)> = (ana.x..ana.x + ana.width).map(|x| (x.into(), ana.y.into())).collect();
    let through = |dot: &(usize, usize)| label.contains(&(dot.0 / 2, dot.1 / 4));
    let fine = |dot: (u16, u16)| (usize::from(dot.0), usize::from(dot.1));
    let passes =
        plan.paths[2].dots.windows(2).flat_map(|two| crate::ui::dots::walk(fine(two[0]), fine(two[1])));
    assert!(!passes.collect::<Vec<_>>().iter().any(through), "{plan:?}");
}

#[test]
fn fifteen_in_a_row_or_around_one_have_room() {
    let widths = [12; 15];
    let chain: Vec<_> = (1..15).map(|i| (i, i - 1)).collect();
    let star: Vec<_> = (1..15).map(|i| (i, 0)).collect();
    let mut goals = [false; 15];
    goals[0] = true;
    for edges in [chain, star] {
        for size in SIZES {
            assert!(Shape { widths: &widths, goals: &goals, edges: &edges }.plan(size).is_some(), "{size:?}");
        }
    }
}

#[test]
fn where_there_is_no_room_there_is_no_plan() {
    let two = graph(&["Ana", "Eva"], &[1], &[(0, 1, Stroke::Thin)]);
    assert_eq!(two.plan((6, 4)), None);
    assert_eq!(two.plan((40, 0)), None);
    assert_eq!(Graph::default().plan((0, 0)), Some(Plan::default()));
}

type Any = (Vec<u16>, Vec<bool>, Vec<(usize, usize)>);

fn any_shape() -> impl Strategy<Value = Any> {
    let edges = proptest::collection::vec((0..15_usize, 0..15_usize), 0..40);
    (proptest::collection::vec((1..30_u16, proptest::bool::weighted(0.2)), 0..=15), edges).prop_map(
        |(points, edges)| {
            let inside = |(a, b): &(usize, usize)| a != b && *a < points.len() && *b < points.len();
            let edges = edges.into_iter().filter(inside).collect();
            let (widths, goals) = points.into_iter().unzip();
            (widths, goals, edges)
        },
    )
}

proptest! {
    #[test]
    fn no_two_labels_of_fifteen_people_overlap((widths, goals, edges) in any_shape()) {
        let shape = Shape { widths: &widths, goals: &goals, edges: &edges };
        for size in SIZES {
            let plan = shape.plan(size).unwrap();
            prop_assert_eq!(plan.paths.len(), edges.len());
            for (at, a) in plan.places.iter().enumerate() {
                prop_assert!(a.x + a.width <= size.0 && a.y < size.1, "{a:?} outside {size:?}");
                prop_assert!(a.width >= widths[at].min(4));
                for b in &plan.places[at + 1..] {
                    let apart = a.y != b.y || a.x + a.width < b.x || b.x + b.width < a.x;
                    prop_assert!(apart, "{a:?} {b:?} at {size:?}");
                }
            }
            prop_assert_eq!(&shape.plan(size).unwrap(), &plan);
        }
    }

    #[test]
    fn a_drawing_of_any_size_stays_inside((widths, goals, edges) in any_shape(), wide in 0..90_u16, high in 0..30_u16) {
        if let Some(plan) = (Shape { widths: &widths, goals: &goals, edges: &edges }).plan((wide, high)) {
            for place in &plan.places {
                prop_assert!(place.x + place.width <= wide && place.y < high);
            }
        }
    }
}
