//! The data objects of EMV: name, format, length, and how secret they are.
//!
//! Assembled from open implementations and general knowledge of EMV, without the text of any specification. Some tags
//! mean other things on other networks (9F62, 9F63, 9F6C, 9F6E, 9F7C and private tags): a name here is a hint.

use crate::spec::Sensitivity;
use crate::wire::Tag;

/// The format of a data object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// Letters.
    A,
    /// Letters and digits.
    An,
    /// Printable characters.
    Ans,
    /// Binary.
    B,
    /// Digits in BCD, left-aligned, filled with F on the right.
    Cn,
    /// Digits in BCD, right-aligned, filled with zeros on the left.
    N,
    /// Further tags and values.
    Template,
}

/// What is known of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmvTag {
    tag: Tag,
    name: &'static str,
    format: Format,
    min: u16,
    max: u16,
    sensitivity: Sensitivity,
}

impl EmvTag {
    /// The tag.
    #[must_use]
    pub const fn tag(&self) -> Tag {
        self.tag
    }

    /// The name that people read.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The format of the value.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The least and the most bytes of the value; 0 and 65,535 where nothing is known.
    #[must_use]
    pub const fn length(&self) -> (usize, usize) {
        (self.min as usize, self.max as usize)
    }

    /// How secret the value is. What is made of further tags can hold any of them, so it is secret.
    #[must_use]
    pub const fn sensitivity(&self) -> Sensitivity {
        match self.format {
            Format::Template => Sensitivity::Secret,
            _ => self.sensitivity,
        }
    }

    /// Whether networks and kernels give the tag meanings of their own.
    pub(crate) const fn is_ambiguous(&self) -> bool {
        matches!(self.tag.number(), 0x9F50..=0x9F7F | 0xC0..=0xFF | 0xDF00..=0xDFFF | 0xDF_8000..)
    }
}

/// What is known of a tag; `None` when nothing is.
#[must_use]
pub fn tag(tag: Tag) -> Option<&'static EmvTag> {
    TAGS.binary_search_by_key(&tag, EmvTag::tag).ok().and_then(|at| TAGS.get(at))
}

/// Every tag that is known, ascending.
#[must_use]
pub fn tags() -> &'static [EmvTag] {
    TAGS
}

const fn row(number: u32, name: &'static str, format: Format, min: u16, max: u16) -> EmvTag {
    EmvTag { tag: Tag::literal(number), name, format, min, max, sensitivity: Sensitivity::None }
}

const fn secret(row: EmvTag, sensitivity: Sensitivity) -> EmvTag {
    EmvTag { sensitivity, ..row }
}

const ANY: u16 = u16::MAX;

use Format::{A, An, Ans, B, Cn, N, Template};

