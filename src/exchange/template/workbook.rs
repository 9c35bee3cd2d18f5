//! The template as a workbook: lists to choose from, bounds, and what each column is for where its cells are selected.
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError,
};

use super::{Column, columns, example, marked};
use crate::domain::day::day;
use crate::domain::explain::Explain;
use crate::domain::guard::guarded;
use crate::domain::kind::Kind;
use crate::domain::value::FieldKind;
use crate::exchange::out::workbook::excel_day;
use crate::lang::value::Context;
use crate::lang::{choice, field};

/// The last row that offers its lists.
const ROWS: u32 = 2_000;

/// The most names that a list offers.
const MOST: usize = 5_000;

/// What a spreadsheet shows of a message.
const TITLE: usize = 32;
const MESSAGE: usize = 250;

/// The template, with the names of the book to choose from where a column leads to other records. The first sheet is filled in; the
/// second explains it.
///
/// # Errors
/// `template-unmade` with what could not be made.
pub fn workbook(kind: Kind, cx: &Context<'_>) -> Result<Vec<u8>, Explain> {
    written(kind, cx).map_err(|e| Explain::new("template-unmade").with("error", e))
}

fn written(kind: Kind, cx: &Context<'_>) -> Result<Vec<u8>, XlsxError> {
    let columns = columns(kind);
    let mut book = Workbook::new();
    let mut lists = Lists::default();
    fill(book.add_worksheet(), kind, &columns, &mut lists, cx)?;
    guide(book.add_worksheet(), &columns, cx)?;
    lists.write(book.add_worksheet())?;
    book.save_to_buffer()
}

fn head_format() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00E8_EEF4))
        .set_border_bottom(FormatBorder::Thin)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
}

fn fill(
    sheet: &mut Worksheet,
    kind: Kind,
    columns: &[Column],
    lists: &mut Lists,
    cx: &Context<'_>,
) -> Result<(), XlsxError> {
    let head = head_format();
    let shown = Format::new().set_italic().set_font_color(Color::RGB(0x0076_7676));
    sheet.set_name(sheet_name(&field::kinds(kind, cx.words)))?;
    let examples = marked(columns.iter().map(|c| example::of(c, cx)).collect());
    for ((at, column), example) in (0..).zip(columns).zip(&examples) {
        let label = column.label(cx.words);
        let wide = label.chars().count().max(example.chars().count()).clamp(10, 40);
        sheet.set_column_width(at, u32::try_from(wide + 3).map_or(14.0, f64::from))?;
        sheet.write_string_with_format(0, at, guarded(&label), &head)?;
        sheet.write_string_with_format(1, at, guarded(example), &shown)?;
        sheet.add_data_validation(1, at, ROWS, at, &validation(column, lists, cx)?)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    Ok(())
}

/// What the cells of a column take: a message where one is selected, a list or bounds where there are any.
fn validation(column: &Column, lists: &mut Lists, cx: &Context<'_>) -> Result<DataValidation, XlsxError> {
    let accepted = column.accepted(cx.words);
    let mut rule = match column.spec.kind {
        FieldKind::Choice(set) => {
            let words = set.values.iter().map(|v| choice::show(set, v, cx.words)).collect();
            DataValidation::new().allow_list_formula(lists.range(set.name, words))
        }
        FieldKind::Flag => {
            let words = ["value-yes", "value-no"].map(|key| cx.words.get(key)).to_vec();
            DataValidation::new().allow_list_formula(lists.range("flag", words))
        }
        FieldKind::Link(to) if to.has_names() && cx.directory.of(to).next().is_some() => {
            let names = cx.directory.of(to).take(MOST).map(|n| n.name.clone()).collect();
            DataValidation::new().allow_list_formula(lists.range(to.name(), names))
        }
        FieldKind::Score(low, high) | FieldKind::Count(low, high) => {
            match (i32::try_from(low), i32::try_from(high)) {
                (Ok(low), Ok(high)) => {
                    DataValidation::new().allow_whole_number(DataValidationRule::Between(low, high))
                }
                _ => DataValidation::new().allow_any_value(),
            }
        }
        FieldKind::Day => match (excel_day(day(1900, 1, 1)), excel_day(day(2200, 1, 1))) {
            (Some(first), Some(last)) => {
                DataValidation::new().allow_date(DataValidationRule::Between(first, last))
            }
            _ => DataValidation::new().allow_any_value(),
        },
        _ => DataValidation::new().allow_any_value(),
    };
    // A day may also be written as `in two weeks`, a name may be new: a warning that can be passed, not a wall.
    let soft = matches!(column.spec.kind, FieldKind::Day | FieldKind::Link(_));
    rule = rule.set_error_style(if soft {
        DataValidationErrorStyle::Warning
    } else {
        DataValidationErrorStyle::Stop
    });
    let help = column.help(cx.words);
    rule.set_input_title(cut(&column.label(cx.words), TITLE))?
        .set_input_message(cut(&format!("{help}\n{accepted}"), MESSAGE))?
        .set_error_title(cut(&column.label(cx.words), TITLE))?
        .set_error_message(cut(&accepted, MESSAGE - 30))
}

fn cut(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(most / 2 * 2 - 1).collect();
    while cut.encode_utf16().count() > most - 1 {
        cut.pop();
    }
    format!("{cut}…")
}

/// A sheet that says of each column what it is for and what it takes.
fn guide(sheet: &mut Worksheet, columns: &[Column], cx: &Context<'_>) -> Result<(), XlsxError> {
    let words = cx.words;
    let (head, lines) = (head_format(), Format::new().set_text_wrap().set_align(FormatAlign::Top));
    sheet.set_name(words.get("template-guide"))?;
    let heads = ["template-column", "template-must", "template-takes", "template-help"];
    for (at, (key, wide)) in (0..).zip(heads.into_iter().zip([26.0, 12.0, 48.0, 60.0])) {
        sheet.write_string_with_format(0, at, words.get(key), &head)?;
        sheet.set_column_width(at, wide)?;
    }
    for (row, column) in (1..).zip(columns) {
        let must = words.get(if column.required { "value-yes" } else { "value-no" });
        let cells = [column.label(words), must, column.accepted(words), column.help(words)];
        for (at, text) in (0..).zip(&cells) {
            sheet.write_string_with_format(row, at, guarded(text), &lines)?;
        }
    }
    let last = u32::try_from(columns.len()).unwrap_or(0) + 2;
    sheet.write_string(last, 0, words.get("template-examples"))?;
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// A name that spreadsheets take.
fn sheet_name(name: &str) -> String {
    name.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect()
}

/// What columns are chosen from: columns of a sheet that is not shown.
#[derive(Default)]
struct Lists(Vec<(String, Vec<String>)>);

/// What the sheet of lists is called.
const LISTS: &str = "lists";

impl Lists {
    /// Where a list stands; the same list only once.
    fn range(&mut self, name: &str, words: Vec<String>) -> Formula {
        let at = self.0.iter().position(|(n, _)| n == name).unwrap_or_else(|| {
            self.0.push((name.to_owned(), words));
            self.0.len() - 1
        });
        let count = self.0.get(at).map_or(1, |(_, words)| words.len().max(1));
        let letters = crate::exchange::figures::column_letters(at);
        Formula::new(format!("={LISTS}!${letters}$1:${letters}${count}"))
    }

    fn write(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(LISTS)?.set_hidden(true);
        for (column, (_, words)) in (0..).zip(&self.0) {
            for (row, word) in (0..).zip(words) {
                sheet.write_string(row, column, guarded(word))?;
            }
        }
        Ok(())
    }
}
