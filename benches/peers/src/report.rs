//! The tables that are printed.

use crate::measure::{Task, Work, median, ratio};
use crate::{stream, subject};
use isomsg::Message;

/// A ratio of the times of two libraries that do the same, and what it may be.
struct Row {
    what: &'static str,
    messages: &'static [&'static str],
    work: Work,
    one: &'static str,
    other: &'static str,
    aim: Aim,
}

const AIMS: &[Row] = {
    use Aim::{AtLeast, AtMost};
    use Work::{Build, Encode, Parse, Read, Structure};
    const ISO: &str = "isomsg";
    const CODEC: &str = "iso8583-codec";
    const WALKED: &[&str] = &["M1", "M2"];
    const SHARED: &[&str] = &["M1", "M2 narrowed", "M3"];
    const STREAM: &[&str] = &[stream::STREAM];
    const fn row(
        what: &'static str,
        messages: &'static [&'static str],
        work: Work,
        (one, other): (&'static str, &'static str),
        aim: Aim,
    ) -> Row {
        Row { what, messages, work, one, other, aim }
    }
    &[
        row("strict parse / walker by runs", WALKED, Parse, (ISO, "walker"), AtMost(1.4)),
        row("strict parse / walker by fields", WALKED, Parse, (ISO, "walker, by fields"), AtMost(1.4)),
        row("structure / walker", WALKED, Structure, (ISO, "walker"), AtMost(2.2)),
        row("iso8583-codec / isomsg, parse + read", SHARED, Read, (CODEC, ISO), AtLeast(10.0)),
        row("iso8583-codec / isomsg, encode", SHARED, Encode, (CODEC, ISO), AtLeast(20.0)),
        row("iso8583-codec / isomsg, set all + encode", SHARED, Build, (CODEC, ISO), AtLeast(6.0)),
        row("stream / repeated, strict", STREAM, Parse, (stream::DIFFERENT, stream::REPEATED), AtMost(1.4)),
        row("stream / repeated, structure", STREAM, Structure, (stream::DIFFERENT, stream::REPEATED), AtMost(1.4)),
    ]
};

#[derive(Clone, Copy)]
enum Aim {
    AtMost(f64),
    AtLeast(f64),
}

/// One line a task: nanoseconds per message, and how many times as long as isomsg it took.
pub fn times(tasks: &[Task]) {
    println!("\n{:<14} {:<19} {:<28} {:>9} {:>10}  note", "message", "work", "library", "ns", "isomsg = 1");
    for subject in names(tasks) {
        for work in Work::ALL {
            let here = || tasks.iter().filter(|task| task.subject == subject && task.work == work);
            let own = here().find(|task| task.library.starts_with("isomsg"));
            for task in here() {
                let ratio = own.map_or(String::from("-"), |own| format!("{:.2}", ratio(task, own)));
                let (name, ns) = (work.name(), median(task.times.iter().copied()));
                println!("{subject:<14} {name:<19} {:<28} {ns:>9.1} {ratio:>10}  {}", task.library, task.note);
            }
        }
    }
    println!();
    for subject in subject::all() {
        println!("{:<14} {}; {} bytes", subject.name, subject.about, subject.bytes.len());
    }
}

/// The ratios that this crate set itself.
pub fn aims(tasks: &[Task]) {
    println!("\n{:<14} {:<42} {:>8} {:>8}", "message", "ratio", "is", "aim");
    for row in AIMS {
        for subject in row.messages {
            let find = |library| {
                let found = |task: &&Task| (task.subject, task.work, task.library) == (*subject, row.work, library);
                tasks.iter().find(found).unwrap_or_else(|| panic!("{}: no such task", row.what))
            };
            let is = ratio(find(row.one), find(row.other));
            let (aim, kept) = match row.aim {
                Aim::AtMost(most) => (format!("<= {most}"), is <= most),
                Aim::AtLeast(least) => (format!(">= {least}"), is >= least),
            };
            println!("{subject:<14} {:<42} {is:>8.2} {aim:>8}  {}", row.what, if kept { "" } else { "missed" });
        }
    }
    println!("{:<14} {:<42} {:>8} {:>8}", "", "bytes of a Message", size_of::<Message<'_>>(), "<= 600");
}

/// What a library cannot do, and why.
pub fn refusals(refusals: &[(&str, &str, &str)]) {
    println!("\n{:<14} {:<28} not measured: why", "message", "library");
    for (subject, library, reason) in refusals {
        println!("{subject:<14} {library:<28} {reason}");
    }
}

/// One line a task: how often it asks for memory.
pub fn allocations(tasks: &mut [Task]) {
    println!("\n{:<14} {:<19} {:<28} {:>11} {:>8}", "message", "work", "library", "allocations", "bytes");
    for subject in names(tasks) {
        for work in Work::ALL {
            for task in tasks.iter_mut().filter(|task| task.subject == subject && task.work == work) {
                let (count, bytes) = task.allocations();
                println!("{subject:<14} {:<19} {:<28} {count:>11} {bytes:>8}", work.name(), task.library);
            }
        }
    }
}

fn names(tasks: &[Task]) -> Vec<&'static str> {
    let mut names: Vec<&str> = tasks.iter().map(|task| task.subject).collect();
    names.dedup();
    names
}
