//! Notes for a vault, as they are asked for on the screen.
use crate::domain::Id;
use crate::domain::explain::Explain;
use crate::lang::Lang;

/// Which notes are written, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vault {
    /// The folder, as it was typed.
    pub path: String,
    /// Only that account and its people.
    pub account: Option<Id>,
    /// With what people told in confidence and what one wrote for oneself.
    pub personal: bool,
    /// In which language people read them.
    pub lang: Lang,
}

impl Vault {
    /// What is said of it while they are written.
    pub fn title() -> Explain {
        Explain::new("vault-making")
    }
}
