//! `isomsg spec import` and `export`: specs from the files of other projects, and to them.

use crate::args::ExportForm;
use crate::input::Input;
use crate::output::{self, Output, Trouble};
use crate::specs;
use isomsg::import::{self, Loss, Target};
use std::io::Write;
use std::path::Path;

pub(crate) fn import(file: &Path, output: &mut Output) -> Result<(), Trouble> {
    let text = Input::open(Some(file))?.up_to(specs::LONGEST)?;
    let imported = import::import(&text);
    let imported = imported.map_err(|error| Trouble::Fatal(format!("error: {}: {error}", file.display())))?;
    write(&imported.file.to_toml(), &imported.losses, output)
}

pub(crate) fn export(name: &str, to: ExportForm, output: &mut Output) -> Result<(), Trouble> {
    let spec = specs::find(name)?;
    let target = match to {
        ExportForm::Moov => Target::Moov,
        ExportForm::Jpos => Target::Jpos,
    };
    let (text, losses) = import::export(spec.as_ref().get(), target);
    write(&text, &losses, output)
}

/// The text to standard output, then what is lost to standard error.
fn write(text: &str, losses: &[Loss], output: &mut Output) -> Result<(), Trouble> {
    output.out().write_all(text.as_bytes())?;
    output.flush()?;
    losses.iter().for_each(|loss| output::say(&format!("lost: {loss}\n")));
    Ok(())
}
