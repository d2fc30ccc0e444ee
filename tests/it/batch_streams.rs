//! What `gapcheck batch` reads and how it ends: files, folders, compressed streams, long lines, closed pipes, full disks, signals.

#![allow(
    clippy::disallowed_methods,
    reason = "these tests run the program on files of their own"
)]

use crate::batch::{batch, check_done, check_failed, lines, piped, resume, said, told};
use crate::cli::{check_refused, folder_with, gapcheck, run};
use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::json;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use tempfile::TempDir;

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}

fn zstd(text: &str) -> Vec<u8> {
    compress_to_vec(text.as_bytes(), CompressionLevel::Fastest)
}

/// So many resumes, a line each, their numbers being their identifiers.
fn numbered(numbers: std::ops::Range<usize>) -> String {
    numbers.map(|n| resume(&n.to_string()) + "\n").collect()
}

fn put(folder: &TempDir, file: &str, content: impl AsRef<[u8]>) {
    let path = folder.path().join(file);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, content).expect("a file");
}

#[test]
fn compressed_streams_are_told_by_how_they_begin() {
    let (first, second) = (numbered(0..30), numbered(30..60));
    let skipped = [&[0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0][..], b"xyz"].concat();
    let expected: Vec<String> = (0..60).map(|n| n.to_string()).collect();
    for (kind, packed) in [
        ("plain", format!("{first}{second}").into_bytes()),
        ("gzip", gzip(&format!("{first}{second}"))),
        ("gzip of two members", [gzip(&first), gzip(&second)].concat()),
        ("zstd", zstd(&format!("{first}{second}"))),
        ("zstd of two frames", [zstd(&first), zstd(&second)].concat()),
        (
            "zstd with frames to be skipped",
            [&skipped, &zstd(&first), &skipped, &zstd(&second)]
                .map(|b| &b[..])
                .concat(),
        ),
    ] {
        let output = piped(&["--id", "/meta/id"], &packed);
        check_done(&output);
        assert_eq!(told(&output), expected, "{kind}");
        // The name says nothing.
        let folder = folder_with("cvs.txt", &packed);
        let output = run(&folder, &batch(&["--id", "/meta/id", "cvs.txt"]));
        assert_eq!(told(&output), expected, "{kind}");
    }
    for packed in [gzip(""), zstd(""), skipped] {
        check_done(&piped(&[], packed));
    }
}

#[test]
fn what_stands_before_damage_is_assessed() {
    // Random text in between: what is packed well would all stand in the last block.
    let noise = |n: usize| {
        (0..400_u64)
            .map(|i| format!("{:x}", (n as u64 * 977 + i).wrapping_mul(0x9e37_79b9_7f4a_7c15)))
            .collect::<String>()
    };
    let line = |n: usize| {
        format!(
            "{{\"meta\":{{\"id\":\"{n}\"}},\"skills\":[],\"noise\":\"{}\"}}\n",
            noise(n)
        )
    };
    let text: String = (0..100).map(line).collect();
    for (kind, packed) in [("gz", gzip(&text)), ("zst", zstd(&text))] {
        let mut flipped = packed.clone();
        // The last bytes of both are a checksum.
        let at = packed.len() - if kind == "gz" { 8 } else { 4 };
        flipped[at] ^= 1;
        for (packed, least, help) in [
            (&packed[..packed.len() * 9 / 10], 60, "cut short or damaged"),
            (&packed[..packed.len() - 1], 90, "cut short or damaged"),
            (&flipped[..], 100, "cut short or damaged"),
        ] {
            let folder = folder_with(&format!("a.jsonl.{kind}"), packed);
            put(&folder, "b.jsonl", resume("b"));
            let output = run(&folder, &batch(&["--id", "/meta/id", "."]));
            let told = told(&output);
            let read = told.iter().position(|t| t == "damaged").expect("the error");
            assert!(read >= least, "{kind}: only {read} before the fault");
            assert!(
                told[..read].iter().enumerate().all(|(n, id)| *id == n.to_string()),
                "{told:?}"
            );
            assert_eq!(told[read + 1..], ["b"], "{kind}");
            let error = &lines(&output)[read];
            let place = json!({"file": format!("./a.jsonl.{kind}"), "line": read + 1});
            assert_eq!((&error["source"], &error["error"]["line"]), (&place, &json!(read + 1)));
            check_failed(&output, &[help, "1 of "]);
        }
    }
    // A frame may ask for more memory than a line may take.
    let output = piped(&[], [0x28, 0xb5, 0x2f, 0xfd, 0, 0xb8, 1, 0, 0]);
    assert_eq!(told(&output), ["unsupported"]);
    check_failed(&output, &["a window of 8192 MiB"]);
}

