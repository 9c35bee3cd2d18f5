//! What floats in lists: moving through its rows, and taking one.
use super::layer::Layer;
use super::{App, Notice};
use crate::command::{Command, Effect};

impl App {
    /// The row under the cursor of the top layer; `None` where it leads nowhere.
    fn row_under(&self) -> Option<usize> {
        Some(match self.layers.last() {
            Some(Layer::Palette(palette)) => palette.cursor.at,
            Some(Layer::Help(help)) => help.cursor.at,
            Some(Layer::Menu(menu)) => menu.cursor.at,
            Some(Layer::Boss(bosses)) => bosses.cursor.at,
            Some(Layer::Guide(guided)) => guided.cursor.at,
            Some(Layer::Conflict(conflict)) => conflict.cursor.at,
            Some(Layer::Twins(twins)) => twins.cursor.at,
            Some(Layer::Passed(passed)) => passed.cursor.at,
            Some(Layer::Dedupe(recognised)) => recognised.cursor.at,
            Some(Layer::Columns(columns)) => columns.cursor.at,
            Some(Layer::Pick(picker)) => picker.cursor.at,
            Some(Layer::Partner(partner)) => partner.cursor.at,
            Some(Layer::Weekly(weekly)) => weekly.cursor.at,
            Some(Layer::Why(why)) => match why.at() {
                // Nothing in view leads anywhere, though something further on does.
                None if !why.leads_nowhere() => return None,
                at => at.unwrap_or(0),
            },
            _ => 0,
        })
    }

    /// A command of what floats in lists: palette, help, menus, candidates.
    pub(super) fn choose_command(&mut self, command: Command) -> Vec<Effect> {
        if command == Command::Choose {
            return self.row_under().map(|row| self.choose(row)).unwrap_or_default();
        }
        let cx = self.world.cx();
        match self.layers.last_mut() {
            Some(Layer::Find(_)) => {
                let step = match command {
                    Command::ChooseUp => Command::Up,
                    Command::ChooseDown => Command::Down,
                    Command::ChoosePageUp => Command::PageUp,
                    _ => Command::PageDown,
                };
                return self.on_lens(step);
            }
            Some(Layer::Palette(palette)) => {
                let len = palette.len();
                palette.cursor.step(command, len);
            }
            Some(Layer::Help(help)) => {
                let len = help.len(&cx);
                help.cursor.step(command, len);
            }
            Some(Layer::Menu(menu)) => {
                let len = menu.items.len();
                menu.cursor.step(command, len);
            }
            Some(Layer::Boss(bosses)) => {
                let len = bosses.len();
                bosses.cursor.step(command, len);
            }
            Some(Layer::Guide(guided)) => {
                let len = guided.len();
                guided.cursor.step(command, len);
            }
            Some(Layer::History(history)) => {
                let len = history.len();
                history.cursor.step(command, len);
            }
            Some(Layer::Conflict(conflict)) => {
                conflict.cursor.step(command, super::conflict::Conflict::len());
            }
            Some(Layer::Why(why)) => why.step(command),
            Some(Layer::Catalogue(catalogue)) => catalogue.step(command),
            Some(Layer::Twins(twins)) => twins.step(command),
            Some(Layer::Passed(passed)) => passed.step(command),
            Some(Layer::Dedupe(recognised)) => recognised.step(command),
            Some(Layer::Columns(columns)) => columns.step(command),
            Some(Layer::Pick(picker)) => picker.step(command),
            Some(Layer::Partner(partner)) => partner.step(command),
            Some(Layer::Merge(merge)) => merge.step(command),
            Some(Layer::Weekly(weekly)) => weekly.step(command),
            Some(Layer::Handout(sheet)) => sheet.step(command),
            Some(Layer::Question(question)) => question.step(command),
            Some(Layer::Files(_)) => return self.file_command(command),
            Some(Layer::Import(preview)) => preview.step(command),
            Some(Layer::Form(_) | Layer::Capture(_) | Layer::Work(_)) | None => {}
        }
        Vec::new()
    }

    /// Takes a row of what floats.
    pub(super) fn choose(&mut self, row: usize) -> Vec<Effect> {
        let cx = self.world.cx();
        match self.layers.last_mut() {
            Some(Layer::Form(open)) => return open.form.choose(row, &cx.values()),
            Some(Layer::Capture(line)) => return line.choose(row, &cx),
            Some(Layer::Conflict(_)) => return self.settle_conflict(row),
            Some(Layer::Catalogue(_)) => return self.add_chosen(),
            Some(Layer::Twins(twins)) => return twins.open(row),
            Some(Layer::Dedupe(_)) => return self.open_recognised(row),
            Some(Layer::Columns(_)) => return self.ask_column(row),
            Some(Layer::Pick(_)) => return self.say_column(row),
            Some(Layer::Passed(_)) => return self.confirm_passed(),
            Some(Layer::Merge(_)) => return self.merge_now(),
            Some(Layer::Weekly(_)) => return self.review_row(row),
            Some(Layer::Handout(_)) => return self.make_handout(),
            Some(Layer::Files(_)) => return self.take_file(row),
            Some(Layer::Import(preview)) => return preview.stand(row),
            Some(Layer::Guide(guided)) => {
                let taken = guided.choose(row);
                if taken.is_some() {
                    self.layers.pop();
                }
                return taken.into_iter().collect();
            }
            Some(Layer::Boss(bosses)) => {
                let effect = bosses.act(row);
                if effect.is_some() {
                    self.layers.pop();
                }
                return effect.into_iter().collect();
            }
            Some(
                Layer::Find(_)
                | Layer::Palette(_)
                | Layer::Help(_)
                | Layer::Menu(_)
                | Layer::Question(_)
                | Layer::Why(_)
                | Layer::Partner(_)
                | Layer::Work(_)
                | Layer::History(_),
            )
            | None => {}
        }
        self.take_and_close(row)
    }

    /// Takes a row of what closes with it.
    fn take_and_close(&mut self, row: usize) -> Vec<Effect> {
        match self.layers.pop() {
            Some(Layer::Palette(palette)) => self.go_to(palette.target(row).as_ref()),
            Some(Layer::Help(help)) => {
                let command = help.command(row, &self.world.cx());
                command.map(|c| self.run(c)).unwrap_or_default()
            }
            Some(Layer::Question(question)) => match self.answered(&question) {
                Ok(effects) => effects,
                Err(explain) => {
                    self.notice = Some(Notice::Failed(explain));
                    self.layers.push(Layer::Question(question));
                    Vec::new()
                }
            },
            Some(Layer::Menu(menu)) => self.then(menu.at(row)),
            Some(Layer::Partner(partner)) => partner.open(row),
            Some(Layer::Why(why)) => why.source(row).map(|s| self.lead_to(s)).unwrap_or_default(),
            _ => Vec::new(),
        }
    }
}
