//! Which account and which indicator a name means. Accents, case and signs make no difference; anything else does, for a
//! figure must not go to a neighbour: what is nearly the name is offered, not taken.
use std::collections::HashMap;

use super::KpiName;
use crate::domain::Id;
use crate::domain::directory::Directory;
use crate::domain::kind::Kind;
use crate::domain::text::{fold, name_tokens};
use crate::exchange::names::bare_key;
use crate::lang::figure::currency;

/// How many near names are offered.
const NEAREST: usize = 3;

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hit {
    /// One record.
    One(Id),
    /// Several records.
    Several,
    /// None.
    None,
}

impl Hit {
    fn of(ids: &[Id]) -> Self {
        match ids {
            [] => Self::None,
            [one] => Self::One(*one),
            _ => Self::Several,
        }
    }
}

/// The names of the book, made once for looking up many.
pub(super) struct Names<'a> {
    kpis: &'a [KpiName],
    accounts: HashMap<String, Vec<Id>>,
    bare: HashMap<String, Vec<Id>>,
    of_account: HashMap<(Option<Id>, String), Vec<Id>>,
    of_all: HashMap<String, Vec<Id>>,
    directory: &'a Directory,
}

/// A name as it is compared.
fn key(name: &str) -> String {
    name_tokens(name).join(" ")
}

fn put<K: std::hash::Hash + Eq>(table: &mut HashMap<K, Vec<Id>>, key: K, id: Id) {
    let ids = table.entry(key).or_default();
    if !ids.contains(&id) {
        ids.push(id);
    }
}

impl<'a> Names<'a> {
    pub(super) fn new(kpis: &'a [KpiName], directory: &'a Directory) -> Self {
        let (mut accounts, mut bare) = (HashMap::new(), HashMap::new());
        for name in directory.of(Kind::Account) {
            for text in std::iter::once(&name.name).chain(&name.aliases) {
                put(&mut accounts, key(text), name.id);
                put(&mut bare, bare_key(text), name.id);
            }
        }
        let (mut of_account, mut of_all) = (HashMap::new(), HashMap::new());
        for kpi in kpis {
            put(&mut of_account, (kpi.account, key(&kpi.name)), kpi.id);
            put(&mut of_all, key(&kpi.name), kpi.id);
        }
        Self { kpis, accounts, bare, of_account, of_all, directory }
    }

    pub(super) fn kpi(&self, id: Id) -> Option<&'a KpiName> {
        self.kpis.iter().find(|k| k.id == id)
    }

    /// The account of a name, with or without its legal form.
    pub(super) fn account(&self, text: &str) -> Hit {
        let exact = self.accounts.get(&key(text)).map_or(Hit::None, |ids| Hit::of(ids));
        if exact != Hit::None {
            return exact;
        }
        let bare = bare_key(text);
        if bare.is_empty() { Hit::None } else { self.bare.get(&bare).map_or(Hit::None, |ids| Hit::of(ids)) }
    }

    /// The indicator of a name at an account; without one that of the whole portfolio, else the only one of that name.
    pub(super) fn indicator(&self, text: &str, account: Option<Id>) -> Hit {
        let mut found = self.named(&key(text), account);
        if found == Hit::None
            && let Some(name) = without_unit(text)
        {
            found = self.named(&key(name), account);
        }
        found
    }

    fn named(&self, key: &str, account: Option<Id>) -> Hit {
        if key.is_empty() {
            return Hit::None;
        }
        let at = self.of_account.get(&(account, key.to_owned())).map_or(Hit::None, |ids| Hit::of(ids));
        match account {
            None if at == Hit::None => self.of_all.get(key).map_or(Hit::None, |ids| Hit::of(ids)),
            _ => at,
        }
    }

    /// Whether some indicator has that name, whatever its account.
    pub(super) fn is_indicator(&self, text: &str) -> bool {
        self.of_all.contains_key(&key(text))
            || without_unit(text).is_some_and(|n| self.of_all.contains_key(&key(n)))
    }

    /// Whether the indicator has that name.
    pub(super) fn is_called(&self, id: Id, text: &str) -> bool {
        self.kpi(id).is_some_and(|k| self.named(&key(text), k.account) == Hit::One(id))
    }

    /// A text that names an account and an indicator at once: `Arce · Ingresos`, `Ingresos - Arce`.
    pub(super) fn both(&self, text: &str) -> Option<(Id, Id)> {
        for mark in [" · ", " - ", " – ", " — ", ": ", " / ", "/"] {
            let Some((left, right)) = text.split_once(mark) else { continue };
            for (account, kpi) in [(left, right), (right, left)] {
                if let Hit::One(account) = self.account(account)
                    && let Hit::One(kpi) = self.indicator(kpi, Some(account))
                {
                    return Some((account, kpi));
                }
            }
        }
        None
    }

    /// The accounts whose names are nearest.
    pub(super) fn near_accounts(&self, text: &str) -> Vec<String> {
        nearest(text, self.directory.of(Kind::Account).map(|n| n.name.as_str()))
    }

    /// The indicators whose names are nearest: of the account if it is known and has any.
    pub(super) fn near_indicators(&self, text: &str, account: Option<Id>) -> Vec<String> {
        let at = |a: Option<Id>| self.kpis.iter().filter(move |k| a.is_none() || k.account == a);
        let names = |a| at(a).map(|k| k.name.as_str());
        let own = nearest(text, names(account));
        if own.is_empty() { nearest(text, names(None)) } else { own }
    }
}

