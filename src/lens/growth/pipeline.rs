//! The pipeline: possible sales by stage, as a board or as a table, and one of them on a page.
//!
//! `selection` has the sales of the scope, whom filter and narrowing leave, their order and the sale under the cursor, who is
//! kept from the board to the table, from scope to scope and from one state of the book to the next. `board` and `table` draw
//! it; `page` draws one sale beside it or alone; `offer` is what can be chosen and asked.
mod act;
mod board;
mod foot;
mod offer;
mod order;
mod page;
mod selection;
mod state;
mod table;
mod title;

pub use state::Pipeline;
