//! A mail opened with the system's mail program; where there is none, copied as a link.
use super::Terminal;
use crate::command::Msg;
use crate::domain::explain::Explain;
use crate::domain::text::clean;
use crate::report::mail::Mail;

/// Longer links are cut by systems and mail programs on their way, in bytes.
const MOST: usize = if cfg!(windows) { 2_000 } else { 8_000 };

/// Opens a mail; what has no room in its link goes to the clipboard, and `goes_on` stands where it belongs.
pub(super) fn write(mail: &Mail, goes_on: &str, terminal: &mut dyn Terminal) -> anyhow::Result<Msg> {
    let (link, rest) = mail.within(MOST, goes_on);
    if !terminal.open(&link) {
        terminal.copy(&mail.link())?;
        return Ok(Msg::Noticed(Explain::new("mail-no-program")));
    }
    Ok(Msg::Noticed(match rest {
        None => Explain::new("mail-opened"),
        Some(rest) => {
            terminal.copy(&clean(&rest))?;
            Explain::new("mail-opened-cut")
        }
    }))
}
