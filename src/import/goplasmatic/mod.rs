//! The JSON of GoPlasmatic.

mod keys;

use self::keys::{Composite, Defaults, Encoding, FieldKeys, Kind, LengthKind, PrefixEncoding, SpecKeys};
use super::error::ImportError;
use super::json;
use super::loss::{Loss, child};
use super::nest;
use super::plan::{Plan, Reason};
use super::shape::{End, Key, Prefix, Shape};
use crate::error::FieldPath;
use crate::spec::{
    Class, Code, DataForm, NibblePad, OwnedRow, PartBitmap, PrefixForm, Side, Structure, Third, TlvForm,
};
use alloc::format;
use alloc::vec::Vec;

pub(super) fn read(text: &str) -> Result<Plan, ImportError> {
    let keys: SpecKeys = json::read(text)?;
    let mut plan = Plan::new(keys.network.as_deref().or(keys.version.as_deref()).unwrap_or("goplasmatic"));
    let defaults = &keys.defaults;
    plan.wire = plan.wire.with_mti(match defaults.mti_encoding.or(defaults.encoding) {
        Some(Encoding::Bcd | Encoding::Binary) => DataForm::Bcd,
        Some(Encoding::Ebcdic) => DataForm::Ebcdic,
        _ => DataForm::Ascii,
    });
    plan.wire = plan.wire.with_bitmap(binary(defaults.bitmap_encoding.unwrap_or(Encoding::Binary)));
    if defaults.max_bitmaps.is_some_and(|count| count >= 3) {
        plan.wire = plan.wire.with_third(Third::Chain);
    }
    if keys.mti_rules.is_some_and(|rules| !rules.is_empty()) {
        plan.losses.push(Loss::whole("the fields that messages must have (`mti_rules`) are passed over"));
    }
    for field in &keys.fields {
        match field.de {
            None => plan.losses.push(Loss::whole("a field without `de` is left out")),
            Some(0 | 1) => {}
            Some(number) => {
                let row = field.row(Key::Number(number), FieldPath::field(number), defaults, &mut plan.losses);
                plan.take(number, row);
            }
        }
    }
    Ok(plan)
}

fn binary(encoding: Encoding) -> DataForm {
    match encoding {
        Encoding::Ascii | Encoding::Hex => DataForm::Hex,
        Encoding::Ebcdic => DataForm::EbcdicHex,
        Encoding::Bcd | Encoding::Binary => DataForm::Raw,
    }
}

impl FieldKeys {
    fn label(&self) -> &str {
        self.label.as_deref().or(self.name.as_deref()).unwrap_or("")
    }

    fn row(&self, key: Key, path: FieldPath, defaults: &Defaults, losses: &mut Vec<Loss>) -> Result<OwnedRow, Reason> {
        if self.validation.is_some() {
            losses.push(Loss::new(path, "`validation` is passed over"));
        }
        let (shape, lowered) = self.shape(path, defaults).bounded();
        losses.extend(lowered.map(|what| Loss::new(path, what)));
        if self.kind == Kind::Composite || self.composite_type.is_some() {
            return self.composite(key, path, shape, defaults, losses);
        }
        Ok(shape.named(key, self.label())?)
    }

    fn shape(&self, path: FieldPath, defaults: &Defaults) -> Shape {
        let encoding = self.encoding.or(defaults.encoding).unwrap_or(Encoding::Ascii);
        let is_track = matches!(path.segments(), [_]) && matches!(path.number(), Some(35 | 36));
        let digits = if is_track { Class::Z } else { Class::N };
        let (class, form) = match (self.kind, encoding) {
            (Kind::Binary | Kind::Bitmap, encoding) => (Class::B, binary(encoding)),
            (Kind::Amount, Encoding::Bcd) => (Class::Xn, DataForm::Bcd),
            (Kind::Amount, Encoding::Ebcdic) => (Class::Xn, DataForm::Ebcdic),
            (Kind::Amount, _) => (Class::Xn, DataForm::Ascii),
            (_, Encoding::Bcd) => (digits, DataForm::Bcd),
            (_, Encoding::Hex | Encoding::Binary) => (Class::B, binary(encoding)),
            (Kind::Numeric, Encoding::Ebcdic) => (digits, DataForm::Ebcdic),
            (Kind::Numeric, _) => (digits, DataForm::Ascii),
            (_, Encoding::Ebcdic) => (Class::Ans, DataForm::Ebcdic),
            (_, _) => (Class::Ans, DataForm::Ascii),
        };
        let filler = self
            .padding
            .as_ref()
            .and_then(|padding| padding.filler())
            .filter(|filler| class != Class::Xn && class.admits(filler.character));
        let max = usize::try_from(self.length.unwrap_or(0)).unwrap_or(usize::MAX);
        let shape = Shape { filler, ..Shape::new(class, form, max, self.end(defaults)) };
        Shape { nibble: Some(NibblePad::new(Side::Left, 0)), ..shape }
    }

