//! Whole papers in every form: what somebody wrote stays text, nothing is fetched from elsewhere, everything is told in words too.
use std::path::Path;

use cartera::lang::Lang;
use cartera::report::block::{Block, Cell, Column, Figure, Table, Tone};
use cartera::report::paper::Paper;
use cartera::report::picture::{
    Bar, Cone, Dot, Gantt, Gauge, Lane, Map, Mark, Org, OrgBox, Pareto, ParetoBar, Part, Picture, Plot,
    Point, Tick, Trend,
};
use cartera::report::{html, markdown, plain, xlsx};

/// What a hostile book has for a name.
const HOSTILE: &str = "</title></style><script src=\"https://evil.example/x.js\">alert(1)</script>\
                       <img src=x onerror=alert(2)>' \" & ]]> --> {{7*7}} \u{202e}\u{1b}[31m";

fn text(words: &str) -> String {
    words.to_owned()
}

fn points(values: &[Option<f64>], labels: &[&str], target: f64) -> Vec<Point> {
    let all = labels.iter().zip(values);
    all.map(|(label, value)| Point {
        label: text(label),
        value: *value,
        said: value.map(|v| format!("{v:.1} %").replace('.', ",")).unwrap_or_default(),
        target: Some(target),
        ..Point::default()
    })
    .collect()
}

const MONTHS: [&str; 12] =
    ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];

fn gauge() -> Plot {
    let part = |label: &str, share: Option<f64>, said: &str, tone| Part {
        label: text(label),
        share,
        said: text(said),
        tone,
    };
    let parts = vec![
        part("Comercial", Some(0.82), "82", Tone::Good),
        part("Relación", Some(0.5), "50", Tone::Warn),
        part("Compromisos", Some(0.33), "33", Tone::Bad),
        part("Satisfacción", None, "sin medir", Tone::Muted),
        part("Plan", Some(0.6), "60", Tone::Warn),
    ];
    Plot::Gauge(Gauge { share: Some(0.61), said: text("61"), tone: Tone::Warn, parts })
}

fn trend() -> Plot {
    let values = [93.0, 94.2, 91.0, 95.5, 96.1, 92.4, 90.2, 88.7, 91.8, 87.0].map(Some);
    let values: Vec<_> = values.into_iter().chain([None, None]).collect();
    Plot::Trend(Trend {
        points: points(&values, &MONTHS, 95.0),
        actual: text("Entregas a tiempo"),
        target: text("Objetivo: 95 %"),
        tone: Tone::Bad,
    })
}

fn cone() -> Plot {
    let mut sum = 0.0;
    let steps = [60.0, 60.0, 70.0, 80.0, 80.0, 80.0, 70.0, 40.0, 100.0, 0.0, 0.0, 0.0];
    let points = MONTHS.iter().zip(steps).enumerate().map(|(at, (label, step))| {
        sum += step;
        let value = (at < 9).then_some(sum);
        Point { label: text(label), value, said: format!("{sum} k€"), ..Point::default() }
    });
    Plot::Cone(Cone {
        points: points.collect(),
        ends: [
            (853.0, text("lineal 853 k€")),
            (880.0, text("estacional 880 k€")),
            (1010.0, text("con cartera 1,01 M€")),
        ],
        target: Some((1000.0, text("Objetivo 1,00 M€"))),
        tone: Tone::Warn,
    })
}

fn pareto() -> Plot {
    let names =
        ["Nordwind", "Almazara", "Arce", "Tramuntana", "Helios", "Cal Roig", "Montseny", "Ibervía", "Lumen"];
    let values = [2400.0, 1200.0, 900.0, 650.0, 300.0, 220.0, 160.0, 90.0, 40.0];
    let total: f64 = values.iter().sum();
    let mut sum = 0.0;
    let bars = names.iter().zip(values).enumerate().map(|(at, (name, value))| {
        let class = if sum < total * 0.8 {
            "A"
        } else if sum < total * 0.95 {
            "B"
        } else {
            "C"
        };
        sum += value;
        ParetoBar {
            label: text(name),
            value,
            said: format!("{value} k€"),
            cumulative: sum / total,
            class: text(class),
            marked: at < 4,
        }
    });
    Plot::Pareto(Pareto { bars: bars.collect(), measure: text("Ingresos"), line: text("Acumulado") })
}

