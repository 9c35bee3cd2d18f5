//! Lens and scope: where the screen stands.
use super::App;
use crate::command::{Effect, LensKind, Only};
use crate::domain::Id;
use crate::domain::kind::Kind;

impl App {
    /// The tabs of the scope line: all, the key accounts, and the one that is only visiting.
    pub(super) fn tabs(&self) -> Vec<Option<Id>> {
        let keys = self.world.directory.key_accounts();
        let mut tabs = vec![None];
        tabs.extend(keys.iter().map(|n| Some(n.id)));
        if let Some(guest) = self.guest
            && !tabs.contains(&Some(guest))
        {
            tabs.push(Some(guest));
        }
        tabs
    }

    /// Shows who is due, in catch-up order.
    pub(super) fn show_due(&mut self) -> Vec<Effect> {
        self.lenses.get_mut(LensKind::People).only(Only::Due);
        self.go(LensKind::People, None, None)
    }

    /// Changes the scope to an account, or to all.
    pub(super) fn scope_to(&mut self, scope: Option<Id>) -> Vec<Effect> {
        self.world.scope = scope;
        self.guest = scope;
        self.ask_lens()
    }

    /// Changes the scope to the next tab, or the one before.
    pub(super) fn scope_by(&mut self, by: isize) -> Vec<Effect> {
        let tabs = self.tabs();
        let at = tabs.iter().position(|t| *t == self.world.scope).unwrap_or(0);
        let count = isize::try_from(tabs.len()).unwrap_or(1);
        let next = (isize::try_from(at).unwrap_or(0) + by).rem_euclid(count);
        let next = usize::try_from(next).ok().and_then(|i| tabs.get(i).copied()).flatten();
        self.scope_to(next)
    }

    /// Shows a lens, in this scope if given, with the cursor on this record.
    pub(super) fn go(
        &mut self,
        lens: LensKind,
        scope: Option<Id>,
        record: Option<(Kind, Id)>,
    ) -> Vec<Effect> {
        self.lens = lens;
        if scope.is_some() && scope != self.world.scope {
            self.world.scope = scope;
            self.guest = scope;
        }
        let mut effects = Vec::new();
        if let Some((kind, id)) = record {
            let wanted = self.lenses.get_mut(lens).stand_on(kind, id, &self.world.cx());
            effects = self.settle(wanted);
        }
        effects.extend(self.ask_lens());
        effects
    }
}
