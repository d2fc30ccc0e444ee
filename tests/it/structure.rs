//! The house keeps its shape: small files, arrows in one direction, no I/O outside of the program, nothing unregistered.

use std::path::Path;

/// A longer file is split by concept.
const LONGEST: usize = 400;

/// The files that wire the stages and may name them all.
const WIRING: [&str; 6] = ["advise", "assess", "check", "interview", "lib", "plan"];

/// What only the program may use of the standard library: files, environment, processes, network.
const PROGRAM_ONLY: [&str; 4] = ["fs", "env", "process", "net"];

/// What only the program may call; `eprint!` and `eprintln!` end in these words.
const PRINTING: [&str; 3] = ["print!(", "println!(", "dbg!("];

// Every source file is short enough to be read in one go.
#[test]
fn no_source_file_is_long() {
    let long = rust_files().into_iter().filter(|f| f.text.lines().count() > LONGEST);
    let said = long.map(|f| format!("{} has {} lines: split it by concept", f.path, f.text.lines().count()));
    none(&format!("a source file has at most {LONGEST} lines"), said);
}

// The first line of every source file says what it is for.
#[test]
fn every_source_file_says_what_it_is_for() {
    let silent = rust_files().into_iter().filter(|f| !f.text.starts_with("//! "));
    none(
        "a source file begins with `//! ` and what it is for",
        silent.map(|f| f.path),
    );
}

// The arrows of the house: text imports text, model imports text and model, a stage imports these and itself; only `assess`
// (and `lib`, which names the modules) knows the stages.
#[test]
fn modules_import_only_what_lies_below() {
    let mut wrong = Vec::new();
    for file in library_files() {
        let module = file.module();
        if WIRING.contains(&module) {
            continue;
        }
        let code = file.code();
        for (line, name) in roots(&code, "crate") {
            let leaf = name == "text" || name == "model" && module != "text";
            if !leaf && name != module {
                wrong.push(format!("{}:{line} imports crate::{name} into {module}", file.path));
            }
        }
        for line in file.supers_out_of_module(&code) {
            wrong.push(format!("{}:{line} leaves {module} by super::", file.path));
        }
    }
    none(
        "a module imports text, model and itself; only assess wires the stages",
        wrong,
    );
}

// The program is a user of the library like any other: `crate::` names its own files, `gapcheck::` the library.
#[test]
fn the_program_uses_the_library_by_its_name() {
    let files = files("src/bin/gapcheck", ".rs");
    let own: Vec<&str> = files.iter().map(File::stem).collect();
    let mut wrong = Vec::new();
    for file in &files {
        let foreign = roots(&file.code(), "crate")
            .into_iter()
            .filter(|(_, name)| !own.contains(&name.as_str()));
        wrong.extend(foreign.map(|(line, name)| format!("{}:{line} names crate::{name}", file.path)));
        let included = file.text.contains("#[path") || file.text.contains("include!(");
        wrong.extend(included.then(|| format!("{} takes in a file that is not its own", file.path)));
    }
    none("the program names the library's parts as gapcheck::…", wrong);
    assert!(
        files.iter().any(|f| f.text.contains("gapcheck::")),
        "the program does not use the library"
    );
}

// The library takes text and gives text. Files of unit tests (`*_tests.rs`) may look at the project's own files.
#[test]
fn only_the_program_touches_the_world() {
    let mut wrong = Vec::new();
    for file in library_files().iter().filter(|f| !f.path.ends_with("_tests.rs")) {
        let code = file.code();
        let used = roots(&code, "std")
            .into_iter()
            .filter(|(_, name)| PROGRAM_ONLY.contains(&name.as_str()));
        wrong.extend(used.map(|(line, name)| format!("{}:{line} uses std::{name}", file.path)));
        for (number, line) in code.lines().enumerate() {
            let called = PRINTING.iter().find(|word| line.contains(**word));
            wrong.extend(called.map(|word| format!("{}:{} calls {word}…)", file.path, number + 1)));
        }
    }
    none(
        "nothing outside src/bin uses files, environment, processes or network, or prints",
        wrong,
    );
}

// A data file that nothing takes in would be edited in vain. The schemas are looked at by the library's `schema_tests`.
#[test]
fn every_data_file_is_registered() {
    let embedded = read("src/profile/builtin.rs");
    let made = read("src/profile/files.rs");
    let is_registered = |path: &str| {
        let name = path.trim_start_matches("profiles/").trim_end_matches(".json");
        embedded.contains(&format!("/{path}\"")) || made.contains(&format!("\"{name}\""))
    };
    let forgotten = data_files().into_iter().filter(|f| !is_registered(&f.path));
    none(
        "a file in profiles/ is named in src/profile/builtin.rs or src/profile/files.rs",
        forgotten.map(|f| f.path),
    );
}

// A sentence that still has to be written is not shipped.
#[test]
fn no_data_file_is_left_to_do() {
    let open = data_files().into_iter().filter(|f| f.text.contains("TODO"));
    none("a data file holds no wording \"TODO\"", open.map(|f| f.path));
}

// The fuzz targets are a workspace of their own; with other versions they would fuzz another program.
#[test]
fn the_fuzz_targets_lock_the_same_versions() {
    let versions = |lock: &str| -> Vec<String> {
        let packages = lock.split("[[package]]").skip(1);
        let head = packages.map(|p| p.trim().lines().take(2).collect::<Vec<_>>().join(" "));
        head.collect()
    };
    let manifest = read("Cargo.toml");
    let dev: Vec<&str> = manifest
        .split_once("[dev-dependencies]")
        .map_or("", |(_, rest)| rest)
        .lines()
        .collect();
    let fuzzed = versions(&read("fuzz/Cargo.lock"));
    let direct = manifest
        .lines()
        .filter(|line| !dev.contains(line))
        .filter_map(|line| line.split_once(" = "));
    let names: Vec<String> = direct.map(|(name, _)| format!("name = \"{name}\" ")).collect();
    let wanted = versions(&read("Cargo.lock"))
        .into_iter()
        .filter(|p| names.iter().any(|name| p.starts_with(name)));
    let missing = wanted.filter(|package| !fuzzed.contains(package));
    none(
        "fuzz/Cargo.lock holds the dependencies of Cargo.lock (fuzz/README.md says how)",
        missing,
    );
}