fn gantt() -> Plot {
    let ticks = (0..6_u8).map(|q| Tick {
        at: f64::from(q) / 6.0,
        label: format!("T{} {}", (q + 2) % 4 + 1, 2026 + u16::from((q + 2) / 4)),
    });
    let lane = |label: &str,
                note: &str,
                level,
                span: Option<(f64, f64, Option<f64>)>,
                tone,
                marks: &[(f64, &str, bool)]| Lane {
        label: text(label),
        note: text(note),
        level,
        bar: span.map(|(from, until, done)| Bar { from, until, done }),
        marks: marks
            .iter()
            .map(|(at, label, done)| Mark {
                at: *at,
                label: text(label),
                done: *done,
                tone: if *done { Tone::Good } else { Tone::Text },
            })
            .collect(),
        tone,
    };
    let lanes = vec![
        lane("Crecer en refrigeración", "45 %", 0, Some((0.0, 0.8, Some(0.45))), Tone::Text, &[]),
        lane(
            "Piloto en la planta de Jaén",
            "Ana Ruiz",
            1,
            Some((0.05, 0.3, Some(0.9))),
            Tone::Good,
            &[(0.12, "Arranque 4 ago", true), (0.3, "Firma 4 dic", false)],
        ),
        lane(
            "Acuerdo marco con Compras",
            "Jordi Mas",
            1,
            Some((0.2, 0.5, Some(0.2))),
            Tone::Bad,
            &[
                (0.33, "Borrador 12 dic", false),
                (0.36, "Revisión legal 20 dic", false),
                (0.5, "Firma 15 feb", false),
            ],
        ),
        lane(
            "Extender a las tres plantas del sur, con formación del equipo de mantenimiento",
            "yo",
            1,
            Some((0.5, 0.8, None)),
            Tone::Text,
            &[(0.98, "Cierre 30 nov 2027", false)],
        ),
        lane(
            "Proteger el contrato de mantenimiento",
            "100 %",
            0,
            Some((0.1, 0.6, Some(1.0))),
            Tone::Good,
            &[],
        ),
        lane(
            "Revisión trimestral con Dirección",
            "",
            1,
            None,
            Tone::Text,
            &[(0.25, "T3", true), (0.42, "T4", false), (0.6, "T1", false)],
        ),
    ];
    Plot::Gantt(Gantt { ticks: ticks.collect(), today: Some(Tick { at: 0.24, label: text("hoy") }), lanes })
}

fn map() -> Plot {
    let dot = |label: &str, note: &str, across, up, tone| Dot {
        label: text(label),
        note: text(note),
        across,
        up,
        tone,
    };
    Plot::Map(Map {
        across: [text("Actitud"), text("detractor"), text("promotor")],
        up: [text("Influencia"), text("poca"), text("mucha")],
        dots: vec![
            dot("Ana Ruiz", "decisora · Directora general", 0.75, 1.0, Tone::Good),
            dot("Jordi Mas", "comprador", 0.5, 1.0, Tone::Text),
            dot("Lucía Soler", "influenciadora", 0.0, 0.75, Tone::Bad),
            dot("Kerstin Vogel", "filtro", 0.25, 0.75, Tone::Warn),
            dot("Marta Roca", "usuaria", 1.0, 0.5, Tone::Good),
            dot("Pere Camps", "usuario", 1.0, 0.5, Tone::Good),
            dot("Joan Ferrer i Puigdomènech de la Torre", "jefe de turno", 1.0, 0.5, Tone::Good),
            dot("Eva Prat", "usuaria", 0.5, 0.0, Tone::Text),
        ],
        unplaced: text("Sin actitud conocida: Luis Vidal, Rosa Puig"),
    })
}

