//! Where what was typed and not saved is kept: one folder a book in the state folder, one private file a form.
use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::open::private_folder;

/// The folder of the drafts of the book at `path`; each book has its own.
pub fn folder(state_folder: &Path, path: Option<&Path>) -> PathBuf {
    let book = path.map(|p| p.canonicalize().unwrap_or_else(|_| p.to_owned()));
    let name =
        book.map_or_else(|| "memory".to_owned(), |p| format!("{:016x}", fingerprint(&p.to_string_lossy())));
    state_folder.join("drafts").join(name)
}

/// Every draft of a folder: its name, and part, field and text as typed. A file that is no draft is passed over.
///
/// # Errors
/// What the file system says.
pub fn list(folder: &Path) -> std::io::Result<Vec<(String, Texts)>> {
    let files = match fs::read_dir(folder) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        files => files?,
    };
    let mut all = Vec::new();
    for file in files {
        let path = file?.path();
        let name = path.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if path.extension().is_some_and(|e| e == "json")
            && let Ok(texts) = fs::read_to_string(&path)
            && let Ok(texts) = serde_json::from_str(&texts)
        {
            all.push((name, texts));
        }
    }
    all.sort();
    Ok(all)
}

/// Part and field, and the text as typed.
pub type Texts = Vec<(String, String)>;

/// The file of a draft.
pub fn file(folder: &Path, name: &str) -> PathBuf {
    let safe: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    folder.join(format!("{safe}.json"))
}

/// Keeps a draft: written beside and renamed, so that a crash leaves the old one or the new one.
///
/// # Errors
/// What the file system says.
pub fn save(folder: &Path, name: &str, texts: &Texts) -> std::io::Result<()> {
    private_folder(folder)?;
    let json = serde_json::to_vec(texts)?;
    let mut kept = tempfile::NamedTempFile::new_in(folder)?;
    kept.write_all(&json)?;
    kept.persist(file(folder, name)).map_err(|e| e.error)?;
    Ok(())
}

/// Overwrites a draft and removes it; one that is not there is gone already.
///
/// # Errors
/// What the file system says.
pub fn erase(folder: &Path, name: &str) -> std::io::Result<()> {
    let path = file(folder, name);
    let mut open = match OpenOptions::new().write(true).open(&path) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        open => open?,
    };
    let bytes = usize::try_from(open.seek(SeekFrom::End(0))?).unwrap_or(0);
    open.rewind()?;
    open.write_all(&vec![b' '; bytes])?;
    open.sync_all()?;
    fs::remove_file(path)
}

/// FNV-1a: the same on every machine and in every version.
fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn books_do_not_share_drafts() {
        let of = |path| folder(Path::new("/s"), Some(Path::new(path)));
        assert_ne!(of("/a.cartera"), of("/b.cartera"));
    }

    #[test]
    fn an_erased_draft_is_gone_and_erasing_it_twice_is_nothing() {
        let state = tempfile::tempdir().unwrap();
        save(state.path(), "person-new", &vec![("0.name".into(), "Ana".into())]).unwrap();
        assert_eq!(list(state.path()).unwrap().len(), 1);
        erase(state.path(), "person-new").unwrap();
        erase(state.path(), "person-new").unwrap();
        assert_eq!(list(state.path()).unwrap(), []);
    }
}
