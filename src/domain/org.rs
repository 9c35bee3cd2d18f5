//! The org chart of one account: who leads whom, as trees. Whatever the lines say, everybody stands in it exactly once and it
//! ends: a line that leads back to where it began is cut, always at the same place.
mod circle;
mod shown;

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Id;
pub use circle::{closes, not_to_itself, refusal};
pub use shown::{Guide, Shown};

/// A person at the account, as far as the lines go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Post {
    /// Who.
    pub person: Id,
    /// Whom they report to.
    pub reports_to: Option<Id>,
    /// They are no longer there.
    pub left: bool,
    /// Who came after them; whoever reported to them is led by that person.
    pub successor: Option<Id>,
}

/// Why a line upwards is not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// It leads to somebody who is not at this account.
    Outside(Id),
    /// It leads back to where it began.
    Circle,
}

/// A person in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Branch {
    /// Who.
    pub person: Id,
    /// Which of the posts that were given, from 0.
    pub post: usize,
    /// Steps from the top.
    pub depth: usize,
    /// The branch of their boss.
    pub boss: Option<usize>,
    /// How many stand below, at any depth: the branches that follow this one.
    pub below: usize,
    /// How many of them report to this person.
    pub direct: usize,
    /// Why they stand at the top although they report to somebody.
    pub cut: Option<Cut>,
    /// They left, and people report to them still.
    pub vacant: bool,
}

/// Trees, each person before those they lead.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Forest {
    /// Everybody, in the order in which they are drawn.
    pub branches: Vec<Branch>,
    /// The lines that lead back, each from the person at whom it was cut upwards to the last one before them again.
    pub circles: Vec<Vec<Id>>,
}

/// The posts that count: of several of one person the one they still hold, else the last one given.
fn held(posts: &[Post]) -> HashMap<Id, usize> {
    let mut held: HashMap<Id, usize> = HashMap::new();
    for (at, post) in posts.iter().enumerate() {
        let best = held.entry(post.person).or_insert(at);
        if posts.get(*best).is_some_and(|b| b.left) {
            *best = at;
        }
    }
    held
}

/// The lines upwards while a tree is made of them.
struct Lines<'a> {
    posts: &'a [Post],
    held: &'a HashMap<Id, usize>,
    /// The boss of each post that counts, as its place among the posts.
    up: Vec<Option<usize>>,
}

impl<'a> Lines<'a> {
    fn of(posts: &'a [Post], held: &'a HashMap<Id, usize>, boss: impl Fn(usize, usize) -> usize) -> Self {
        let up = posts.iter().enumerate().map(|(at, post)| {
            let to = post.reports_to.and_then(|id| held.get(&id)).copied();
            to.filter(|_| held.get(&post.person) == Some(&at)).map(|to| boss(at, to))
        });
        Self { posts, held, up: up.collect() }
    }

    /// As they were noted.
    fn noted(posts: &'a [Post], held: &'a HashMap<Id, usize>) -> Self {
        Self::of(posts, held, |_, to| to)
    }

    /// With whoever came after those who left. Who came after their own boss reports to that one's boss.
    fn succeeded(posts: &'a [Post], held: &'a HashMap<Id, usize>) -> Self {
        let after = |at: usize| {
            let post = posts.get(at).filter(|p| p.left)?;
            held.get(&post.successor?).copied()
        };
        Self::of(posts, held, |at, to| {
            let mut boss = to;
            for _ in 0..posts.len() {
                match after(boss) {
                    Some(next) if next == at => {
                        let above = posts.get(to).and_then(|p| held.get(&p.reports_to?).copied());
                        return above.filter(|above| *above != at).unwrap_or(to);
                    }
                    Some(next) => boss = next,
                    None => break,
                }
            }
            // A succession that ends with somebody who left as well leads nobody.
            if posts.get(boss).is_some_and(|p| p.left) { to } else { boss }
        })
    }

    fn person(&self, at: usize) -> Id {
        self.posts.get(at).map_or(0, |p| p.person)
    }