fn org() -> Plot {
    let one = |label: &str, note: &str, boss, vacant, tone| OrgBox {
        label: text(label),
        note: text(note),
        boss,
        vacant,
        tone,
    };
    Plot::Org(Org {
        boxes: vec![
            one("Ana Ruiz", "Directora general · decisora", None, false, Tone::Good),
            one("Jordi Mas", "Director de Compras · comprador", Some(0), false, Tone::Text),
            one("Lucía Soler", "Directora financiera", Some(0), false, Tone::Bad),
            one("Marta Roca", "Jefa de planta, Jaén", Some(0), false, Tone::Good),
            one("Kerstin Vogel", "Compradora técnica", Some(1), false, Tone::Warn),
            one("Pere Camps", "Mantenimiento", Some(3), false, Tone::Good),
            one("sin decisor conocido en Tecnología", "", Some(0), true, Tone::Text),
        ],
    })
}

fn picture(title: &str, plot: Plot) -> Block {
    let alt = format!("{title}: lo que se ve, en palabras.");
    Block::Picture(Box::new(Picture { title: text(title), alt, plot }))
}

fn accounts() -> Block {
    let mut table = Table::new(vec![
        Column::text("Cuenta"),
        Column::number("Salud"),
        Column::short("").leaving(1),
        Column::number("Ingresos"),
        Column::number("Objetivo"),
        Column::number("%"),
        Column::short("12 meses"),
        Column::short("KPI"),
    ]);
    for (name, health, tone, bar) in [
        ("Almazara", "82 ▲", Tone::Good, "███████▌░░"),
        ("Nordwind", "64 ▬", Tone::Warn, "██████░░░░"),
        ("Arce", "41 ▼", Tone::Bad, "███▌░░░░░░"),
        ("Tramuntana", "73 ▲", Tone::Good, "███████░░░"),
    ] {
        let cells = [bar, "936 k€", "1,20 M€", "78,0\u{a0}%", "▁▂▂▃▅▅▆▇", "●●●◐"].map(Cell::from);
        let first: [Cell; 2] = [name.into(), Cell::toned(health, tone)];
        table.push(None, first.into_iter().chain(cells).collect());
    }
    table.below(text("Riesgo: el contrato de mantenimiento acaba el 31 ene y nada nuevo está firmado."));
    Block::Table(table)
}

fn long_table() -> Block {
    let mut table = Table::new(vec![
        Column::short("Día"),
        Column::text("Qué"),
        Column::text("Con quién"),
        Column::number("Días"),
    ]);
    for at in 0..70 {
        let day = format!("{} nov", at % 28 + 1);
        table.push(
            None,
            vec![
                day.into(),
                format!("Llamada {at}: seguimiento de la oferta").into(),
                "Ana Ruiz".into(),
                at.to_string().into(),
            ],
        );
    }
    Block::Table(table)
}

fn blocks() -> Vec<Block> {
    let long = "El primer trimestre cerró por debajo de lo previsto por el retraso del piloto. La causa está resuelta: \
                la línea trabaja desde el 4 de agosto y las entregas han vuelto al 95 %.\n\nLo que pedimos está abajo.";
    let tree = {
        let mut tree = Table::new(vec![Column::text("Quién"), Column::text("Qué"), Column::short("Último")]);
        for (name, what, last) in [
            ("Ana Ruiz", "Directora", "3 d"),
            ("├ Jordi Mas", "Compras", "12 d"),
            ("│ └ Kerstin Vogel", "Técnica", "45 d"),
        ] {
            tree.push(None, vec![name.into(), what.into(), last.into()]);
        }
        Block::Table(tree)
    };
    vec![
        Block::Callout(Tone::Bad, text("Arce: dos meses seguidos fuera de objetivo en entregas a tiempo.")),
        Block::heading_with("Cuadro de mando", "4 cuentas"),
        accounts(),
        picture("Salud de Almazara", gauge()),
        Block::heading("Resultado"),
        Block::Paragraph(text(long)),
        Block::Figures(vec![
            Figure::new("Ingresos a la fecha", "640 k€")
                .gauge(0.64)
                .note("ritmo 0,96 del objetivo, a 31 oct"),
            Figure::new("Previsión de cierre", "880 k€").tone(Tone::Warn).note("método estacional"),
            Figure::new("Compromisos cumplidos", "92 %").tone(Tone::Good),
        ]),
        Block::subheading("Entregas a tiempo"),
        picture("Entregas a tiempo, 2026", trend()),
        Block::subheading("Cierre"),
        picture("Dónde acabará 2026", cone()),
        Block::heading("Clientes"),
        picture("Quién trae los ingresos", pareto()),
        Block::heading("Plan"),
        picture("El plan de 18 meses", gantt()),
        Block::Callout(
            Tone::Warn,
            text("El acuerdo marco va tarde.\nSiguiente paso: reunión con Jurídico el 27 nov."),
        ),
        Block::Callout(Tone::Good, text("El piloto está aceptado.")),
        Block::Callout(Tone::Accent, text("Pedimos: una persona de Ingeniería, dos días a la semana.")),
        Block::Break,
        Block::heading("Personas"),
        picture("Mapa de interlocutores", map()),
        picture("Organigrama", org()),
        tree,
        Block::heading_with("Conversaciones", "70"),
        long_table(),
    ]
}

