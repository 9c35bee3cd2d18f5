//! Completing what was typed in the picker.
use super::Files;
use crate::command::Effect;
use crate::domain::text::fold;

impl Files {
    /// Completes what was typed as far as all names go on alike; from there on it takes the row under the cursor.
    pub(super) fn complete(&mut self) -> Vec<Effect> {
        let typed = self.narrowed().to_owned();
        let begins: Vec<&str> = (0..self.shown.len())
            .filter_map(|row| self.item(row))
            .map(|item| item.name.as_str())
            .filter(|name| fold(name).starts_with(&fold(&typed)))
            .collect();
        let common = common(&begins);
        if !typed.is_empty() && common.chars().count() > typed.chars().count() && begins.len() > 1 {
            self.edit.set(&format!("{}{common}", self.at));
            return self.changed();
        }
        let Some(item) = self.item(self.cursor.at) else { return Vec::new() };
        if item.is_folder {
            return vec![Effect::Walk(item.path.clone())];
        }
        self.edit.set(&format!("{}{}", self.at, item.name));
        self.changed()
    }
}

/// The beginning that all names share, as the first of them writes it.
fn common(names: &[&str]) -> String {
    let Some((first, rest)) = names.split_first() else { return String::new() };
    let same = |at: usize, c: char| {
        rest.iter().all(|name| {
            let other = name.chars().nth(at);
            other.is_some_and(|o| fold(&o.to_string()) == fold(&c.to_string()))
        })
    };
    first.chars().enumerate().take_while(|(at, c)| same(*at, *c)).map(|(_, c)| c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_completed_as_far_as_they_are_alike() {
        assert_eq!(common(&["Contactos.csv", "contratos.csv"]), "Cont");
        assert_eq!(common(&["añadidos", "Anadir"]), "añadi");
        assert_eq!(common(&[]), "");
    }
}
