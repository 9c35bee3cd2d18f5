//! How cells look: as on paper, few colours.
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report::block::Tone;

/// Colour of what explains.
const MUTED: Color = Color::RGB(0x59_636E);
/// Colour of hairlines.
pub const LINE: Color = Color::RGB(0xD5_DAE0);
/// Colour of bars in cells.
pub const BAR: Color = Color::RGB(0x9D_BFDF);

/// The title of the paper.
pub fn title() -> Format {
    Format::new().set_bold().set_font_size(16)
}

/// What stands below it, and notes.
pub fn muted() -> Format {
    Format::new().set_font_color(MUTED)
}

/// What explains a figure: labels and notes beside it.
pub fn note() -> Format {
    muted().set_text_wrap().set_align(FormatAlign::Left).set_align(FormatAlign::Top)
}

/// The title of a section, or of a part of one.
pub fn heading(level: u8) -> Format {
    Format::new().set_bold().set_font_size(if level > 1 { 11 } else { 13 })
}

/// Words over several columns.
pub fn prose(tone: Tone) -> Format {
    toned(Format::new(), tone).set_text_wrap().set_align(FormatAlign::Top)
}

/// The title of a column.
pub fn head(right: bool) -> Format {
    let align = if right { FormatAlign::Right } else { FormatAlign::Left };
    let format =
        Format::new().set_bold().set_font_color(MUTED).set_align(align).set_align(FormatAlign::Bottom);
    format.set_text_wrap().set_border_bottom(FormatBorder::Medium).set_border_bottom_color(MUTED)
}

/// A cell of a table.
pub fn cell(tone: Tone, right: bool) -> Format {
    let align = if right { FormatAlign::Right } else { FormatAlign::Left };
    let format = toned(Format::new(), tone).set_align(align).set_align(FormatAlign::Top);
    format.set_text_wrap().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE)
}

/// A drawing made of signs.
pub fn drawn(tone: Tone) -> Format {
    cell(tone, false).set_font_name("Consolas").set_font_size(9)
}

fn toned(format: Format, tone: Tone) -> Format {
    match tone {
        Tone::Text => format,
        Tone::Muted => format.set_font_color(MUTED),
        Tone::Heading => format.set_bold(),
        Tone::Accent => format.set_font_color(Color::RGB(0x1F_5F9E)),
        Tone::Good => format.set_font_color(Color::RGB(0x1A_7340)),
        Tone::Warn => format.set_font_color(Color::RGB(0x8C_5A00)),
        Tone::Bad => format.set_bold().set_font_color(Color::RGB(0xB3_261E)),
    }
}
