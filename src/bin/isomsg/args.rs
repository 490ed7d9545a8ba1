//! What is asked for on the command line.

use crate::{STOPPED, WELL, output, specs};
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads ISO 8583 messages, and writes them
#[derive(Parser)]
#[command(name = "isomsg", version)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    Decode(Decode),
    Encode(Encode),
    /// Looks at specs: lists, prints, checks, compares and drafts them, and reads and writes those of others
    #[command(subcommand)]
    Spec(SpecCommand),
}

/// Prints messages as tables or JSON, card data masked
///
/// A message that cannot be read is named on standard error, with field and byte, and the others go on. The exit code
/// is 0 when every message was good, 1 when one was bad, 2 when the program was used wrongly.
#[derive(Parser)]
pub(crate) struct Decode {
    #[command(flatten)]
    pub(crate) common: Common,
    /// Print JSON, one object a line
    #[arg(long)]
    pub(crate) json: bool,
    /// Print card data in clear: numbers, tracks, PIN blocks and all other secrets
    #[arg(long)]
    pub(crate) reveal: bool,
    /// Of a bad message, print the fields in front of the fault
    ///
    /// They are masked, but by the wrong spec a card number may be read as part of a field that is not.
    #[arg(long, conflicts_with = "json")]
    pub(crate) partial: bool,
    /// What the input is
    #[arg(long, value_name = "FORM", default_value = "hex")]
    pub(crate) input: InputForm,
}

/// Writes messages in hex, one a line, from JSON as `decode --json --reveal` prints it
///
/// A message that cannot be written is named on standard error, with its field, and the others go on. Masked values are
/// refused. The exit code is 0 when every message was good, 1 when one was bad, 2 when the program was used wrongly.
#[derive(Parser)]
pub(crate) struct Encode {
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Subcommand)]
pub(crate) enum SpecCommand {
    /// Prints the names of the specs that come with isomsg, one a line, and their titles
    List,
    /// Prints a spec as a TOML file that states all of it
    Show {
        /// A spec that comes with isomsg, or a TOML file
        #[arg(value_name = "NAME|FILE")]
        spec: String,
    },
    /// Prints what is wrong with a spec, or hardly meant, one finding a line: `FILE:line:column: severity: text`
    ///
    /// The exit code is 1 when there is an error, without which there is a spec, and 0 when there are warnings only.
    Lint {
        /// A TOML file, or a spec that comes with isomsg
        #[arg(value_name = "NAME|FILE")]
        spec: String,
    },
    /// Prints what is different between two specs, one difference a line
    ///
    /// What stands behind `~` concerns what is accepted, masked, repeated or needed, and changes no byte of messages of
    /// the same values; what stands behind `!` does.
    Diff {
        /// A spec that comes with isomsg, or a TOML file
        #[arg(value_name = "NAME|FILE")]
        before: String,
        /// Another one
        #[arg(value_name = "NAME|FILE")]
        after: String,
    },
    /// Prints a spec as tables in Markdown
    Sheet {
        /// A spec that comes with isomsg, or a TOML file
        #[arg(value_name = "NAME|FILE")]
        spec: String,
    },
    /// Prints a spec to begin with, in TOML, that fits captured messages best
    ///
    /// The exit code is 0 when all messages can be read by it, and 1 when it needs work.
    Draft {
        /// Files of messages in hex, one a line, blanks within skipped; - is standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Prints a spec of jPOS, moov-io/iso8583, pyiso8583 or GoPlasmatic as a TOML file
    ///
    /// What the file is, is found from what stands in it. What cannot be carried over is named on standard error, field
    /// by field, and the exit code is 0 all the same.
    Import {
        /// The file; - is standard input
        file: PathBuf,
    },
    /// Prints a spec in the format of another project
    ///
    /// What that format cannot hold is named on standard error, field by field, and the exit code is 0 all the same.
    Export {
        /// The format
        #[arg(long, value_name = "FORMAT")]
        to: ExportForm,
        /// A spec that comes with isomsg, or a TOML file
        #[arg(value_name = "NAME|FILE")]
        spec: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ExportForm {
    /// The JSON of moov-io/iso8583
    Moov,
    /// The XML of jPOS's GenericPackager
    Jpos,
}

#[derive(clap::Args)]
pub(crate) struct Common {
    /// How messages look: a spec that comes with isomsg, or a TOML file
    #[arg(long, value_name = "NAME|FILE")]
    pub(crate) spec: String,
    /// The input; standard input when it is absent or -
    pub(crate) file: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum InputForm {
    /// One message in hex a line; blanks within are skipped
    Hex,
    /// One message, as its bytes are
    Raw,
}

pub(crate) fn parse() -> Result<Args, clap::Error> {
    let list = specs::list();
    let command = Args::command().mut_subcommands(|command| command.after_help(list.clone()));
    command.after_help(list.clone()).try_get_matches().and_then(|matches| Args::from_arg_matches(&matches))
}

/// Prints what clap has to say, which may be the help that was asked for; returns the exit code.
pub(crate) fn refuse(error: &clap::Error) -> u8 {
    if !error.use_stderr() {
        // A pipe that nobody reads is no reason to complain.
        let _ = error.print();
        return WELL;
    }
    output::say(&error.render().to_string());
    if error.kind() == ErrorKind::MissingRequiredArgument {
        output::say(&format!("\n{}\n", specs::list()));
    }
    STOPPED
}
