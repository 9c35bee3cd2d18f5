//! The one table of commands, the keys that call them, what happened ([`Msg`]) and what must happen ([`Effect`]).
pub mod effect;
pub mod export;
pub mod form;
pub mod handout;
pub mod job;
pub mod key;
pub mod keymap;
pub mod msg;
pub mod table;
pub mod vault;

pub use effect::{
    Ask, Asked, Document, Draft, Effect, Farewell, Leads, Offered, OfferedRow, Only, Pace, Reader,
};
pub use export::{Export, Rows, Sheet};
pub use form::{FormOf, Step, Task};
pub use handout::{Handed, Handout};
pub use job::{Job, Progress};
pub use key::{Code, Key};
pub use keymap::{Keymap, Resolved};
pub use msg::Msg;
pub use table::{Command, KeyScope, LensKind, Row};
pub use vault::Vault;
