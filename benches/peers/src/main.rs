//! The same messages through isomsg and the other Rust libraries for ISO 8583, in one process.
//!
//! Every library first has to give the same values and bytes; then all take turns in short batches, and one table shows
//! the medians. Times depend on the machine and on what else it does, so read the ratios. `run.sh` runs it, and the
//! libraries of other languages.
//!
//! ```text
//! isomsg-peers                 the tables of times
//! isomsg-peers --hex NAME      one message in hex, for the libraries of other languages
//! isomsg-peers --once MESSAGE WORK LIBRARY COUNT    one task alone, to count its instructions
//! ```

mod measure;
#[path = "../../messages.rs"]
#[allow(dead_code, reason = "the benchmarks of the crate use more of the messages")]
mod messages;
mod peers;
mod report;
mod stream;
mod subject;
mod walker;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    walker::check_against_isomsg();
    match words.as_slice() {
        [] => table(),
        ["--hex", name] => println!("{}", subject::named(name).hex()),
        ["--once", message, work, library, count] => once(message, work, library, count),
        _ => panic!("usage: isomsg-peers [--hex MESSAGE | --once MESSAGE WORK LIBRARY COUNT]"),
    }
}

fn table() {
    let mut tasks = Vec::new();
    let mut refusals = Vec::new();
    for subject in subject::all() {
        for peer in peers::ALL {
            match (peer.tasks)(&subject) {
                Ok(found) => tasks.extend(found.into_iter().map(|task| task.of(subject.name, peer.name))),
                Err(reason) => refusals.push((subject.name, peer.name, reason)),
            }
        }
    }
    tasks.extend(stream::tasks());
    for task in &mut tasks {
        task.check();
    }
    if cfg!(feature = "allocations") {
        report::allocations(&mut tasks);
    } else {
        measure::interleaved(&mut tasks);
        report::times(&tasks);
        report::aims(&tasks);
    }
    report::refusals(&refusals);
}

fn once(message: &str, work: &str, library: &str, count: &str) {
    let subject = subject::named(message);
    let peer = peers::ALL.iter().find(|peer| peer.name == library).expect("a library of the table");
    let tasks = (peer.tasks)(&subject).expect("a message that the library can express");
    let mut task = tasks.into_iter().find(|task| task.work.name() == work).expect("work of the table");
    task.run(count.parse().expect("a number"));
}
