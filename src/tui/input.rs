//! The input thread. It reads one batch and waits for the loop's go-on, so that an editor or a shell that has the terminal
//! for a while never has to share what is typed, and so that one frame is drawn per batch.
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind};

use super::Wake;
use crate::command::{Code, Key, Msg};

/// How many events one batch holds at the most.
const BATCH: usize = 512;

/// Starts the thread; it reads after each `()` sent.
pub(super) fn listen(wake: Sender<Wake>) -> Sender<()> {
    let (go_on, may_read) = channel();
    std::thread::spawn(move || {
        while may_read.recv().is_ok() {
            let sent = match batch() {
                Ok(events) => wake.send(Wake::Input(events)),
                Err(_) => wake.send(Wake::InputEnded),
            };
            if sent.is_err() {
                break;
            }
        }
    });
    go_on
}

/// Waits for one event and takes all that are pending behind it.
fn batch() -> std::io::Result<Vec<Event>> {
    let mut events = vec![crossterm::event::read()?];
    while events.len() < BATCH && crossterm::event::poll(Duration::ZERO)? {
        events.push(crossterm::event::read()?);
    }
    Ok(events)
}

/// What an event of the terminal means; `None` for one that means nothing here.
pub(super) fn msg(event: &Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => self::key(key).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Pasted(text.clone())),
        Event::Resize(columns, rows) => Some(Msg::Resized(*columns, *rows)),
        Event::Mouse(mouse) => match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Msg::Clicked(mouse.column, mouse.row)),
            MouseEventKind::ScrollUp => Some(Msg::Scrolled(mouse.column, mouse.row, -1)),
            MouseEventKind::ScrollDown => Some(Msg::Scrolled(mouse.column, mouse.row, 1)),
            _ => None,
        },
        Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

fn key(event: &KeyEvent) -> Option<Key> {
    let held = |modifier| event.modifiers.contains(modifier);
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::Delete => Code::Delete,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    let (ctrl, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    // AltGr arrives as Ctrl+Alt from some terminals: the character is what was meant.
    let altgr = ctrl && alt && matches!(code, Code::Char(c) if !c.is_ascii_alphanumeric());
    let mut key = Key { code, ctrl: ctrl && !altgr, alt: alt && !altgr, shift: held(KeyModifiers::SHIFT) };
    key.shift |= event.code == KeyCode::BackTab;
    if let Code::Char(c) = key.code {
        if key.ctrl {
            key.code = Code::Char(c.to_ascii_lowercase());
        } else if key.shift && c.is_lowercase() {
            key.code = Code::Char(c.to_uppercase().next().unwrap_or(c));
        }
        key.shift = false;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        key(&KeyEvent::new(code, modifiers))
    }

    #[test]
    fn what_the_terminal_calls_a_key_is_the_key_of_the_table() {
        let shift_tab = Key { shift: true, ..Key::plain(Code::Tab) };
        assert_eq!(pressed(KeyCode::BackTab, KeyModifiers::SHIFT), Some(shift_tab));
        assert_eq!(pressed(KeyCode::Char('U'), KeyModifiers::SHIFT), Some(Key::char('U')));
        assert_eq!(pressed(KeyCode::Char('P'), KeyModifiers::CONTROL), Some(Key::ctrl('p')));
        let altgr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(pressed(KeyCode::Char('@'), altgr), Some(Key::char('@')));
        assert_eq!(pressed(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn letting_a_key_go_is_nothing() {
        let mut event = KeyEvent::new(KeyCode::Char('x'), KeyModifiers::NONE);
        event.kind = KeyEventKind::Release;
        assert!(msg(&Event::Key(event)).is_none());
    }
}
