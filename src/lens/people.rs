//! People: who decides, who influences, who uses, and whom we have neglected.
//!
//! Several pictures of the same people. What they share is the `selection`: everybody of the scope, whom filter and narrowing
//! leave, their order, marks, and the person under the cursor, who is kept from picture to picture, from scope to scope and
//! from one state of the book to the next. The frame (`state`, `act`, `view`) has what holds for all of them: title, the strip
//! of the buying centre, details at the right, narrowing, marks. A picture draws the selection into the area it is given and
//! does the commands that move about in it.
//!
//! To add a view:
//!
//! 1. a file with a struct that is `views::Picture`, its parts in a folder of the same name;
//! 2. a line in the table of `views`;
//! 3. a row `View… = "view-…" []` in the command table, under `Everywhere`, and the words `command-view-…`, `…-help` and
//!    `people-view-…`.
//!
//! A picture that needs more of the book asks for it in `People::queries`, keeps the answer in the selection and borrows it.
mod act;
mod column;
mod course;
mod details;
mod fact;
mod filter;
mod item;
mod list;
mod map;
mod merge;
mod nets;
mod network;
mod offer;
mod order;
mod org;
mod page;
mod row;
mod selection;
mod state;
mod strip;
mod ties;
mod title;
mod view;
mod views;
mod why;

pub use state::People;
pub use views::View;
