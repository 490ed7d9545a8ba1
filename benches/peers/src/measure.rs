//! A task, and tasks that take turns.

use std::hint::black_box;
use std::time::Instant;

/// What is done with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The bytes are copied.
    Copy,
    /// The places of the fields are found; no character is checked.
    Structure,
    /// Everything that the library checks is checked, in isomsg every character.
    Parse,
    /// `Parse`, then PAN, amount and STAN are read; of M3 the STAN.
    Read,
    /// A message that was built before is written.
    Encode,
    /// A message is built from its values and written.
    Build,
}

impl Work {
    /// All, as the table has them.
    pub const ALL: [Work; 6] = [Work::Copy, Work::Structure, Work::Parse, Work::Read, Work::Encode, Work::Build];

    pub fn name(self) -> &'static str {
        match self {
            Work::Copy => "copy",
            Work::Structure => "structure",
            Work::Parse => "parse",
            Work::Read => "parse + read three",
            Work::Encode => "encode",
            Work::Build => "set all + encode",
        }
    }
}

/// Work of one library on one message.
pub struct Task {
    pub subject: &'static str,
    pub library: &'static str,
    pub work: Work,
    /// What a reader of its line should know.
    pub note: &'static str,
    /// How many messages one call handles.
    messages: u32,
    batch: Box<dyn FnMut(u32)>,
    /// Whether the result is what it must be, and if not, what it is.
    check: Box<dyn FnMut() -> Result<(), String>>,
    calls: u32,
    /// Nanoseconds per message, one for each round.
    pub times: Vec<f64>,
}

/// Rounds in which every task runs one batch.
const ROUNDS: usize = 601;
/// How long a batch should take: short, so that most batches of a round meet the same clock and no other process.
const BATCH: f64 = 60_000.0;

impl Task {
    /// Work that gives a number, which must be `expected`.
    pub fn reading<F: FnMut() -> u64 + Clone + 'static>(work: Work, expected: u64, once: F) -> Self {
        let (mut checked, mut timed) = (once.clone(), once);
        Task::new(
            work,
            move || {
                let read = checked();
                if read == expected { Ok(()) } else { Err(format!("{read} was read, not {expected}")) }
            },
            move |calls| {
                for _ in 0..calls {
                    black_box(timed());
                }
            },
        )
    }

    /// Work that leaves bytes in a buffer, which must be `expected`. The buffer comes as long as they are.
    pub fn writing<F: FnMut(&mut Vec<u8>) + Clone + 'static>(work: Work, expected: &[u8], once: F) -> Self {
        let (mut checked, mut timed) = (once.clone(), once);
        let expected = expected.to_vec();
        let mut buffer = vec![0; expected.len()];
        Task::new(
            work,
            move || {
                let mut buffer = vec![0; expected.len()];
                checked(&mut buffer);
                let equal = buffer == expected;
                if equal { Ok(()) } else { Err(format!("{buffer:02X?} was written, not {expected:02X?}")) }
            },
            move |calls| {
                for _ in 0..calls {
                    timed(&mut buffer);
                    black_box(&mut buffer);
                }
            },
        )
    }

    fn new(work: Work, check: impl FnMut() -> Result<(), String> + 'static, batch: impl FnMut(u32) + 'static) -> Self {
        Task {
            subject: "",
            library: "",
            work,
            note: "",
            messages: 1,
            batch: Box::new(batch),
            check: Box::new(check),
            calls: 1,
            times: Vec::new(),
        }
    }

    pub fn of(mut self, subject: &'static str, library: &'static str) -> Self {
        self.subject = subject;
        self.library = library;
        self
    }

    pub fn with_note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }

    pub fn with_messages(mut self, messages: u32) -> Self {
        self.messages = messages;
        self
    }

    /// Does the work once and holds it to its result.
    pub fn check(&mut self) {
        let (subject, work, library) = (self.subject, self.work.name(), self.library);
        (self.check)().unwrap_or_else(|what| panic!("{subject}, {work}, {library}: {what}"));
    }

    pub fn run(&mut self, calls: u32) {
        (self.batch)(calls);
    }

    /// How often one call asks for memory, and for how many bytes.
    #[cfg(feature = "allocations")]
    pub fn allocations(&mut self) -> (u64, u64) {
        let count = allocation_counter::measure(|| self.run(1));
        (count.count_total, count.bytes_total)
    }

    #[cfg(not(feature = "allocations"))]
    pub fn allocations(&mut self) -> (u64, u64) {
        panic!("built without the feature `allocations`")
    }

    /// Nanoseconds per message.
    fn time(&mut self) -> f64 {
        let start = Instant::now();
        (self.batch)(self.calls);
        start.elapsed().as_nanos() as f64 / f64::from(self.calls) / f64::from(self.messages)
    }

    fn calibrate(&mut self) {
        self.calls = 16;
        let call = self.time() * f64::from(self.messages);
        self.calls = ((BATCH / call.max(1.0)) as u32).max(1);
    }
}

/// Runs every task once in each round.
pub fn interleaved(tasks: &mut [Task]) {
    tasks.iter_mut().for_each(Task::calibrate);
    for _ in 0..ROUNDS {
        for task in tasks.iter_mut() {
            let time = task.time();
            task.times.push(time);
        }
    }
}

pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// How many times as long as the other a task took: the median over the rounds, in each of which both ran close together.
pub fn ratio(task: &Task, other: &Task) -> f64 {
    median(task.times.iter().zip(&other.times).map(|(time, other)| time / other))
}
