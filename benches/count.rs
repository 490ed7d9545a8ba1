//! One case over one message, `count` times: what `benches/instructions.sh` counts the instructions of.
//!
//! ```text
//! count                      names each case once, after a run that is held to its result
//! count CASE MESSAGE COUNT   runs one
//! ```
#![allow(clippy::expect_used, reason = "a benchmark stops where its sample is not what it should be")]

pub mod cases;
pub mod messages;

use cases::{CASES, Case, Sample, samples};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    match arguments.as_slice() {
        [] => list(),
        [case, message, count] => one(case, message, count),
        _ => usage(),
    }
}

fn list() -> ExitCode {
    for case in CASES {
        for mut sample in samples() {
            run(case, &mut sample, 1);
            println!("{}\t{}", case.name, sample.name);
        }
    }
    ExitCode::SUCCESS
}

fn one(case: &str, message: &str, count: &str) -> ExitCode {
    let case = CASES.iter().find(|candidate| candidate.name == case);
    let sample = samples().into_iter().find(|sample| sample.name == message);
    match (case, sample, count.parse()) {
        (Some(case), Some(mut sample), Ok(count)) => {
            run(case, &mut sample, count);
            ExitCode::SUCCESS
        }
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: count [CASE MESSAGE COUNT]");
    ExitCode::from(2)
}

fn run(case: &Case, sample: &mut Sample, count: u64) {
    sample.clear();
    let expected = (case.expected)(sample);
    for _ in 0..count {
        assert_eq!((case.run)(std::hint::black_box(sample)), expected, "{} of {}", case.name, sample.name);
    }
    assert!(sample.wrote_the_message(), "{} of {}", case.name, sample.name);
}
