//! KPIs: every indicator by period, judged, with where it will land; figures are read and entered here.
mod act;
mod chart;
mod column;
mod content;
mod detail;
mod doubt;
mod enter;
mod figure;
mod indicator;
mod order;
mod paste;
mod preview;
mod rows;
mod state;
mod view;
mod why;

pub use state::Kpis;
