//! Pictures of a document as drawings of their own: inline SVG without scripts, fonts or files from elsewhere. A picture is laid
//! out twice, for a page and for a phone; the page shows the one that fits. Colours are classes: the page has them for light,
//! dark and paper.
mod cone;
mod gantt;
mod gauge;
mod ink;
mod legend;
mod map;
mod measure;
mod org;
mod pareto;
mod place;
mod scale;
mod scene;
mod trend;
mod write;

use maud::{Markup, html};

use super::picture::{Picture, Plot};
use super::plain::one_line;
use crate::lang::Lang;
use scene::Scene;

/// Units of a page from left to right.
const PAGE: f64 = 720.0;
/// Units of a phone.
const PHONE: f64 = 344.0;

/// A picture with its title. `number` tells it from the others of the document.
pub fn figure(picture: &Picture, number: usize, lang: Lang) -> Markup {
    html! {
        figure {
            figcaption { (one_line(&picture.title)) }
            @for (look, wide) in [("page", PAGE), ("phone", PHONE)] {
                div class=(look) {
                    @for (scene, sheet) in scenes(&picture.plot, wide, lang).iter().zip(1_usize..) {
                        (write::svg(scene, picture, &format!("{look}-{number}-{sheet}"), sheet == 1))
                    }
                }
            }
        }
    }
}

/// The sheets of a picture in a width; most have one.
fn scenes(plot: &Plot, wide: f64, lang: Lang) -> Vec<Scene> {
    match plot {
        Plot::Gauge(of) => vec![gauge::draw(of, wide)],
        Plot::Trend(of) => vec![trend::draw(of, wide)],
        Plot::Cone(of) => vec![cone::draw(of, wide)],
        Plot::Pareto(of) => vec![pareto::draw(of, wide, lang)],
        Plot::Gantt(of) => gantt::draw(of, wide),
        Plot::Map(of) => vec![map::draw(of, wide)],
        Plot::Org(of) => org::draw(of, wide),
    }
}

