//! What every table of codes is: pairs of code and name, in the order of the codes.

pub(super) fn name<C: Ord + Copy>(table: &[(C, &'static str)], code: C) -> Option<&'static str> {
    let at = table.binary_search_by_key(&code, |&(code, _)| code).ok()?;
    table.get(at).map(|&(_, name)| name)
}

/// The codes ascend, so each is there once, and each is found.
#[cfg(test)]
pub(super) fn assert_table<C: Ord + Copy + core::fmt::Debug>(table: &[(C, &'static str)]) {
    for (one, next) in table.iter().zip(table.iter().skip(1)) {
        assert!(one.0 < next.0, "{one:?} stands before {next:?}");
    }
    for &(code, text) in table {
        assert!(!text.is_empty() && text.is_ascii() && text.trim() == text, "{code:?}");
        assert_eq!(name(table, code), Some(text));
    }
}
