//! What floats above the lens; the topmost has the keys.
use ratatui::layout::Rect;

use super::boss::Bosses;
use super::capture::CaptureLine;
use super::catalogue::Catalogue;
use super::columns::Columns;
use super::columns::pick::Picker;
use super::conflict::Conflict;
use super::dedupe::Recognised;
use super::files::Files;
use super::forms::OpenForm;
use super::guide::Guided;
use super::handout::Sheet;
use super::help::Help;
use super::history::History;
use super::import::Preview;
use super::menu::Menu;
use super::merge::MergeOpen;
use super::palette::Palette;
use super::partner::Partner;
use super::passed::Passed;
use super::question::Question;
use super::review::Weekly;
use super::twins::Twins;
use super::why::Reasons;
use super::work::Working;
use crate::command::KeyScope;
use crate::lens::Cx;
use crate::ui::{Edit, Page, Pen, Region, Role, Seen};

/// Something above the lens.
#[derive(Debug)]
pub(super) enum Layer {
    /// The line that narrows the list in front of me.
    Find(Edit),
    /// A form.
    Form(Box<OpenForm>),
    /// The capture line.
    Capture(Box<CaptureLine>),
    /// Commands, accounts and people by name; all text behind a leading space.
    Palette(Palette),
    /// The keys.
    Help(Help),
    /// Why a row is here, how a figure is made.
    Why(Reasons),
    /// A few values, each with its letter.
    Menu(Menu),
    /// Questions that lead to a value.
    Guide(Guided),
    /// Whom somebody reports to.
    Boss(Box<Bosses>),
    /// One value.
    Question(Question),
    /// What happened.
    History(History),
    /// Changed elsewhere: mine or theirs.
    Conflict(Conflict),
    /// Ready indicators to pick from.
    Catalogue(Box<Catalogue>),
    /// What was planned and has passed.
    Passed(Box<Passed>),
    /// Who may be in the book twice.
    Twins(Twins),
    /// Whom to merge a person with.
    Partner(Partner),
    /// Two people as they would become one.
    Merge(Box<MergeOpen>),
    /// The weekly review.
    Weekly(Box<Weekly>),
    /// A document being asked for.
    Handout(Box<Sheet>),
    /// Long work under way.
    Work(Working),
    /// Picking a file.
    Files(Box<Files>),
    /// What an import would do.
    Import(Box<Preview>),
    /// What the columns of its tables are.
    Columns(Box<Columns>),
    /// What its rows are, or what a column holds.
    Pick(Box<Picker>),
    /// What an import recognised.
    Dedupe(Box<Recognised>),
}

