//! What is read: a file or standard input, line by line or as a whole, never more than a bounded piece at a time.

use crate::output::{Output, Trouble};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// The longest line, and the longest message in raw bytes: far above the 65,535 bytes of a message in hex.
const LONGEST: usize = 1 << 20;

pub(crate) struct Input {
    reader: BufReader<Box<dyn Read>>,
    name: String,
}

impl Input {
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Trouble> {
        let path = path.filter(|path| *path != Path::new("-"));
        let name = path.map_or("standard input".to_owned(), |path| format!("'{}'", path.display()));
        let source: io::Result<Box<dyn Read>> = match path {
            None => Ok(Box::new(io::stdin())),
            Some(path) => File::open(path).map(|file| Box::new(file) as Box<dyn Read>),
        };
        match source {
            Ok(source) => Ok(Input { reader: BufReader::with_capacity(1 << 16, source), name }),
            Err(error) => Err(unreadable(&name, &error)),
        }
    }

    /// Hands every line that is not blank to `work`, and reports what is wrong with it.
    pub(crate) fn each_line(
        mut self,
        output: &mut Output,
        mut work: impl FnMut(&[u8], &mut Output) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let mut line = Vec::new();
        let mut number = 0u64;
        while self.next_line(&mut line, output)? {
            number += 1;
            let worked = match self.finish_line(&line) {
                Ok(()) if line.trim_ascii().is_empty() => continue,
                Ok(()) => work(&line, output),
                Err(trouble) => Err(trouble),
            };
            output.report(worked, format_args!("line {number}: "))?;
        }
        Ok(())
    }

    /// Reads a line as far as it may go; false at the end.
    fn next_line(&mut self, line: &mut Vec<u8>, output: &mut Output) -> Result<bool, Trouble> {
        if self.reader.buffer().is_empty() {
            // The next read may wait for somebody who waits for what has been written.
            output.flush()?;
        }
        line.clear();
        let mut bounded = (&mut self.reader).take(LONGEST as u64 + 1);
        let read = bounded.read_until(b'\n', line).map_err(|error| unreadable(&self.name, &error))?;
        Ok(read > 0)
    }

    /// Skips the rest of a line that is too long.
    fn finish_line(&mut self, line: &[u8]) -> Result<(), Trouble> {
        if line.len() <= LONGEST || line.ends_with(b"\n") {
            return Ok(());
        }
        self.reader.skip_until(b'\n').map_err(|error| unreadable(&self.name, &error))?;
        Err(Trouble::Message("longer than 1 MiB".to_owned()))
    }

    /// The whole input.
    pub(crate) fn all(self) -> Result<Vec<u8>, Trouble> {
        self.up_to(LONGEST)
    }

    /// The whole input; of a longer one so many bytes and one more.
    pub(crate) fn up_to(self, longest: usize) -> Result<Vec<u8>, Trouble> {
        let mut bytes = Vec::new();
        let read = self.reader.take(longest as u64 + 1).read_to_end(&mut bytes);
        read.map_err(|error| unreadable(&self.name, &error))?;
        Ok(bytes)
    }
}

/// What is wrong with a message in raw bytes, before it is looked at.
pub(crate) fn check_length(bytes: &[u8]) -> Result<(), Trouble> {
    if bytes.len() <= LONGEST { Ok(()) } else { Err(Trouble::Message("longer than 1 MiB".to_owned())) }
}

fn unreadable(name: &str, error: &io::Error) -> Trouble {
    Trouble::Fatal(format!("error: cannot read {name}: {error}"))
}
