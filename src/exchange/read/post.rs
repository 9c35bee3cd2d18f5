//! Calendars and letters, read from the file piece by piece: however long it is, memory stays small.
use std::cell::Cell;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Result as Told};
use std::path::Path;
use std::rc::Rc;

use super::failed;
use crate::domain::day::plus_days;
use crate::domain::explain::Explain;
use crate::domain::text::clean_line;
use crate::exchange::join::Import;
use crate::exchange::options::Options;
use crate::exchange::{calendar, mail};
use crate::lang::value::Context;
use crate::store::fault::Fault;

/// How much of a file is looked at and read at a time, in bytes.
const ROOM: usize = 64 * 1024;

/// A file that counts what was read of it.
struct Counted {
    file: File,
    read: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> Told<usize> {
        let count = self.file.read(into)?;
        self.read.set(self.read.get() + count as u64);
        Ok(count)
    }
}

/// What a file holds, by how it begins: a calendar, letters, or `None`.
fn kind(start: &[u8]) -> Option<Kept> {
    let text = String::from_utf8_lossy(start);
    if calendar::is_calendar(&text) {
        Some(Kept::Calendar)
    } else if mail::is_mail(start) {
        Some(Kept::Letters)
    } else {
        None
    }
}

/// What is kept in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    Calendar,
    Letters,
}

/// Reads a calendar or letters; `None` for files of another kind and for those that cannot be opened. The inner error is why it
/// cannot be read to its end.
pub(super) fn take(
    path: &Path,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Option<Result<(), Explain>>, Fault> {
    let Ok(file) = File::open(path) else { return Ok(None) };
    let counted = Counted { file, read: import.read.clone() };
    let mut from = BufReader::with_capacity(ROOM, counted);
    // A folder can be opened but not read.
    let Ok(start) = from.fill_buf() else { return Ok(None) };
    let Some(kept) = kind(start) else {
        import.read.set(0);
        return Ok(None);
    };
    let read = match kept {
        Kept::Calendar => calendar(&mut from, path, options, import, cx),
        Kept::Letters => letters(&mut from, path, options, import, cx),
    };
    read.map(Some)
}

/// Reads the meetings of a calendar; the inner error is why it cannot be.
pub(super) fn calendar(
    from: &mut dyn BufRead,
    path: &Path,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    let times = options.times();
    let (first, last) = (plus_days(cx.today, -times.back), plus_days(cx.today, times.ahead));
    let how = calendar::How { zone: times.zone, window: (first, last), words: cx.words };
    Ok(match calendar::read(from, how, &mut |reading| import.take_talk(reading))? {
        Err(error) => Err(failed(&error)),
        Ok(counted) => {
            let told = Explain::new("calendar-file").with("file", clean_line(&path.display().to_string()));
            let told = told.with("events", counted.events).with("first", first).with("last", last);
            import.files.push(told.with("outside", counted.outside).with("other", counted.other));
            Ok(())
        }
    })
}

fn letters(
    from: &mut dyn BufRead,
    path: &Path,
    options: &Options,
    import: &mut Import<'_>,
    cx: &Context<'_>,
) -> Result<Result<(), Explain>, Fault> {
    let how = mail::How { zone: options.times().zone, words: cx.words };
    Ok(match mail::read(from, how, &mut |reading| import.take_talk(reading))? {
        Err(error) => Err(failed(&error)),
        Ok(count) => {
            let told = Explain::new("mail-file").with("file", clean_line(&path.display().to_string()));
            import.files.push(told.with("count", count));
            Ok(())
        }
    })
}
