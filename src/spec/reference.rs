//! A spec as a message refers to it: a `static`, or one that was loaded and is shared.

use super::MessageSpec;
use core::ops::Deref;

/// A reference to a spec: `&'static MessageSpec`, or `&Arc<MessageSpec>` for one that was loaded at run time.
///
/// A [`crate::Message`] keeps it, so that it can become an owned message without copying the spec.
#[derive(Clone, Copy, Debug)]
pub struct SpecRef<'s>(Reference<'s>);

#[derive(Clone, Copy, Debug)]
enum Reference<'s> {
    Static(&'static MessageSpec),
    #[cfg(feature = "alloc")]
    Shared(&'s alloc::sync::Arc<MessageSpec>),
    #[cfg(not(feature = "alloc"))]
    #[allow(dead_code, reason = "keeps the lifetime where there is nothing to share")]
    Never(core::convert::Infallible, core::marker::PhantomData<&'s ()>),
}

impl<'s> SpecRef<'s> {
    /// The spec.
    #[inline]
    #[must_use]
    pub fn get(self) -> &'s MessageSpec {
        match self.0 {
            Reference::Static(spec) => spec,
            #[cfg(feature = "alloc")]
            Reference::Shared(spec) => spec,
            #[cfg(not(feature = "alloc"))]
            Reference::Never(never, _) => match never {},
        }
    }
}

impl Deref for SpecRef<'_> {
    type Target = MessageSpec;

    fn deref(&self) -> &MessageSpec {
        self.get()
    }
}

impl From<&'static MessageSpec> for SpecRef<'_> {
    fn from(spec: &'static MessageSpec) -> Self {
        SpecRef(Reference::Static(spec))
    }
}

#[cfg(feature = "alloc")]
impl<'s> From<&'s alloc::sync::Arc<MessageSpec>> for SpecRef<'s> {
    fn from(spec: &'s alloc::sync::Arc<MessageSpec>) -> Self {
        SpecRef(Reference::Shared(spec))
    }
}

/// What an owned message keeps of its spec.
#[cfg(feature = "alloc")]
#[derive(Clone, Debug)]
pub(crate) enum SpecHandle {
    Static(&'static MessageSpec),
    Shared(alloc::sync::Arc<MessageSpec>),
}

#[cfg(feature = "alloc")]
impl SpecHandle {
    pub(crate) fn as_ref(&self) -> SpecRef<'_> {
        match self {
            SpecHandle::Static(spec) => SpecRef(Reference::Static(spec)),
            SpecHandle::Shared(spec) => SpecRef(Reference::Shared(spec)),
        }
    }
}

#[cfg(feature = "alloc")]
impl From<SpecRef<'_>> for SpecHandle {
    fn from(spec: SpecRef<'_>) -> Self {
        match spec.0 {
            Reference::Static(spec) => SpecHandle::Static(spec),
            Reference::Shared(spec) => SpecHandle::Shared(alloc::sync::Arc::clone(spec)),
        }
    }
}
