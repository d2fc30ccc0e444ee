//! Makes of the data files in `profiles/` what the program takes in: checked, and in the form in which it is used.
//!
//! The modules are the library's own, so that the types are the same and the checks as well.

#![allow(
    dead_code,
    unused_imports,
    reason = "of the library's modules only what reads and checks data files is called here"
)]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a build script reads files, and speaks to Cargo on standard output"
)]

#[path = "src/text/mod.rs"]
mod text;

#[path = "src/model/mod.rs"]
mod model;

#[path = "src/profile"]
mod profile {
    pub mod build;
    mod certification_checks;
    mod deeds;
    pub mod files;
    mod profile_checks;
    pub mod schema;
    mod taxonomy_checks;
    pub mod validate;
}

#[path = "src/matching"]
mod matching {
    pub mod tables;
}

use matching::tables::index::Index;
use matching::tables::{PhraseTable, SkillTable};
use profile::build::Shared;
use profile::files::{self, Faulty, PROFILES, Texts};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// Where the data files are, seen from the project's root.
const FOLDER: &str = "profiles";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut texts = Texts::new();
    read_folder(Path::new(FOLDER), &mut texts);
    match write_all(&texts) {
        Ok(()) => ExitCode::SUCCESS,
        Err(faulty) => {
            report(&faulty, &texts);
            ExitCode::FAILURE
        }
    }
}

/// Reads the data files in a folder and those below it.
fn read_folder(folder: &Path, texts: &mut Texts) {
    let entries = folder.read_dir().expect("the folder of the data files can be listed");
    for entry in entries {
        let path = entry.expect("a folder that can be listed").path();
        if path.is_dir() {
            read_folder(&path, texts);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            let name = path.with_extension("");
            let name = name
                .strip_prefix(FOLDER)
                .unwrap_or(&name)
                .to_string_lossy()
                .replace('\\', "/");
            texts.insert(name, fs::read_to_string(&path).expect("a data file is UTF-8 text"));
        }
    }
}

fn write_all(texts: &Texts) -> Result<(), Faulty> {
    let Shared {
        taxonomy,
        certifications,
        ladder,
        guides,
        scoring,
        language,
    } = files::shared(texts)?;
    let phrases = language.phrases.as_ref().expect("they were just read");
    let skills = SkillTable::new(&taxonomy, &language.roles);
    write("skills", &skills);
    write("index", &Index::new(&skills.names));
    write("phrases", &PhraseTable::new(phrases));
    write("knowledge", &(taxonomy, certifications, scoring, &language));
    write("parts", &(ladder, guides));
    for id in PROFILES {
        write(id, &files::from_files(texts, id)?);
    }
    Ok(())
}

fn write(name: &str, content: &impl Serialize) {
    let bytes = postcard::to_allocvec(content).unwrap_or_else(|error| panic!("{name} cannot be written: {error}"));
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets it"));
    fs::write(folder.join(name).with_extension("postcard"), bytes).expect("Cargo's folder takes files");
}

/// Names every fault with its place.
fn report(faulty: &Faulty, texts: &Texts) {
    let text = texts.get(&faulty.file).map_or("", String::as_str);
    for fault in &faulty.faults {
        let (line, column) = text::locate::line_column(text, fault.offset);
        let (file, check, message) = (&faulty.file, fault.check, &fault.message);
        println!("cargo::error={FOLDER}/{file}.json:{line}:{column}: {message} [{check}]");
    }
}
