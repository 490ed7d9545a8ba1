//! Many messages, one behind the other.

use super::view::Message;
use crate::error::ParseError;
use crate::frame::{Frame, Framing};
use crate::parse::{Index, ParseOptions};
use crate::spec::SpecRef;
use core::fmt;

/// The messages of a buffer, one behind the other, read into one [`Index`]; see [`Message::parse_many`].
///
/// It is no [`Iterator`], since each message borrows the index until the next one is asked for.
#[derive(Clone)]
pub struct Messages<'a> {
    frames: &'a [u8],
    /// Where the last frame begins, and where it ends.
    position: usize,
    behind: usize,
    framing: Framing,
    spec: SpecRef<'a>,
    options: ParseOptions,
    index: Index,
    /// A frame was at fault.
    is_broken: bool,
}

impl<'a> Message<'a> {
    /// The messages of a buffer, each in a frame: what a connection brought at once, or a file. Nothing is allocated and nothing
    /// is copied; frames without a message are passed over.
    ///
    /// A message at fault does not end it, as the next one is found by the length of the frame. A frame at fault does: what
    /// follows cannot be told then.
    ///
    /// ```
    /// use isomsg::frame::Framing;
    /// use isomsg::{Message, spec};
    ///
    /// let received = b"\0\x120800\0\x20\0\0\0\0\0\0000017\0\x0C0800\0\x20\0\0\0\0\0\0\0\x120800";
    /// let mut messages = Message::parse_many(received, Framing::BINARY2, &spec::ISO1987_ASCII);
    /// let (mut read, mut refused) = (0, 0);
    /// while let Some(message) = messages.next_message() {
    ///     match message {
    ///         Ok(_) => read += 1,
    ///         Err(_) => refused += 1,
    ///     }
    /// }
    /// assert_eq!((read, refused), (1, 1));
    /// // A part of the last one, to which more is to come.
    /// assert_eq!(messages.rest(), b"\0\x120800");
    /// ```
    #[must_use]
    pub fn parse_many(frames: &'a [u8], framing: Framing, spec: impl Into<SpecRef<'a>>) -> Messages<'a> {
        let (spec, options) = (spec.into(), ParseOptions::STRICT);
        Messages { frames, position: 0, behind: 0, framing, spec, options, index: Index::new(), is_broken: false }
    }
}

impl<'a> Messages<'a> {
    /// The messages, parsed as strictly as `options` say.
    #[must_use]
    pub fn with_options(self, options: ParseOptions) -> Self {
        Messages { options, ..self }
    }

    /// The next message; `None` when no whole frame is left, and behind a frame at fault.
    #[inline]
    pub fn next_message(&mut self) -> Option<Result<Message<'_>, ParseError>> {
        let frame = match self.next_frame()? {
            Ok(frame) => frame,
            Err(error) => return Some(Err(error)),
        };
        Some(Message::parse_in_with(&mut self.index, frame.message(), self.spec, self.options))
    }

    /// The next frame that has a message, for those who want its header, or parse otherwise.
    #[inline]
    pub fn next_frame(&mut self) -> Option<Result<Frame<'a>, ParseError>> {
        while !self.is_broken {
            self.position = self.behind;
            let taken = self.framing.take(self.rest());
            self.is_broken = taken.is_err();
            let frame = match taken {
                Ok(frame) => frame?,
                Err(error) => return Some(Err(error)),
            };
            self.behind += frame.length();
            if !frame.message().is_empty() {
                return Some(Ok(frame));
            }
        }
        None
    }

    /// Where in the buffer the last frame begins, also one at fault. The bytes that an error names count from there, or from the
    /// message type on.
    #[must_use]
    pub fn position(&self) -> usize {
        self.position
    }

    /// The bytes behind the last frame: nothing, or a part of one to which more is to come.
    #[inline]
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.frames.get(self.behind..).unwrap_or(&[])
    }
}

/// How far it has come, without any content.
impl fmt::Debug for Messages<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("position", &self.position).field("rest", &self.rest().len()).finish()
    }
}
