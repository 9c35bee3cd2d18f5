//! The views of the people, and what each must do.
use ratatui::layout::Rect;

use super::list::List;
use super::map::Map;
use super::network::Network;
use super::org::Org;
use super::selection::Selection;
use crate::command::{Command, Effect};
use crate::lens::{Cx, Why};
use crate::ui::{Page, Pen, Seen};

/// A picture of the selected people. It moves the cursor in the selection; the frame sees that another person is under it and
/// asks for their details.
pub(super) trait Picture {
    /// Whether it does this command itself now. It is asked before the frame, unless the details have the keys.
    fn can(&self, command: Command, people: &Selection, cx: &Cx<'_>) -> bool;

    /// Does it.
    fn update(&mut self, command: Command, people: &mut Selection, cx: &Cx<'_>) -> Vec<Effect>;

    /// Key of what it says of itself beside its name.
    fn note(&self) -> Option<&'static str> {
        None
    }

    /// Key of what the footer calls a command here, where that is not its own name.
    fn word(&self, _command: Command) -> Option<&'static str> {
        None
    }

    /// One of its rows or places was clicked.
    fn click(&mut self, row: usize, people: &mut Selection, _cx: &Cx<'_>) {
        people.stand(row);
    }

    /// The heading with that number was clicked.
    fn click_head(&mut self, _number: usize, _people: &mut Selection, _cx: &Cx<'_>) {}

    /// The wheel was turned over it; negative is up.
    fn scroll(&mut self, by: isize, people: &mut Selection, cx: &Cx<'_>);

    /// How what it shows of the person under the cursor is made, where that is not strength and cadence.
    fn why(&self, _people: &Selection, _cx: &Cx<'_>) -> Option<Why> {
        None
    }

    /// It was drawn like this.
    fn saw(&mut self, page: &Page);

    /// Draws itself; there is somebody to be drawn. `focused` unless the details have the keys.
    fn draw(&self, people: &Selection, focused: bool, pen: &mut Pen<'_>, area: Rect, cx: &Cx<'_>) -> Seen;
}

macro_rules! views {
    ($($(#[$doc:meta])* $view:ident = $name:literal, $field:ident: $picture:ty, $command:ident;)+) => {
        /// A view of the people.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum View { $($(#[$doc])* $view),+ }

        impl View {
            /// The views that exist, in the order in which they follow each other.
            pub const ALL: &'static [Self] = &[$(Self::$view),+];

            /// End of the key of its words (`people-view-<name>`).
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$view => $name),+ }
            }

            /// The command that shows it.
            pub const fn command(self) -> Command {
                match self { $(Self::$view => Command::$command),+ }
            }
        }

        /// Every picture, each with its own state.
        #[derive(Debug, Default)]
        pub(super) struct Pictures { $($field: $picture),+ }

        impl Pictures {
            /// The picture of a view.
            pub(super) fn get(&self, view: View) -> &dyn Picture {
                match view { $(View::$view => &self.$field),+ }
            }

            /// The picture of a view, to be changed, the people beside it.
            pub(super) fn get_mut(&mut self, view: View) -> &mut dyn Picture {
                match view { $(View::$view => &mut self.$field),+ }
            }
        }
    };
}

views! {
    /// One row a person.
    #[default]
    List = "list", list: List, ViewList;
    /// Influence against stance or interest.
    Map = "map", map: Map, ViewMap;
    /// Who reports to whom.
    Org = "org", org: Org, ViewOrg;
    /// Who sways whom.
    Network = "network", network: Network, ViewNetwork;
}

impl View {
    /// The view that a command shows.
    pub fn of(command: Command) -> Option<Self> {
        Self::ALL.iter().copied().find(|v| v.command() == command)
    }

    /// The view so many steps further on; they come round.
    pub(super) fn by(self, steps: usize) -> Self {
        let at = Self::ALL.iter().position(|v| *v == self).unwrap_or(0);
        Self::ALL.iter().copied().cycle().nth(at + steps).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_views_come_round_in_both_directions_and_each_has_its_command() {
        let count = View::ALL.len();
        for view in View::ALL {
            assert_eq!(view.by(count), *view);
            assert_eq!(view.by(1).by(count - 1), *view);
            assert_eq!(View::of(view.command()), Some(*view));
            assert_eq!(view.command().id(), format!("view-{}", view.name()));
        }
        assert_eq!(View::of(Command::View), None);
    }
}
