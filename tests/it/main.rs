//! Stories and laws of the whole program.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops where it fails")]

mod accounts_lens;
mod acts;
mod backup;
mod behind;
mod book;
mod capture;
mod cli;
mod computed;
mod crash;
mod demo;
mod docs;
mod exchange_book;
mod faces;
mod hostile;
mod house;
mod import;
mod journal;
mod kam;
mod log_lens;
mod log_pages;
mod paste;
mod people_lens;
mod pty;
mod refusal;
mod report;
mod scorecard;
mod screen;
mod sheets;
mod sizes;
mod stage;
mod story;
mod today_lens;
mod whole;
mod widgets;
mod words;
