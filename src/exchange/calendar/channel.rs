//! How a meeting is held: its name, its place and its links tell.
use super::component::Component;
use super::event::Event;
use crate::domain::choice::Channel;
use crate::domain::text::fold;
use crate::lang::Lang;
use crate::lang::lexicon::{Meaning, Slot, find};

/// Where people meet on a screen.
const HOSTS: [&str; 14] = [
    "teams.microsoft.com",
    "teams.live.com",
    "zoom.us",
    "meet.google.com",
    "webex.com",
    "whereby.com",
    "meet.jit.si",
    "gotomeeting.com",
    "meet.goto.com",
    "bluejeans.com",
    "chime.aws",
    "facetime.apple.com",
    "meet.starleaf.com",
    "join.skype.com",
];

/// Properties of programs that hold nothing but such a link.
const PROPERTIES: [&str; 4] = [
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "CONFERENCE",
];

/// Places that are no place.
const NOWHERE: [&str; 6] = ["teams", "zoom", "google meet", "webex", "online", "skype"];

/// The address under which one takes part from afar: of its own property, else the first in place or text.
pub(super) fn link(part: &Component, place: &str, said: &str) -> Option<String> {
    let own = PROPERTIES.iter().find_map(|name| part.get(name).map(|p| p.value.trim().to_owned()));
    own.filter(|link| link.starts_with("https://")).or_else(|| [place, said].into_iter().find_map(first_link))
}

/// The first address of such a host in a text.
fn first_link(text: &str) -> Option<String> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | ')' | ',');
    let links = text.match_indices("https://").filter_map(|(at, _)| text.split_at_checked(at));
    let mut links = links.map(|(_, rest)| rest.split(ends).next().unwrap_or_default());
    let of_host = |link: &&str| {
        let host = link.trim_start_matches("https://").split(['/', '?', ':']).next().unwrap_or_default();
        HOSTS.iter().any(|h| host == *h || host.strip_suffix(h).is_some_and(|before| before.ends_with('.')))
    };
    links.find(of_host).filter(|link| link.len() < 1_000).map(str::to_owned)
}

/// How it is held: what its first word names, else a screen if there is a link and no place, else face to face.
pub(super) fn of(event: &Event) -> Channel {
    let folded = fold(&event.name);
    let first = folded.split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty()).unwrap_or_default();
    let named = match find(first, Slot::Head, Lang::Es) {
        Some((Meaning::Channel(channel), _)) => Some(channel),
        _ => None,
    };
    let afar = event.video.is_some() && is_nowhere(&event.place);
    match named {
        Some(channel @ (Channel::Call | Channel::Video | Channel::Visit | Channel::Event)) => channel,
        // Fairs and congresses take whole days.
        _ if event.start.whole_day && event.length.is_some() => Channel::Event,
        _ if afar => Channel::Video,
        _ if fold(&event.place).starts_with("tel:") => Channel::Call,
        _ => Channel::Meeting,
    }
}

/// Whether a place is none: empty, a link, or the name of a program.
fn is_nowhere(place: &str) -> bool {
    let place = fold(place);
    place.is_empty()
        || place.starts_with("http")
        || (!place.contains(';') && NOWHERE.iter().any(|n| place.contains(n)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_known_by_its_host_and_by_nothing_else() {
        let found = first_link("Únete: <https://teams.microsoft.com/l/meetup-join/19%3a>, o llama");
        assert_eq!(found.as_deref(), Some("https://teams.microsoft.com/l/meetup-join/19%3a"));
        assert_eq!(
            first_link("https://us02web.zoom.us/j/1?pwd=x").as_deref(),
            Some("https://us02web.zoom.us/j/1?pwd=x")
        );
        assert_eq!(first_link("https://evilzoom.us/j/1 https://x.es/zoom.us"), None);
    }

    #[test]
    fn a_room_with_a_screen_is_a_room() {
        assert!(is_nowhere("Microsoft Teams Meeting") && is_nowhere("https://zoom.us/j/1") && is_nowhere(""));
        assert!(!is_nowhere("Sala 3; Microsoft Teams") && !is_nowhere("Jaén, oficina"));
    }
}
