//! How things are drawn: theme by meaning, text that cannot harm, lists, tables, forms. Draws from `&`.
pub mod cursor;
pub mod edit;
pub mod form;
pub mod found;
pub mod fuzzy;
pub mod glyph;
pub mod markdown;
pub mod meter;
pub mod panel;
pub mod pen;
pub mod seen;
pub mod settings;
pub mod sheet;
pub mod table;
pub mod text;
pub mod theme;

pub use cursor::Cursor;
pub use edit::Edit;
pub use form::Form;
pub use glyph::Glyphs;
pub use pen::{Pen, Span};
pub use seen::{Page, Region, Seen, Spot};
pub use settings::Look;
pub use sheet::Sheet;
pub use table::{Column, TableRow};
pub use theme::{Role, Theme};
