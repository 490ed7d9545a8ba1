//! What a host asks of a terminal in the header of a response.

use super::digit::digit;

digit! {
    /// The processing requirement, by which a host asks something of a terminal: the sixth digit of the header of a UnionPay POS
    /// response. Only one source gives 8 a meaning, so it has no name here.
    ///
    /// ```
    /// use isomsg::unionpay::ProcessingRequirement;
    ///
    /// let asked = ProcessingRequirement::of_header(&[0x60, 0x22, 0x03, 0x00, 0x00, 0x00]).ok_or("a nibble above 9")?;
    /// assert_eq!(asked, ProcessingRequirement::SIGN_IN);
    /// assert_eq!(asked.name(), Some("sign in again"));
    /// # Ok::<(), &str>(())
    /// ```
    ProcessingRequirement {
        /// Nothing.
        NONE = 0, "nothing";
        /// Download the terminal's parameters.
        DOWNLOAD_PARAMETERS = 1, "download terminal parameters";
        /// Upload the terminal's status.
        UPLOAD_STATUS = 2, "upload terminal status";
        /// Sign in again.
        SIGN_IN = 3, "sign in again";
        /// Update the public keys of certification authorities.
        UPDATE_PUBLIC_KEYS = 4, "update public keys";
        /// Download the parameters of chip applications.
        DOWNLOAD_CHIP_PARAMETERS = 5, "download chip parameters";
        /// Download the parameters of the terminal management system.
        DOWNLOAD_MANAGEMENT_PARAMETERS = 6, "download management parameters";
        /// Download the blacklist of cards.
        DOWNLOAD_BLACKLIST = 7, "download the blacklist";
    }
}

impl ProcessingRequirement {
    /// The digit of a header of twelve packed digits; `None` where it is none.
    #[must_use]
    pub const fn of_header(header: &[u8; 6]) -> Option<Self> {
        let [_, _, byte, ..] = header;
        ProcessingRequirement::new(*byte & 0x0F)
    }
}
