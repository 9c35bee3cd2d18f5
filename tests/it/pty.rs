//! Stories in a real terminal: start, type, quit, resize, stop, kill, panic; whatever happens, the terminal is given back.
#![cfg(unix)]
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use cartera::lang::{Lang, Words};
use cartera::store::Store;
use cartera::store::query::log::LogQuery;
use cartera::ui::Look;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::MouseProtocolMode;

use crate::book::{clock, fill};

/// How long anything may take before a story fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where the child that panics has its book; without it that child does nothing.
const BOOK: &str = "CARTERA_TEST_PTY_BOOK";

/// A program in a terminal.
struct Tty {
    parser: vt100::Parser,
    bytes: Receiver<Vec<u8>>,
    writer: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
}

impl Tty {
    fn start(command: CommandBuilder) -> Self {
        let pair = native_pty_system().openpty(size(24, 100)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            while let Ok(n @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self { parser: vt100::Parser::new(24, 100, 0), bytes, writer, master: pair.master, child }
    }

    fn shown(&self) -> String {
        self.parser.screen().contents()
    }

    /// Takes what the program writes until this is so.
    fn until(&mut self, what: &str, so: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !so(self.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.bytes.recv_timeout(left) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(gone) => panic!("never ({gone}): {what}\n{}", self.shown()),
            }
        }
    }

    fn until_shown(&mut self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Waits for the program's end, and looks whether the terminal is as it was.
    fn given_back(mut self) -> portable_pty::ExitStatus {
        let end = Instant::now() + PATIENCE;
        loop {
            match self.bytes.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.parser.process(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it goes on\n{}", self.shown()),
            }
        }
        let status = self.child.wait().unwrap();
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen() && !screen.hide_cursor());
        assert!(!screen.bracketed_paste());
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert!(self.is_cooked(), "still raw");
        status
    }

    fn is_cooked(&self) -> bool {
        let flags = format!("{:?}", self.master.get_termios().unwrap().local_flags);
        flags.contains("ICANON") && flags.contains("ECHO")
    }
}

fn size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// A book with the people of the tests, in a folder that is home to nothing else.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fill(&mut Store::open(&home.path().join("book.cartera"), clock).unwrap());
    home
}

fn environment(command: &mut CommandBuilder, home: &Path) {
    for name in ["LC_ALL", "LC_MESSAGES", "NO_COLOR", "VISUAL"] {
        command.env_remove(name);
    }
    command.env("LANG", "en_US.UTF-8");
    command.env("TERM", "xterm-256color");
    command.env("EDITOR", "printf 'and more' >>");
    command.env("CARTERA_HOME", home);
}

/// The program on that book, on the day of the tests.
fn cartera(home: &Path) -> Tty {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_cartera"));
    command.args(["--on", "2026-11-23"]);
    environment(&mut command, home);
    let mut tty = Tty::start(command);
    tty.until_shown("capture");
    tty
}

fn logged(home: &Path) -> usize {
    let store = Store::open(&home.join("book.cartera"), clock).unwrap();
    store.log(&LogQuery::default()).unwrap().rows.len()
}

fn signal(tty: &Tty, name: &str) {
    let id = tty.child.process_id().unwrap().to_string();
    let sent = std::process::Command::new("kill").args([name, &id]).status().unwrap();
    assert!(sent.success());
}

#[test]
fn a_line_is_captured_and_the_terminal_given_back_at_q() {
    let home = home();
    let mut tty = cartera(home.path());
    assert!(tty.parser.screen().alternate_screen());
    tty.send("i");
    tty.until_shown("Capture");
    tty.send("call ana: prices\r");
    tty.until_shown("Logged: call with Ana Ruiz");
    tty.send("q");
    assert!(tty.given_back().success());
    assert_eq!(logged(home.path()), 1);
}

#[test]
fn the_health_of_the_day_is_kept_at_its_first_start_but_not_of_a_day_that_replaces_today() {
    let home = home();
    let kept = || {
        let store = Store::open(&home.path().join("book.cartera"), clock).unwrap();
        store.snapshots(1, chrono::NaiveDate::MIN).unwrap().len()
    };
    for (days, wanted) in [(vec!["--on", "2026-11-23"], 0), (vec![], 1), (vec![], 1)] {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_cartera"));
        command.args(days);
        environment(&mut command, home.path());
        let mut tty = Tty::start(command);
        tty.until_shown("capture");
        tty.send("q");
        assert!(tty.given_back().success());
        assert_eq!(kept(), wanted);
    }
}

