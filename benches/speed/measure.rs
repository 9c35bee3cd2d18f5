//! Times of one thing done again and again.
use std::fmt;
use std::time::Instant;

/// Milliseconds, smallest first.
#[derive(Debug, Clone)]
pub struct Series(Vec<f64>);

impl Series {
    /// Does it once for each input, after `warm` of them that do not count.
    pub fn of<I, E>(
        warm: usize,
        inputs: impl IntoIterator<Item = I>,
        mut work: impl FnMut(I) -> Result<(), E>,
    ) -> Result<Self, E> {
        let mut times = Vec::new();
        for (nth, input) in inputs.into_iter().enumerate() {
            let start = Instant::now();
            work(input)?;
            let took = start.elapsed();
            if nth >= warm {
                times.push(took.as_secs_f64() * 1000.0);
            }
        }
        times.sort_by(f64::total_cmp);
        Ok(Self(times))
    }

    fn at(&self, percent: usize) -> f64 {
        let last = self.0.len().saturating_sub(1);
        self.0.get(last * percent / 100).copied().unwrap_or(f64::NAN)
    }

    /// Half are quicker, in milliseconds.
    pub fn median(&self) -> f64 {
        self.at(50)
    }

    /// Nineteen of twenty are quicker, in milliseconds.
    pub fn p95(&self) -> f64 {
        self.at(95)
    }

    /// One line of the table.
    pub fn print(&self, what: &str) {
        let (n, median, p95, max) = (self.0.len(), self.median(), self.p95(), self.at(100));
        println!("  {what:<44} median {median:>8.3} ms   p95 {p95:>8.3} ms   max {max:>8.3} ms   n {n}");
    }
}

/// A figure beside its bound.
#[derive(Debug)]
pub struct Verdict {
    what: &'static str,
    figure: f64,
    bound: f64,
    unit: &'static str,
}

impl Verdict {
    /// Fulfilled up to the bound.
    pub const fn at_most(what: &'static str, figure: f64, bound: f64, unit: &'static str) -> Self {
        Self { what, figure, bound, unit }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, figure, bound, unit } = self;
        let word = if figure <= bound { "yes" } else { "NO" };
        write!(f, "  {what:<44} {figure:>8.3} {unit:<2} of at most {bound:.2} {unit:<2}  {word}")
    }
}