static TAGS: &[EmvTag] = &[
    row(0x42, "Issuer Identification Number (IIN)", N, 3, 3),
    row(0x4F, "Application Dedicated File (ADF) Name", B, 5, 16),
    row(0x50, "Application Label", Ans, 1, 16),
    secret(row(0x56, "Track 1 equivalent data", B, 0, 76), Sensitivity::Track),
    secret(row(0x57, "Track 2 Equivalent Data", B, 0, 19), Sensitivity::Track),
    secret(row(0x5A, "Application Primary Account Number (PAN)", Cn, 1, 10), Sensitivity::Pan),
    row(0x61, "Application Template", Template, 1, 251),
    row(0x6F, "File Control Information (FCI) Template", Template, 1, 252),
    row(0x70, "READ RECORD Response Message Template", Template, 1, 252),
    row(0x71, "Issuer Script Template 1", Template, 0, ANY),
    row(0x72, "Issuer Script Template 2", Template, 0, ANY),
    row(0x73, "Directory Discretionary Template", Template, 1, 252),
    row(0x77, "Response Message Template Format 2", Template, 0, ANY),
    secret(row(0x80, "Response Message Template Format 1", B, 0, ANY), Sensitivity::Secret),
    row(0x81, "Amount, Authorised (Binary)", B, 4, 4),
    row(0x82, "Application Interchange Profile", B, 2, 2),
    secret(row(0x83, "Command Template", B, 0, ANY), Sensitivity::Secret),
    row(0x84, "Dedicated File (DF) Name", B, 5, 16),
    secret(row(0x86, "Issuer Script Command", B, 0, 261), Sensitivity::Secret),
    row(0x87, "Application Priority Indicator", B, 1, 1),
    row(0x88, "Short File Identifier (SFI)", B, 1, 1),
    row(0x89, "Authorisation Code", An, 6, 6),
    row(0x8A, "Authorisation Response Code", An, 2, 2),
    row(0x8C, "Card Risk Management Data Object List 1 (CDOL1)", B, 1, 252),
    row(0x8D, "Card Risk Management Data Object List 2 (CDOL2)", B, 1, 252),
    row(0x8E, "Cardholder Verification Method (CVM) List", B, 10, 252),
    row(0x8F, "Certification Authority Public Key Index", B, 1, 1),
    row(0x90, "Issuer Public Key Certificate", B, 0, ANY),
    row(0x91, "Issuer Authentication Data", B, 8, 16),
    row(0x92, "Issuer Public Key Remainder", B, 0, ANY),
    row(0x93, "Signed Static Application Data", B, 0, ANY),
    row(0x94, "Application File Locator (AFL)", B, 0, 252),
    row(0x95, "Terminal Verification Results", B, 5, 5),
    row(0x97, "Transaction Certificate Data Object List (TDOL)", B, 1, 252),
    row(0x98, "Transaction Certificate (TC) Hash Value", B, 20, 20),
    secret(row(0x99, "Transaction Personal Identification Number (PIN) Data", B, 0, ANY), Sensitivity::Pin),
    row(0x9A, "Transaction Date", N, 3, 3),
    row(0x9B, "Transaction Status Information", B, 2, 2),
    row(0x9C, "Transaction Type", N, 1, 1),
    row(0x9D, "Directory Definition File (DDF) Name", B, 5, 16),
    row(0xA5, "File Control Information (FCI) Proprietary Template", Template, 0, ANY),
    secret(row(0x5F20, "Cardholder Name", Ans, 2, 26), Sensitivity::Secret),
    secret(row(0x5F24, "Application Expiration Date", N, 3, 3), Sensitivity::Secret),
    row(0x5F25, "Application Effective Date", N, 3, 3),
    row(0x5F28, "Issuer Country Code", N, 2, 2),
    row(0x5F2A, "Transaction Currency Code", N, 2, 2),
    row(0x5F2D, "Language Preference", An, 2, 8),
    secret(row(0x5F30, "Service Code", N, 2, 2), Sensitivity::Secret),
    row(0x5F34, "Application Primary Account Number (PAN) Sequence Number", N, 1, 1),
    row(0x5F36, "Transaction Currency Exponent", N, 1, 1),
    row(0x5F50, "Issuer URL", Ans, 0, ANY),
    secret(row(0x5F53, "International Bank Account Number (IBAN)", B, 0, 34), Sensitivity::Secret),
    row(0x5F54, "Bank Identifier Code (BIC)", B, 8, 11),
    row(0x5F55, "Issuer Country Code (alpha2 format)", A, 2, 2),
    row(0x5F56, "Issuer Country Code (alpha3 format)", A, 3, 3),
    row(0x5F57, "Account Type", N, 1, 1),
    row(0x9F01, "Acquirer Identifier", N, 6, 6),
    row(0x9F02, "Amount, Authorised (Numeric)", N, 6, 6),
    row(0x9F03, "Amount, Other (Numeric)", N, 6, 6),
    row(0x9F04, "Amount, Other (Binary)", B, 4, 4),
    row(0x9F05, "Application Discretionary Data", B, 1, 32),
    row(0x9F06, "Application Identifier (AID) - terminal", B, 5, 16),
    row(0x9F07, "Application Usage Control", B, 2, 2),
    row(0x9F08, "Application Version Number (ICC)", B, 2, 2),
    row(0x9F09, "Application Version Number (Terminal)", B, 2, 2),
    secret(row(0x9F0B, "Cardholder Name Extended", Ans, 27, 45), Sensitivity::Secret),
    row(0x9F0D, "Issuer Action Code - Default", B, 5, 5),
    row(0x9F0E, "Issuer Action Code - Denial", B, 5, 5),
    row(0x9F0F, "Issuer Action Code - Online", B, 5, 5),
    row(0x9F10, "Issuer Application Data", B, 1, 32),
    row(0x9F11, "Issuer Code Table Index", N, 1, 1),
    row(0x9F12, "Application Preferred Name", Ans, 1, 16),
    row(0x9F13, "Last Online Application Transaction Counter (ATC) Register", B, 2, 2),
    row(0x9F14, "Lower Consecutive Offline Limit", B, 1, 1),
    row(0x9F15, "Merchant Category Code", N, 2, 2),
    row(0x9F16, "Merchant Identifier", Ans, 15, 15),
    row(0x9F17, "Personal Identification Number (PIN) Try Counter", B, 1, 1),
    row(0x9F18, "Issuer Script Identifier", B, 4, 4),
    row(0x9F19, "Token requestor id", N, 6, 6),
    row(0x9F1A, "Terminal Country Code", N, 2, 2),
    row(0x9F1B, "Terminal Floor Limit", B, 4, 4),
    row(0x9F1C, "Terminal Identification", An, 8, 8),
    row(0x9F1D, "Terminal Risk Management Data", B, 1, 8),
    row(0x9F1E, "Interface Device (IFD) Serial Number", An, 8, 8),
    secret(row(0x9F1F, "Track 1 Discretionary Data", Ans, 0, ANY), Sensitivity::Track),
    secret(row(0x9F20, "Track 2 Discretionary Data", Cn, 0, ANY), Sensitivity::Track),
    row(0x9F21, "Transaction Time", N, 3, 3),
    row(0x9F22, "Certification Authority Public Key Index", B, 1, 1),
    row(0x9F23, "Upper Consecutive Offline Limit", B, 1, 1),
    secret(row(0x9F24, "Payment account reference", An, 29, 29), Sensitivity::Secret),
    secret(row(0x9F25, "Last four digits of PAN", N, 2, 2), Sensitivity::Secret),
    row(0x9F26, "Application Cryptogram", B, 8, 8),
    row(0x9F27, "Cryptogram Information Data", B, 1, 1),
    row(0x9F2D, "ICC PIN Encipherment Public Key Certificate", B, 0, ANY),
    row(0x9F2E, "ICC PIN Encipherment Public Key Exponent", B, 1, 3),
    row(0x9F2F, "ICC PIN Encipherment Public Key Remainder", B, 0, ANY),
    row(0x9F32, "Issuer Public Key Exponent", B, 1, 3),
    row(0x9F33, "Terminal Capabilities", B, 3, 3),
    row(0x9F34, "Cardholder Verification Method (CVM) Results", B, 3, 3),
    row(0x9F35, "Terminal Type", N, 1, 1),
    row(0x9F36, "Application Transaction Counter (ATC)", B, 2, 2),
    row(0x9F37, "Unpredictable Number", B, 4, 4),
    row(0x9F38, "Processing Options Data Object List (PDOL)", B, 0, ANY),
    row(0x9F39, "Point-of-Service (POS) Entry Mode", N, 1, 1),
    row(0x9F3A, "Amount, Reference Currency", B, 4, 4),
    row(0x9F3B, "Application Reference Currency", N, 2, 8),
    row(0x9F3C, "Transaction Reference Currency Code", N, 2, 2),
    row(0x9F3D, "Transaction Reference Currency Exponent", N, 1, 1),
    row(0x9F40, "Additional Terminal Capabilities", B, 5, 5),
    row(0x9F41, "Transaction Sequence Counter", N, 2, 4),
    row(0x9F42, "Application Currency Code", N, 2, 2),
    row(0x9F43, "Application Reference Currency Exponent", N, 1, 4),
    row(0x9F44, "Application Currency Exponent", N, 1, 1),
    row(0x9F45, "Data Authentication Code", B, 2, 2),
    row(0x9F46, "ICC Public Key Certificate", B, 0, ANY),
    row(0x9F47, "ICC Public Key Exponent", B, 1, 3),
    row(0x9F48, "ICC Public Key Remainder", B, 0, ANY),
    row(0x9F49, "Dynamic Data Authentication Data Object List (DDOL)", B, 1, 252),
    row(0x9F4A, "Static Data Authentication Tag List", B, 0, ANY),
    row(0x9F4B, "Signed Dynamic Application Data", B, 0, ANY),
    row(0x9F4C, "ICC Dynamic Number", B, 2, 8),
    row(0x9F4D, "Log Entry", B, 2, 2),
    row(0x9F4E, "Merchant Name and Location", Ans, 0, ANY),
    row(0x9F4F, "Log Format", B, 0, ANY),
    row(0x9F53, "Transaction category code (Mastercard)", An, 1, 1),
    row(0x9F5B, "Issuer script results", B, 5, ANY),
    row(0x9F5D, "Available offline spending amount", N, 6, 6),
    secret(row(0x9F61, "Cardholder identity number", An, 40, 40), Sensitivity::Secret),
    row(0x9F62, "Cardholder identity type, or PCVC3 bit map", B, 1, 6),
    row(0x9F63, "Card product identification (UnionPay), or bit map", B, 2, 16),
    row(0x9F66, "Terminal transaction qualifiers", B, 4, 4),
    secret(row(0x9F6B, "Track 2 data (Mastercard mag-stripe mode)", B, 0, 19), Sensitivity::Track),
    row(0x9F6C, "Card transaction qualifiers, or mag-stripe application version", B, 2, 2),
    row(0x9F6D, "EC reset threshold", N, 6, 6),
    row(0x9F6E, "Form factor indicator, or third party data", B, 4, 32),
    row(0x9F74, "EC issuer authorization code", An, 6, 6),
    row(0x9F77, "EC balance limit", N, 6, 6),
    row(0x9F78, "EC single transaction limit", N, 6, 6),
    row(0x9F79, "EC balance", N, 6, 6),
    row(0x9F7A, "EC terminal support indicator", B, 1, 1),
    row(0x9F7B, "EC terminal transaction limit", N, 6, 6),
    row(0x9F7C, "Customer exclusive data, or merchant custom data", B, 1, 32),
    row(0xBF0C, "File Control Information (FCI) Issuer Discretionary Data", Template, 1, 222),
    row(0xDF31, "Issuer script results (UnionPay)", B, 0, ANY),
    row(0xDF69, "SM algorithm support indicator", B, 0, ANY),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_tag_and_they_ascend() {
        assert!(TAGS.iter().all(|row| Tag::new(row.tag.number()) == Some(row.tag)));
        assert!(TAGS.is_sorted_by(|one, next| one.tag < next.tag));
        assert!(TAGS.iter().all(|row| row.min <= row.max && !row.name.is_empty()));
    }

    #[test]
    fn constructed_tags_are_templates() {
        for row in TAGS {
            assert_eq!(row.tag.is_constructed(), row.format == Format::Template, "{}", row.tag);
        }
    }

    #[test]
    fn card_data_is_marked() {
        for number in [0x5A, 0x57, 0x56, 0x99, 0x5F20, 0x5F24, 0x9F1F, 0x9F20, 0x9F6B, 0x70, 0x77, 0x80, 0x86] {
            let known = Tag::new(number).and_then(tag);
            assert!(known.is_some_and(|tag| tag.sensitivity() != Sensitivity::None), "{number:X}");
        }
    }
}