impl Layer {
    /// The scopes that are open while it is on top.
    pub(super) const fn scopes(&self) -> &'static [KeyScope] {
        match self {
            Self::Form(_) => &[KeyScope::Form, KeyScope::Always],
            Self::Capture(_) => &[KeyScope::Capture, KeyScope::Always],
            Self::Work(_) => &[KeyScope::Always],
            Self::Files(_) => &[KeyScope::Files, KeyScope::Always],
            Self::Import(_) => &[KeyScope::Import, KeyScope::Always],
            Self::Find(_)
            | Self::Palette(_)
            | Self::Help(_)
            | Self::Why(_)
            | Self::Menu(_)
            | Self::Guide(_)
            | Self::Boss(_)
            | Self::Question(_)
            | Self::History(_)
            | Self::Conflict(_)
            | Self::Catalogue(_)
            | Self::Twins(_)
            | Self::Passed(_)
            | Self::Dedupe(_)
            | Self::Columns(_)
            | Self::Pick(_)
            | Self::Partner(_)
            | Self::Merge(_)
            | Self::Weekly(_)
            | Self::Handout(_) => &[KeyScope::Choose, KeyScope::Always],
        }
    }

    /// Whether letters are text here.
    pub(super) const fn is_typing(&self) -> bool {
        match self {
            Self::Find(_)
            | Self::Form(_)
            | Self::Capture(_)
            | Self::Palette(_)
            | Self::Help(_)
            | Self::Menu(_)
            | Self::Guide(_)
            | Self::Boss(_)
            | Self::Question(_)
            | Self::Catalogue(_)
            | Self::Files(_)
            | Self::Handout(_)
            | Self::Pick(_)
            | Self::Partner(_) => true,
            Self::Twins(_)
            | Self::Passed(_)
            | Self::Dedupe(_)
            | Self::Columns(_)
            | Self::Merge(_)
            | Self::Weekly(_)
            | Self::Work(_)
            | Self::Import(_)
            | Self::Why(_)
            | Self::History(_)
            | Self::Conflict(_) => false,
        }
    }

    /// Takes note of how its list was drawn.
    pub(super) fn saw(&mut self, page: &Page, regions: &[Region]) {
        match self {
            Self::Palette(palette) => palette.cursor.saw(page),
            Self::Help(help) => help.cursor.saw(page),
            Self::History(history) => history.cursor.saw(page),
            Self::Menu(menu) => menu.cursor.saw(page),
            Self::Boss(bosses) => bosses.cursor.saw(page),
            Self::Why(why) => why.saw(page, regions),
            Self::Catalogue(catalogue) => catalogue.cursor.saw(page),
            Self::Twins(twins) => twins.cursor.saw(page),
            Self::Passed(passed) => passed.cursor.saw(page),
            Self::Dedupe(recognised) => recognised.cursor.saw(page),
            Self::Columns(columns) => columns.cursor.saw(page),
            Self::Pick(picker) => picker.cursor.saw(page),
            Self::Partner(partner) => partner.cursor.saw(page),
            Self::Merge(merge) => merge.cursor.saw(page),
            Self::Weekly(weekly) => weekly.cursor.saw(page),
            Self::Files(files) => files.cursor.saw(page),
            Self::Import(preview) => preview.cursor.saw(page),
            Self::Handout(sheet) => sheet.cursor.saw(page),
            Self::Find(_)
            | Self::Form(_)
            | Self::Capture(_)
            | Self::Guide(_)
            | Self::Question(_)
            | Self::Work(_)
            | Self::Conflict(_) => {}
        }
    }

    /// Draws itself over the body of the screen.
    pub(super) fn draw(&self, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
        match self {
            Self::Find(edit) => draw_find(edit, pen, body, cx),
            Self::Form(form) => form.form.draw(pen, body, &[], &cx.values()),
            Self::Capture(line) => line.draw(pen, body, cx),
            Self::Palette(palette) => palette.draw(pen, body, cx),
            Self::Help(help) => help.draw(pen, body, cx),
            Self::Why(why) => why.draw(pen, body, cx),
            Self::Menu(menu) => menu.draw(pen, body),
            Self::Guide(guided) => guided.draw(pen, body, cx),
            Self::Boss(bosses) => bosses.draw(pen, body, cx),
            Self::Question(question) => question.draw(pen, body, cx),
            Self::History(history) => history.draw(pen, body, cx),
            Self::Conflict(conflict) => conflict.draw(pen, body, cx),
            Self::Catalogue(catalogue) => catalogue.draw(pen, body, cx),
            Self::Twins(twins) => twins.draw(pen, body, cx),
            Self::Passed(passed) => passed.draw(pen, body, cx),
            Self::Dedupe(recognised) => recognised.draw(pen, body, cx),
            Self::Columns(columns) => columns.draw(pen, body, cx),
            Self::Pick(picker) => picker.draw(pen, body, cx),
            Self::Partner(partner) => partner.draw(pen, body, cx),
            Self::Merge(merge) => merge.draw(pen, body, cx),
            Self::Weekly(weekly) => weekly.draw(pen, body, cx),
            Self::Work(working) => working.draw(pen, body, cx),
            Self::Files(files) => files.draw(pen, body, cx),
            Self::Handout(sheet) => sheet.draw(pen, body, cx),
            Self::Import(preview) => preview.draw(pen, body, cx),
        }
    }
}

fn draw_find(edit: &Edit, pen: &mut Pen<'_>, body: Rect, cx: &Cx<'_>) -> Seen {
    let line = Rect { y: body.bottom().saturating_sub(1), height: 1, ..body };
    pen.clear(line);
    let label = format!("{} ", cx.words.get("app-find"));
    let used = 1 + pen.put(line.x + 1, line.y, line.width / 2, &label, Role::Key);
    let room = line.width.saturating_sub(used + 1);
    edit.draw(pen, (line.x + used, line.y), room, |_| Role::Text)
}
