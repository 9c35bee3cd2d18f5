//! The drawing above the list: the whole network of an account where it has room, else the person under the cursor and those
//! around them.
use std::cmp::Reverse;
use std::collections::BTreeSet;

use ratatui::layout::Rect;

use super::super::selection::Selection;
use super::PANEL;
use super::ranks::Ranks;
use crate::command::Command;
use crate::domain::Id;
use crate::domain::choice::{BuyingRole, Choice, Tie};
use crate::domain::network::{Node, Sway};
use crate::lens::Cx;
use crate::report::people::network::Net;
use crate::ui::graph::{Edge, Graph, Plan, Point, Stroke};
use crate::ui::text::{visible, width};
use crate::ui::{Glyphs, Pen, Region, Role, Seen, Span, Spot, panel};

/// Most people who are drawn at once.
const MOST: usize = 15;
/// How many are drawn around somebody, as many as there is room for.
const AROUND: [usize; 4] = [13, 9, 6, 4];

/// Draws the network, or says what would be drawn and which key draws it.
pub(super) fn draw(
    net: &Net,
    people: &Selection,
    ranks: &Ranks,
    focused: bool,
    pen: &mut Pen<'_>,
    area: Rect,
    cx: &Cx<'_>,
) -> Seen {
    let mut seen = Seen::default();
    if net.network.edges().is_empty() {
        nothing(net, people, pen, area, cx);
        return seen;
    }
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: area.height - 1, ..area };
    let Some(picture) = picture(net, people, (inside.width, inside.height), pen.glyphs, cx) else {
        return seen;
    };
    let places = picture.graph.draw(&picture.plan, focused, pen, inside);
    for (person, place) in picture.people.iter().zip(places) {
        if let Some(at) = ranks.place_of(*person, net.account, people) {
            seen.regions.push(Region { area: place, spot: Spot::Row(PANEL, at) });
        }
    }
    let foot = Rect { y: inside.bottom(), height: 1, ..inside };
    legend(net, &picture, people, pen, foot, cx);
    seen
}

/// Nobody is known to sway anybody: what would stand here, and the key that begins it.
fn nothing(net: &Net, people: &Selection, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) {
    let name = people.current().map(|row| row.name.as_str()).unwrap_or_default();
    let key = if net.network.nodes().len() > 1 { "network-empty" } else { "network-alone" };
    let says = cx.words.with(key, &[("key", &cx.key(Command::New)), ("name", name)]);
    panel::empty(pen, panel::below(area, 1), &says);
}

/// A drawing and who stands on it.
struct Picture {
    people: Vec<Id>,
    graph: Graph,
    plan: Plan,
}

/// All of them if they are few and have room, else as many as have around the person under the cursor.
fn picture(net: &Net, people: &Selection, size: (u16, u16), glyphs: Glyphs, cx: &Cx<'_>) -> Option<Picture> {
    let current = people.current().map(|row| row.person).filter(|id| net.network.node(*id).is_some());
    let of = |shown: Vec<Id>| {
        let full = graph(net, &shown, current, Names::Full, glyphs, cx);
        let whole = full.plan(size).filter(|plan| !full.is_cut(plan));
        if let Some(plan) = whole {
            return Some(Picture { people: shown, graph: full, plan });
        }
        let graph = graph(net, &shown, current, Names::Short, glyphs, cx);
        graph.plan(size).map(|plan| Picture { people: shown, graph, plan })
    };
    let all = net.network.nodes();
    let whole = (all.len() <= MOST).then(|| all.iter().map(|node| node.person).collect());
    let centre = current.or_else(|| net.next.first().map(|next| next.person))?;
    whole.and_then(&of).or_else(|| AROUND.iter().find_map(|most| of(around(net, centre, *most))))
}

