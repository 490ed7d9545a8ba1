//! Reads a large file of messages, each behind a length of two bytes, on one core and on all, and says how fast that was.
//!
//! `cargo run --release --example bulk` makes messages in memory; `... --example bulk FILE` reads those of a file, in the spec
//! `iso1987-bcd`.

use isomsg::frame::Framing;
use isomsg::spec::{self, MessageSpec};
use isomsg::{Message, MessageBuf, Mti, de};
use rayon::prelude::*;
use std::error::Error;
use std::io::Write;
use std::time::{Duration, Instant};

const FRAMING: Framing = Framing::BINARY2;
const SPEC: &MessageSpec = &spec::ISO1987_BCD;
/// What one core reads at a time: as much as its cache holds.
const PIECE: usize = 256 * 1024;

fn main() -> Result<(), Box<dyn Error>> {
    let file = match std::env::args_os().nth(1) {
        Some(path) => std::fs::read(path)?,
        None => made(2_000_000)?,
    };
    let cores = std::thread::available_parallelism()?.get();
    run(&mut std::io::stdout(), &file, cores)
}

pub(crate) fn run(out: &mut impl Write, file: &[u8], cores: usize) -> Result<(), Box<dyn Error>> {
    let (pieces, rest) = pieces(file);
    let (alone, took_alone) = timed(1, &pieces)?;
    writeln!(
        out,
        "{} messages in {} bytes, {} refused, {rest} bytes left over.",
        alone.read,
        file.len(),
        alone.refused
    )?;
    writeln!(out, "Amounts add up to {}.{:02}.", alone.amount / 100, alone.amount % 100)?;
    writeln!(out, "1 core: {}", rate(&alone, took_alone))?;
    for cores in 2..=cores {
        let (together, took) = timed(cores, &pieces)?;
        assert_eq!(together, alone, "the same messages, whoever reads them");
        let times = took_alone.as_secs_f64() / took.as_secs_f64();
        writeln!(out, "{cores} cores: {}, {times:.2} times one", rate(&together, took))?;
    }
    Ok(())
}

/// What was found in messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Found {
    read: u64,
    refused: u64,
    /// In minor units.
    amount: u64,
}

impl Found {
    fn and(self, other: Found) -> Found {
        let (read, refused) = (self.read + other.read, self.refused + other.refused);
        Found { read, refused, amount: self.amount + other.amount }
    }
}

/// Cuts between frames, so that each core reads whole messages. Only the lengths are looked at. Says how many bytes are left
/// over: a frame that is not whole, or at fault, and what follows it.
fn pieces(file: &[u8]) -> (Vec<&[u8]>, usize) {
    let mut messages = Message::parse_many(file, FRAMING, SPEC);
    let (mut pieces, mut begin, mut end) = (Vec::new(), 0, 0);
    while let Some(Ok(_)) = messages.next_frame() {
        end = file.len() - messages.rest().len();
        if end - begin >= PIECE {
            pieces.extend(file.get(begin..end));
            begin = end;
        }
    }
    pieces.extend(file.get(begin..end));
    (pieces, file.len() - end)
}

fn timed(cores: usize, pieces: &[&[u8]]) -> Result<(Found, Duration), rayon::ThreadPoolBuildError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(cores).build()?;
    let start = Instant::now();
    let found = pool.install(|| pieces.par_iter().map(|piece| read(piece)).reduce(Found::default, Found::and));
    Ok((found, start.elapsed()))
}

/// Every message strictly, and its amount.
fn read(piece: &[u8]) -> Found {
    let mut found = Found::default();
    let mut messages = Message::parse_many(piece, FRAMING, SPEC);
    while let Some(message) = messages.next_message() {
        match message {
            Ok(message) => {
                found.read += 1;
                found.amount += message.field(de::AMOUNT_TRANSACTION).map_or(0, |field| field.parse().unwrap_or(0));
            }
            Err(_) => found.refused += 1,
        }
    }
    found
}

fn rate(found: &Found, took: Duration) -> String {
    format!("{:.0} messages/s", (found.read + found.refused) as f64 / took.as_secs_f64())
}

/// So many purchases, no two the same.
pub(crate) fn made(count: u32) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut purchase = MessageBuf::new(SPEC, "0200".parse::<Mti>()?);
    for (number, value) in [
        (de::PAN, "4111111111111111"),
        (de::PROCESSING_CODE, "000000"),
        (de::TRANSMISSION_DATE_AND_TIME, "1127132928"),
        (de::TRACK_2_DATA, "4111111111111111=28122010000012345678"),
        (de::CARD_ACCEPTOR_TERMINAL_ID, "TERM0001"),
        (de::CARD_ACCEPTOR_ID_CODE, "SHOP00000000042"),
        (de::CURRENCY_CODE_TRANSACTION, "840"),
    ] {
        purchase.set(number, value)?;
    }
    let mut file = Vec::new();
    for number in 0..count {
        purchase.set(de::AMOUNT_TRANSACTION, u64::from(number) % 10_000 + 1)?;
        purchase.set(de::STAN, number % 1_000_000)?;
        let bytes = purchase.as_bytes();
        file.extend(u16::try_from(bytes.len())?.to_be_bytes());
        file.extend(bytes);
    }
    Ok(file)
}
