//! One file a library: its tasks on a message, or why it cannot express the message.

mod codec;
mod codec_rs;
mod core8583;
mod floor;
mod i8583;
mod iso8583_rs;
mod isomsg;

use crate::measure::Task;
use crate::subject::Subject;

/// A library.
pub struct Peer {
    pub name: &'static str,
    pub tasks: fn(&Subject) -> Result<Vec<Task>, &'static str>,
}

/// isomsg, what stands for the least that there is to do, and the libraries of crates.io.
pub const ALL: &[Peer] = &[
    Peer { name: "isomsg", tasks: isomsg::tasks },
    Peer { name: "memcpy", tasks: floor::copies },
    Peer { name: "walker", tasks: floor::walkers },
    Peer { name: "walker, by fields", tasks: floor::plain_walkers },
    Peer { name: "iso8583-codec", tasks: codec::tasks },
    Peer { name: "iso8583-codec, short spec", tasks: codec::short_tasks },
    Peer { name: "iso8583-codec-rs", tasks: codec_rs::tasks },
    Peer { name: "iso8583-core", tasks: core8583::tasks },
    Peer { name: "iso8583_rs", tasks: iso8583_rs::tasks },
    Peer { name: "i8583", tasks: i8583::tasks },
];
