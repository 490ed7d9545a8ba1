//! Bytes as decisions.

/// A row of bytes, each of which decides something; behind its end every choice is the first, which is the plainest.
#[derive(Clone, Copy, Debug)]
pub struct Tape<'t>(&'t [u8]);

impl<'t> Tape<'t> {
    /// The decisions of these bytes.
    pub fn new(bytes: &'t [u8]) -> Self {
        Tape(bytes)
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        first
    }

    /// A number up to 65,535.
    pub fn number(&mut self) -> usize {
        usize::from(u16::from_be_bytes([self.byte(), self.byte()]))
    }

    /// A number from 0 to `most`, which is below 256.
    pub fn up_to(&mut self, most: usize) -> usize {
        usize::from(self.byte()) % (most + 1)
    }

    /// One of these.
    pub fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.up_to(choices.len() - 1)]
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.up_to(times - 1) == times - 1
    }

    /// Something once in so many times, otherwise nothing.
    pub fn maybe<T>(&mut self, times: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.once_in(times).then(|| make(self))
    }
}
