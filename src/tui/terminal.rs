//! The terminal as we found it, as we need it, and back.
use std::io::{BufWriter, Stdout, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;

use super::{editor, outside};
use crate::domain::explain::Explain;
use crate::ui::Seen;

/// Whether the terminal is ours now: the panic hook must not touch one that is not.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// What is started beside the screen.
#[derive(Debug, Clone, Default)]
pub struct Programs {
    /// The user's editor: `$VISUAL`, `$EDITOR` or `vi`.
    pub editor: String,
    /// Whether programs with windows can be opened here.
    pub desktop: bool,
}

/// The terminal while it is ours; dropped, it is as it was.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    programs: Programs,
}

impl Screen {
    /// Takes the terminal over, and sees to it that a panic gives it back.
    pub(super) fn enter(programs: Programs) -> anyhow::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
        take_over()?;
        // From here on a change of size is heard: one before the first look at the input would be lost.
        let heard = crossterm::event::poll(std::time::Duration::ZERO);
        match heard.and_then(|_| whole()) {
            Ok(terminal) => Ok(Self { terminal, programs }),
            Err(error) => {
                give_back();
                Err(error.into())
            }
        }
    }

    /// Columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        self.terminal.size().map_or((80, 24), |size| (size.width, size.height))
    }

    /// Draws one frame as a synchronised update, so that no half of it is ever seen.
    pub(super) fn draw(&mut self, draw: impl FnOnce(&mut Buffer) -> Seen) -> anyhow::Result<Seen> {
        let mut seen = Seen::default();
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        let drawn = self.terminal.draw(|frame| {
            seen = draw(frame.buffer_mut());
            if let Some(cursor) = seen.cursor {
                frame.set_cursor_position(cursor);
            }
        });
        let drawn = drawn.map(|_| ());
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        drawn?;
        Ok(seen)
    }

    /// Gives the terminal back while `work` runs, then takes it over again.
    fn lend<T>(&mut self, work: impl FnOnce(&str) -> T) -> anyhow::Result<T> {
        give_back();
        let done = work(&self.programs.editor);
        take_over()?;
        outside::Terminal::redraw(self)?;
        Ok(done)
    }
}

impl outside::Terminal for Screen {
    fn copy(&mut self, text: &str) -> anyhow::Result<()> {
        Ok(execute!(self.terminal.backend_mut(), CopyToClipboard::to_clipboard_from(text))?)
    }

    fn edit(&mut self, text: &str) -> anyhow::Result<Result<String, Explain>> {
        let folder = std::env::temp_dir();
        self.lend(|editor| editor::edit(editor, text, &folder))
    }

    fn open(&mut self, link: &str) -> bool {
        self.programs.desktop && open::that_detached(link).is_ok()
    }

    fn suspend(&mut self) -> anyhow::Result<()> {
        self.lend(|_| stop())
    }

    fn redraw(&mut self) -> anyhow::Result<()> {
        // `Terminal::clear` would ask the terminal where its cursor is, and fail after two seconds if it does not answer.
        self.terminal = whole()?;
        Ok(execute!(self.terminal.backend_mut(), Clear(ClearType::All))?)
    }
}

/// Stops the whole job, as the shell's own Ctrl-Z would, and returns when it is brought back. The group is asked by its
/// number 0, so that `cargo run` or `time` in front of us stops too; a group without a shell is not stopped at all.
fn stop() {
    // Without a shell there is nothing to go back to.
    let _ = std::process::Command::new("sh").args(["-c", "kill -TSTP 0"]).status();
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// A terminal of which nothing is drawn yet.
fn whole() -> std::io::Result<Terminal<CrosstermBackend<BufWriter<Stdout>>>> {
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(1 << 16, stdout())))
}

fn take_over() -> anyhow::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let entered =
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, EnableMouseCapture);
    if entered.is_err() {
        give_back();
    }
    Ok(entered?)
}

/// Undoes everything; a terminal that is gone is not an error here. Runs once for each taking over.
fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}
