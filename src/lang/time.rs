//! Times of day and durations as people write them.
use chrono::NaiveTime;
use chrono::Timelike;

/// Longest duration in minutes: a hundred days.
pub const LONGEST: i64 = 144_000;

/// A time of day: `10:30`, `9h`, `9h30`, `3pm`, `3:30pm`.
pub fn time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase();
    let (body, half) = if let Some(body) = text.strip_suffix("am") {
        (body, Some(0))
    } else if let Some(body) = text.strip_suffix("pm") {
        (body, Some(12))
    } else {
        (text.as_str(), None)
    };
    let body = body.trim();
    let (hour, minute) = match body.split_once([':', 'h']) {
        Some((hour, minute)) => (hour, minute),
        None if half.is_some() => (body, ""),
        None => return None,
    };
    let hour = digits(hour)?;
    let minute = match minute {
        "" if half.is_some() || body.ends_with('h') => 0,
        _ if minute.len() == 2 => digits(minute)?,
        _ => return None,
    };
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// A duration in minutes: `30m`, `45 min`, `1h30`, `1,5h`, `2h`.
pub fn minutes(text: &str) -> Option<i64> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    for unit in ["minutos", "minutes", "mins", "min", "m"] {
        if let Some(number) = text.strip_suffix(unit)
            && let Some(number) = digits(number)
        {
            return Some(number.into());
        }
    }
    let (hours, rest) = text.split_once('h')?;
    let rest = rest.strip_suffix("min").or_else(|| rest.strip_suffix('m')).unwrap_or(rest);
    match rest {
        "" | "ours" | "our" | "oras" | "ora" => of_hours(hours),
        _ => {
            let minutes = i64::from(digits(rest).filter(|m| *m < 60 && rest.len() <= 2)?);
            Some(i64::from(digits(hours)?) * 60 + minutes)
        }
    }
}

/// Hours with at most two decimals, as minutes.
fn of_hours(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let minutes = i64::from(digits(whole)?) * 60;
    let hundredths = match part.len() {
        1 => i64::from(digits(part)?) * 10,
        2 => i64::from(digits(part)?),
        _ => return None,
    };
    Some(minutes + (hundredths * 60 + 50) / 100)
}

fn digits(text: &str) -> Option<u32> {
    let fits = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// `10:30`.
pub fn show_time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `45m`, `1h30`, `2h`: as it is typed.
pub fn show_minutes(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, m) => format!("{m}m"),
        (h, 0) => format!("{h}h"),
        (h, m) => format!("{h}h{m:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read() {
        for (text, h, m) in
            [("10:30", 10, 30), ("9h", 9, 0), ("9h30", 9, 30), ("3pm", 15, 0), ("12:15am", 0, 15)]
        {
            assert_eq!(time(text), NaiveTime::from_hms_opt(h, m, 0), "{text}");
        }
        for text in ["", ":", "h", "24:00", "10:3", "10:60", "13pm", "10", "am", "-1:00", "1:2:3"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn durations_are_read() {
        for (text, m) in [
            ("30m", 30),
            ("45 min", 45),
            ("1h30", 90),
            ("1,5h", 90),
            ("1.25h", 75),
            ("2h", 120),
            ("2 horas", 120),
        ] {
            assert_eq!(minutes(text), Some(m), "{text}");
        }
        for text in ["", "m", "h", "30", "1h60", "1h5x", "1,555h", "99999m", "-3m", "1,h"] {
            assert_eq!(minutes(text), None, "{text}");
        }
        for m in [0, 5, 59, 60, 61, 90, 1440] {
            assert_eq!(minutes(&show_minutes(m)), Some(m));
        }
    }
}
