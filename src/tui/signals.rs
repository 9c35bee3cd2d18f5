//! Signals of the system, as wakes of the loop.
use std::sync::mpsc::Sender;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};

use super::Wake;

/// A thread that turns signals into wakes.
pub(super) fn listen(wake: Sender<Wake>) -> anyhow::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT])?;
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            if wake.send(Wake::Signal(signal)).is_err() {
                break;
            }
        }
    })?;
    Ok(())
}
