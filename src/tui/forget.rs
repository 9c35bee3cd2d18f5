//! Forgetting a person, behind the door: the book, its drafts and its copies.
use super::outside::Outside;
use crate::command::{Farewell, Msg};
use crate::store::fault::Fault;
use crate::store::forget::{Forgotten, Reach};

impl Outside {
    /// Forgets them. A copy that is being made would still hold them: it is waited for.
    pub(super) fn forget(&mut self, whom: &Farewell) -> Msg {
        self.daily.finish();
        match self.forget_now(whom) {
            Ok(done) => Msg::Forgotten(done.explain()),
            Err(fault) => Msg::Failed(fault.explain()),
        }
    }

    fn forget_now(&mut self, whom: &Farewell) -> Result<Forgotten, Fault> {
        let known = self.store.who_is(whom.person)?;
        let reach = Reach { drafts: Some(self.drafts.folder().to_owned()), backups: whom.copies };
        self.store.forget(&known, &whom.typed, &whom.someone, &reach)
    }
}
