//! A report as it was handed out: what it said then can be read again, and the next one says what has changed since.
use chrono::NaiveDate;

use super::choice::{Choice, ReportKind};
use super::field::Link;
use super::kind::Kind;
use super::value::FieldKind::{Choice as OneOf, Day, Link as To, Note, Text};
use crate::entity;

entity! {
    /// A report that was issued.
    Issued {
        /// What it is called.
        title: String => Text, required, kept;
        /// What it is about.
        report: Option<ReportKind> => OneOf(ReportKind::SET), required, kept;
        /// Of which client; without one of all.
        account: Option<Link> => To(Kind::Account), kept;
        /// First day of the time it tells of.
        starts_on: Option<NaiveDate> => Day, kept;
        /// Last day of the time it tells of.
        ends_on: Option<NaiveDate> => Day, kept;
        /// When it was issued.
        day: Option<NaiveDate> => Day, required, kept;
        /// ISO 639 code of its language.
        language: String => Text, required, kept;
        /// What the next one is compared with, JSON.
        figures: String => Note, kept;
        /// Its blocks, JSON.
        document: String => Note, required, kept;
    }
}
