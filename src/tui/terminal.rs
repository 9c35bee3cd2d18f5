//! The terminal as we found it, as we need it, and back.
use std::io::{BufWriter, Stdout, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::Show;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;

use crate::ui::Seen;

/// Whether the terminal is ours now: the panic hook must not touch one that is not.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; dropped, it is as it was.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Screen {
    /// Takes the terminal over, and sees to it that a panic gives it back.
    pub(super) fn enter() -> anyhow::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
        }));
        take_over()?;
        let terminal = Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(1 << 16, stdout())));
        match terminal {
            Ok(terminal) => Ok(Self { terminal }),
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

    /// Forgets what is on the screen, so that the next frame is drawn whole.
    pub(super) fn redraw(&mut self) -> anyhow::Result<()> {
        Ok(self.terminal.clear()?)
    }

    /// Gives the terminal back while `work` runs, then takes it over again.
    pub(super) fn lend<T>(&mut self, work: impl FnOnce() -> T) -> anyhow::Result<T> {
        give_back();
        let done = work();
        take_over()?;
        self.terminal.clear()?;
        Ok(done)
    }

    /// Writes an escape sequence of ours: the clipboard.
    pub(super) fn write(&mut self, command: impl crossterm::Command) -> anyhow::Result<()> {
        execute!(self.terminal.backend_mut(), command)?;
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
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
