//! `isomsg spec`: what there is to say of specs.

use crate::args::SpecCommand;
use crate::decode::from_hex;
use crate::input::Input;
use crate::output::{Output, Trouble};
use crate::{spec_import, specs};
use isomsg::draft::draft;
use isomsg::spec::{self, Severity, Sheet, SpecFile};
use std::io::Write;
use std::path::{Path, PathBuf};

pub(crate) fn run(command: &SpecCommand, output: &mut Output) -> Result<(), Trouble> {
    match command {
        SpecCommand::List => list(output),
        SpecCommand::Show { spec } => show(spec, output),
        SpecCommand::Lint { spec } => lint(spec, output),
        SpecCommand::Diff { before, after } => diff(before, after, output),
        SpecCommand::Sheet { spec } => sheet(spec, output),
        SpecCommand::Draft { files } => draft_of(files, output),
        SpecCommand::Import { file } => spec_import::import(file, output),
        SpecCommand::Export { to, spec } => spec_import::export(spec, *to, output),
    }
}

fn list(output: &mut Output) -> Result<(), Trouble> {
    for spec in spec::shipped() {
        writeln!(output.out(), "{:<20}  {}", spec.name(), spec.title())?;
    }
    Ok(())
}

fn show(name: &str, output: &mut Output) -> Result<(), Trouble> {
    let spec = specs::find(name)?;
    Ok(output.out().write_all(SpecFile::of(spec.as_ref().get()).to_toml().as_bytes())?)
}

fn lint(name: &str, output: &mut Output) -> Result<(), Trouble> {
    if let Some(spec) = spec::by_name(name) {
        for lint in spec::lint(spec) {
            writeln!(output.out(), "{name}: {}: {lint}", lint.severity())?;
        }
        return Ok(());
    }
    for finding in specs::lint_file(name)? {
        let file = finding.base().map_or(name.to_owned(), |base| format!("{base}.toml"));
        let (line, column, lint) = (finding.line(), finding.column(), finding.lint());
        writeln!(output.out(), "{file}:{line}:{column}: {}: {lint}", lint.severity())?;
        if lint.severity() == Severity::Error {
            output.mark_bad();
        }
    }
    Ok(())
}

fn diff(before: &str, after: &str, output: &mut Output) -> Result<(), Trouble> {
    let (before, after) = (specs::find(before)?, specs::find(after)?);
    for difference in spec::diff(before.as_ref().get(), after.as_ref().get()) {
        let mark = if difference.changes_wire() { '!' } else { '~' };
        writeln!(output.out(), "{mark} {difference}")?;
    }
    Ok(())
}

fn sheet(name: &str, output: &mut Output) -> Result<(), Trouble> {
    let spec = specs::find(name)?;
    Ok(write!(output.out(), "{}", Sheet::new(spec.as_ref().get()))?)
}

/// The most captured messages that are kept; a draft looks at fewer.
const MOST_MESSAGES: usize = 1024;

fn draft_of(files: &[PathBuf], output: &mut Output) -> Result<(), Trouble> {
    let mut messages: Vec<Vec<u8>> = Vec::new();
    for file in files {
        Input::open(Some(Path::new(file)))?.each_line(output, |line, _| {
            let mut bytes = Vec::new();
            from_hex(line, &mut bytes)?;
            match bytes.len() {
                length if length > usize::from(u16::MAX) => {
                    return Err(Trouble::Message(format!("message of {length} bytes exceeds the maximum 65535")));
                }
                _ if messages.len() < MOST_MESSAGES => messages.push(bytes),
                _ => {}
            }
            Ok(())
        })?;
    }
    let messages: Vec<&[u8]> = messages.iter().map(Vec::as_slice).collect();
    let draft = draft(&messages);
    if draft.whole() < draft.messages() || messages.is_empty() {
        output.mark_bad();
    }
    Ok(write!(output.out(), "{draft}")?)
}