/// A name without the unit in parentheses behind it: `Ingresos (€)`. A multiple of the unit (`k€`) is another figure and stays.
fn without_unit(text: &str) -> Option<&str> {
    let (name, unit) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    let unit = fold(unit.trim());
    let plain = ["%", "d", "dias", "days", "puntos", "points", "euros"].contains(&unit.as_str());
    (plain || currency(&unit).is_some()).then_some(name)
}

/// The names most like a text, the likest first; none that is not at all like it.
pub(in crate::exchange) fn nearest<'n>(text: &str, names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let wanted = key(text);
    let mut scored: Vec<(u32, &str)> = names.map(|n| (likeness(&wanted, &key(n)), n)).collect();
    scored.retain(|(score, _)| *score >= 35);
    scored.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    scored.dedup_by(|a, b| a.1 == b.1);
    scored.into_iter().take(NEAREST).map(|(_, n)| n.to_owned()).collect()
}

/// How like two folded names are, 0–100: the pairs of letters that both have; a common first word is nearer.
fn likeness(a: &str, b: &str) -> u32 {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (of_a, mut of_b) = (pairs(a), pairs(b));
    let all = of_a.len() + of_b.len();
    let mut common = 0;
    for pair in &of_a {
        if let Some(at) = of_b.iter().position(|p| p == pair) {
            of_b.swap_remove(at);
            common += 1;
        }
    }
    let dice = u32::try_from(200 * common / all.max(1)).unwrap_or(0);
    let first = |text: &str| text.split(' ').next().unwrap_or_default().to_owned();
    let begins = !first(a).is_empty() && first(a) == first(b);
    (dice + if begins { 25 } else { 0 }).min(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_names_come_first_and_strangers_not_at_all() {
        let names = ["Ingresos", "Ingresos recurrentes", "Margen", "Puntualidad de entrega"];
        let near = |text| nearest(text, names.into_iter());
        assert_eq!(near("Ingreso"), ["Ingresos", "Ingresos recurrentes"]);
        assert_eq!(near("Puntualidad"), ["Puntualidad de entrega"]);
        assert_eq!(near("margen bruto %"), ["Margen"]);
        assert!(near("xyz").is_empty());
    }

    #[test]
    fn a_unit_behind_a_name_is_no_part_of_it_but_a_multiple_is() {
        assert_eq!(without_unit("Ingresos (€)"), Some("Ingresos "));
        assert_eq!(without_unit("Puntualidad (%)"), Some("Puntualidad "));
        assert_eq!(without_unit("Ingresos (EUR)"), Some("Ingresos "));
        assert_eq!(without_unit("Ingresos (neto)"), None);
        assert_eq!(without_unit("Ingresos (net)"), None);
        assert_eq!(without_unit("Ingresos (k€)"), None);
        assert_eq!(without_unit("Ingresos (miles)"), None);
    }
}
