//! A `const` table with a mistake does not compile, and the error names field and reason.
//!
//! `TRYBUILD=overwrite cargo test --test compile_fail` writes the expected errors anew.

#[test]
fn a_const_table_with_a_mistake_stops_the_build_with_field_and_reason() {
    trybuild::TestCases::new().compile_fail("tests/compile_fail/*.rs");
}
