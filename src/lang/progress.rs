//! How far long work has come, in words.
use super::{Words, number};
use crate::domain::progress::Step;

/// What is done now, and how much of it: `Reading  12 MB of 40 MB`.
pub fn say(step: Step, words: &Words) -> String {
    let name = words.get(&format!("job-stage-{}", step.stage.name()));
    let show = |n: u64| {
        if step.stage.is_in_bytes() {
            return number::show_size(words.lang(), n);
        }
        number::show(words.lang(), i64::try_from(n).unwrap_or(i64::MAX))
    };
    match (step.done, step.total) {
        (0, 0) => name,
        (done, 0) => format!("{name}  {}", show(done)),
        (done, total) => {
            let of = words.with("job-of", &[("done", &show(done)), ("total", &show(total))]);
            format!("{name}  {of}")
        }
    }
}

/// How long it still takes, in seconds up to two minutes.
pub fn time_left(seconds: u64, words: &Words) -> String {
    let (key, count) = if seconds < 120 {
        ("job-seconds-left", seconds)
    } else {
        ("job-minutes-left", seconds.div_ceil(60))
    };
    words.with(key, &[("count", &count.to_string())])
}

/// A share, 0 … 1, as whole percents.
pub fn percent(share: f64, words: &Words) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a share of 0 … 1")]
    let hundredths = (share * 100.0).floor() as i64 * 10_000;
    number::show_percent(words.lang(), hundredths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Stage;
    use crate::lang::Lang;

    #[test]
    fn bytes_are_told_as_sizes_and_records_as_numbers() {
        let words = Words::new(Lang::Es);
        let told = |stage, done, total| say(Step::new(stage, done, total), &words);
        assert_eq!(told(Stage::Reading, 12_400_000, 40_000_000), "Leyendo  12,4 MB de 40,0 MB");
        assert_eq!(told(Stage::Comparing, 12_400, 0), "Comparando con el libro  12.400");
        assert_eq!(told(Stage::Writing, 0, 0), "Escribiendo");
        assert_eq!(
            (time_left(119, &words), time_left(121, &words)),
            ("quedan 119 s".into(), "quedan 3 min".into())
        );
    }
}
