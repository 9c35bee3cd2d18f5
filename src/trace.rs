//! The log of the program, in the state folder: what was done by name and what failed by key, never a word of the book.
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use cartera::cli::place::Folders;
use cartera::store::Clock;
use cartera::store::open::private_folder;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::FormatTime;

/// A log of this length is put aside for a new one.
const LONGEST: u64 = 1 << 20;

/// Starts the log; without a state folder, or where it cannot be written, the program goes on without.
pub fn start(folders: Option<&Folders>, clock: Clock) {
    let Some(folders) = folders else { return };
    let file = LazyFile { path: folders.state.join("cartera.log"), open: Arc::default() };
    let log = tracing_subscriber::fmt().with_writer(file).with_timer(Timer(clock)).with_ansi(false);
    let _already = tracing::subscriber::set_global_default(log.finish());
}

/// The time of the one clock.
struct Timer(Clock);

impl FormatTime for Timer {
    fn format_time(&self, w: &mut Writer<'_>) -> std::fmt::Result {
        write!(w, "{}", (self.0)().format("%Y-%m-%dT%H:%M:%S"))
    }
}

/// A file that is made when the first line is written: asking for help leaves no trace.
#[derive(Debug, Clone)]
struct LazyFile {
    path: PathBuf,
    open: Arc<Mutex<Option<File>>>,
}

impl<'a> MakeWriter<'a> for LazyFile {
    type Writer = Self;
    fn make_writer(&'a self) -> Self::Writer {
        self.clone()
    }
}

impl Write for LazyFile {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let Ok(mut open) = self.open.lock() else { return Ok(line.len()) };
        if open.is_none() {
            *open = create(&self.path).ok();
        }
        if let Some(file) = open.as_mut() {
            file.write_all(line)?;
        }
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn create(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent().filter(|f| !f.exists()) {
        private_folder(folder)?;
    }
    if path.metadata().is_ok_and(|m| m.len() > LONGEST) {
        std::fs::rename(path, path.with_extension("log.old"))?;
    }
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
