//! The mouse works where a person would click.
use super::App;
use super::layer::Layer;
use crate::command::{Command, Effect};
use crate::ui::Spot;

impl App {
    /// A click at a cell.
    pub(super) fn click(&mut self, x: u16, y: u16) -> Vec<Effect> {
        self.notice = None;
        match self.seen.at(x, y) {
            Some(Spot::Lens(lens)) => self.go(lens, None, None),
            Some(Spot::Scope(scope)) => self.scope_to(scope),
            Some(Spot::Hint(command)) => self.run(command),
            Some(Spot::Row(panel, row)) => {
                let effects = self.lenses.get_mut(self.lens).click(panel, row, &self.world.cx());
                self.settle(effects)
            }
            Some(Spot::Cell(panel, row, column)) => {
                let lens = self.lenses.get_mut(self.lens);
                let effects = lens.click_cell(panel, (row, column), &self.world.cx());
                self.settle(effects)
            }
            Some(Spot::Head(panel, column)) => {
                let effects = self.lenses.get_mut(self.lens).click_head(panel, column, &self.world.cx());
                self.settle(effects)
            }
            Some(Spot::Choice(row)) => match self.layers.last_mut() {
                Some(Layer::Catalogue(catalogue)) => {
                    catalogue.mark(row, &self.world.cx());
                    Vec::new()
                }
                Some(Layer::Handout(sheet)) => {
                    sheet.stand(row);
                    Vec::new()
                }
                Some(Layer::Merge(merge)) => {
                    merge.click(row);
                    Vec::new()
                }
                _ => self.choose(row),
            },
            Some(Spot::Field(field)) => {
                if let Some(Layer::Form(open)) = self.layers.last_mut() {
                    open.form.click(field, &self.world.cx().values());
                }
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// A second click at once opens the row or cell that the first one has chosen.
    pub(super) fn click_twice(&mut self, x: u16, y: u16) -> Vec<Effect> {
        let opens = matches!(self.seen.at(x, y), Some(Spot::Row(..) | Spot::Cell(..)));
        let mut effects = self.click(x, y);
        if opens && self.layers.is_empty() && self.can(Command::Open) {
            effects.extend(self.run(Command::Open));
        }
        effects
    }

    /// The wheel over a cell, by notches.
    pub(super) fn wheel(&mut self, x: u16, y: u16, by: i16) -> Vec<Effect> {
        let by = isize::from(by) * 3;
        let panel = match self.seen.at(x, y) {
            Some(Spot::Row(panel, _) | Spot::Cell(panel, ..)) => panel,
            _ => 0,
        };
        if !self.layers.is_empty() {
            let step = if by < 0 { Command::ChooseUp } else { Command::ChooseDown };
            for _ in 0..by.unsigned_abs() {
                self.choose_command(step);
            }
            return Vec::new();
        }
        let effects = self.lenses.get_mut(self.lens).scroll(panel, by, &self.world.cx());
        self.settle(effects)
    }
}