#[test]
fn a_folder_is_read_by_path_and_no_link_is_followed() {
    let folder = folder_with("x", "");
    put(&folder, "cvs/b.json", resume("b").replace(',', ",\n"));
    put(&folder, "cvs/a/2.jsonl", numbered(1..3));
    put(&folder, "cvs/a/1.json.gz", gzip(&resume("a1")));
    put(&folder, "cvs/a.ndjson.zst", zstd(&resume("a.")));
    put(&folder, "cvs/c.JSON", "{} {}");
    put(&folder, "cvs/d.json", "");
    put(&folder, "cvs/notes.txt", "no resume");
    put(&folder, "outside.json", resume("outside"));
    let mut warning = String::new();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../outside.json", folder.path().join("cvs/link.json")).expect("a link");
        std::os::unix::fs::symlink("..", folder.path().join("cvs/loop")).expect("a link");
        warning += "2 of them, the first cvs/l";
    }
    let output = run(
        &folder,
        &batch(&["cvs", "outside.json", "--id", "/meta/id", "--fields", "coverage"]),
    );
    assert_eq!(
        told(&output),
        ["a1", "1", "2", "a.", "b", "not-json", "blank", "outside"]
    );
    let sources: Vec<_> = lines(&output).iter().map(|line| line["source"].clone()).collect();
    let a_line = |file: &str, line: u64| json!({"file": file, "line": line});
    let slash = std::path::MAIN_SEPARATOR;
    let file = |path: &str| path.replace('/', &slash.to_string());
    assert_eq!(
        sources[..5],
        [
            json!({"file": file("cvs/a/1.json.gz")}),
            a_line(&file("cvs/a/2.jsonl"), 1),
            a_line(&file("cvs/a/2.jsonl"), 2),
            a_line(&file("cvs/a.ndjson.zst"), 1),
            json!({"file": file("cvs/b.json")}),
        ]
    );
    assert!(
        lines(&output)[5]["error"]["help"]
            .as_str()
            .is_some_and(|h| h.contains(".jsonl"))
    );
    check_failed(&output, &["2 of 8 resumes", &warning]);
    // The file that is written is not read, though the folder holds it.
    for _ in 0..2 {
        let output = run(&folder, &batch(&["cvs/a", "-o", "cvs/a/out.jsonl"]));
        check_done(&output);
        let written = fs::read_to_string(folder.path().join("cvs/a/out.jsonl")).expect("the file");
        assert_eq!(written.lines().count(), 3);
    }
    check_refused(
        &run(&folder, &batch(&["outside.json", "-o", "./outside.json"])),
        &["would replace"],
    );
}

#[test]
fn what_cannot_be_opened_has_its_line() {
    let folder = folder_with("b.jsonl", resume("b"));
    let arguments = batch(&["--id", "/meta/id", "a\u{1b}[31m.json", "b.jsonl", "-"]);
    let mut child = gapcheck(&folder, &arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(resume("c").as_bytes())
        .expect("it is read");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(told(&output), ["unreadable", "b", "c"]);
    assert_eq!(lines(&output)[0]["source"], json!({"file": "a\u{1b}[31m.json"}));
    assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b));
    check_failed(&output, &["1 of 3 resumes", "cannot be read"]);
}