    fn end(&self, defaults: &Defaults) -> End {
        let width = match self.prefix {
            None | Some(LengthKind::Fixed) => return End::Fixed,
            Some(LengthKind::Two) => 2,
            Some(LengthKind::Three) => 3,
            Some(LengthKind::Four) => 4,
        };
        let form = match self.prefix_encoding.or(defaults.prefix_encoding) {
            Some(PrefixEncoding::Ebcdic) => PrefixForm::Ebcdic,
            Some(PrefixEncoding::Bcd) => PrefixForm::Bcd,
            Some(PrefixEncoding::Ascii) | None => PrefixForm::Ascii,
        };
        End::Prefix(Prefix::new(form, width))
    }

    fn composite(
        &self,
        key: Key,
        path: FieldPath,
        shape: Shape,
        defaults: &Defaults,
        losses: &mut Vec<Loss>,
    ) -> Result<OwnedRow, Reason> {
        let text = if shape.class == Class::N { Shape { class: Class::Ans, ..shape } } else { shape };
        match self.composite_type {
            Some(Composite::Tlv) => whole(nest::raw(shape), TlvForm::BER, key, self.label()),
            Some(Composite::Pds) => {
                losses.push(Loss::new(path, "what its tags hold is left out"));
                let form = if shape.form == DataForm::Ebcdic { PrefixForm::Ebcdic } else { PrefixForm::Ascii };
                whole(text, TlvForm::fixed(Code::of(form, 4), Code::of(form, 3)), key, self.label())
            }
            Some(Composite::Bitmap) => {
                let parts = self.parts(path, defaults, losses)?;
                let bitmap = self.bitmap.as_ref();
                let form = bitmap.and_then(|bitmap| bitmap.encoding).map_or(DataForm::Raw, binary);
                let bytes = bitmap.and_then(|bitmap| bitmap.length).unwrap_or(8);
                let shape = if form == DataForm::Raw { nest::raw(shape) } else { nest::container(text, &parts) };
                let mut owned = shape.named(key, self.label())?;
                nest::bitmapped(&mut owned, PartBitmap::new(bytes).with_form(form), parts, path, losses);
                Ok(owned)
            }
            Some(Composite::Ordered) | None => {
                let parts = self.parts(path, defaults, losses)?;
                let mut owned = nest::container(text, &parts).named(key, self.label())?;
                nest::sequence(&mut owned, parts, path, losses);
                Ok(owned)
            }
        }
    }

    /// The parts by bit, or from 1 on.
    fn parts(&self, path: FieldPath, defaults: &Defaults, losses: &mut Vec<Loss>) -> Result<Vec<OwnedRow>, Reason> {
        let fields = self.subfields.iter().flatten();
        let parts = (1u16..).zip(fields).map(|(place, field)| {
            let number = field.bit.unwrap_or(place);
            field.row(Key::Number(number), child(path, &format!("{number}")), defaults, losses)
        });
        let mut parts = parts.collect::<Result<Vec<_>, Reason>>()?;
        parts.sort_by_key(|part| part.row.number);
        parts.dedup_by_key(|part| part.row.number);
        Ok(parts)
    }
}

fn whole(shape: Shape, form: TlvForm, key: Key, name: &str) -> Result<OwnedRow, Reason> {
    let mut owned = shape.named(key, name)?;
    owned.row.structure = Some(Structure::Tlv(form));
    Ok(owned)
}
