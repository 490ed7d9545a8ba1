//! Random messages, read and written by isomsg and by others who know nothing of it.
//!
//! ```text
//! isomsg-differential JUDGE MESSAGES [SEED]       JUDGE: iso8583-codec, pyiso8583 or tshark
//! ```
//!
//! `run.sh` installs the judges and calls it. A disagreement that `disagreements.md` explains is counted under its name;
//! any other stops the run with the message and both answers. Every run of one seed is the same.

mod case;
mod dialect;
mod judges;
mod known;
mod random;

use random::Random;

/// The seed unless another is given.
const SEED: u64 = 8583;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (judge, messages, seed) = match words.as_slice() {
        [judge, messages] => (*judge, *messages, SEED),
        [judge, messages, seed] => (*judge, *messages, seed.parse().expect("a number as the seed")),
        _ => panic!("usage: isomsg-differential JUDGE MESSAGES [SEED]"),
    };
    let messages = messages.parse().expect("a number of messages");
    let mut random = Random::new(seed);
    let tally = match judge {
        "iso8583-codec" => judges::codec::run(&mut random, messages),
        "pyiso8583" => judges::pyiso8583::run(&mut random, messages),
        "tshark" => judges::tshark::run(&mut random, messages),
        _ => panic!("no judge `{judge}`"),
    };
    println!("{judge}, seed {seed}: {tally}");
}