#[test]
fn no_color_means_no_colour_in_any_cell_and_nothing_lost() {
    let home = home();
    let coloured = |tty: &Tty| {
        let screen = tty.parser.screen();
        let cells = (0..24).flat_map(|y| (0..100).filter_map(move |x| screen.cell(y, x)));
        cells.filter(|c| c.fgcolor() != vt100::Color::Default || c.bgcolor() != vt100::Color::Default).count()
    };
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_cartera"));
    command.args(["--on", "2026-11-23"]);
    environment(&mut command, home.path());
    command.env("NO_COLOR", "1");
    let mut plain = Tty::start(command);
    plain.until_shown("capture");
    let colour = cartera(home.path());
    assert_eq!(coloured(&plain), 0);
    assert!(coloured(&colour) > 0);
    assert_eq!(plain.shown(), colour.shown());
    for mut tty in [plain, colour] {
        tty.send("q");
        assert!(tty.given_back().success());
    }
}

#[test]
fn the_screen_follows_the_size_of_its_terminal() {
    let home = home();
    let mut tty = cartera(home.path());
    tty.master.resize(size(20, 70)).unwrap();
    tty.parser.screen_mut().set_size(20, 70);
    tty.until_shown("80 × 24");
    tty.master.resize(size(36, 120)).unwrap();
    tty.parser.screen_mut().set_size(36, 120);
    tty.until_shown("cartera  1 Today");
    tty.send("q");
    tty.given_back();
}

#[test]
fn what_the_shell_logs_is_seen_on_the_idle_screen() {
    let home = home();
    let mut tty = cartera(home.path());
    tty.send("4");
    tty.until_shown("Nothing");
    let mut shell = std::process::Command::new(env!("CARGO_BIN_EXE_cartera"));
    shell.args(["log", "call ana: from the other terminal", "--on", "2026-11-23"]);
    shell.env("CARTERA_HOME", home.path()).env("LANG", "en_US.UTF-8").stdout(std::process::Stdio::null());
    assert!(shell.status().unwrap().success());
    tty.until_shown("from the other terminal");
    tty.send("q");
    tty.given_back();
}

#[test]
fn a_terminated_program_gives_the_terminal_back_and_the_draft_is_there() {
    let home = home();
    for name in ["-TERM", "-HUP", "-INT"] {
        let mut tty = cartera(home.path());
        tty.send("i");
        tty.until_shown("Capture");
        // Another text each time: what the last one left is on the screen already.
        let text = format!("half a sent{name}");
        tty.send(&format!("\u{15}call ana: {text}"));
        tty.until_shown(&text);
        signal(&tty, name);
        assert!(tty.given_back().success(), "{name}");
        let mut tty = cartera(home.path());
        tty.send("i");
        tty.until_shown(&text);
        tty.send("\u{3}q");
        tty.given_back();
    }
}

#[test]
fn the_editor_has_the_terminal_for_itself_and_its_text_comes_back() {
    let home = home();
    let mut tty = cartera(home.path());
    tty.send("i");
    tty.until_shown("Capture");
    tty.send("call ana: prices\r");
    tty.until_shown("Logged");
    tty.send("4");
    tty.until_shown("prices");
    tty.send("\u{5}");
    tty.until_shown("pricesand more");
    tty.send("q");
    tty.given_back();
}

#[test]
fn an_idle_screen_writes_nothing_and_does_nothing() {
    let home = home();
    let mut tty = cartera(home.path());
    // What the start itself set off settles first.
    while let Ok(bytes) = tty.bytes.recv_timeout(Duration::from_millis(700)) {
        tty.parser.process(&bytes);
    }
    let stat = format!("/proc/{}/stat", tty.child.process_id().unwrap());
    let busy = || {
        let stat = std::fs::read_to_string(&stat).unwrap_or_default();
        stat.split_whitespace().skip(13).take(2).map(str::to_owned).collect::<Vec<_>>()
    };
    let before = busy();
    assert!(tty.bytes.recv_timeout(Duration::from_secs(1)).is_err(), "bytes while idle");
    assert_eq!(busy(), before);
    tty.send("q");
    tty.given_back();
}