    /// Cuts every circle at the one of its people with the smallest number, and gives the circles.
    fn cut(&mut self) -> Vec<Vec<Id>> {
        // 0 is not seen yet; else the round in which it was seen.
        let mut seen = vec![0; self.posts.len()];
        let mut circles = Vec::new();
        for (start, round) in (0..self.posts.len()).zip(1..) {
            let mut at = start;
            while seen.get(at) == Some(&0) {
                seen[at] = round;
                match self.up.get(at).copied().flatten() {
                    Some(next) => at = next,
                    None => break,
                }
            }
            if seen.get(at) == Some(&round) && self.up.get(at).copied().flatten().is_some() {
                circles.push(self.cut_at(at));
            }
        }
        circles
    }

    fn cut_at(&mut self, within: usize) -> Vec<Id> {
        let mut circle = vec![within];
        while let Some(next) = circle.last().and_then(|at| self.up.get(*at).copied().flatten()) {
            if next == within {
                break;
            }
            circle.push(next);
        }
        let first = (0..circle.len()).min_by_key(|n| self.person(circle[*n])).unwrap_or(0);
        circle.rotate_left(first);
        if let Some(up) = circle.first().and_then(|at| self.up.get_mut(*at)) {
            *up = None;
        }
        circle.into_iter().map(|at| self.person(at)).collect()
    }

    /// Those whom each leads, and those at the top: in the order given, but whoever left and leads nobody comes last; at the
    /// top the largest trees come first and those of whom no line is known last.
    fn down(&self) -> (Vec<Vec<usize>>, Vec<usize>) {
        let mut led: Vec<Vec<usize>> = vec![Vec::new(); self.posts.len()];
        let mut top = Vec::new();
        for (at, post) in self.posts.iter().enumerate() {
            if self.held.get(&post.person) != Some(&at) {
                continue;
            }
            match self.up[at].and_then(|boss| led.get_mut(boss)) {
                Some(led) => led.push(at),
                None => top.push(at),
            }
        }
        let leads: Vec<bool> = led.iter().map(|l| !l.is_empty()).collect();
        let gone = |at: &usize| self.posts[*at].left && !leads[*at];
        for led in &mut led {
            led.sort_by_key(gone);
        }
        let sizes = sizes(&led, &top);
        let alone = |at: &usize| !leads[*at] && self.posts[*at].reports_to.is_none();
        top.sort_by_key(|at| (alone(at), Reverse(sizes[*at]), gone(at)));
        (led, top)
    }
}

/// How many stand in the tree of each, themselves among them.
fn sizes(led: &[Vec<usize>], top: &[usize]) -> Vec<usize> {
    let mut order = top.to_vec();
    let mut next = 0;
    while let Some(at) = order.get(next) {
        order.extend(led[*at].iter().copied());
        next += 1;
    }
    let mut sizes = vec![1; led.len()];
    for at in order.into_iter().rev() {
        sizes[at] += led[at].iter().map(|below| sizes[*below]).sum::<usize>();
    }
    sizes
}

impl Forest {
    /// The trees of these posts; whoever stands side by side keeps the order given.
    pub fn of(posts: &[Post]) -> Self {
        let held = held(posts);
        let mut lines = Lines::succeeded(posts, &held);
        let mut circles = lines.cut();
        if !circles.is_empty() {
            // What was noted is never bent into a circle.
            lines = Lines::noted(posts, &held);
            circles = lines.cut();
        }
        let (led, top) = lines.down();
        let mut branches: Vec<Branch> = Vec::with_capacity(held.len());
        let mut waiting: Vec<(usize, Option<usize>)> = top.into_iter().rev().map(|at| (at, None)).collect();
        while let Some((at, boss)) = waiting.pop() {
            let here = branches.len();
            let cut = if boss.is_none() { Self::why(&posts[at], &held, &circles) } else { None };
            branches.push(Branch {
                person: posts[at].person,
                post: at,
                depth: boss.map_or(0, |b: usize| branches[b].depth + 1),
                boss,
                below: 0,
                direct: led[at].len(),
                cut,
                vacant: posts[at].left && !led[at].is_empty(),
            });
            waiting.extend(led[at].iter().rev().map(|child| (*child, Some(here))));
        }
        for at in (0..branches.len()).rev() {
            if let Some(boss) = branches[at].boss {
                branches[boss].below += branches[at].below + 1;
            }
        }
        Self { branches, circles }
    }

