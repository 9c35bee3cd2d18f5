//! What is more than a row of a table: a figure with its bar and what explains it, a drawing with its numbers.
use rust_xlsxwriter::{ConditionalFormatDataBar, ConditionalFormatType, XlsxError};

use super::super::amount::amount;
use super::super::chart::{self, Numbers};
use super::super::style;
use super::{LONGEST, MOST_ROWS, Page, USUAL, height};
use crate::domain::guard::guarded;
use crate::report::block::{Drawing, Figure, Tone};
use crate::report::picture::Picture;
use crate::report::plain::{columns, one_line, safe};

impl Page<'_> {
    /// Label, value, how full, why; a sentence after a sign runs over all columns.
    pub(super) fn figure(&mut self, figure: &Figure) -> Result<(), XlsxError> {
        if is_sentence(figure) {
            let parts = [&figure.label, &figure.value, &figure.note].map(String::as_str);
            let said = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("  ");
            return self.prose(&said, figure.tone);
        }
        self.text(0, &figure.label, &style::note())?;
        self.value(1, &figure.value, &style::cell(figure.tone, false))?;
        let after = match figure.drawing {
            Drawing::Gauge(share) => {
                self.bar(2, share)?;
                3
            }
            Drawing::None | Drawing::Spark(_) => 2,
        };
        let beside = self.over(after, &figure.note)?;
        let room = self.widths.get(1).copied().unwrap_or(USUAL) + 2;
        let lines = columns(&one_line(&figure.value)).div_ceil(room).max(beside);
        if lines > 1 && self.row < MOST_ROWS {
            self.sheet.set_row_height(self.row, height(lines))?;
        }
        self.row += 1;
        Ok(())
    }

    /// Words that explain, over the columns from one on to the last over which words run; how many lines they take.
    fn over(&mut self, from: u16, words: &str) -> Result<usize, XlsxError> {
        let last = u16::try_from(self.prose.saturating_sub(1)).unwrap_or(u16::MAX);
        if words.is_empty() || amount(words, self.lang).is_some() || last <= from || self.row >= MOST_ROWS {
            self.value(from, words, &style::note())?;
            return Ok(1);
        }
        let wide = |at: u16| self.widths.get(usize::from(at)).map_or(USUAL, |width| width + 2);
        let room: usize = (from..=last).map(wide).sum();
        let words: String = safe(words).chars().take(LONGEST).collect();
        self.sheet.merge_range(self.row, from, self.row, last, &guarded(&words), &style::note())?;
        Ok(columns(&one_line(&words)).div_ceil(room.max(20)))
    }

    /// The numbers of a drawing, and below them the drawing.
    pub(super) fn picture(&mut self, of: &Picture) -> Result<(), XlsxError> {
        let Some(numbers) = Numbers::of(of, self.lang) else { return Ok(()) };
        let end = self.row + u32::try_from(numbers.names.len()).unwrap_or(0) + chart::ROWS + 2;
        // A drawing is not torn: it begins a page of its own with its title where this one has no room.
        if self.breaks.last().is_some_and(|page| end - page > self.fits && self.part > *page) {
            self.breaks.push(self.part);
        }
        let head = self.row;
        self.text(0, " ", &style::head(false))?;
        for (at, series) in (1..).zip(&numbers.series) {
            self.text(at, &series.title, &style::head(true))?;
        }
        for (row, name) in numbers.names.iter().enumerate() {
            self.row += 1;
            self.text(0, name, &style::cell(Tone::Text, false))?;
            for (at, series) in (1..).zip(&numbers.series) {
                if let Some(value) =
                    series.values.get(row).copied().flatten().filter(|_| self.row < MOST_ROWS)
                {
                    let format = style::cell(Tone::Text, true).set_num_format(series.format.as_str());
                    self.sheet.write_number_with_format(self.row, at, value, &format)?;
                } else if self.row < MOST_ROWS {
                    self.sheet.write_blank(self.row, at, &style::cell(Tone::Text, true))?;
                }
            }
        }
        let chart = numbers.chart(of, &self.sheet.name(), head);
        self.row += 2;
        if self.row < MOST_ROWS {
            self.sheet.insert_chart(self.row, 0, &chart)?;
        }
        self.row += chart::ROWS;
        Ok(())
    }

    /// A share as a bar; what it says stands beside it.
    pub(super) fn bar(&mut self, column: u16, share: f64) -> Result<(), XlsxError> {
        if self.row >= MOST_ROWS {
            return Ok(());
        }
        let format = style::cell(Tone::Text, true).set_num_format("0%");
        self.sheet.write_number_with_format(self.row, column, share, &format)?;
        let bar = ConditionalFormatDataBar::new()
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_maximum(ConditionalFormatType::Number, 1)
            .set_fill_color(style::BAR)
            .set_solid_fill(true)
            .set_bar_only(true);
        self.sheet.add_conditional_format(self.row, column, self.row, column, &bar)?;
        Ok(())
    }
}

/// Whether a figure is a sentence, with a sign before it or nothing.
pub(in crate::report::xlsx) fn is_sentence(figure: &Figure) -> bool {
    figure.label.chars().count() <= 2 && figure.drawing == Drawing::None
}
