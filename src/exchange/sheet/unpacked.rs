//! How much a packed file holds, counted while it is unpacked: what it says of itself may be untrue.
use std::io::{BufReader, Read, Seek, Write, copy};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::MOST_CELLS;

/// Whether everything in the archive unpacks to no more than so many bytes. It is unpacked no further than that; what cannot be
/// unpacked at all is left to whoever reads it.
pub(super) fn fits<R: Read + Seek>(archive: &mut ZipArchive<R>, most: u64) -> bool {
    let mut count = Count(0);
    for nth in 0..archive.len() {
        let Ok(file) = archive.by_index(nth) else { continue };
        let room = (most + 1).saturating_sub(count.0);
        // A part that breaks off counts as far as it goes.
        let _broken = copy(&mut file.take(room), &mut count);
        if count.0 > most {
            return false;
        }
    }
    true
}

/// Whether a workbook says that it has no more texts than can be read: room for as many is made before the first is.
pub(super) fn has_room_for_texts<R: Read + Seek>(archive: &mut ZipArchive<R>, names: &[String]) -> bool {
    let texts = names.iter().filter(|name| name.to_lowercase().ends_with("sharedstrings.xml"));
    texts.filter_map(|name| said(archive.by_name(name).ok()?)).all(|said| said <= MOST_CELLS)
}

/// How many texts a part says that it has.
fn said(part: impl Read) -> Option<usize> {
    let (mut reader, mut buffer) = (Reader::from_reader(BufReader::new(part)), Vec::new());
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "sst" => {
                let count = tag.attributes().flatten().find(|a| a.key.as_ref() == "uniqueCount")?;
                return Some(count.value.parse().unwrap_or(usize::MAX));
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// How many bytes were written to it; they are not kept.
struct Count(u64);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use zip::write::SimpleFileOptions;
    use zip::{CompressionMethod, ZipWriter};

    /// Two parts of 16,000 zeros each.
    fn packed() -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let deflated = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for name in ["a.xml", "b.xml"] {
            zip.start_file(name, deflated).unwrap();
            zip.write_all(&[0; 16_000]).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn fits(bytes: Vec<u8>, most: u64) -> bool {
        super::fits(&mut ZipArchive::new(Cursor::new(bytes)).unwrap(), most)
    }

    #[test]
    fn what_unpacks_to_too_much_does_not_fit() {
        assert!(packed().len() < 1_000);
        assert!(fits(packed(), 32_000));
        assert!(!fits(packed(), 31_999));
        assert!(!fits(packed(), 12_000));
    }

    #[test]
    fn a_part_that_declares_less_than_it_holds_is_not_unpacked_to_its_end() {
        let (mut bytes, said) = (packed(), 16_000_u32.to_le_bytes());
        let places: Vec<_> = (0..bytes.len() - 3).filter(|at| bytes[*at..at + 4] == said).collect();
        assert!(places.len() >= 2);
        for at in places {
            bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
        }
        let archive = ZipArchive::new(Cursor::new(bytes.clone())).unwrap();
        assert!(archive.decompressed_size().is_none_or(|size| size <= 20));
        assert!(fits(bytes, 12_000));
    }
}
