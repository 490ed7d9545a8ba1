//! Replays on stable Rust what the fuzzer began with and what it ever found, whole and damaged.
#![cfg(feature = "alloc")]
#![allow(clippy::expect_used, reason = "a test stops where its files are not what they should be")]

pub mod properties;

use std::fs;
use std::path::Path;

#[test]
fn the_properties_hold_for_what_the_fuzzer_found() {
    println!("{} regressions replayed", replay("regressions", properties::check));
}

#[test]
fn the_properties_hold_for_every_seed_whole_cut_and_changed() {
    let seeds = replay("seeds/parse", |data| {
        properties::check(data);
        for at in 1..data.len() {
            properties::check(data.get(..at).expect("within the seed"));
            for change in [0x01, 0x0F, 0x10, 0xC0] {
                properties::check(&with_byte_changed(data, at, change));
            }
        }
    });
    assert!(seeds > 0, "no seeds");
    println!("{seeds} seeds replayed");
}

/// Hands each file of a folder of `fuzz/` to `check`; the number of files.
fn replay(folder: &str, check: impl Fn(&[u8])) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder);
    let files = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("an entry").path());
    let mut count = 0;
    for file in files.filter(|file| file.extension().is_none()) {
        println!("{}", file.display());
        check(&fs::read(file).expect("a readable file"));
        count += 1;
    }
    count
}

fn with_byte_changed(data: &[u8], at: usize, change: u8) -> Vec<u8> {
    data.iter().enumerate().map(|(place, &byte)| if place == at { byte ^ change } else { byte }).collect()
}
