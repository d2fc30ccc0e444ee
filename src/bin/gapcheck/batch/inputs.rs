//! What is read: standard input, files, and all files of folders, by path.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What a file of resumes in a folder ends with.
const ENDINGS: [&str; 3] = ["json", "jsonl", "ndjson"];

/// What a compressed file ends with, behind its own ending.
const COMPRESSED: [&str; 2] = ["gz", "zst"];

/// What a part of a data set begins with, as Hadoop and Spark write it; such a file holds lines, whatever its ending says.
const PART: &[u8] = b"part-";

/// Whether a file holds one resume: by its name, without the ending of a compressed file.
pub fn is_whole(path: &Path) -> bool {
    ending(path).is_some_and(|ending| ending == "json") && !is_part(path)
}

fn is_part(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| name.as_encoded_bytes().starts_with(PART))
}

/// Whether a file in a folder is read; a part of a data set may be text, or have no ending at all.
fn is_wanted(path: &Path) -> bool {
    match ending(path) {
        Some(ending) => ENDINGS.contains(&ending.as_str()) || ending == "txt" && is_part(path),
        None => is_part(path),
    }
}

/// The ending in small letters, without that of a compressed file.
fn ending(path: &Path) -> Option<String> {
    let of = |path: &Path| path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
    match of(path) {
        Some(ending) if COMPRESSED.contains(&ending.as_str()) => of(Path::new(path.file_stem()?)),
        ending => ending,
    }
}

/// The files of a folder and of those in it, sorted by path. A link is not followed: it may lead out, or in a circle, or count a
/// resume twice.
pub struct Walk {
    /// The folders that are open, each with what is left of it.
    open: Vec<(PathBuf, std::vec::IntoIter<Entry>)>,
    /// Files that are not read: those that are written.
    except: Vec<PathBuf>,
    /// How many links were passed over, and the first of them.
    pub links: Option<(u64, PathBuf)>,
    /// What could not be listed, to be said in its place.
    failed: Option<(PathBuf, std::io::Error)>,
}

/// A name in a folder, and whether it is one itself.
type Entry = (OsString, bool);

impl Walk {
    pub fn new(folder: &Path, except: &[PathBuf]) -> Walk {
        let mut walk = Walk {
            open: Vec::new(),
            except: except
                .iter()
                .filter_map(|path| std::fs::canonicalize(path).ok())
                .collect(),
            links: None,
            failed: None,
        };
        walk.enter(folder.to_owned());
        walk
    }

    fn enter(&mut self, folder: PathBuf) {
        match self.list(&folder) {
            Ok(mut entries) => {
                entries.sort_unstable();
                self.open.push((folder, entries.into_iter()));
            }
            Err(error) => self.failed = Some((folder, error)),
        }
    }

    fn list(&mut self, folder: &Path) -> std::io::Result<Vec<Entry>> {
        let mut entries = Vec::new();
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            let name = PathBuf::from(entry.file_name());
            if kind.is_symlink() {
                let links = self.links.get_or_insert_with(|| (0, folder.join(&name)));
                links.0 += 1;
            } else if kind.is_dir() || kind.is_file() && is_wanted(&name) {
                entries.push((name.into_os_string(), kind.is_dir()));
            }
        }
        Ok(entries)
    }

    fn is_written(&self, path: &Path) -> bool {
        let named_alike = |except: &&PathBuf| except.file_name() == path.file_name();
        let mut except = self.except.iter().filter(named_alike);
        except.any(|except| std::fs::canonicalize(path).is_ok_and(|path| path == *except))
    }
}

impl Iterator for Walk {
    type Item = Result<PathBuf, (PathBuf, std::io::Error)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(failed) = self.failed.take() {
                return Some(Err(failed));
            }
            let (folder, entries) = self.open.last_mut()?;
            let Some((name, is_folder)) = entries.next() else {
                self.open.pop();
                continue;
            };
            let path = folder.join(name);
            match is_folder {
                true => self.enter(path),
                false if self.is_written(&path) => {}
                false => return Some(Ok(path)),
            }
        }
    }
}