#[test]
fn a_long_line_is_not_held() {
    let folder = folder_with("x", "");
    let arguments = batch(&["--id", "/meta/id", "--fields", "coverage", "--threads", "2"]);
    let mut child = gapcheck(&folder, &arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let mut answer = || answers.next().expect("an answer").expect("UTF-8");
    let mut ask = |text: &[u8]| pipe.write_all(text).expect("it is read");
    ask((resume("a") + "\n").as_bytes());
    // The answer comes while the input is open: nobody has to close it to be answered.
    assert!(answer().starts_with("{\"id\":\"a\""));
    for _ in 0..50 {
        ask(&[b'['; 1 << 20]);
    }
    ask(format!("\n{}\n", resume("b")).as_bytes());
    assert!(answer().contains("\"code\":\"too-long\""));
    assert!(answer().starts_with("{\"id\":\"b\""));
    if let Some(peak) = peak(&child) {
        // 8 MiB of the line are read before it is given up; the program itself takes some 15 in a test build.
        assert!(peak < 40_000, "{peak} KB of memory");
    }
    drop(pipe);
    let output = child.wait_with_output().expect("it ends");
    check_failed(
        &output,
        &["1 of 3 resumes", "line 2, column 1", "longer than 8388608 bytes"],
    );
}

// What is written for the shortest lines is thousands of times as long as they are.
#[test]
fn short_lines_are_few_at_once() {
    let folder = folder_with("x", "");
    let mut child = gapcheck(&folder, &batch(&["--fields", "full", "--threads", "2"]))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let all = 3000;
    pipe.write_all("{}\n".repeat(all).as_bytes()).expect("it is read");
    let answers = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let bytes: usize = answers.take(all).map(|line| line.expect("UTF-8").len()).sum();
    assert!(bytes > 60_000_000, "{bytes} bytes show nothing");
    if let Some(peak) = peak(&child) {
        assert!(peak < 40_000, "{peak} KB of memory");
    }
    drop(pipe);
    assert!(child.wait().expect("it ends").success());
}

/// The most memory that a program has held, in KB, where the system tells.
fn peak(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

// Wherever chunks end, the limit is the same: a line is as long as allowed, or one byte longer.
#[test]
fn a_line_as_long_as_allowed_is_read() {
    let line = |length: usize| format!("{}{}", r#"{"skills":[]}"#, " ".repeat(length - 13));
    for limit in ["1K", "300000"] {
        let bytes: usize = limit.parse().unwrap_or(1024);
        for packed in [false, true] {
            let text = format!("{}\n{}\n{}", line(bytes), line(bytes + 1), line(bytes)) + "\n" + &line(bytes + 1);
            let input = if packed { gzip(&text) } else { text.into_bytes() };
            let output = piped(&["--max-line", limit], input);
            assert_eq!(
                told(&output),
                ["null", "too-long", "null", "too-long"],
                "{limit} {packed}"
            );
        }
        let folder = folder_with("a.json", line(bytes));
        put(&folder, "b.json", line(bytes + 1));
        let output = run(&folder, &batch(&["--max-line", limit, "."]));
        assert_eq!(told(&output), ["null", "too-long"]);
        // The whole file is too long, none of its lines.
        assert_eq!(lines(&output)[1]["source"], json!({"file": "./b.json"}));
    }
    for wrong in ["0", "x", "9999M", "-1", "1G", "K"] {
        check_refused(
            &piped(&[&format!("--max-line={wrong}")], ""),
            &["64K or 8M", "at most 64M"],
        );
    }
    check_refused(&piped(&["--threads", "0"], ""), &["from 1 to 1024"]);
}

#[test]
fn a_closed_pipe_ends_quietly_while_more_could_come() {
    let folder = folder_with("x", "");
    let mut child = gapcheck(&folder, &batch(&["--id", "/meta/id"]))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let mut ask = |text: String| pipe.write_all(text.as_bytes());
    ask(numbered(0..5)).expect("it is read");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("a pipe"))
        .read_line(&mut first)
        .expect("a line");
    assert!(first.starts_with("{\"id\":\"0\""), "{first}");
    // Nobody reads any more. The input stays open, and its writer is told.
    while ask(numbered(0..50)).is_ok() {}
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let full = || {
        fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .expect("the device")
    };
    let folder = folder_with("cvs.jsonl", numbered(0..20));
    let output = gapcheck(&folder, &batch(&["cvs.jsonl"]))
        .stdout(full())
        .output()
        .expect("it starts");
    check_refused(&output, &["cannot write to standard output", "No space left"]);
    check_refused(
        &run(&folder, &batch(&["cvs.jsonl", "-o", "/dev/full"])),
        &["/dev/full", "No space left"],
    );
}

#[cfg(unix)]
#[test]
fn an_interruption_leaves_whole_lines() {
    for signal in ["-INT", "-TERM"] {
        for output_file in [None, Some("out.jsonl")] {
            let folder = folder_with("x", "");
            let mut arguments = batch(&["--id", "/meta/id", "--fields", "full"]);
            arguments.extend(output_file.iter().flat_map(|file| ["-o", file]));
            let mut child = gapcheck(&folder, &arguments)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("it starts");
            let mut pipe = child.stdin.take().expect("a pipe");
            let (tell, told) = channel();
            let tell_too = tell.clone();
            let fed = std::thread::spawn(move || {
                // More than a pipe holds: the program is reading, and the handler stands, when all of it is written.
                (0..30).for_each(|_| pipe.write_all(numbered(0..100).as_bytes()).expect("it is read"));
                tell.send(()).expect("the test waits");
                while pipe.write_all(numbered(0..100).as_bytes()).is_ok() {}
            });
            let mut answers = BufReader::new(child.stdout.take().expect("a pipe"));
            let is_printed = output_file.is_none();
            let answered = std::thread::spawn(move || {
                let mut text = String::new();
                if is_printed {
                    answers.read_line(&mut text).expect("UTF-8");
                }
                tell_too.send(()).expect("the test waits");
                answers.read_to_string(&mut text).expect("UTF-8");
                text
            });
            told.iter().take(2).for_each(drop);
            let sent = Command::new("kill").args([signal, &child.id().to_string()]).status();
            assert!(sent.expect("kill is there").success());
            let output = child.wait_with_output().expect("it ends");
            assert_eq!(
                (output.status.code(), said(&output).as_str()),
                (Some(130), ""),
                "{signal}"
            );
            fed.join().expect("the writer ends");
            let text = answered.join().expect("the reader ends");
            assert_eq!(is_printed, text.ends_with("}\n"));
            for (number, line) in text.lines().enumerate() {
                let value: serde_json::Value = serde_json::from_str(line).expect("a whole line");
                assert_eq!(value["id"], (number % 100).to_string());
            }
            // A file is whole or not there.
            let names = fs::read_dir(folder.path()).expect("a folder").count();
            assert_eq!(names, 1, "{signal} {output_file:?}");
        }
    }
}
