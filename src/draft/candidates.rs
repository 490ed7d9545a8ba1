//! The specs that are tried: each that comes with the crate, in every form of message type and bitmap.

use crate::mti::Mti;
use crate::spec::{self, DataForm, FieldSpec, MessageSpec, SpecRef, Wire};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// A spec that comes with the crate, as it is or with another head.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    base: &'static MessageSpec,
    /// The spec with another head.
    changed: Option<Arc<MessageSpec>>,
}

/// All candidates, those without changes first.
pub(super) fn all() -> impl Iterator<Item = Candidate> {
    let own = spec::shipped().map(|base| Candidate { base, changed: None });
    own.chain(spec::shipped().flat_map(changed))
}

fn changed(base: &'static MessageSpec) -> impl Iterator<Item = Candidate> {
    let heads = [DataForm::Ascii, DataForm::Bcd, DataForm::Ebcdic].into_iter().flat_map(|mti| {
        [DataForm::Raw, DataForm::Hex, DataForm::EbcdicHex].into_iter().map(move |bitmap| (mti, bitmap))
    });
    heads.filter_map(move |(mti, bitmap)| {
        let wire = Wire { mti, bitmap: Some(bitmap), ..*base.wire() };
        if wire == *base.wire() {
            return None;
        }
        let rows: Vec<FieldSpec> = base.fields().map(|field| *field).collect();
        let changed = MessageSpec::from_fields(base.name(), wire, rows).ok()?;
        Some(Candidate { base, changed: Some(changed) })
    })
}

impl Candidate {
    pub(super) fn base(&self) -> &'static str {
        self.base.name()
    }

    pub(super) fn spec(&self) -> SpecRef<'_> {
        match &self.changed {
            Some(changed) => changed.into(),
            None => self.base.into(),
        }
    }

    pub(super) fn is_own_profile(&self) -> bool {
        self.changed.is_none()
    }

    /// What is not as in the spec that comes with the crate: the message type, the bitmap.
    pub(super) fn changes(&self) -> [Option<DataForm>; 2] {
        let (wire, own) = (self.spec().get().wire(), self.base.wire());
        [(wire.mti != own.mti).then_some(wire.mti), wire.bitmap.filter(|_| wire.bitmap != own.bitmap)]
    }

    /// Whether the spec is of the edition of the standard that a message type names.
    pub(super) fn is_of_edition(&self, mti: Mti) -> bool {
        match mti.digits() >> 12 {
            1 => self.base().starts_with("iso1993"),
            2 => self.base().starts_with("iso2003"),
            _ => !self.base().starts_with("iso1993") && !self.base().starts_with("iso2003"),
        }
    }

    /// Whether bytes begin with a message type that there can be.
    pub(super) fn can_begin(&self, body: &[u8]) -> bool {
        let digits: Option<[u8; 4]> = match (self.spec().get().wire().mti, body) {
            (DataForm::Bcd, [high, low, ..]) => Some([high >> 4, high & 15, low >> 4, low & 15]),
            (DataForm::Ascii, [a, b, c, d, ..]) => Some([a, b, c, d].map(|byte| byte.wrapping_sub(b'0'))),
            (_, [a, b, c, d, ..]) => Some([a, b, c, d].map(|byte| byte.wrapping_sub(0xF0))),
            _ => None,
        };
        matches!(digits, Some([0..=2 | 9, 1..=8, 0..=9, 0..=5]))
    }
}