fn paper(lang: Lang) -> Paper {
    Paper {
        title: text("Informe de dirección"),
        subtitle: text("Todas las cuentas, T4 2026"),
        lang,
        made: text("23 de noviembre de 2026"),
        foot: text("Confidencial: solo para la dirección comercial"),
        one_page: false,
        blocks: blocks(),
    }
}

/// Drawings with more in them than most: three years, fifty people, forty initiatives.
fn crowded() -> Paper {
    let share = |at: u16, of: u16| f64::from(at) / f64::from(of);
    let tone = |at: u16| [Tone::Good, Tone::Warn, Tone::Bad, Tone::Text][usize::from(at % 4)];
    let points = (0..36_u16).map(|at| {
        let value = 80.0 + f64::from(at * 7 % 23);
        let label = format!("{} {}", MONTHS[usize::from(at % 12)], 24 + at / 12);
        Point {
            label,
            value: (at % 11 != 5).then_some(value),
            said: format!("{value} %"),
            target: Some(92.0),
            ..Point::default()
        }
    });
    let trend = Trend {
        points: points.collect(),
        actual: text("Entregas"),
        target: text("Objetivo"),
        tone: Tone::Good,
    };
    let lanes = (0..40_u16).map(|at| Lane {
        label: format!("Iniciativa {at} con un nombre que ocupa más de una línea en la columna"),
        note: format!("Persona {at}"),
        level: u8::from(at % 5 != 0),
        bar: Some(Bar { from: share(at, 60), until: share(at + 15, 60), done: Some(share(at, 40)) }),
        marks: (0..at % 4)
            .map(|m| Mark {
                at: share(at + m * 4, 60),
                label: format!("Hito {m}, 12 nov"),
                done: m == 0,
                tone: tone(at),
            })
            .collect(),
        tone: tone(at),
    });
    let ticks = (0..18_u16).map(|at| Tick { at: share(at, 18), label: text(MONTHS[usize::from(at % 12)]) });
    let gantt = Gantt {
        ticks: ticks.collect(),
        today: Some(Tick { at: 0.33, label: text("hoy") }),
        lanes: lanes.collect(),
    };
    let boxes = (0..50_u16).map(|at| OrgBox {
        label: format!("Persona {at} Apellido Segundo"),
        note: format!("Puesto {at}"),
        boss: usize::from(at).checked_sub(1).map(|at| at / 3),
        vacant: at % 13 == 5,
        tone: tone(at),
    });
    let dots = (0..50_u16).map(|at| Dot {
        label: format!("Persona {at} Apellido"),
        note: text("usuaria"),
        across: share(at * 3 % 5, 4),
        up: share(at * 2 % 5, 4),
        tone: tone(at),
    });
    let words = |a: &str, b: &str, c: &str| [text(a), text(b), text(c)];
    let (across, up) = (words("Actitud", "detractor", "promotor"), words("Influencia", "poca", "mucha"));
    let map = Map { across, up, dots: dots.collect(), unplaced: text("Sin actitud conocida: Luis Vidal") };
    let bars = (1..=60_u16).map(|at| ParetoBar {
        label: format!("Cliente {at}"),
        value: f64::from(61 - at),
        said: format!("{} k€", 61 - at),
        cumulative: 1.0 - share(60 - at, 60).powi(2),
        class: text("B"),
        marked: at < 4,
    });
    let pareto = Pareto { bars: bars.collect(), measure: text("Ingresos"), line: text("Acumulado") };
    let blocks = vec![
        Block::heading("Mucho"),
        picture("Tres años", Plot::Trend(trend)),
        picture("Sesenta clientes", Plot::Pareto(pareto)),
        picture("Cuarenta iniciativas", Plot::Gantt(gantt)),
        picture("Cincuenta personas", Plot::Map(map)),
        picture("Cincuenta puestos", Plot::Org(Org { boxes: boxes.collect() })),
    ];
    Paper { title: text("Todo lleno"), lang: Lang::Es, blocks, ..Paper::default() }
}