    fn why(post: &Post, held: &HashMap<Id, usize>, circles: &[Vec<Id>]) -> Option<Cut> {
        let to = post.reports_to?;
        if circles.iter().any(|c| c.first() == Some(&post.person)) {
            return Some(Cut::Circle);
        }
        (!held.contains_key(&to)).then_some(Cut::Outside(to))
    }

    /// The branch of a person.
    pub fn find(&self, person: Id) -> Option<usize> {
        self.branches.iter().position(|b| b.person == person)
    }

    /// How many people stand at this depth or above.
    pub fn down_to(&self, depth: usize) -> usize {
        self.branches.iter().filter(|b| b.depth <= depth).count()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn post(person: Id, reports_to: Id) -> Post {
        Post { person, reports_to: Some(reports_to).filter(|id| *id != 0), ..Post::default() }
    }

    /// The chart as text: two columns a level, then the person; `-` before who left, `(n)` behind who is folded.
    fn drawn(forest: &Forest, rows: &[Shown]) -> Vec<String> {
        let sign = |guide: &Guide| match guide {
            Guide::Blank => "  ",
            Guide::Bar => "│ ",
            Guide::Tee => "├ ",
            Guide::Corner => "└ ",
        };
        let row = |row: &Shown| {
            let guides: String = row.guides.iter().map(sign).collect();
            let folded = if row.folded > 0 { format!(" ({})", row.folded) } else { String::new() };
            format!(
                "{guides}{}{}{folded}",
                forest.branches[row.branch].person,
                if row.aside { "?" } else { "" }
            )
        };
        rows.iter().map(row).collect()
    }

    fn all(forest: &Forest) -> Vec<String> {
        drawn(forest, &forest.shown(|_| false, |_| true))
    }

    #[test]
    fn the_largest_tree_stands_first_and_who_stands_alone_comes_last() {
        let posts = [post(9, 0), post(5, 6), post(6, 0), post(1, 0), post(2, 1), post(3, 2), post(4, 1)];
        let forest = Forest::of(&posts);
        assert_eq!(all(&forest), ["1", "├ 2", "│ └ 3", "└ 4", "6", "└ 5", "9"]);
        assert_eq!(forest.branches[0].below, 3);
        assert_eq!((forest.branches[0].direct, forest.down_to(1)), (2, 6));
        assert_eq!(forest.branches[forest.find(3).unwrap()].boss, forest.find(2));
    }

    #[test]
    fn folded_people_are_counted_and_hits_keep_their_bosses() {
        let posts = [post(1, 0), post(2, 1), post(3, 2), post(4, 1), post(5, 0)];
        let forest = Forest::of(&posts);
        let rows = forest.shown(|b| b.person == 1, |_| true);
        assert_eq!(drawn(&forest, &rows), ["1 (3)", "5"]);
        let rows = forest.shown(|_| false, |b| b.person == 3);
        assert_eq!(drawn(&forest, &rows), ["1?", "└ 2?", "  └ 3"]);
        let rows = forest.shown(|b| b.person == 2, |b| b.person == 3);
        assert_eq!(drawn(&forest, &rows), ["1?", "└ 2? (1)"]);
        assert_eq!(forest.shown(|_| true, |_| false), []);
    }

    #[test]
    fn a_line_out_of_the_account_and_a_circle_end_at_the_top() {
        let forest = Forest::of(&[post(1, 77), post(4, 3), post(3, 2), post(2, 4), post(5, 2), post(6, 6)]);
        assert_eq!(all(&forest), ["2", "├ 3", "│ └ 4", "└ 5", "1", "6"]);
        assert_eq!(forest.circles, [vec![2, 4, 3], vec![6]]);
        let cut = |person| forest.branches[forest.find(person).unwrap()].cut;
        assert_eq!((cut(1), cut(2), cut(6)), (Some(Cut::Outside(77)), Some(Cut::Circle), Some(Cut::Circle)));
        assert_eq!(cut(4), None);
    }

    #[test]
    fn who_left_leaves_a_vacancy_or_those_they_led_to_who_came_after_them() {
        let left = |person, boss, successor: Id| Post {
            left: true,
            successor: Some(successor).filter(|s| *s != 0),
            ..post(person, boss)
        };
        let forest = Forest::of(&[post(1, 0), left(2, 1, 0), post(3, 2), left(4, 1, 0), post(5, 1)]);
        assert_eq!(all(&forest), ["1", "├ 2", "│ └ 3", "├ 5", "└ 4"]);
        let vacant: Vec<_> = forest.branches.iter().filter(|b| b.vacant).map(|b| b.person).collect();
        assert_eq!(vacant, [2]);
        // Number 3 came after their boss: they report to that one's boss and lead their former colleague.
        let forest = Forest::of(&[post(1, 0), left(2, 1, 3), post(3, 2), post(4, 2)]);
        assert_eq!(all(&forest), ["1", "├ 3", "│ └ 4", "└ 2"]);
        assert!(forest.branches.iter().all(|b| !b.vacant));
        // A succession that would bend the lines into a circle is left alone.
        let forest = Forest::of(&[left(1, 0, 3), post(2, 1), post(3, 2)]);
        assert_eq!((all(&forest), forest.circles.len()), (vec!["1".into(), "└ 2".into(), "  └ 3".into()], 0));
    }

    #[test]
    fn of_two_posts_of_one_person_the_one_they_hold_counts() {
        let before = Post { left: true, ..post(1, 2) };
        for posts in
            [[before, post(1, 3), post(2, 0), post(3, 0)], [post(1, 3), before, post(2, 0), post(3, 0)]]
        {
            assert_eq!(all(&Forest::of(&posts)), ["3", "└ 1", "2"]);
        }
    }

    fn posts() -> impl Strategy<Value = Vec<Post>> {
        let post =
            (1..30i64, prop::option::of(1..35i64), any::<bool>(), prop::option::weighted(0.2, 1..35i64));
        let post = post.prop_map(|(person, reports_to, left, successor)| Post {
            person,
            reports_to,
            left,
            successor,
        });
        prop::collection::vec(post, 0..60)
    }

    proptest! {
        #[test]
        fn everybody_stands_in_it_exactly_once_below_their_boss(posts in posts(), folds in any::<u64>()) {
            let forest = Forest::of(&posts);
            let mut people: Vec<_> = forest.branches.iter().map(|b| b.person).collect();
            people.sort_unstable();
            let mut given: Vec<_> = posts.iter().map(|p| p.person).collect();
            given.sort_unstable();
            given.dedup();
            prop_assert_eq!(people, given);
            for (at, branch) in forest.branches.iter().enumerate() {
                prop_assert_eq!(posts[branch.post].person, branch.person);
                match branch.boss {
                    None => prop_assert_eq!(branch.depth, 0),
                    Some(boss) => {
                        let above = forest.branches[boss];
                        prop_assert!(boss < at && at <= boss + above.below);
                        prop_assert_eq!(above.depth + 1, branch.depth);
                    }
                }
            }
            prop_assert_eq!(&forest, &Forest::of(&posts), "it is always cut at the same place");
            let folded = |b: &Branch| folds >> (b.person % 64) & 1 == 1;
            let rows = forest.shown(folded, |_| true);
            let hidden: usize = rows.iter().map(|r| r.folded).sum();
            prop_assert_eq!(rows.len() + hidden, forest.branches.len());
            for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
                let stops = row.guides.last() == Some(&Guide::Corner);
                let beside = next.guides.len() == row.guides.len() && !row.guides.is_empty();
                prop_assert!(!(stops && beside), "what is the last has nobody after it");
            }
        }

        #[test]
        fn lines_are_as_noted_where_nobody_has_come_after_anybody(posts in posts()) {
            let posts: Vec<_> = posts.into_iter().map(|p| Post { successor: None, ..p }).collect();
            let forest = Forest::of(&posts);
            for branch in &forest.branches {
                let boss = branch.boss.map(|b| forest.branches[b].person);
                let cut = branch.cut.is_some();
                prop_assert_eq!(boss, posts[branch.post].reports_to.filter(|_| !cut));
            }
        }
    }
}
