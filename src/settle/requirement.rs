//! What a host asks of a terminal in the header of a response.

use core::fmt;

/// What a host asks of a terminal: the sixth digit of the header of a UnionPay POS response.
///
/// ```
/// use isomsg::settle::Requirement;
///
/// let asked = Requirement::of_header(&[0x60, 0x22, 0x03, 0x00, 0x00, 0x00]).ok_or("a nibble above 9")?;
/// assert_eq!(asked, Requirement::SIGN_IN);
/// assert_eq!(asked.name(), Some("sign in again"));
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Requirement(u8);

impl Requirement {
    /// Nothing.
    pub const NONE: Self = Requirement(0);
    /// Download the terminal's parameters.
    pub const DOWNLOAD_PARAMETERS: Self = Requirement(1);
    /// Upload the terminal's status.
    pub const UPLOAD_STATUS: Self = Requirement(2);
    /// Sign in again.
    pub const SIGN_IN: Self = Requirement(3);
    /// Update the public keys of certification authorities.
    pub const UPDATE_PUBLIC_KEYS: Self = Requirement(4);
    /// Download the parameters of chip applications.
    pub const DOWNLOAD_CHIP_PARAMETERS: Self = Requirement(5);
    /// Download the parameters of the terminal management system.
    pub const DOWNLOAD_MANAGEMENT_PARAMETERS: Self = Requirement(6);
    /// Download the list of refused cards.
    pub const DOWNLOAD_REFUSED_CARDS: Self = Requirement(7);

    /// A digit; `None` above 9.
    #[must_use]
    pub const fn new(digit: u8) -> Option<Self> {
        if digit <= 9 { Some(Requirement(digit)) } else { None }
    }

    /// The digit of a header of twelve packed digits; `None` where it is none.
    #[must_use]
    pub const fn of_header(header: &[u8; 6]) -> Option<Self> {
        let [_, _, byte, ..] = header;
        Requirement::new(*byte & 0x0F)
    }

    /// The digit.
    #[must_use]
    pub const fn digit(self) -> u8 {
        self.0
    }

    /// Its name; `None` of a digit that has none. Only one source gives 8 a meaning, so it has none here.
    #[must_use]
    pub const fn name(self) -> Option<&'static str> {
        match self.0 {
            0 => Some("nothing"),
            1 => Some("download terminal parameters"),
            2 => Some("upload terminal status"),
            3 => Some("sign in again"),
            4 => Some("update public keys"),
            5 => Some("download chip parameters"),
            6 => Some("download management parameters"),
            7 => Some("download refused cards"),
            _ => None,
        }
    }
}

/// The digit.
impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl fmt::Debug for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Requirement({self})")
    }
}
