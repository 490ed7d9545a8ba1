//! A program without std and without an allocator: reads a message, reads its fields, writes the answer.
//!
//! It links only if nothing that it uses needs either. It starts as a C program does, and its exit code says what went
//! wrong: 0 for nothing.
#![no_std]
#![no_main]

use core::hint::black_box;
use core::panic::PanicInfo;
use isomsg::element::{Pan, ProcessingCode, Stan};
use isomsg::spec::ISO1987_BCD;
use isomsg::tlv::Tlv;
use isomsg::typed::{TypedMessage, iso1987::Financial};
use isomsg::{Bitmap, Index, Message, Mti, Writer, de};

/// A purchase with chip data.
const REQUEST: [u8; 55] = *b"\x02\x00\x70\x20\x04\x00\x00\x00\x02\x00\x16\x41\x11\x11\x11\x11\x11\x11\x11\
    \0\0\0\0\0\0\0\x12\x50\0\x01\x24\0\x51\
    \0\x20\x95\x05\0\0\x04\0\0\x9F\x36\x02\x01\xC0\x82\x02\x18\0\x9F\x27\x01\x80";

// What a target without an operating system brings itself: how a program starts, and how memory is copied.
#[link(name = "c")]
unsafe extern "C" {}

/// Runs as the C library starts it.
#[unsafe(no_mangle)]
pub extern "C" fn main() -> i32 {
    let mut index = Index::new();
    match answered(black_box(&REQUEST), &mut index) {
        Some(()) => 0,
        None => 1,
    }
}

/// Reads the request in each way, and writes its answer.
fn answered(bytes: &[u8], index: &mut Index) -> Option<()> {
    let request = Message::parse_in(index, bytes, &ISO1987_BCD).ok()?;
    let pan: Pan<'_> = request.require(de::PAN).ok()?.parse().ok()?;
    let amount: u64 = request.require(de::AMOUNT_TRANSACTION).ok()?.parse().ok()?;
    let code: ProcessingCode = request.require(de::PROCESSING_CODE).ok()?.parse().ok()?;
    let stan: Stan = request.require(de::STAN).ok()?.parse().ok()?;
    let chip = Tlv::new(request.require(55).ok()?.value().as_bytes()?).ok()?;
    let counter = chip.items().find(|item| item.tag().number() == 0x9F36)?;
    let typed = Financial::from_message(&request).ok()?;
    if !pan.luhn_is_valid() || amount != 1250 || typed.stan != stan || counter.value() != [0x01, 0xC0] {
        return None;
    }
    let present: Bitmap = [de::PAN, de::PROCESSING_CODE, de::STAN, de::RESPONSE_CODE].into_iter().collect();
    let mut buffer = [0; 64];
    let mut writer = Writer::new(&ISO1987_BCD, &mut buffer, Mti::new(0x0210)?, present).ok()?;
    writer.put(de::PAN, &pan).ok()?;
    writer.put(de::PROCESSING_CODE, &code).ok()?;
    writer.put(de::STAN, &stan).ok()?;
    writer.put(de::RESPONSE_CODE, "00").ok()?;
    let length = writer.finish().ok()?;
    let answer = Message::parse(black_box(buffer.get(..length)?), &ISO1987_BCD).ok()?;
    (answer.require(de::RESPONSE_CODE).ok()?.value() == "00").then_some(())
}

#[panic_handler]
fn stopped(_: &PanicInfo<'_>) -> ! {
    loop {}
}
