//! What stands for the least that there is to do: a copy, and code for one message alone.

use crate::measure::{Task, Work};
use crate::subject::Subject;
use crate::walker::{self, Places, Walk};

pub fn copies(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    let bytes = subject.bytes;
    Ok(vec![Task::writing(Work::Copy, bytes, move |buffer| buffer.copy_from_slice(std::hint::black_box(bytes)))])
}

pub fn walkers(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    let (structure, parse): (Walk, Walk) = match subject.name {
        "M1" => (walker::m1_places, walker::m1_runs),
        "M2" => (walker::m2_places, walker::m2_runs),
        _ => return Err("written for M1 and M2 only"),
    };
    Ok(vec![
        walk(Work::Structure, subject, structure).with_note("code for this message alone"),
        walk(Work::Parse, subject, parse).with_note("code for this message alone: runs of fields, 16 bytes at once"),
    ])
}

pub fn plain_walkers(subject: &Subject) -> Result<Vec<Task>, &'static str> {
    let parse: Walk = match subject.name {
        "M1" => walker::m1_fields,
        "M2" => walker::m2_fields,
        _ => return Err("written for M1 and M2 only"),
    };
    Ok(vec![walk(Work::Parse, subject, parse).with_note("code for this message alone: field by field, byte by byte")])
}

fn walk(work: Work, subject: &Subject, walk: Walk) -> Task {
    let bytes = subject.bytes;
    let mut places = Places::default();
    Task::reading(work, subject.fields.len() as u64, move || {
        assert!(walk(std::hint::black_box(bytes), &mut places), "well formed");
        std::hint::black_box(&places).len() as u64
    })
}
