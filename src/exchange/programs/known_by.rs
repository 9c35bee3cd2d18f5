//! By what another program knows a record: kept as the uid of what comes from it, so that it is met again under another name.
use uuid::Builder;

use super::Recognised;
use crate::domain::kind::Kind;

/// The account of a record, as another program names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::exchange) struct Company {
    /// By what the book would know it; empty where nothing is said.
    pub uid: String,
    /// By what that program knows it.
    pub id: String,
}

impl Recognised {
    /// The uid of a record of the program; empty for none. The same number of another program, or of another kind, is another one.
    pub(super) fn uid(&self, kind: Kind, id: &str) -> String {
        let id = canonical(id.trim());
        if id.is_empty() {
            return String::new();
        }
        let name = format!("{}:{}:{id}", self.shape.program, kind.name());
        Builder::from_custom_bytes(digest(name.as_bytes()).to_be_bytes()).into_uuid().to_string()
    }

    pub(super) fn company(&self, id: &str) -> Company {
        // Of several accounts the first is meant.
        let id = id.split(';').next().unwrap_or_default().trim().to_owned();
        Company { uid: self.uid(Kind::Account, &id), id }
    }
}

/// Salesforce writes one id with 15 characters or, for programs that do not tell capitals from small letters, with 18.
fn canonical(id: &str) -> &str {
    let long = id.len() == 18 && id.bytes().all(|b| b.is_ascii_alphanumeric()) && id.starts_with('0');
    if long { id.get(..15).unwrap_or(id) } else { id.trim_end_matches(".0") }
}

/// FNV-1a with 128 bits: the same on every machine and in every version, and long enough that no two ids of a book meet.
fn digest(bytes: &[u8]) -> u128 {
    const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    bytes.iter().fold(OFFSET, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::options::Options;
    use crate::exchange::programs::recognise;

    fn of(line: &str) -> Recognised {
        let heads: Vec<_> = line.split(',').map(str::to_owned).collect();
        recognise(&heads, &Options::default()).unwrap()
    }

    #[test]
    fn a_record_of_a_program_has_one_uid_for_good() {
        let hubspot = of("Record ID,Deal Name,Deal Stage");
        let salesforce = of("Id,AccountId,LastName,FirstName");
        // Written into books: another one would make every record come in twice.
        assert_eq!(hubspot.uid(Kind::Person, "101"), "8fdb275e-5c1b-82f4-8e69-3ec8e0435265");
        assert_eq!(hubspot.uid(Kind::Person, " 101.0"), hubspot.uid(Kind::Person, "101"));
        assert_ne!(hubspot.uid(Kind::Person, "101"), hubspot.uid(Kind::Account, "101"));
        assert_ne!(hubspot.uid(Kind::Person, "101"), salesforce.uid(Kind::Person, "101"));
        let (short, long) = ("0015g00000AbCdE", "0015g00000AbCdEAAV");
        assert_eq!(salesforce.uid(Kind::Account, short), salesforce.uid(Kind::Account, long));
        assert_eq!(hubspot.uid(Kind::Person, " "), "");
        assert_eq!(hubspot.company("7; 8").id, "7");
    }
}
