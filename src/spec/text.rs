//! Names in a spec: of the program, or a range of the one string of names that a loaded spec owns.

/// A text of a spec. `Copy`, so that rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    Static(&'static str),
    /// Start and length in the string of names of its spec.
    #[cfg_attr(not(feature = "alloc"), allow(dead_code, reason = "made at run time only"))]
    Range(u32, u32),
}

impl Text {
    pub(crate) const fn within(self, names: &str) -> &str {
        match self {
            Text::Static(text) => text,
            Text::Range(start, length) => match names.split_at_checked(start as usize) {
                Some((_, rest)) => match rest.split_at_checked(length as usize) {
                    Some((text, _)) => text,
                    None => "",
                },
                None => "",
            },
        }
    }
}
