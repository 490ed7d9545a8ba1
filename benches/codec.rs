//! Bytes per second of reading and writing the sample messages; every run is held to its result.
//!
//! `cargo bench --bench codec`; for counts that repeat exactly, `benches/instructions.sh`.
#![allow(clippy::expect_used, reason = "a benchmark stops where its sample is not what it should be")]

pub mod cases;
pub mod messages;

use cases::{CASES, samples};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn codec(criterion: &mut Criterion) {
    for case in CASES {
        let mut group = criterion.benchmark_group(case.name);
        for mut sample in samples() {
            group.throughput(Throughput::Bytes(sample.bytes.len() as u64));
            let expected = (case.expected)(&sample);
            sample.clear();
            group.bench_function(BenchmarkId::from_parameter(sample.name), |bencher| {
                bencher.iter(|| assert_eq!((case.run)(&mut sample), expected));
            });
            assert!(sample.wrote_the_message(), "{} of {}", case.name, sample.name);
        }
        group.finish();
    }
}

criterion_group!(benches, codec);
criterion_main!(benches);