/// The same paper, its names written by somebody with bad intentions.
fn hostile() -> Paper {
    let mut json = serde_json::to_value(blocks()).unwrap();
    poison(&mut json);
    let blocks = serde_json::from_value(json).unwrap();
    Paper {
        title: text(HOSTILE),
        subtitle: text(HOSTILE),
        lang: Lang::En,
        made: text(HOSTILE),
        foot: text(HOSTILE),
        one_page: false,
        blocks,
    }
}

/// Every word that a person may have written becomes hostile; words of the format stay what they are.
fn poison(json: &mut serde_json::Value) {
    const OURS: [&str; 11] =
        ["break", "none", "left", "right", "text", "muted", "heading", "accent", "good", "warn", "bad"];
    match json {
        serde_json::Value::String(words) if !OURS.contains(&words.as_str()) => HOSTILE.clone_into(words),
        serde_json::Value::Array(all) => all.iter_mut().for_each(poison),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(poison),
        _ => {}
    }
}

/// The elements of a page by name, in their order.
fn elements(page: &str) -> Vec<&str> {
    page.split('<')
        .skip(1)
        .filter_map(|tag| tag.split([' ', '>', '\n']).next())
        .filter(|n| !n.starts_with(['/', '!']))
        .collect()
}

#[test]
fn a_page_needs_nothing_but_itself() {
    for paper in [paper(Lang::Es), hostile()] {
        let page = html::render(&paper);
        assert!(page.starts_with("<!DOCTYPE html><html lang=\""), "{page:.200}");
        assert!(page.contains("default-src 'none'"));
        for name in [
            "script", "iframe", "object", "embed", "img", "image", "use", "base", "form", "input", "audio",
            "video",
        ] {
            assert!(!elements(&page).contains(&name), "{name}");
        }
        let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
        assert!(!style.contains("url(") && !style.contains("@import") && !style.contains('<'));
        assert_eq!(page.matches("<style>").count(), 1);
    }
}

#[test]
fn headings_are_in_order_and_sections_are_named() {
    let page = html::render(&paper(Lang::Es));
    let levels: Vec<u32> = elements(&page)
        .into_iter()
        .filter_map(|n| n.strip_prefix('h').and_then(|n| n.parse().ok()).filter(|n| (1..=6).contains(n)))
        .collect();
    assert_eq!(levels.first(), Some(&1));
    assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1);
    assert!(levels.windows(2).all(|w| w[1] <= w[0] + 1), "{levels:?}");
    assert!(page.contains("<html lang=\"es\">") && page.contains("Contenido"));
    assert!(page.contains("<th scope=\"col\"") && page.contains("<th scope=\"row\""));
    let part = "<h2 id=\"s2\">Cuadro de mando <span class=\"note\">4 cuentas</span></h2>";
    assert!(page.contains(part), "{page:.12000}");
}

#[test]
fn every_picture_has_a_title_and_words_for_who_does_not_see_it() {
    let page = html::render(&paper(Lang::Es));
    assert_eq!(page.matches("<figure>").count(), 7);
    assert_eq!(page.matches("role=\"img\"").count(), 14);
    assert_eq!(page.matches("<desc id=").count(), 14);
    let all: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut once = all.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), all.len(), "an id stands twice");
}

