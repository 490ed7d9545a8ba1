//! Elements and attributes, and nothing else of XML: no DTD is fetched, and no entity is expanded but the five that XML
//! itself has.

use crate::import::error::ImportError;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// The most elements, and how deep they may lie: far above what a packager has.
const MOST: usize = 50_000;
const DEEPEST: usize = 32;

/// An element with its attributes and the elements in it.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
    /// Where it begins in the text.
    pub(super) offset: usize,
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// The root element of a text.
pub(super) fn read(text: &str) -> Result<Element, ImportError> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut count = 0usize;
    loop {
        let offset = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let fault = |reason: &str| ImportError::new(reason).at_offset(text, offset);
        let event = reader.read_event();
        let event = event.map_err(|error| {
            let offset = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
            ImportError::new(format!("not well formed: {error}")).at_offset(text, offset)
        })?;
        let closed = match event {
            Event::Start(start) => {
                count = count.saturating_add(1);
                open.push(element(&start, offset).map_err(|reason| fault(&reason))?);
                None
            }
            Event::Empty(start) => {
                count = count.saturating_add(1);
                Some(element(&start, offset).map_err(|reason| fault(&reason))?)
            }
            Event::End(_) => open.pop(),
            Event::Eof => return Err(fault("the root element is not closed, or there is none")),
            _ => None,
        };
        if count > MOST || open.len() > DEEPEST {
            return Err(fault("more elements than 50000, or more than 32 within one another"));
        }
        match (closed, open.last_mut()) {
            (Some(closed), Some(parent)) => parent.children.push(closed),
            (Some(root), None) => return Ok(root),
            (None, _) => {}
        }
    }
}

fn element(start: &BytesStart<'_>, offset: usize) -> Result<Element, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| format!("not well formed: {error}"))?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| format!("not well formed: {error}"))?;
        attributes.push((attribute.key.as_ref().into(), value.into_owned()));
    }
    Ok(Element { name: start.name().as_ref().into(), attributes, children: Vec::new(), offset })
}