pub use write::{bar, spark};

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    use super::scene::{Area, Shape};
    use super::*;
    use crate::report::block::Tone;
    use crate::report::picture::{
        Bar, Cone, Dot, Gantt, Gauge, Lane, Map, Mark, Org, OrgBox, Pareto, ParetoBar, Part, Point, Tick,
        Trend,
    };

    fn words() -> BoxedStrategy<String> {
        prop_oneof![
            "[A-Z][a-z]{2,8}( [A-Z][a-z]{2,9}){0,2}",
            "[0-9]{1,3},[0-9]{2} M€",
            Just(String::new()),
            Just("</text></svg><script>alert(1)</script>".to_owned()),
            Just("Departamento de Compras Estratégicas Internacionales de la División Sur".to_owned()),
            Just("東京都千代田区丸の内株式会社".to_owned()),
            any::<String>(),
        ]
        .boxed()
    }

    fn number() -> BoxedStrategy<f64> {
        prop_oneof![8 => 0.0..1.0_f64, 1 => -2.0..3.0_f64, 1 => any::<f64>()].boxed()
    }

    fn tone() -> BoxedStrategy<Tone> {
        prop_oneof![
            Just(Tone::Text),
            Just(Tone::Muted),
            Just(Tone::Heading),
            Just(Tone::Accent),
            Just(Tone::Good),
            Just(Tone::Warn),
            Just(Tone::Bad)
        ]
        .boxed()
    }

    fn points() -> BoxedStrategy<Vec<Point>> {
        let one = (words(), option::of(number()), words(), option::of(number()));
        vec(
            one.prop_map(|(label, value, said, target)| Point {
                label,
                value,
                said,
                target,
                ..Point::default()
            }),
            0..26,
        )
        .boxed()
    }

    fn gauge() -> BoxedStrategy<Plot> {
        let part = (words(), option::of(number()), words(), tone());
        let part = part.prop_map(|(label, share, said, tone)| Part { label, share, said, tone });
        let parts = vec(part, 0..7);
        (option::of(number()), words(), tone(), parts)
            .prop_map(|(share, said, tone, parts)| Plot::Gauge(Gauge { share, said, tone, parts }))
            .boxed()
    }

    fn lines() -> BoxedStrategy<Plot> {
        let trend = (points(), words(), words(), tone())
            .prop_map(|(points, actual, target, tone)| Plot::Trend(Trend { points, actual, target, tone }));
        let end = || (number(), words());
        let cone = (points(), [end(), end(), end()], option::of(end()), tone())
            .prop_map(|(points, ends, target, tone)| Plot::Cone(Cone { points, ends, target, tone }));
        prop_oneof![trend, cone].boxed()
    }

    fn pareto() -> BoxedStrategy<Plot> {
        let bar = (words(), number(), words(), number(), "[ABC]?", any::<bool>());
        let bar = bar.prop_map(|(label, value, said, cumulative, class, marked)| ParetoBar {
            label,
            value,
            said,
            cumulative,
            class,
            marked,
        });
        (vec(bar, 0..40), words(), words())
            .prop_map(|(bars, measure, line)| Plot::Pareto(Pareto { bars, measure, line }))
            .boxed()
    }

    fn gantt() -> BoxedStrategy<Plot> {
        let tick = || (number(), words()).prop_map(|(at, label)| Tick { at, label });
        let mark = (number(), words(), any::<bool>(), tone());
        let mark = mark.prop_map(|(at, label, done, tone)| Mark { at, label, done, tone });
        let bar = (number(), number(), option::of(number()));
        let bar = bar.prop_map(|(from, until, done)| Bar { from, until, done });
        let lane = (words(), words(), 0..3_u8, option::of(bar), vec(mark, 0..6), tone());
        let lane = lane.prop_map(|(label, note, level, bar, marks, tone)| Lane {
            label,
            note,
            level,
            bar,
            marks,
            tone,
        });
        (vec(tick(), 0..19), option::of(tick()), vec(lane, 0..50))
            .prop_map(|(ticks, today, lanes)| Plot::Gantt(Gantt { ticks, today, lanes }))
            .boxed()
    }

    fn people() -> BoxedStrategy<Plot> {
        let dot = (words(), words(), number(), number(), tone());
        let dot = dot.prop_map(|(label, note, across, up, tone)| Dot { label, note, across, up, tone });
        let map = (vec(dot, 0..40), [words(), words(), words()], [words(), words(), words()], words())
            .prop_map(|(dots, across, up, unplaced)| Plot::Map(Map { across, up, dots, unplaced }));
        let one = (words(), words(), option::of(0..40_usize), any::<bool>(), tone());
        let one =
            one.prop_map(|(label, note, boss, vacant, tone)| OrgBox { label, note, boss, vacant, tone });
        let org = vec(one, 0..40).prop_map(|boxes| Plot::Org(Org { boxes }));
        prop_oneof![map, org].boxed()
    }

    fn plots() -> BoxedStrategy<Plot> {
        prop_oneof![gauge(), lines(), pareto(), gantt(), people()].boxed()
    }

    /// The texts that lie, with their room.
    fn texts(scene: &Scene) -> Vec<(String, Area)> {
        let text = |shape: &Shape| match shape {
            Shape::Text(text) => Some((text.shown.clone(), text.area())),
            _ => None,
        };
        scene.shapes.iter().filter_map(text).collect()
    }

    /// The elements that a picture is made of.
    const OURS: [&str; 12] = [
        "figure",
        "figcaption",
        "div",
        "svg",
        "title",
        "desc",
        "text",
        "rect",
        "path",
        "circle",
        "polyline",
        "polygon",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn no_label_leaves_its_picture_or_lies_upon_another(plot in plots(), phone in any::<bool>()) {
            let wide = if phone { PHONE } else { PAGE };
            for scene in scenes(&plot, wide, Lang::Es) {
                prop_assert!(scene.high > 0.0 && scene.high.is_finite() && scene.high < 20_000.0);
                let texts = texts(&scene);
                for (at, (said, area)) in texts.iter().enumerate() {
                    let within = area.x >= -0.5
                        && area.x + area.wide <= wide + 0.5
                        && area.y >= -0.5
                        && area.y + area.high <= scene.high + 0.5;
                    prop_assert!(within, "{said:?} at {area:?} leaves {wide} × {}", scene.high);
                    for (other, place) in texts.iter().skip(at + 1) {
                        let smaller = Area { x: area.x + 0.5, wide: area.wide - 1.0, ..*area };
                        prop_assert!(!smaller.meets(place), "{said:?} {area:?} on {other:?} {place:?}");
                    }
                }
            }
        }

        #[test]
        fn what_somebody_wrote_is_text_in_a_picture(plot in plots(), title in words()) {
            let picture = Picture { title, alt: "<b>".to_owned(), plot };
            let drawn = figure(&picture, 1, Lang::En).into_string();
            prop_assert!(!drawn.contains("<script") && !drawn.contains("<b>"));
            let values = drawn.split('"').skip(1).step_by(2);
            prop_assert!(values.into_iter().all(|value| !value.contains("NaN") && !value.contains("inf")));
            let doors: Vec<&str> = drawn.split('<').skip(1).filter_map(|t| t.split([' ', '>', '/']).find(|n| !n.is_empty())).collect();
            prop_assert!(doors.iter().all(|name| OURS.contains(name)), "{doors:?}");
        }
    }

    #[test]
    fn long_plans_and_large_organisations_take_several_sheets() {
        let lane = Lane { label: "Pilot".into(), ..Lane::default() };
        let plan = Plot::Gantt(Gantt { lanes: vec![lane; 60], ..Gantt::default() });
        let one = OrgBox { label: "Ana".into(), ..OrgBox::default() };
        let boxes = (0..50).map(|at: usize| OrgBox { boss: at.checked_sub(1), ..one.clone() }).collect();
        for plot in [plan, Plot::Org(Org { boxes })] {
            let sheets = scenes(&plot, PAGE, Lang::En);
            assert!(sheets.len() > 1);
            assert!(sheets.iter().all(|scene| scene.high < 1050.0));
        }
    }
}
