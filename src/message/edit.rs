//! Changes inside structures: every byte that is not concerned stays as it was received.

use super::compose;
use crate::bitmap::Bitmap;
use crate::error::{EncodeError, EncodeErrorKind, Segment};
use crate::parse::{Cursor, Nest, Part, Space, opened};
use crate::spec::{Groups, Optional, PartBitmap, Structure};
use crate::value::Input;
use alloc::vec::Vec;

/// What is to become of a part.
#[derive(Clone, Copy)]
pub(super) enum Change<'v> {
    Set(Input<'v>),
    /// It is made of these parts, one behind the other.
    Parts(&'v [u8]),
    Remove,
}

/// Content with a part of it, at the end of `keys`, changed: as [`compose`] has it.
pub(super) fn edited(
    nest: &Nest<'_>,
    content: Space<'_>,
    keys: &[Segment],
    change: Change<'_>,
) -> Result<Vec<u8>, EncodeError> {
    let Some((&key, deeper)) = keys.split_first() else { return Ok(compose::draft(&content)) };
    let key = nest.key(key);
    let spot = Spot::find(nest, content, key)?;
    let new = match (deeper, change) {
        ([], Change::Remove) => spot.removed()?,
        ([], Change::Set(input)) => spot.replaced(compose::part(nest, key, input)?)?,
        ([], Change::Parts(content)) => {
            let inner = nest.inner(key).ok_or_else(|| compose::fault(nest, key, EncodeErrorKind::NoStructure))?;
            spot.replaced_inside(content, &inner)?
        }
        _ => {
            let inner = nest.inner(key).or_else(|| nest.implied(key));
            let inner = inner.ok_or_else(|| compose::fault(nest, key, EncodeErrorKind::NoStructure))?;
            let content = match spot.part {
                Some(part) => opened(part.content, &part.layout.coding, part.units),
                None if matches!(nest.structure, Structure::Groups(_)) => return Err(spot.out_of_reach()),
                None => Space::new(&[], 0, &inner.container, 0),
            };
            let changed = edited(&inner, content, deeper, change)?;
            spot.replaced_inside(&changed, &inner)?
        }
    };
    if nest.structure == Structure::Parts {
        let is_removed = deeper.is_empty() && matches!(change, Change::Remove);
        compose::check_sequence(nest, &new, &spot.keys_with(!is_removed))?;
    }
    Ok(new)
}

/// Where a part is, or would be, among the others.
struct Spot<'a, 'n> {
    nest: &'n Nest<'a>,
    key: Segment,
    content: Space<'a>,
    part: Option<Part<'a>>,
    /// The end of a bitmap or a count in front of the parts.
    head: usize,
    /// Where the part begins.
    start: usize,
    /// The numbers of the parts of a bitmap.
    numbers: Bitmap,
    /// The parts that are there.
    keys: Vec<Segment>,
}

impl<'a, 'n> Spot<'a, 'n> {
    fn find(nest: &'n Nest<'a>, content: Space<'a>, key: Segment) -> Result<Self, EncodeError> {
        let length = content.len();
        let start = length;
        let mut spot =
            Spot { nest, key, content, part: None, head: 0, start, numbers: Bitmap::EMPTY, keys: Vec::new() };
        if content.is_empty() {
            spot.check_reach(&[])?;
            return Ok(spot);
        }
        let broken = || EncodeError::new(EncodeErrorKind::BrokenStructure, nest.path);
        let mut cursor = nest.parts(content).ok_or_else(broken)?;
        spot.head = length - cursor.left();
        let mut before = Vec::new();
        while let Some(part) = cursor.next_of_some().map_err(|_| broken())? {
            spot.pass(part, &cursor, &mut before);
        }
        spot.check_reach(&before)?;
        Ok(spot)
    }

    /// Takes note of a part.
    fn pass(&mut self, part: Part<'a>, cursor: &Cursor<'a>, before: &mut Vec<Segment>) {
        let start = self.content.len() - cursor.left() - part.whole.len();
        self.keys.push(part.key);
        if let Some(number) = part.key.as_number() {
            self.numbers.insert(number);
        }
        if part.key == self.key {
            if self.part.is_none() {
                (self.start, self.part) = (start, Some(part));
            }
        } else if self.part.is_none() && self.start == self.content.len() {
            match self.is_behind(part.key) {
                true => self.start = start,
                false => before.push(part.key),
            }
        }
    }

    /// Whether a part stands behind the place of this one. Tags and groups are put at the end.
    fn is_behind(&self, other: Segment) -> bool {
        let is_numbered = matches!(self.nest.structure, Structure::Parts | Structure::Bitmapped(_));
        is_numbered && other.as_number() > self.key.as_number()
    }

    /// Whether a part that is missing can be put where it belongs: the parts before it are there.
    fn check_reach(&self, before: &[Segment]) -> Result<(), EncodeError> {
        let is_there = match self.nest.structure {
            _ if self.part.is_some() => true,
            Structure::Tlv(_) | Structure::Bitmapped(_) | Structure::Cases => true,
            Structure::Groups(_) => self.key == Segment::number(u16::try_from(self.keys.len() + 1).unwrap_or(0)),
            Structure::Parts => {
                let needed = self.nest.rows.iter().filter(|row| row.presence() != Optional::ByClass);
                let mut needed = needed.take_while(|row| Some(row.number()) < self.key.as_number());
                return match needed.find(|row| !before.contains(&row.key())) {
                    None => Ok(()),
                    Some(row) => {
                        Err(compose::fault(self.nest, self.key, EncodeErrorKind::PartsMissing { first: row.key() }))
                    }
                };
            }
        };
        if is_there { Ok(()) } else { Err(self.out_of_reach()) }
    }

    /// The parts that are there when this one is, or is not.
    fn keys_with(&self, is_there: bool) -> Vec<Segment> {
        let mut keys: Vec<Segment> = self.keys.iter().copied().filter(|key| *key != self.key).collect();
        if is_there {
            let at = keys.partition_point(|key| key.as_number() < self.key.as_number());
            keys.insert(at, self.key);
        }
        keys
    }

    fn out_of_reach(&self) -> EncodeError {
        compose::fault(self.nest, self.key, EncodeErrorKind::OutOfReach)
    }

    /// The content with this in place of the part; of a TLV, of its value.
    fn replaced(&self, new: Vec<u8>) -> Result<Vec<u8>, EncodeError> {
        match (self.nest.structure, self.part) {
            (Structure::Tlv(_), Some(part)) if part.content.len() == new.len() => Ok(self.with_content(&part, &new)),
            (Structure::Tlv(form), _) => {
                let head = compose::head(self.nest, &form, self.key, new.len())?;
                self.with_whole(&[head, new].concat())
            }
            _ => self.with_whole(&new),
        }
    }

    /// The content with what the part is made of replaced; of as much, nothing around it is written.
    fn replaced_inside(&self, new: &[u8], inner: &Nest<'_>) -> Result<Vec<u8>, EncodeError> {
        let whole = compose::part_around(self.nest, self.key, new)?;
        let Some(part) = self.part else { return self.replaced(whole) };
        let old = opened(part.content, &part.layout.coding, part.units);
        match compose::is_packed(inner) && !compose::is_packed(self.nest) {
            _ if old.len() != new.len() => self.replaced(whole),
            true => {
                let mut content = part.content.bytes().to_vec();
                compose::overwrite(&mut content, old.lead(), new);
                Ok(self.with_content(&part, &content))
            }
            false => Ok(self.with_content(&part, new)),
        }
    }

    /// The content with the content of a part replaced by as much.
    fn with_content(&self, part: &Part<'_>, new: &[u8]) -> Vec<u8> {
        let before = match part.content.lead() {
            None => part.content.offset() - part.whole.offset(),
            Some(_) => part.whole.len() - part.content.len(),
        };
        let start = self.start + before;
        splice(&compose::draft(&self.content), start, start + new.len(), new)
    }

    fn with_whole(&self, new: &[u8]) -> Result<Vec<u8>, EncodeError> {
        let end = self.start + self.part.map_or(0, |part| part.whole.len());
        let body = splice(&compose::draft(&self.content), self.start, end, new);
        match self.nest.structure {
            _ if self.part.is_some() => Ok(body),
            Structure::Bitmapped(bitmap) => {
                let mut numbers = self.numbers;
                numbers.extend(self.key.as_number());
                Ok(self.with_bitmap(&bitmap, &numbers, &body))
            }
            Structure::Groups(groups) => self.with_count(&groups, self.keys.len() + 1, &body),
            _ => Ok(body),
        }
    }

    /// The content without the part.
    fn removed(&self) -> Result<Vec<u8>, EncodeError> {
        let Some(part) = self.part else { return Err(self.out_of_reach()) };
        let end = self.start + part.whole.len();
        let body = splice(&compose::draft(&self.content), self.start, end, &[]);
        match self.nest.structure {
            Structure::Tlv(_) | Structure::Cases => Ok(body),
            Structure::Bitmapped(bitmap) => {
                let mut numbers = self.numbers;
                self.key.as_number().map(|number| numbers.remove(number));
                Ok(self.with_bitmap(&bitmap, &numbers, &body))
            }
            Structure::Groups(groups) => self.with_count(&groups, self.keys.len() - 1, &body),
            Structure::Parts => match part.row.map(|row| row.presence()) {
                Some(Optional::ByClass) => Ok(body),
                Some(Optional::AtEnd) if end == self.content.len() => Ok(body),
                _ => Err(self.out_of_reach()),
            },
        }
    }

    fn with_bitmap(&self, form: &PartBitmap, numbers: &Bitmap, body: &[u8]) -> Vec<u8> {
        let bitmap = compose::bitmap(self.nest, form, numbers, compose::bits(form, self.head));
        splice(body, 0, self.head, &bitmap)
    }

    fn with_count(&self, groups: &Groups, count: usize, body: &[u8]) -> Result<Vec<u8>, EncodeError> {
        let refuse = |kind| compose::fault(self.nest, self.key, kind);
        if count > usize::from(groups.max) {
            return Err(refuse(EncodeErrorKind::TooManyGroups { maximum: groups.max }));
        }
        match groups.count {
            None => Ok(body.to_vec()),
            Some(code) => {
                let number = compose::number(self.nest, code, count as u64).map_err(refuse)?;
                Ok(splice(body, 0, self.head, &number))
            }
        }
    }
}

/// Bytes with those from `start` to `end` replaced.
fn splice(old: &[u8], start: usize, end: usize, new: &[u8]) -> Vec<u8> {
    let (before, behind) = (old.get(..start).unwrap_or(old), old.get(end..).unwrap_or(&[]));
    [before, new, behind].concat()
}