/// Somebody, those on their way to the nearest who decides, and their neighbours, the strongest first.
fn around(net: &Net, centre: Id, most: usize) -> Vec<Id> {
    let network = &net.network;
    let mut shown = vec![centre];
    shown.extend(net.nearest(centre).into_iter().flat_map(|near| near.way.steps.iter().map(|s| s.person)));
    let mut near: Vec<(Reverse<Option<i64>>, Id)> = Vec::new();
    near.extend(network.sways(centre).iter().map(|edge| (Reverse(edge.tie.strength()), edge.sways)));
    near.extend(network.swayed_by(centre).iter().map(|edge| (Reverse(edge.tie.strength()), edge.person)));
    near.sort_by_key(|(strength, _)| *strength);
    shown.extend(near.into_iter().map(|(_, id)| id));
    let mut seen = BTreeSet::new();
    shown.retain(|id| seen.insert(*id));
    shown.truncate(most);
    // In the order of the network, so that the drawing does not depend on how they were found.
    let kept: BTreeSet<Id> = shown.into_iter().collect();
    network.nodes().iter().map(|node| node.person).filter(|id| kept.contains(id)).collect()
}

/// How long names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    Full,
    /// The surname, with as much of the given name as tells them apart.
    Short,
}

fn graph(net: &Net, shown: &[Id], current: Option<Id>, names: Names, glyphs: Glyphs, cx: &Cx<'_>) -> Graph {
    let name = |node: &Node| {
        if names == Names::Full { visible(&node.name) } else { visible(net.short(node.person)) }
    };
    let at = |id: Id| shown.iter().position(|one| *one == id);
    let edge = |edge: &Sway| {
        let lit = current == Some(edge.person) || current == Some(edge.sways);
        Some(Edge { from: at(edge.person)?, to: at(edge.sways)?, stroke: stroke(edge.tie), lit })
    };
    let nodes = shown.iter().filter_map(|id| net.network.node(*id));
    Graph {
        points: nodes.map(|node| point(node, name(node), current == Some(node.person), glyphs, cx)).collect(),
        edges: net.network.edges().iter().filter_map(edge).collect(),
    }
}

const fn stroke(tie: Tie) -> Stroke {
    match tie {
        Tie::Weak => Stroke::Dotted,
        Tie::Medium => Stroke::Thin,
        Tie::Strong => Stroke::Thick,
        Tie::Conflict => Stroke::Against,
    }
}

/// Stance and name; whoever decides is bold, with the letter of the role before. A placeholder stands in brackets.
fn point(node: &Node, name: String, chosen: bool, glyphs: Glyphs, cx: &Cx<'_>) -> Point {
    let mut label = vec![Span::muted(format!("{:2} ", glyphs.stance(node.stance)))];
    if node.decider {
        label.push(Span::new(
            format!("{} ", cx.words.get(Glyphs::role_key(BuyingRole::Decider))),
            Role::Accent,
        ));
    }
    label.push(match (node.placeholder, node.decider) {
        (true, _) => Span::muted(format!("({name})")),
        (false, true) => Span::new(name, Role::Heading),
        (false, false) => Span::text(name),
    });
    Point { label, goal: node.decider, chosen }
}

/// What the lines mean, of those that are drawn; at the right around whom it is, and how many are not on it.
fn legend(net: &Net, picture: &Picture, people: &Selection, pen: &mut Pen<'_>, line: Rect, cx: &Cx<'_>) {
    let mut spans: Vec<Span> = Vec::new();
    for tie in Tie::ALL {
        let stroke = stroke(*tie);
        if picture.graph.edges.iter().any(|edge| edge.stroke == stroke) {
            let gap = if spans.is_empty() { "" } else { "   " };
            let word = cx.words.get(&format!("choice-tie-{}", tie.name()));
            spans.push(Span::muted(format!("{gap}{} {word}", stroke.sample(pen.glyphs))));
        }
    }
    let used = pen.spans(line.x, line.y, line.width, &spans);
    let rest = net.network.nodes().len() - picture.people.len();
    if rest == 0 {
        return;
    }
    let (name, count) =
        (people.current().map(|row| visible(&row.name)).unwrap_or_default(), rest.to_string());
    let room = line.width.saturating_sub(used + 3);
    let around = cx.words.with("network-around", &[("name", &name), ("count", &count)]);
    let fits = width(&around) <= usize::from(room);
    let says = if fits { around } else { cx.words.with("network-more", &[("count", &count)]) };
    pen.put_right(line.right(), line.y, room, &says, Role::Muted);
}
