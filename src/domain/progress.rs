//! How far long work has come, and whether it is to go on.
use std::time::Duration;

use super::explain::Explain;

/// From when on the time that is left can be told.
const TELLING: Duration = Duration::from_secs(1);

/// Key of what is said of work that was stopped.
const STOPPED: &str = "job-stopped";

/// What is being done; each stage counts in its own measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Files are read; counted in bytes.
    Reading,
    /// What was read is compared with the book; counted in records.
    Comparing,
    /// Records are written or taken back; counted in records.
    Writing,
    /// A document or a file is made; counted in its parts.
    Making,
}

impl Stage {
    /// Its name, and end of the keys of its words (`job-stage-<name>`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Comparing => "comparing",
            Self::Writing => "writing",
            Self::Making => "making",
        }
    }

    /// Whether its steps are bytes.
    pub const fn is_in_bytes(self) -> bool {
        matches!(self, Self::Reading)
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// What is being done.
    pub stage: Stage,
    /// How much of it is done, in the measure of its stage.
    pub done: u64,
    /// How much there is; 0 where nobody knows.
    pub total: u64,
}

impl Step {
    /// So much of so much.
    pub const fn new(stage: Stage, done: u64, total: u64) -> Self {
        Self { stage, done, total }
    }

    /// The share that is done, 0 … 1; `None` where the whole is not known.
    #[expect(clippy::cast_precision_loss, reason = "the share of a bar")]
    pub fn share(self) -> Option<f64> {
        (self.total > 0).then(|| (self.done as f64 / self.total as f64).min(1.0))
    }

    /// Seconds that are left after it has gone on for some time, if it goes on as it went so far; `None` where that cannot be told
    /// yet.
    pub fn left(self, gone: Duration) -> Option<u64> {
        let share = self.share().filter(|share| *share > 0.0 && gone >= TELLING)?;
        Some(gone.mul_f64((1.0 - share) / share).as_secs().saturating_add(1))
    }
}

/// Who watches over long work: is told how far it has come, and says whether it is to go on.
pub trait Watch {
    /// The work has come so far. Cheap enough to be called for every record.
    ///
    /// # Errors
    /// [`stopped`], when the work is to end here; what it has begun is then taken back.
    fn at(&self, step: Step) -> Result<(), Explain>;
}

/// Nobody watches: the work goes on to its end.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn at(&self, _step: Step) -> Result<(), Explain> {
        Ok(())
    }
}

/// What work says that was stopped.
pub fn stopped() -> Explain {
    Explain::new(STOPPED)
}

/// Whether the work ended because it was stopped.
pub fn is_stopped(explain: &Explain) -> bool {
    explain.key == STOPPED
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_a_whole_nobody_knows_is_none_and_no_share_is_more_than_all() {
        assert_eq!(Step::new(Stage::Reading, 5, 0).share(), None);
        assert_eq!(Step::new(Stage::Reading, 5, 20).share(), Some(0.25));
        assert_eq!(Step::new(Stage::Reading, 50, 20).share(), Some(1.0));
    }

    #[test]
    fn what_is_left_is_told_once_it_has_gone_on_for_a_while() {
        let step = |done| Step::new(Stage::Writing, done, 100);
        assert_eq!(step(50).left(Duration::from_millis(300)), None);
        assert_eq!(step(0).left(Duration::from_secs(9)), None);
        assert_eq!(step(25).left(Duration::from_secs(3)), Some(10));
        assert_eq!(Step::new(Stage::Writing, 7, 0).left(Duration::from_secs(9)), None);
    }

    #[test]
    fn what_was_stopped_is_told_from_what_failed() {
        assert!(is_stopped(&stopped()));
        assert!(!is_stopped(&Explain::new("import-empty")));
    }
}