// Who adds a dependency says on its line why it is here.
#[test]
fn every_dependency_has_its_reason() {
    let manifest = read("Cargo.toml");
    let mut section = "";
    let mut wrong = Vec::new();
    for (number, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            section = line.trim_end_matches(']');
            // A table of its own has no line for the reason.
            let table = section.contains("dependencies.");
            wrong.extend(table.then(|| format!("Cargo.toml:{}: write {line}] on one line", number + 1)));
        } else if section.ends_with("dependencies") && line.contains('=') {
            let reason = line.split_once(" # ").map_or("", |(_, reason)| reason.trim());
            wrong.extend(reason.is_empty().then(|| format!("Cargo.toml:{}: {line}", number + 1)));
        }
    }
    none("a dependency's line ends with a comment: why it is here", wrong);
}

/// A file of the project; its path runs from the root, with `/`.
struct File {
    path: String,
    text: String,
}

impl File {
    /// The name without folder and ending.
    fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.split('.').next().unwrap_or(name)
    }

    /// The module of the library that the file belongs to: `render` for `src/render/json.rs`, `assess` for `src/assess.rs`.
    fn module(&self) -> &str {
        let within = self.path.trim_start_matches("src/");
        within.split(['/', '.']).next().unwrap_or(within)
    }

    /// The text without comments; every line stays a line.
    fn code(&self) -> String {
        let cut = |line: &str| match line.trim_start().starts_with("//") {
            true => String::new(),
            false => line.split(" // ").next().unwrap_or(line).to_owned(),
        };
        self.text.lines().map(|line| cut(line) + "\n").collect()
    }

    /// Lines with so many `super::` in a row that they reach the root of the library.
    fn supers_out_of_module(&self, code: &str) -> Vec<usize> {
        let folders = self.path.matches('/').count() - 1;
        let depth = folders + usize::from(self.stem() != "mod");
        let mut lines = Vec::new();
        let mut in_tests = false;
        for (number, line) in code.lines().enumerate() {
            in_tests |= line.trim_start().starts_with("mod ") && line.ends_with('{');
            let most = (1..=depth + 1)
                .take_while(|n| line.contains(&"super::".repeat(*n)))
                .count();
            if most >= depth + usize::from(in_tests) {
                lines.push(number + 1);
            }
        }
        lines
    }
}

/// The names that follow `root::` in code, of `root::{a, b::c}` each, with the line of the path.
fn roots(code: &str, root: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices(&format!("{root}::")) {
        // `my_crate::x` and `a::std::x` are other paths.
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:$".contains(c)) {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let rest = &code[at + root.len() + 2..];
        found.extend(first_names(rest).into_iter().map(|name| (line, name)));
    }
    found
}

/// The first name of a path, or those of its group in braces.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| {
        text.trim_start()
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect::<String>()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut names = vec![name(group)];
    let mut depth = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name(&group[at + 1..])),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[test]
fn paths_are_found_in_code() {
    #[track_caller]
    fn check(code: &str, expected: &[(usize, &str)]) {
        let found = roots(code, "crate");
        let found: Vec<(usize, &str)> = found.iter().map(|(line, name)| (*line, name.as_str())).collect();
        assert_eq!(found, expected, "{code}");
    }
    check("use crate::model::skill::SkillId;", &[(1, "model")]);
    check("\nuse crate::{\n  a::{b, c},\n  d,\n};", &[(2, "a"), (2, "d")]);
    check("fn f(x: &crate::text::X) { my_crate::y() }", &[(1, "text")]);
}

fn rust_files() -> Vec<File> {
    let mut all = files("src", ".rs");
    all.extend(files("tests", ".rs"));
    all
}

fn library_files() -> Vec<File> {
    let mut all = files("src", ".rs");
    all.retain(|f| !f.path.starts_with("src/bin/"));
    all
}

fn data_files() -> Vec<File> {
    let mut all = files("profiles", ".json");
    all.retain(|f| !f.path.starts_with("profiles/schema/"));
    all
}

/// The files below `folder` whose names end with `ending`, by path.
fn files(folder: &str, ending: &str) -> Vec<File> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = root().join(&folder).read_dir();
        for entry in entries.unwrap_or_else(|e| panic!("cannot list {folder}: {e}")) {
            let entry = entry.expect("a folder that can be listed");
            let path = format!("{folder}/{}", entry.file_name().to_str().expect("file names are UTF-8"));
            if entry.path().is_dir() {
                folders.push(path);
            } else if path.ends_with(ending) {
                let text = read(&path);
                found.push(File { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(
        !found.is_empty(),
        "no {ending} file below {folder}/: these tests would look at nothing"
    );
    found
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[expect(clippy::disallowed_methods, reason = "these tests look at the project's own files")]
fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("cannot read {path}: {e}"))
}

/// Fails with all violations of a rule at once.
#[track_caller]
fn none(rule: &str, violations: impl IntoIterator<Item = String>) {
    let violations: Vec<String> = violations.into_iter().collect();
    assert!(violations.is_empty(), "the rule: {rule}\n  {}", violations.join("\n  "));
}