#[test]
fn hostile_names_are_text_in_every_form() {
    let paper = hostile();
    let page = html::render(&paper);
    assert!(
        !page.contains("<script")
            && !page.contains("<img")
            && !page.contains('\u{202e}')
            && !page.contains('\u{1b}')
    );
    for text in [markdown::paper(&paper), plain::paper(&paper, Some(80))] {
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
    }
    let cells = cells_of(&paper);
    assert!(cells.len() > 100, "{cells:?}");
    let acts =
        |text: &&String| text.starts_with(['=', '@', '\t', '\r']) || text.contains(['\u{1b}', '\u{202e}']);
    assert_eq!(cells.iter().find(acts), None);
}

/// The texts of all sheets of a paper, read back.
fn cells_of(paper: &Paper) -> Vec<String> {
    use calamine::{DataType as _, Reader as _};
    let bytes = xlsx::render(paper).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = Vec::new();
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).unwrap();
        all.extend(range.used_cells().filter_map(|(.., cell)| cell.get_string().map(str::to_owned)));
    }
    all
}

proptest::proptest! {
    #[test]
    fn whatever_is_written_the_page_is_made_of_the_same_things(text in ".{0,40}", title in ".{1,20}") {
        const OURS: [&str; 36] = [
            "html", "head", "meta", "link", "title", "style", "body", "header", "h1", "h2", "h3", "p", "main", "section", "span",
            "div", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "ul", "li", "footer", "figure", "figcaption",
            "svg", "desc", "rect", "circle", "path", "text",
        ];
        let mut table = Table::new(vec![Column::text(&text), Column::number("1")]);
        table.push(None, vec![text.as_str().into(), text.as_str().into()]);
        table.below(text.clone());
        let gauge = Gauge { share: Some(0.4), said: text.clone(), tone: Tone::Bad, parts: Vec::new() };
        let blocks = vec![
            Block::heading_with(&title, &text),
            Block::Paragraph(text.clone()),
            Block::Callout(Tone::Warn, text.clone()),
            Block::Table(table),
            Block::Figures(vec![Figure::new(&text, &text).note(&text)]),
            Block::Picture(Box::new(Picture { title: text.clone(), alt: text.clone(), plot: Plot::Gauge(gauge) })),
        ];
        let paper = Paper { title, subtitle: text.clone(), made: text.clone(), foot: text, blocks, ..Paper::default() };
        let page = html::render(&paper);
        for name in elements(&page) {
            proptest::prop_assert!(OURS.contains(&name), "{name}");
        }
        let paper = Paper { lang: Lang::Es, ..paper };
        for cell in cells_of(&paper) {
            proptest::prop_assert!(!cell.starts_with(['=', '+', '@']) || cell.parse::<f64>().is_ok(), "{cell}");
        }
    }
}

#[test]
fn markdown_tells_what_the_pictures_show() {
    insta::assert_snapshot!(markdown::paper(&paper(Lang::Es)));
}

#[test]
fn a_terminal_gets_the_whole_paper_within_its_columns() {
    let text = plain::paper(&paper(Lang::Es), Some(80));
    assert!(text.lines().all(|line| plain::columns(line) <= 80), "{text}");
    insta::assert_snapshot!(text);
}

/// For `tests/look`, which opens the pages in a browser: `CARTERA_PAPERS` says where they go.
#[test]
fn the_pages_can_be_looked_at() {
    let Some(folder) = std::env::var_os("CARTERA_PAPERS") else { return };
    for (name, paper) in [
        ("every-block-es", paper(Lang::Es)),
        ("every-block-en", paper(Lang::En)),
        ("crowded", crowded()),
        ("hostile", hostile()),
    ] {
        std::fs::write(Path::new(&folder).join(format!("{name}.html")), html::render(&paper)).unwrap();
        std::fs::write(Path::new(&folder).join(format!("{name}.xlsx")), xlsx::render(&paper).unwrap())
            .unwrap();
    }
}
