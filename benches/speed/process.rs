//! The program itself in a terminal of its own: how soon it draws, and how much memory it ever held.
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::books::today;
use super::measure::Series;

/// On every first frame of every book: a tab.
const SIGN: &[u8] = b"Tramuntana";

/// What was measured on the running program.
pub struct Running {
    /// From its start to the first frame, with the demo book.
    pub demo: Series,
    /// The same with the large book.
    pub large: Series,
    /// Most memory it held with the large book, in MB (`VmHWM`); `None` where the system does not say.
    pub memory: Option<f64>,
}

/// Starts the program on both books in turn; `None` if it does not draw.
pub fn start_all(demo: &Path, large: &Path) -> anyhow::Result<Option<Running>> {
    let home = tempfile::tempdir()?;
    let mut running = Running { demo: Series::default(), large: Series::default(), memory: None };
    for _ in 0..40 {
        for (book, series) in [(demo, &mut running.demo), (large, &mut running.large)] {
            let drawn = series.time(|| Program::start(book, home.path()))?;
            let Some(mut program) = drawn else { return Ok(None) };
            program.leave()?;
        }
    }
    if let Some(mut program) = Program::start(large, home.path())? {
        for keys in ["2", "3", "4", "\x1b[6~\x1b[6~\x1b[6~\x1b[6~", "/", "renov", "\x1b", "1"] {
            program.press(keys)?;
        }
        running.memory = program.memory();
        program.leave()?;
    }
    Ok(Some(running))
}

/// The program, started.
struct Program {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    _terminal: Box<dyn MasterPty + Send>,
}

impl Program {
    /// Starts it and waits for its first frame.
    fn start(book: &Path, home: &Path) -> anyhow::Result<Option<Self>> {
        let size = PtySize { rows: 36, cols: 120, pixel_width: 0, pixel_height: 0 };
        let terminal = native_pty_system().openpty(size)?;
        let mut command = CommandBuilder::new(PathBuf::from(env!("CARGO_BIN_EXE_cartera")));
        command.args(["--file", &book.to_string_lossy(), "--on", &today().to_string()]);
        command.env_clear();
        for folder in ["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"] {
            command.env(folder, home);
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "en_GB.UTF-8");
        let child = terminal.slave.spawn_command(command)?;
        drop(terminal.slave);
        let mut reader = terminal.master.try_clone_reader()?;
        let (told, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if told.send(buffer.iter().take(read).copied().collect()).is_err() {
                    break;
                }
            }
        });
        let keys = terminal.master.take_writer()?;
        let mut program = Self { child, keys, output, _terminal: terminal.master };
        if program.shows_within(SIGN, Duration::from_secs(10)) {
            return Ok(Some(program));
        }
        program.child.kill()?;
        program.child.wait()?;
        Ok(None)
    }

    fn shows_within(&self, sign: &[u8], patience: Duration) -> bool {
        let (start, mut seen) = (Instant::now(), Vec::new());
        while let Some(left) = patience.checked_sub(start.elapsed()) {
            let Ok(piece) = self.output.recv_timeout(left) else { return false };
            seen.extend(piece);
            if seen.windows(sign.len()).any(|w| w == sign) {
                return true;
            }
        }
        false
    }

    /// Presses keys and waits until nothing more is drawn.
    fn press(&mut self, keys: &str) -> anyhow::Result<()> {
        self.keys.write_all(keys.as_bytes())?;
        while self.output.recv_timeout(Duration::from_millis(300)).is_ok() {}
        Ok(())
    }

    /// The peak of its memory in MB.
    fn memory(&self) -> Option<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find(|l| l.starts_with("VmHWM"))?;
        let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
        Some(kilobytes / 1024.0)
    }

    /// Leaves it with `q`, as a person does.
    fn leave(&mut self) -> anyhow::Result<()> {
        self.keys.write_all(b"q")?;
        let patience = Instant::now() + Duration::from_secs(5);
        while self.child.try_wait()?.is_none() {
            match self.output.recv_timeout(Duration::from_millis(5)) {
                Ok(_) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected)
                    if Instant::now() < patience => {}
                Ok(_) | Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    self.child.kill()?;
                }
            }
        }
        Ok(())
    }
}