#[test]
fn ctrl_z_goes_to_the_shell_and_fg_comes_back() {
    if std::process::Command::new("bash").arg("--version").output().is_err() {
        return;
    }
    let home = home();
    let mut command = CommandBuilder::new("bash");
    command.args(["--norc", "--noprofile", "-i"]);
    environment(&mut command, home.path());
    command.env("PS1", "prompt> ");
    let mut tty = Tty::start(command);
    tty.until_shown("prompt>");
    tty.send(&format!("{} --on 2026-11-23\r", env!("CARGO_BIN_EXE_cartera")));
    tty.until("the screen", |s| s.alternate_screen() && s.contents().contains("capture"));
    tty.send("\u{1a}");
    tty.until("the shell", |s| !s.alternate_screen() && s.contents().contains("Stopped"));
    tty.send("fg\r");
    tty.until("the screen again", |s| s.alternate_screen() && s.contents().contains("capture"));
    tty.send("q");
    tty.until("the shell again", |s| !s.alternate_screen() && s.contents().trim_end().ends_with("prompt>"));
    tty.send("exit\r");
    tty.given_back();
}

/// A clock that breaks as soon as there is a file beside the book that says so: a panic inside the loop.
fn breaking_clock() -> chrono::NaiveDateTime {
    let broken = std::env::var(BOOK).map(|book| Path::new(&book).with_extension("broken"));
    assert!(!broken.unwrap().exists(), "the clock broke");
    clock()
}

/// The program of the test below. Started by this program itself.
#[test]
#[ignore = "it is the other process of the test below"]
fn the_screen_that_panics() {
    let Ok(book) = std::env::var(BOOK) else { return };
    let folder = Path::new(&book).parent().unwrap().to_owned();
    cartera::tui::run(cartera::tui::Options {
        zone: chrono_tz::UTC,
        store: Store::open(Path::new(&book), clock).unwrap(),
        words: std::sync::Arc::new(Words::new(Lang::En)),
        look: Look::default(),
        notices: Vec::new(),
        clock: breaking_clock,
        on: None,
        state_folder: folder,
        programs: cartera::tui::terminal::Programs { editor: "true".to_owned(), desktop: false },
    })
    .unwrap();
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let home = home();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["pty::the_screen_that_panics", "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
    environment(&mut command, home.path());
    command.env(BOOK, home.path().join("book.cartera"));
    let mut tty = Tty::start(command);
    tty.until("the screen", |s| s.alternate_screen() && s.contents().contains("capture"));
    std::fs::write(home.path().join("book.broken"), "").unwrap();
    tty.send("j");
    tty.until_shown("the clock broke");
    assert!(!tty.given_back().success());
}

/// Names and lengths of what is in a folder and its folders; what the program tells of itself is no part of the book.
fn contents(folder: &Path) -> Vec<(std::path::PathBuf, u64)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten().filter(|e| e.file_name() != "state") {
        let about = entry.metadata().unwrap();
        if about.is_dir() {
            all.extend(contents(&entry.path()));
        }
        all.push((entry.path(), about.len()));
    }
    all.sort();
    all
}

#[test]
fn an_import_on_the_shell_says_how_far_it_is_and_ctrl_c_leaves_nothing_behind() {
    let home = home();
    let list = tempfile::tempdir().unwrap();
    let file = list.path().join("people.csv");
    let people = (0..120_000).map(|n| format!("Ana Ruiz {n},p{n}@x{}.example,Company {} SL\n", n / 9, n / 9));
    std::fs::write(&file, ["Name,Email,Company\n".to_owned()].into_iter().chain(people).collect::<String>())
        .unwrap();
    let before = (contents(home.path()), logged(home.path()));
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_cartera"));
    command.args(["import", &file.display().to_string()]);
    environment(&mut command, home.path());
    let mut tty = Tty::start(command);
    tty.until_shown("Reading");
    tty.send("\u{3}");
    tty.until_shown("Stopped: nothing was written");
    assert!(!tty.shown().contains("Reading"), "the line is gone\n{}", tty.shown());
    assert_eq!(tty.given_back().exit_code(), 1);
    assert_eq!((contents(home.path()), logged(home.path())), before);
    assert_eq!(contents(list.path()).len(), 1);
}
