//! Replays on stable Rust, for each fuzz target, what the fuzzer begins with and what it ever found, whole and damaged.
#![cfg(feature = "alloc")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]
#![allow(missing_docs, unreachable_pub, reason = "the modules are shared with the fuzzer, not published")]

pub mod properties;

use properties::{ALL, Property};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn each_property_has_a_fuzz_target_and_each_target_a_property() {
    let mut targets: Vec<String> = files("fuzz_targets", "rs").iter().map(|file| stem(file)).collect();
    targets.sort();
    let mut names: Vec<&str> = ALL.iter().map(|(name, _)| *name).collect();
    names.sort_unstable();
    targets.retain(|target| cfg!(feature = "serde") || target != "json");
    targets.retain(|target| cfg!(feature = "toml") || target != "spec_file");
    targets.retain(|target| cfg!(feature = "import") || target != "import");
    assert_eq!(names, targets);
}

#[test]
fn the_properties_hold_for_what_the_fuzzer_found() {
    for property in ALL {
        println!("{}: {} regressions replayed", property.0, replay("regressions", property, |_, _| ()));
    }
}

/// `fuzz/corpus` is there where somebody fuzzed, and is not committed.
#[test]
fn the_properties_hold_for_the_corpus() {
    for property in ALL {
        println!("{}: {} of the corpus replayed", property.0, replay("corpus", property, |_, _| ()));
    }
}

#[test]
fn the_properties_hold_for_every_seed_whole_cut_and_changed() {
    let damage = |data: &[u8], check: fn(&[u8])| {
        // Long ones at some of their places.
        for at in (1..data.len()).step_by(1 + data.len() / 256) {
            check(&data[..at]);
            for change in [0x01, 0x0F, 0x10, 0xC0] {
                check(&with_byte_changed(data, at, change));
            }
        }
    };
    let seeds: usize = ALL.iter().map(|property| replay("seeds", property, damage)).sum();
    assert!(seeds > 0, "no seeds");
    println!("{seeds} seeds replayed");
}

/// Tapes that nobody seeded.
#[test]
fn the_properties_hold_for_random_bytes() {
    for (name, check) in ALL {
        let mut random = 8583u64;
        let mut byte = || {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (random >> 56) as u8
        };
        for round in 0..300 {
            let data: Vec<u8> = (0..round % 400).map(|_| byte()).collect();
            check(&data);
        }
        println!("{name}: 300 random inputs");
    }
}

/// Hands each file of the folder of a target in a folder of `fuzz/` to its property; the number of files.
fn replay(folder: &str, (name, check): &Property, also: impl Fn(&[u8], fn(&[u8]))) -> usize {
    let files = files(&format!("{folder}/{name}"), "");
    for file in &files {
        println!("{}", file.display());
        let data = fs::read(file).expect("a readable file");
        check(&data);
        also(&data, *check);
    }
    files.len()
}

/// The files of a folder of `fuzz/` with this extension; none when it is not there.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder);
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path());
    entries.filter(|path| path.extension().unwrap_or_default() == extension).collect()
}

fn stem(file: &Path) -> String {
    file.file_stem().expect("a name").to_string_lossy().into_owned()
}

fn with_byte_changed(data: &[u8], at: usize, change: u8) -> Vec<u8> {
    data.iter().enumerate().map(|(place, &byte)| if place == at { byte ^ change } else { byte }).collect()
}
