//! A draft in print.

use super::{Best, Draft, Misfit};
use crate::bitmap::Bitmap;
use crate::error::FieldPath;
use crate::spec::describe;
use core::fmt;

impl fmt::Display for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let messages = self.looked_at;
        match &self.best {
            None => writeln!(f, "# No spec that comes with isomsg can read a field of any of the {messages} messages."),
            Some(best) => {
                writeln!(f, "# A draft, from captured messages: {} of {messages} can be read to the end.", best.whole)?;
                if self.given > messages {
                    writeln!(f, "# {} more were not looked at.", self.given - messages)?;
                }
                best.write(f)
            }
        }
    }
}

impl Best {
    fn write(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.header > 0 {
            writeln!(
                f,
                "# In front of the message type there are {} bytes, which belong to the framing.",
                self.header
            )?;
        }
        if self.findings.seen.is_empty() {
            writeln!(
                f,
                "# No message can be read to the end, so nothing is known of the fields but what is said below."
            )?;
        } else {
            writeln!(f, "# Nothing is known of fields other than these:{}", Numbers(&self.findings.seen))?;
        }
        writeln!(f, "name = \"draft\"\nextends = \"{}\"", self.candidate.base())?;
        self.write_wire(f)?;
        self.write_misfits(f)
    }

    fn write_wire(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let changes = self.candidate.changes();
        if changes == [None, None] {
            return Ok(());
        }
        writeln!(f, "\n[wire]")?;
        for (key, form) in ["mti", "bitmap"].into_iter().zip(changes) {
            if let Some(form) = form {
                writeln!(f, "{key} = \"{}\"", describe::data(form))?;
            }
        }
        Ok(())
    }

    fn write_misfits(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n[fields]")?;
        if self.findings.misfits.is_empty() {
            return writeln!(f, "# All that was seen fits.");
        }
        for ((path, fault), misfit) in &self.findings.misfits {
            write!(f, "# ")?;
            match *path {
                FieldPath::MESSAGE => write!(f, "whole message")?,
                FieldPath::MTI => write!(f, "message type")?,
                FieldPath::BITMAP => write!(f, "bitmap")?,
                path => write!(f, "{path}")?,
            }
            writeln!(f, ": {fault} ({misfit})")?;
        }
        match self.findings.unread {
            0 => Ok(()),
            unread => writeln!(f, "# Not reached, for what did not fit before: {unread} fields"),
        }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count {
            1 => write!(f, "once, in message {}", self.message)?,
            count => write!(f, "{count} times, first in message {}", self.message)?,
        }
        self.byte.map_or(Ok(()), |byte| write!(f, " at byte {byte}"))
    }
}

/// The numbers of fields, a blank before each.
struct Numbers<'b>(&'b Bitmap);

impl fmt::Display for Numbers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|number| write!(f, " {number}"))
    }
}
