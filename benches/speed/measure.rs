//! Times of one thing done again and again.
use std::fmt;
use std::time::Instant;

/// Milliseconds of each time it was done, the first ones left out: they warm up.
#[derive(Debug, Clone, Default)]
pub struct Series {
    times: Vec<f64>,
    done: usize,
}

impl Series {
    /// So many of the first do not count.
    const WARM: usize = 10;

    /// Does it once and notes how long it took.
    pub fn time<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let made = work();
        let took = start.elapsed().as_secs_f64() * 1000.0;
        self.done += 1;
        if self.done > Self::WARM {
            let at = self.times.partition_point(|t| *t <= took);
            self.times.insert(at, took);
        }
        made
    }

    fn at(&self, percent: usize) -> f64 {
        let last = self.times.len().saturating_sub(1);
        self.times.get(last * percent / 100).copied().unwrap_or(f64::NAN)
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
        let (n, median, p95, max) = (self.times.len(), self.median(), self.p95(), self.at(100));
        println!("  {what:<46} median {median:>8.3}   p95 {p95:>8.3}   max {max:>8.3} ms   n {n}");
    }
}

/// A figure beside its bound.
#[derive(Debug)]
pub struct Verdict {
    what: String,
    figure: f64,
    bound: f64,
    unit: &'static str,
}

impl Verdict {
    /// Fulfilled up to the bound.
    pub fn at_most(what: impl Into<String>, figure: f64, bound: f64, unit: &'static str) -> Self {
        Self { what: what.into(), figure, bound, unit }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, figure, bound, unit } = self;
        let word = if figure <= bound { "yes" } else { "NO" };
        write!(f, "  {what:<46} {figure:>8.3} {unit:<2} of at most {bound:.2} {unit:<2}  {word}")
    }
}
