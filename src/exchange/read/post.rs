//! Calendars and letters, read from the file piece by piece: however long it is, memory stays small.
use std::io::BufRead;
use std::path::Path;

use chrono::NaiveDate;

use crate::domain::day::plus_days;
use crate::domain::explain::Explain;
use crate::domain::text::clean_line;
use crate::exchange::join::Import;
use crate::exchange::options::Options;
use crate::exchange::source::failed;
use crate::exchange::{calendar, mail};
use crate::lang::value::Context;
use crate::store::fault::Fault;

/// Reads the meetings of a calendar; the inner error is why it cannot be.
pub(super) fn calendar(
    from: &mut dyn BufRead,
    path: &Path,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    let (first, last) = window(options, cx);
    let how = calendar::How { zone: options.times().zone, window: (first, last), words: cx.words };
    Ok(match calendar::read(from, how, import)? {
        Err(error) => Err(failed(&error)),
        Ok(counted) => {
            let told = Explain::new("calendar-file").with("file", clean_line(&path.display().to_string()));
            let told = told.with("events", counted.events).with("first", first).with("last", last);
            import.files.push(told.with("outside", counted.outside).with("other", counted.other));
            Ok(())
        }
    })
}

/// First and last day of the meetings that are taken.
fn window(options: &Options, cx: &Context<'_>) -> (NaiveDate, NaiveDate) {
    let times = options.times();
    (plus_days(cx.today, -times.back), plus_days(cx.today, times.ahead))
}

/// Reads the letters of a mailbox; the inner error is why they cannot be.
pub(super) fn letters(
    from: &mut dyn BufRead,
    path: &Path,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    let how = mail::How { zone: options.times().zone, window: window(options, cx), words: cx.words };
    Ok(match mail::read(from, how, import)? {
        Err(error) => Err(failed(&error)),
        Ok(count) => {
            let told = Explain::new("mail-file").with("file", clean_line(&path.display().to_string()));
            import.files.push(told.with("count", count));
            Ok(())
        }
    })
}
