//! The program: the one clock, the log of the program, and the two front doors.
mod trace;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Mutex;

use cartera::cli::place::Folders;
use cartera::cli::{self, Env, Opening};
use cartera::tui;
use cartera::tui::terminal::Programs;
use cartera::ui::settings;

/// Where the program stumbled over itself; its message may hold words of the user and is told to nobody.
static STUMBLED: Mutex<String> = Mutex::new(String::new());

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let folders = Folders::of_process();
    trace::start(folders.as_ref(), now);
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        tracing::error!(place, "stumbled");
        if let Ok(mut stumbled) = STUMBLED.lock() {
            *stumbled = place;
        }
    }));
    let (settings, mistakes) = settings_of(folders.as_ref());
    let lang = settings.lang.unwrap_or_else(cli::place::lang_of_process);
    let env = Env { clock: now, zone: zone(), open, folders, lang, keys: settings.look.keys, mistakes };
    catch_unwind(AssertUnwindSafe(|| cli::run(&args, &env))).unwrap_or_else(|_| {
        let place = STUMBLED.lock().map(|place| place.clone()).unwrap_or_default();
        cli::stumbled(&place, &env)
    })
}

/// The only clock.
fn now() -> chrono::NaiveDateTime {
    chrono::Local::now().naive_local()
}

/// The zone that `TZ` names, as the clock has it, or that of this machine; universal time where the system does not say.
fn zone() -> chrono_tz::Tz {
    let named = std::env::var("TZ").ok().and_then(|name| name.trim_start_matches(':').parse().ok());
    let of_machine = || iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok());
    named.or_else(of_machine).unwrap_or(chrono_tz::UTC)
}

/// Whether programs with windows can be opened here: where there is a desktop, and nobody comes from afar.
fn desktop() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let afar = ["SSH_CONNECTION", "SSH_TTY"].into_iter().any(is_set);
    let shown = cfg!(any(windows, target_os = "macos"));
    !afar && (shown || ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(is_set))
}

/// What the settings file says, and its mistakes; a file that is not there says nothing.
fn settings_of(folders: Option<&Folders>) -> (settings::Settings, Vec<cartera::domain::explain::Explain>) {
    let text = folders.and_then(|f| std::fs::read(f.settings()).ok()).unwrap_or_default();
    settings::read(&String::from_utf8_lossy(&text))
}

/// Opens the screen.
fn open(opening: Opening) -> anyhow::Result<()> {
    let (settings, notices) = settings_of(opening.folders.as_ref());
    let editor =
        ["VISUAL", "EDITOR"].iter().find_map(|v| std::env::var(v).ok().filter(|e| !e.trim().is_empty()));
    let mut look = settings.look;
    if std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty()) {
        look.theme = cartera::ui::Theme::Mono;
    }
    tui::run(tui::Options {
        store: opening.store,
        words: opening.words,
        look,
        notices,
        clock: opening.clock,
        zone: zone(),
        on: opening.on,
        state_folder: opening.folders.map_or_else(std::env::temp_dir, |f| f.state),
        programs: Programs { editor: editor.unwrap_or_else(|| "vi".to_owned()), desktop: desktop() },
    })
}
