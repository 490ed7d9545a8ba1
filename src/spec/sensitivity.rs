//! How secret a field is, and what it is when nobody says.

/// How secret the content of a field is: what the printed forms of a message show of it.
///
/// A row that does not state it has that of [`Sensitivity::of_field`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sensitivity {
    /// Shown as it is.
    None,
    /// A card number: as many digits are shown as the [`PanMask`](super::PanMask) of the spec says, the first six and the last
    /// four where none says it; none when it has under 13.
    Pan,
    /// Track data: nothing is shown.
    Track,
    /// A PIN block: nothing is shown.
    Pin,
    /// A card verification value: nothing is shown.
    Cvv,
    /// A key: nothing is shown.
    Key,
    /// Anything else that must not be shown.
    Secret,
}

impl Sensitivity {
    /// How secret a field is when neither its row nor the spec that is extended states it. It goes by the number, and
    /// what may hold card data is masked:
    ///
    /// | fields | |
    /// |---|---|
    /// | 2 | [`Sensitivity::Pan`] |
    /// | 35, 36, 45 | [`Sensitivity::Track`] |
    /// | 52 | [`Sensitivity::Pin`] |
    /// | 14 (expiry), 34, 46 to 48, 53, 55 to 63, 96, 102 to 127, all above 128 | [`Sensitivity::Secret`] |
    /// | all others | [`Sensitivity::None`] |
    ///
    /// To show one of these, say so: `sensitive = "none"` in a file, `with_sensitivity(Sensitivity::None)` in a table.
    #[must_use]
    pub const fn of_field(number: u16) -> Self {
        match number {
            2 => Sensitivity::Pan,
            35 | 36 | 45 => Sensitivity::Track,
            52 => Sensitivity::Pin,
            14 | 34 | 46..=48 | 53 | 55..=63 | 96 | 102..=127 | 129.. => Sensitivity::Secret,
            _ => Sensitivity::None,
        }
    }
}
