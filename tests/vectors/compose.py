#!/usr/bin/env python3
"""Composes the test vectors of this directory, the benchmark messages and the sample files.

    python3 tests/vectors/compose.py          (Python 3.11, standard library only)

It shares no code with the Rust crate, so that a mistake has to be made twice to go unseen. `compose` turns
logical values into bytes, `read` goes the other way and names the first fault. Before anything is written,
every valid vector is read back, every truncation of it is refused, and every malformed one fails as stated.

Logical values: text and digits as they are, `b` as upper-case hex, `x+n` with its sign, the separator of a
track as "=". All cards are published test numbers. PIN blocks, MACs and cryptograms are arbitrary bytes.
`offsets` of a field: start (of its length prefix, if it has one), start of its content, end.

In malformed.json `field` is 0 for the MTI, 1 for a bitmap, null for the message; `offset` is the start of the
element that is cut short, whose length is wrong or whose field is unknown, else the first wrong byte.
"""

import json
import re
import string
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# --------------------------------------------------------------------------------- what a field is


class Format(NamedTuple):
    kind: str  # n, an, ans, z, b, x+n
    prefix: int  # digits of the length prefix: 0, 2 or 3
    size: int  # length, or maximum: digits, characters, for b bytes; for x+n the digits alone


def parse_format(text):
    kind, dots, size = re.fullmatch(r"(x\+n|[a-z]+)(\.*)(\d+)", text).groups()
    return Format(kind, len(dots), int(size))


def parse_formats(table):
    """A number and a format, and so on, commas between."""
    return {int(number): parse_format(text) for number, text in (line.split() for line in table.split(","))}


FORMATS = parse_formats("""
        2 n..19, 3 n6, 4 n12, 5 n12, 6 n12, 7 n10, 9 n8, 10 n8, 11 n6, 12 n6, 13 n4, 14 n4, 15 n4, 18 n4,
        19 n3, 22 n3, 23 n3, 24 n3, 25 n2, 26 n2, 28 x+n8, 32 n..11, 33 n..11, 35 z..37, 36 z...104, 37 an12,
        38 an6, 39 an2, 41 ans8, 42 ans15, 43 ans40, 44 ans..25, 45 ans..76, 48 ans...999, 49 an3, 50 an3,
        52 b8, 53 n16, 54 ans...120, 55 b...255, 60 ans...999, 61 ans...999, 62 ans...999, 63 ans...999,
        64 b8, 66 n1, 70 n3, 74 n10, 75 n10, 76 n10, 77 n10, 86 n16, 87 n16, 88 n16, 89 n16, 90 n42, 95 an42,
        97 x+n16, 99 n..11, 100 n..11, 102 ans..28, 103 ans..28, 128 b8
""")

CLASSES = {
    "n": set(string.digits),
    "an": set(string.ascii_letters + string.digits + " "),
    "ans": {chr(code) for code in range(0x20, 0x7F)},
    "z": {chr(code) for code in range(0x30, 0x40)} | {"D"},
    "hex": set(string.hexdigits),
}


@dataclass(frozen=True)
class Spec:
    name: str
    bcd: bool = False  # MTI, n, z and length prefixes in BCD, else in ASCII
    hexed: bool = False  # bitmaps and b as ASCII hex, else raw
    pad: str = "left"  # side of the zero nibble that evens out an odd number of BCD digits
    padded_left: tuple = ()  # numbers of the fields that have it on the left all the same
    formats: dict = field(default_factory=lambda: FORMATS, compare=False)

    def of(self, number):
        """The spec as it is for this field."""
        return replace(self, pad="left") if number in self.padded_left else self


ASCII = Spec("iso1987-ascii")
HEX = Spec("iso1987-ascii-hex", hexed=True)
BCD = Spec("iso1987-bcd", bcd=True)
RIGHT = Spec("iso1987-bcd-right", bcd=True, pad="right")
SPECS = [ASCII, HEX, BCD, RIGHT]
# What the messages of the benchmarks use of it.
UNIONPAY_POS = Spec("unionpay-pos", bcd=True, pad="right", padded_left=(23,), formats=parse_formats("""
        2 n..19, 3 n6, 4 n12, 11 n6, 22 n3, 23 n3, 25 n2, 26 n2, 35 z..37, 41 ans8, 42 ans15, 44 an..25, 48 n...322,
        49 an3, 52 b8, 53 n16, 55 b...255, 59 ans...600, 60 n...19, 63 ans...163, 64 b8
"""))

# -------------------------------------------------------------------------- logical values to bytes


def digits(spec, text):
    """Digits (or track characters); in BCD nibble k stands for the character 0x30 + k, so D is "="."""
    if not spec.bcd:
        return text.encode("ascii")
    nibbles = "".join(f"{ord(char) - 0x30:X}" for char in text)
    if len(nibbles) % 2:
        nibbles = "0" + nibbles if spec.pad == "left" else nibbles + "0"
    return bytes.fromhex(nibbles)


def binary(spec, data):
    return data.hex().upper().encode("ascii") if spec.hexed else data


def prefix(spec, width, count):
    """LL or LLL; in BCD one or two whole bytes."""
    if spec.bcd:
        return bytes.fromhex(str(count).zfill(width + width % 2))
    return str(count).zfill(width).encode("ascii")


def content(spec, form, value):
    if form.kind == "b":
        return binary(spec, bytes.fromhex(value))
    if form.kind == "x+n":
        return value[:1].encode("ascii") + digits(spec, value[1:])
    if form.kind in ("n", "z"):
        return digits(spec, value)
    return value.encode("ascii")


def length(form, value):
    """What a length prefix says: bytes of b, digits or characters of the rest."""
    return {"b": len(value) // 2, "x+n": len(value) - 1}.get(form.kind, len(value))


def bitmap(numbers):
    bits = 128 if max(numbers, default=0) > 64 else 64
    word = sum(1 << (bits - number) for number in numbers) | (1 << (bits - 1) if bits == 128 else 0)
    return word.to_bytes(bits // 8, "big")


def compose(spec, mti, fields):
    """The bytes of a message and the offsets of its fields."""
    data = digits(spec, mti) + binary(spec, bitmap(fields))
    offsets = {}
    for number in sorted(fields):
        form, value = spec.formats[number], fields[number]
        count, start = length(form, value), len(data)
        assert count <= form.size if form.prefix else count == form.size, (number, value)
        data += prefix(spec, form.prefix, count) if form.prefix else b""
        middle = len(data)
        data += content(spec.of(number), form, value)
        offsets[number] = [start, middle, len(data)]
    return data, offsets


# -------------------------------------------------------------------------- bytes to logical values


class Fault(Exception):
    def __init__(self, kind, field, offset):
        super().__init__(kind, field, offset)
        self.kind, self.field, self.offset = kind, field, offset


class Reader:
    """Walks over a message and stops at its first fault."""

    def __init__(self, spec, data):
        self.spec, self.data, self.at, self.field = spec, data, 0, 0

    def fail(self, kind, offset):
        raise Fault(kind, self.field, offset)

    def need(self, count):
        if self.at + count > len(self.data):
            self.fail("truncated", self.at)

    def take(self, count):
        self.need(count)
        self.at += count
        return self.data[self.at - count : self.at]

    def chars(self, count, kind, fault="bad-character"):
        start = self.at
        text = self.take(count).decode("latin-1")
        for index, char in enumerate(text):
            if char not in CLASSES[kind]:
                self.fail(fault, start + index)
        return text

    def nibbles(self, count, kind, fault):
        start = self.at
        text = self.take((count + 1) // 2).hex().upper()
        pad = {"left": 0, "right": count}[self.spec.of(self.field).pad] if count % 2 else None
        if pad is not None and text[pad] != "0":
            self.fail("bad-pad", start + pad // 2)
        for index, nibble in enumerate(text):
            if kind == "n" and nibble not in string.digits and index != pad:
                self.fail(fault, start + index // 2)
        value = "".join(chr(0x30 + int(nibble, 16)) for nibble in text)
        return value if pad is None else value[:pad] + value[pad + 1 :]

    def digits(self, count, kind="n", fault=None):
        if self.spec.bcd:
            return self.nibbles(count, kind, fault or "bad-nibble")
        return self.chars(count, kind, fault or "bad-character")

    def binary(self, count, fault="bad-character"):
        return self.chars(2 * count, "hex", fault) if self.spec.hexed else self.take(count).hex().upper()

    def bitmap(self):
        """One bitmap of eight bytes, as a string of 64 bits."""
        return f"{int(self.binary(8, 'bad-bitmap'), 16):064b}"

    def prefix(self, form):
        start = self.at
        raw = self.take((form.prefix + 1) // 2 if self.spec.bcd else form.prefix)
        text = raw.hex() if self.spec.bcd else raw.decode("latin-1")
        if set(text) - CLASSES["n"]:
            self.fail("bad-length", start)
        if int(text) > form.size:
            self.fail("length-above-maximum", start)
        return int(text)

    def content(self, form, count):
        if form.kind == "b":
            return self.binary(count)
        if form.kind == "x+n":
            self.need(1 + ((count + 1) // 2 if self.spec.bcd else count))
            sign = self.take(1).decode("latin-1")
            return sign + self.digits(count) if sign in "CD" else self.fail("bad-sign", self.at - 1)
        if form.kind in ("n", "z"):
            return self.digits(count, form.kind)
        return self.chars(count, form.kind)

    def one(self, number):
        self.field, start = number, self.at
        if number not in self.spec.formats:
            self.fail("undefined-field", start)
        form = self.spec.formats[number]
        count = self.prefix(form) if form.prefix else form.size
        middle = self.at
        return self.content(form, count), [start, middle, self.at]

    def message(self):
        mti = self.digits(4, fault="bad-mti")
        self.field = 1
        bits = self.bitmap()
        bits += self.bitmap() if bits[0] == "1" else ""
        found = {n: self.one(n) for n, bit in enumerate(bits, 1) if bit == "1" and n > 1}
        self.field = None
        if self.at < len(self.data):
            self.fail("trailing", self.at)
        return mti, {n: value for n, (value, _) in found.items()}, {n: place for n, (_, place) in found.items()}


def read(spec, data):
    return Reader(spec, data).message()


# ------------------------------------------------------------------------ what the messages hold

VISA, VISA_13, MASTERCARD = "4111111111111111", "4222222222222", "5555555555554444"
AMEX, DINERS, DISCOVER = "378282246310005", "30569309025904", "6011111111111117"
JCB, UNIONPAY, UNIONPAY_19 = "3530111333300000", "6200000000000005", "6205500000000000004"
CARDS = [VISA, VISA_13, MASTERCARD, AMEX, DINERS, DISCOVER, JCB, UNIONPAY, UNIONPAY_19]
MAC, PIN = "5C1FA09B37E2D448", "9A3C5E7F10B2D486"


def tlv(*pairs):
    """BER-TLV from (tag, value), both hex; one length byte below 128, two from there on."""
    def size(value):
        count = len(value) // 2
        return f"{count:02X}" if count < 128 else f"81{count:02X}"
    return "".join(tag + size(value) + value for tag, value in pairs)


def chip(amount, pan_sequence="01"):
    """The chip data a terminal sends with a contact transaction: 120 bytes, and four more for 5F34."""
    return tlv(
        ("9F26", "6BD41C0A9E3377F2"), ("9F27", "80"), ("9F10", "06010A03A0B800"), ("9F37", "2D91C4E6"),
        ("9F36", "01A7"), ("95", "0080008000"), ("9A", "260314"), ("9C", "00"), ("9F02", amount),
        ("5F2A", "0840"), ("82", "3900"), ("9F1A", "0840"), ("9F03", "000000000000"), ("9F33", "E0F8C8"),
        ("9F34", "020300"), ("9F35", "22"), ("9F1E", "3030303031323334"), ("84", "A0000000031010"),
        *([("5F34", pan_sequence)] if pan_sequence else []),
    )


CHIP_RESPONSE = tlv(("91", "7E21F0C4B5A693D80012"))
SCRIPT = tlv(("9F18", "00000001"), ("86", "84240000088C1F3E5A77B20964"), ("86", "8416000008" + "4D" * 8))
LONG_SCRIPT = tlv(("9F18", "00000002"), ("86", "04DA9F7982" + "5A" * 130))

PLACE = {18: "5812", 32: "12345", 41: "TERM0001", 42: "SHOP00000000042", 43: "CORNER CAFE              SPRINGFIELD  US"}
SALE = PLACE | {
    2: VISA, 3: "000000", 4: "000000001250", 7: "0314143015", 11: "000124", 12: "093015", 13: "0314", 14: "2812",
    22: "051", 23: "001", 25: "00", 35: VISA + "=28122010000012345678", 37: "607314000124", 49: "840",
    55: chip("000000001250"),
}
ECHOED = {2, 3, 4, 7, 11, 12, 13, 18, 23, 25, 32, 37, 41, 42, 49, 50, 90, 102, 103}


def response(request, **more):
    """What a host sends back: the echoed fields, and `f39="00"` and so on."""
    return {n: v for n, v in request.items() if n in ECHOED} | {int(k[1:]): v for k, v in more.items()}


def without(fields, *numbers):
    return {number: value for number, value in fields.items() if number not in numbers}


def original(mti, request):
    """Field 90: the message that is reversed or completed."""
    return mti + request[11] + request[7] + request[32].zfill(11) + "0" * 11


def keyed(pan, expiry, **more):
    """A card number typed in by hand."""
    fields = without(SALE, 23, 35, 55) | {2: pan, 14: expiry, 22: "011"}
    return fields | {int(k[1:]): v for k, v in more.items()}


SALE_RESPONSE = response(SALE, f15="0314", f38="A1B2C3", f39="00", f55=CHIP_RESPONSE)
REVERSAL = without(SALE, 14, 23, 35, 43, 55) | {
    7: "0314143255", 11: "000125", 12: "093255", 38: "A1B2C3", 39: "17", 90: original("0200", SALE)}
SIGN_ON = {7: "0314120000", 11: "000001", 12: "070000", 13: "0314", 32: "12345", 41: "TERM0001", 70: "001"}
SETTLEMENT = {
    7: "0314220000", 11: "000131", 12: "170000", 13: "0314", 15: "0314", 32: "12345", 41: "TERM0001",
    42: "SHOP00000000042", 50: "840", 74: "0000000002", 75: "0000000000", 76: "0000000042", 77: "0000000001",
    86: "0000000000004500", 87: "0000000000000000", 88: "0000000000158250", 89: "0000000000001250",
    97: "C0000000000152500", 99: "12345",
}
DAY = [  # one day of a terminal, told in every spec and in the sample files
    ("sign_on_request", "0800", "network management: sign-on, field 70 behind a second bitmap", SIGN_ON),
    ("sign_on_response", "0810", "network management: signed on", SIGN_ON | {39: "00"}),
    ("sale_request", "0200", "sale with a contact chip card: BER-TLV in 55, track 2 in 35", SALE),
    ("sale_response", "0210", "the sale is approved: 38, 39, issuer authentication data in 55", SALE_RESPONSE),
    ("reversal_request", "0400", "the sale is reversed on customer's wish: its identity in 90", REVERSAL),
    ("reversal_response", "0410", "the reversal is accepted", response(REVERSAL, f39="00")),
    ("settlement_request", "0500", "reconciliation: counts, amounts and the net amount with its sign", SETTLEMENT),
    ("settlement_response", "0510", "reconciliation: 66 says that the totals agree", SETTLEMENT | {39: "00", 66: "1"}),
]
SAMPLED = ["sign_on_request", "sale_request", "sale_response", "reversal_request", "reversal_response",
           "settlement_request"]

PREAUTH = keyed(AMEX, "2709", f4="000000020000", f25="06", f11="000201", f37="607315000201")
AUTHORIZATION = without(SALE, 55) | {
    2: MASTERCARD, 14: "2706", 22: "021", 23: "000", 26: "06", 35: MASTERCARD + "=27062011234500000000",
    52: PIN, 53: "2001010100000000", 11: "000210", 37: "607315000210"}
REFUND = keyed(DISCOVER, "2611", f3="200000", f4="000000002250", f11="000220", f37="607315000220")
COMPLETION = PREAUTH | {4: "000000018740", 11: "000230", 38: "P7Q8R9", 39: "00", 90: original("0100", PREAUTH)}
STAND_IN = keyed(JCB, "2803", f11="000240", f24="123", f38="OFF001", f39="00", f60="STAND-IN BELOW FLOOR LIMIT")
BALANCE = AUTHORIZATION | {3: "311000", 4: "000000000000", 11: "000250", 102: "US00123456789012345"}
BALANCES = "1001840C000000125000" + "1002840C000000118750"
PARTIAL = keyed(VISA, "2812", f11="000260", f39="32", f95="000000001000" + "0" * 12 + "C00000000" * 2)
PARTIAL[90] = original("0200", SALE)
FOREIGN = keyed(MASTERCARD, "2706", f5="000000001355", f6="000000001355", f9="61000000", f10="61000000",
                f19="840", f28="D00000150", f33="987654", f49="978", f50="840", f100="54321")
TRANSFER = keyed(VISA, "2812", f3="401020", f102="CHECKING-0001", f103="SAVINGS-0002")
CASH_BACK = SALE | {3: "090000", 4: "000000003250", 54: "0040840D000000002000"}
TRACK_1 = "B4111111111111111^DOE/JANE A^28122010000012345678"
PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))
NOTE = "The quick brown fox jumps over the lazy dog 0123456789. "

LONGEST = {
    2: UNIONPAY_19, 32: "12345678901", 33: "98765432109", 35: UNIONPAY_19 + "=28122010000123456",
    36: ("01" + VISA + "==978" + "0123456789" * 9)[:104], 44: PRINTABLE[:25], 45: (TRACK_1 + "0" * 76)[:76],
    48: (NOTE * 20)[:999], 54: BALANCES * 3, 55: tlv(("72", tlv(("86", "5A" * 246)))), 60: (PRINTABLE * 11)[:999],
    99: "99999999999", 100: "00000000001", 102: PRINTABLE[33:61], 103: PRINTABLE[61:89],
}
EMPTY = {number: "" for number, form in FORMATS.items() if form.prefix}
EVERY = AUTHORIZATION | FOREIGN | SETTLEMENT | STAND_IN | {
    2: VISA_13, 23: "007", 35: VISA_13 + "=27062011234", 36: "01" + VISA_13 + "==840", 38: "EVERY1", 44: "A1",
    45: TRACK_1, 48: NOTE, 54: BALANCES, 55: chip("000000001250") + CHIP_RESPONSE, 61: "61", 62: " 62 ", 63: PRINTABLE,
    64: MAC, 66: "2", 70: "301", 90: original("0200", SALE), 95: PARTIAL[95], 102: "FROM", 103: "TO", 128: MAC[::-1],
}


def day(spec):
    """The day in one spec, its names closing with what follows `iso1987-ascii` or `iso1987-`."""
    tail = {ASCII: "", HEX: "_hex", BCD: "_bcd", RIGHT: "_bcd_right"}[spec]
    return [(name + tail, spec, mti, about, fields) for name, mti, about, fields in DAY]


VALID = day(ASCII) + day(HEX) + day(BCD) + day(RIGHT) + [
    ("authorization_request", ASCII, "0100", "magnetic stripe with PIN: 26, 52 and 53", AUTHORIZATION),
    ("authorization_response", ASCII, "0110", "approved", response(AUTHORIZATION, f38="Z9Y8X7", f39="00")),
    ("authorization_request_bcd", BCD, "0100", "the same in BCD: odd n 3 fields, PIN block raw", AUTHORIZATION),
    ("authorization_declined_bcd", BCD, "0110", "wrong PIN, with a text in 44",
     response(AUTHORIZATION, f39="55", f44="2 TRIES LEFT")),
    ("preauthorization_amex", ASCII, "0100", "PAN of 15 digits, keyed in", PREAUTH),
    ("preauthorization_amex_bcd", BCD, "0100", "PAN of 15 digits, zero nibble on the left", PREAUTH),
    ("preauthorization_amex_bcd_right", RIGHT, "0100", "PAN of 15 digits, zero nibble on the right", PREAUTH),
    ("completion_advice", ASCII, "0220", "completes the pre-authorization in 90", COMPLETION),
    ("completion_advice_response", ASCII, "0230", "completion accepted", response(COMPLETION, f39="00")),
    ("stand_in_advice_bcd", BCD, "0220", "approved off line; NII in 24, a text in 60", STAND_IN),
    ("stand_in_advice_response_bcd", BCD, "0230", "advice accepted", response(STAND_IN, f39="00")),
    ("refund_request_hex", HEX, "0200", "processing code 20", REFUND),
    ("refund_response_hex", HEX, "0210", "refund approved", response(REFUND, f38="R00001", f39="00")),
    ("balance_inquiry", ASCII, "0200", "amount of zeros, account in 102", BALANCE),
    ("balance_response", ASCII, "0210", "two balances in 54",
     response(BALANCE, f38="BAL001", f39="00", f54=BALANCES)),
    ("balance_response_bcd", BCD, "0210", "54 is text in BCD specs too", response(BALANCE, f39="00", f54=BALANCES)),
    ("cash_back_request_hex", HEX, "0200", "cash back of 20.00 in 54, chip data as hex", CASH_BACK),
    ("partial_reversal_advice", ASCII, "0420", "dispensed in part: replacement amounts in 95", PARTIAL),
    ("partial_reversal_advice_response", ASCII, "0430", "accepted", response(PARTIAL, f39="00")),
    ("partial_reversal_advice_bcd", BCD, "0420", "90 in 21 bytes of BCD, 95 as text", PARTIAL),
    ("reversal_repeat_bcd_right", RIGHT, "0421", "reversal advice, sent again", REVERSAL),
    ("foreign_currency", ASCII, "0100", "three amounts, rates, a fee with its sign in 28", FOREIGN),
    ("foreign_currency_bcd", BCD, "0100", "x+n: a sign byte, then BCD", FOREIGN),
    ("account_transfer_hex", HEX, "0200", "two accounts in 102 and 103", TRANSFER),
    ("visa_13_digits_bcd", BCD, "0100", "PAN of 13 digits", keyed(VISA_13, "2701")),
    ("visa_13_digits_bcd_right", RIGHT, "0100", "PAN of 13 digits", keyed(VISA_13, "2701")),
    ("diners_14_digits_bcd", BCD, "0100", "PAN of 14 digits: no pad", keyed(DINERS, "2702")),
    ("unionpay_16_digits_hex", HEX, "0100", "PAN of 16 digits", keyed(UNIONPAY, "2904")),
    ("unionpay_19_digits", ASCII, "0100", "PAN of 19 digits, the longest", keyed(UNIONPAY_19, "2905")),
    ("unionpay_19_digits_bcd", BCD, "0100", "PAN of 19 digits, a track of 37",
     keyed(UNIONPAY_19, "2905", f35=LONGEST[35])),
    ("unionpay_19_digits_bcd_right", RIGHT, "0100", "PAN of 19 digits, a track of 37",
     keyed(UNIONPAY_19, "2905", f35=LONGEST[35])),
    ("track_1", ASCII, "0200", "track 1 in 45", keyed(VISA, "2812", f22="901", f45=TRACK_1)),
    ("track_2_with_letter_d", ASCII, "0200", "separator D in ASCII: kept as it was sent",
     without(SALE, 55) | {22: "901", 35: SALE[35].replace("=", "D")}),
    ("issuer_script", ASCII, "0210", "constructed tag 72 in 55",
     response(SALE, f39="00", f55=CHIP_RESPONSE + tlv(("72", SCRIPT)))),
    ("issuer_script_long_bcd", BCD, "0210", "lengths of two bytes (81) in 55",
     response(SALE, f39="00", f55=CHIP_RESPONSE + tlv(("71", LONG_SCRIPT)))),
    ("mac_64", ASCII, "0200", "MAC in the last place of one bitmap", without(SALE, 55) | {64: MAC}),
    ("mac_64_hex", HEX, "0200", "MAC as hex characters", without(SALE, 55) | {64: MAC}),
    ("mac_128_bcd", BCD, "0420", "MAC in the last place of two bitmaps", REVERSAL | {128: MAC}),
    ("mac_128_hex", HEX, "0420", "MAC in the last place of two bitmaps", REVERSAL | {128: MAC}),
    ("echo_test", ASCII, "0800", "field 70 = 301", {7: "0314123000", 11: "000002", 70: "301"}),
    ("echo_test_response", ASCII, "0810", "alive", {7: "0314123000", 11: "000002", 39: "00", 70: "301"}),
    ("key_exchange_bcd", BCD, "0800", "a key block as text in 48, MAC in 128",
     {7: "0314124500", 11: "000003", 48: "ZPK " + "0F1E2D3C4B5A69788796A5B4C3D2E1F0", 70: "161", 128: MAC}),
    ("cutover_bcd_right", RIGHT, "0800", "odd n 3 in 70, zero nibble on the right",
     {7: "0314220100", 11: "000132", 15: "0315", 70: "201"}),
    ("settlement_debit_bcd", BCD, "0520", "net amount in debit", SETTLEMENT | {97: "D0000000000000999", 66: "2"}),
    ("no_fields", ASCII, "0800", "bitmap of zeros", {}),
    ("only_field_128", BCD, "0800", "first bitmap announces the second and nothing else", {128: MAC}),
    ("text_all_printable", ASCII, "0620", "every character of ans in 63, blanks at both ends of 44",
     {11: "000300", 44: "  two blanks each side  ", 63: PRINTABLE}),
    ("empty_variable_fields", ASCII, "0200", "every variable field with length 0", EMPTY),
    ("empty_variable_fields_hex", HEX, "0200", "every variable field with length 0", EMPTY),
    ("empty_variable_fields_bcd", BCD, "0200", "every variable field with length 0", EMPTY),
    ("maximum_lengths", ASCII, "0200", "variable fields at their maximum, 48 and 60 with 999", LONGEST),
    ("maximum_lengths_hex", HEX, "0200", "variable fields at their maximum, 48 and 60 with 999", LONGEST),
    ("maximum_lengths_bcd", BCD, "0200", "variable fields at their maximum, 48 and 60 with 999", LONGEST),
    ("maximum_lengths_bcd_right", RIGHT, "0200", "variable fields at their maximum, 48 and 60 with 999", LONGEST),
    ("every_field", ASCII, "0220", "all fields these vectors know", EVERY),
    ("every_field_hex", HEX, "0220", "all fields these vectors know", EVERY),
    ("every_field_bcd", BCD, "0220", "all fields these vectors know", EVERY),
    ("every_field_bcd_right", RIGHT, "0220", "all fields these vectors know", EVERY),
]

# -------------------------------------------------------------------------------- malformed messages

SMALL = {2: VISA_13, 3: "000000", 4: "000000001250", 11: "000124", 22: "051", 35: VISA_13 + "=27012010001234",
         38: "A1B2C3", 41: "TERM0001", 49: "840"}
SIGNED = SMALL | {28: "C00000150"}
SECRET = SMALL | {52: PIN}
PAIRED = {7: "0314120000", 11: "000001", 70: "001"}
PAIRED_48 = PAIRED | {48: "NOTE"}
WITH_55 = SMALL | {55: CHIP_RESPONSE}
START, BODY, END = 0, 1, 2


def cut(spec, fields, number, edge, shift, at=None):
    """The message up to `shift` bytes from an edge of a field, and where the fault is then."""
    data, offsets = compose(spec, "0200", fields)
    end = offsets[number][edge] + shift
    return data[:end], offsets[number][BODY if at is None else at]


def patch(spec, fields, number, edge, shift, new, at=None):
    """The message with `new` written over it; the fault is there, or at the given edge of the field."""
    data, offsets = compose(spec, "0200", fields)
    start = offsets[number][edge] + shift
    fault = start if at is None else offsets[number][at]
    return data[:start] + new + data[start + len(new) :], fault


def head(spec, fields, start, new):
    """The message with `new` written over its MTI or bitmap."""
    data, _ = compose(spec, "0200", fields)
    return data[:start] + new + data[start + len(new) :], start


def upto(spec, fields, end, fault):
    return compose(spec, "0200", fields)[0][:end], fault


def more(spec, fields, extra):
    data, _ = compose(spec, "0200", fields)
    return data + extra, len(data)


def bit_65(spec):
    """Bit 65 set and eight bytes put where its data would be, before field 70."""
    data, offsets = compose(spec, "0800", PAIRED)
    at, bit = offsets[70][START], offsets[7][START] - (16 if spec.hexed else 8)
    marked = data[:bit] + (b"8" if spec.hexed else bytes([data[bit] | 0x80])) + data[bit + 1 :]
    return marked[:at] + binary(spec, bytes(8)) + marked[at:], at


MALFORMED = [  # name, spec, what is wrong, (bytes, offset), kind, field
    ("empty", ASCII, "no byte at all", (b"", 0), "truncated", 0),
    ("mti_cut", ASCII, "3 of 4 characters", (b"020", 0), "truncated", 0),
    ("mti_cut_bcd", BCD, "1 of 2 bytes", (b"\x02", 0), "truncated", 0),
    ("bitmap_missing_bcd", BCD, "only an MTI", upto(BCD, SMALL, 2, 2), "truncated", 1),
    ("bitmap_cut", ASCII, "7 of 8 bytes", upto(ASCII, SMALL, 11, 4), "truncated", 1),
    ("bitmap_cut_hex", HEX, "15 of 16 characters", upto(HEX, SMALL, 19, 4), "truncated", 1),
    ("second_bitmap_missing", ASCII, "bit 1 is set, nothing follows", upto(ASCII, PAIRED, 12, 12), "truncated", 1),
    ("second_bitmap_cut_hex", HEX, "7 of 16 characters", upto(HEX, PAIRED, 27, 20), "truncated", 1),
    ("prefix_missing", ASCII, "ends before LL of 2", cut(ASCII, SMALL, 2, START, 0, START), "truncated", 2),
    ("prefix_cut", ASCII, "1 of 2 characters of LL", cut(ASCII, SMALL, 2, START, 1, START), "truncated", 2),
    ("prefix_cut_bcd", BCD, "1 of 2 bytes of LLL", cut(BCD, WITH_55, 55, START, 1, START), "truncated", 55),
    ("variable_missing", ASCII, "LL says 13, nothing follows", cut(ASCII, SMALL, 2, BODY, 0), "truncated", 2),
    ("variable_cut", ASCII, "12 of 13 digits", cut(ASCII, SMALL, 2, END, -1), "truncated", 2),
    ("variable_cut_bcd", BCD, "13 of 14 bytes of a track", cut(BCD, SMALL, 35, END, -1), "truncated", 35),
    ("fixed_cut", ASCII, "11 of 12 digits", cut(ASCII, SMALL, 4, END, -1), "truncated", 4),
    ("fixed_cut_bcd_right", RIGHT, "1 of 2 bytes of n 3", cut(RIGHT, SMALL, 22, END, -1), "truncated", 22),
    ("signed_cut_bcd", BCD, "a sign and no digits", cut(BCD, SIGNED, 28, START, 1), "truncated", 28),
    ("binary_cut", ASCII, "7 of 8 bytes", cut(ASCII, SECRET, 52, END, -1), "truncated", 52),
    ("binary_cut_hex", HEX, "15 of 16 characters", cut(HEX, SECRET, 52, END, -1), "truncated", 52),
    ("last_field_missing", ASCII, "its bit is set, no byte is left", cut(ASCII, SMALL, 49, START, 0), "truncated", 49),
    ("mti_letter", ASCII, "02X0", head(ASCII, SMALL, 2, b"X"), "bad-mti", 0),
    ("mti_blank_hex", HEX, "blank before 200", head(HEX, SMALL, 0, b" "), "bad-mti", 0),
    ("mti_nibble_bcd", BCD, "02A0", head(BCD, SMALL, 1, b"\xA0"), "bad-mti", 0),
    ("bitmap_letter_hex", HEX, "G among the digits", head(HEX, SMALL, 7, b"G"), "bad-bitmap", 1),
    ("bitmap_plus_hex", HEX, "a plus sign in front", head(HEX, SMALL, 4, b"+"), "bad-bitmap", 1),
    ("second_bitmap_blank_hex", HEX, "a blank in the second", head(HEX, PAIRED, 35, b" "), "bad-bitmap", 1),
    ("prefix_letter", ASCII, "LL is A3", patch(ASCII, SMALL, 2, START, 0, b"A"), "bad-length", 2),
    ("prefix_blank", ASCII, "LL is blank and 3", patch(ASCII, SMALL, 2, START, 0, b" "), "bad-length", 2),
    ("prefix_plus_hex", HEX, "LLL is +04", patch(HEX, PAIRED_48, 48, START, 0, b"+"), "bad-length", 48),
    ("prefix_nibble_bcd", BCD, "LL is 1F", patch(BCD, SMALL, 2, START, 0, b"\x1F"), "bad-length", 2),
    ("prefix_nibble_lll_bcd", BCD, "LLL is A012", patch(BCD, WITH_55, 55, START, 0, b"\xA0"), "bad-length", 55),
    ("above_maximum_pan", ASCII, "20 for n..19", patch(ASCII, SMALL, 2, START, 0, b"20"), "length-above-maximum", 2),
    ("above_maximum_then_cut", ASCII, "99 for z..37 and nothing behind: the length comes first",
     (cut(ASCII, SMALL, 35, START, 0)[0] + b"99", cut(ASCII, SMALL, 35, START, 0, START)[1]),
     "length-above-maximum", 35),
    ("above_maximum_binary_hex", HEX, "256 bytes for b...255",
     patch(HEX, WITH_55, 55, START, 0, b"256"), "length-above-maximum", 55),
    ("above_maximum_track_bcd", BCD, "38 for z..37",
     patch(BCD, SMALL, 35, START, 0, b"\x38"), "length-above-maximum", 35),
    ("above_maximum_lll_bcd_right", RIGHT, "0121 for ans...120",
     patch(RIGHT, SMALL | {54: BALANCES}, 54, START, 0, b"\x01\x21"), "length-above-maximum", 54),
    ("n_letter", ASCII, "a letter O in an amount", patch(ASCII, SMALL, 4, BODY, 3, b"O"), "bad-character", 4),
    ("n_blank", ASCII, "a PAN that ends in a blank", patch(ASCII, SMALL, 2, END, -1, b" "), "bad-character", 2),
    ("n_letter_hex", HEX, "A among decimal digits", patch(HEX, SMALL, 11, BODY, 5, b"A"), "bad-character", 11),
    ("an_hyphen", ASCII, "a hyphen in an 6", patch(ASCII, SMALL, 38, BODY, 2, b"-"), "bad-character", 38),
    ("an_hyphen_bcd", BCD, "84- as a currency", patch(BCD, SMALL, 49, BODY, 2, b"-"), "bad-character", 49),
    ("ans_line_feed", ASCII, "a line feed in ans 8", patch(ASCII, SMALL, 41, BODY, 7, b"\n"), "bad-character", 41),
    ("ans_del_bcd", BCD, "7F in ans...999", patch(BCD, PAIRED_48, 48, BODY, 1, b"\x7F"), "bad-character", 48),
    ("ans_high_bit", ASCII, "E9 in ans...999", patch(ASCII, PAIRED_48, 48, BODY, 0, b"\xE9"), "bad-character", 48),
    ("z_letter", ASCII, "E where D or = may stand", patch(ASCII, SMALL, 35, BODY, 13, b"E"), "bad-character", 35),
    ("z_slash_hex", HEX, "2F, one below the digits", patch(HEX, SMALL, 35, BODY, 0, b"/"), "bad-character", 35),
    ("binary_letter_hex", HEX, "G in a PIN block", patch(HEX, SECRET, 52, BODY, 9, b"G"), "bad-character", 52),
    ("nibble_amount_bcd", BCD, "F in an amount", patch(BCD, SMALL, 4, BODY, 2, b"\x0F"), "bad-nibble", 4),
    ("nibble_pan_bcd", BCD, "D in a PAN", patch(BCD, SMALL, 2, BODY, 3, b"\xD2"), "bad-nibble", 2),
    ("nibble_pan_bcd_right", RIGHT, "A as last digit of a PAN",
     patch(RIGHT, SMALL, 2, END, -1, b"\xA0"), "bad-nibble", 2),
    ("nibble_signed_bcd", BCD, "B behind the sign", patch(BCD, SIGNED, 28, BODY, 4, b"\xB0"), "bad-nibble", 28),
    ("pad_one_bcd", BCD, "1 in place of the zero before 13 digits",
     patch(BCD, SMALL, 2, BODY, 0, b"\x14"), "bad-pad", 2),
    ("pad_fixed_bcd", BCD, "n 3 sent as 9051", patch(BCD, SMALL, 22, BODY, 0, b"\x90"), "bad-pad", 22),
    ("pad_f_bcd_right", RIGHT, "F in place of the zero behind 13 digits",
     patch(RIGHT, SMALL, 2, END, -1, b"\x2F"), "bad-pad", 2),
    ("pad_fixed_bcd_right", RIGHT, "n 3 sent as 0519", patch(RIGHT, SMALL, 22, BODY, 1, b"\x19"), "bad-pad", 22),
    ("pad_track_bcd", BCD, "D in place of the zero before 27 characters",
     patch(BCD, SMALL | {35: VISA_13 + "=2701201000123"}, 35, BODY, 0, b"\xD4"), "bad-pad", 35),
    ("sign_plus", ASCII, "a plus sign", patch(ASCII, SIGNED, 28, BODY, 0, b"+"), "bad-sign", 28),
    ("sign_lower_case_hex", HEX, "c in lower case", patch(HEX, SIGNED, 28, BODY, 0, b"c"), "bad-sign", 28),
    ("sign_nibble_bcd", BCD, "0C in place of a character", patch(BCD, SIGNED, 28, BODY, 0, b"\x0C"), "bad-sign", 28),
    ("sign_net_amount", ASCII, "a digit in place of the sign",
     patch(ASCII, SETTLEMENT, 97, BODY, 0, b"0"), "bad-sign", 97),
    ("bit_65", ASCII, "bit 65 set, the spec has two bitmaps", bit_65(ASCII), "undefined-field", 65),
    ("bit_65_hex", HEX, "bit 65 set, the spec has two bitmaps", bit_65(HEX), "undefined-field", 65),
    ("bit_65_bcd", BCD, "bit 65 set, the spec has two bitmaps", bit_65(BCD), "undefined-field", 65),
    ("trailing_digit", ASCII, "a fourth character of an 3", more(ASCII, SMALL, b"0"), "trailing", None),
    ("trailing_line_end_hex", HEX, "CR LF", more(HEX, SMALL, b"\r\n"), "trailing", None),
    ("trailing_zero_bcd", BCD, "one zero byte", more(BCD, SMALL, b"\0"), "trailing", None),
    ("trailing_message_bcd_right", RIGHT, "a second message", more(RIGHT, PAIRED, compose(RIGHT, "0800", PAIRED)[0]),
     "trailing", None),
]

# --------------------------------------------------------------------------------- the benchmarks

M1 = {n: SALE[n] for n in (2, 3, 4, 7, 11, 12, 13, 14, 18, 22, 25, 37, 41, 42, 43, 49)} | {
    22: "901", 32: "40000012345", 35: VISA + "=28122010000012345678"[:21]}
M2 = {n: SALE[n] for n in (2, 3, 4, 11, 12, 13, 22, 23, 25, 35, 41, 42, 49)} | {
    52: PIN, 55: chip("000000001250", pan_sequence=None), 60: "BATCH 000017 APP 4.12.0 SN 88123", 64: MAC,
    62: "INVOICE 000124 TABLE 12 WAITER 07 TIP 000"}
M3 = {7: "0314120000", 11: "000001", 70: "001"}
U1 = M2 | {
    2: UNIONPAY, 26: "06", 35: UNIONPAY + "=28122010000012345678", 49: "156", 53: "2600000000000000",
    60: "22" + "000017" + "000" + "5" + "0" + "0"}
U1 = without(U1, 12, 13, 62)
RECORDS = [(1, 17 + n, CARDS[n], 1250 * (n + 1)) for n in range(8)]
U2 = {
    11: "000131", 41: "TERM0001", 42: "SHOP00000000042", 44: "01020000   48270000   ",
    48: f"{len(RECORDS):02}" + "".join(f"{c:02}{stan:06}{pan:0>20}{cents:012}" for c, stan, pan, cents in RECORDS),
    55: U1[55], 59: "A2012SN 88123 4.1" + "A5010+0312-0774", 60: "00" + "000017" + "201", 63: "CUP" + "BATCH 000017 CLOSED"}
BENCHES = [
    ("M1", ASCII, "0100", "an authorization request with track 2", M1),
    ("M2", BCD, "0200", "a chip sale with PIN, 120 bytes of BER-TLV in 55, and a MAC", M2),
    ("M3", ASCII, "0800", "a sign-on", M3),
    ("U1", UNIONPAY_POS, "0200", "a sale with a chip card and its PIN", U1),
    ("U2", UNIONPAY_POS, "0320", "a batch upload with more inside its fields than terminals send at once", U2),
]


def bench_source():
    lines = ["//! The messages the benchmarks run on. Written by `tests/vectors/compose.py`: edit that."]
    for name, spec, mti, about, fields in BENCHES:
        data, offsets = compose(spec, mti, fields)
        assert read(spec, data) == (mti, fields, offsets), name
        lines += ["", f"/// `{spec.name}`, {mti}: {about}; {len(data)} bytes.", "///", "/// ```text"]
        for number, value in sorted(fields.items()):
            parts = [value[start : start + 80] for start in range(0, len(value), 80)]
            lines += [f"/// {number:>2}  " + "\n///     ".join(map(str.rstrip, parts))]
        lines += ["/// ```", f"pub const {name}: &[u8] = &["]
        for start in range(0, len(data), 16):
            lines.append("    " + " ".join(f"0x{byte:02X}," for byte in data[start : start + 16]))
        lines.append("];")
    return "\n".join(lines) + "\n"


# ------------------------------------------------------------------------------- checking and writing


def luhn(pan):
    doubled = [int(d) * (1 + i % 2) for i, d in enumerate(reversed(pan))]
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def check_truncations(spec, data):
    for end in range(len(data)):
        try:
            read(spec, data[:end])
        except Fault as fault:
            assert fault.kind == "truncated", (end, fault)
        else:
            raise AssertionError(f"{spec.name}: {end} of {len(data)} bytes were accepted")


def valid_entry(name, spec, mti, about, fields):
    data, offsets = compose(spec, mti, fields)
    assert read(spec, data) == (mti, fields, offsets), name
    check_truncations(spec, data)
    return {"name": name, "spec": spec.name, "about": about, "hex": data.hex().upper(), "mti": mti,
            "fields": {str(n): fields[n] for n in sorted(fields)},
            "offsets": {str(n): offsets[n] for n in sorted(offsets)}}


def malformed_entry(name, spec, about, place, kind, field):
    data, offset = place
    try:
        read(spec, data)
    except Fault as fault:
        assert (fault.kind, fault.field, fault.offset) == (kind, field, offset), (name, fault, place[1])
    else:
        raise AssertionError(f"{name} was accepted")
    return {"name": name, "spec": spec.name, "about": about, "hex": data.hex().upper(), "kind": kind,
            "field": field, "offset": offset}


def write_json(name, entries):
    names = [entry["name"] for entry in entries]
    assert len(set(names)) == len(names), "two entries have one name"
    (HERE / name).write_text("[\n" + ",\n".join(map(json.dumps, entries)) + "\n]\n", encoding="ascii")
    print(f"{name}: {len(entries)} entries")


def write_samples(entries):
    for spec in (ASCII, HEX, BCD):
        told = {row[0]: base[0] for row, base in zip(day(spec), DAY)}
        lines = [entry["hex"] for wanted in SAMPLED for entry in entries if told.get(entry["name"]) == wanted]
        assert len(lines) == len(SAMPLED)
        path = ROOT / "examples" / "messages" / f"{spec.name}.hex"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="ascii")
        print(f"{path.name}: {len(lines)} messages")


def main():
    assert all(map(luhn, CARDS)) and set(EVERY) == set(FORMATS)
    valid = [valid_entry(*row) for row in VALID]
    write_json("iso1987.json", valid)
    write_json("malformed.json", [malformed_entry(*row) for row in MALFORMED])
    write_samples(valid)
    (ROOT / "benches" / "messages.rs").write_text(bench_source(), encoding="ascii")
    for name, spec, mti, _, fields in BENCHES:
        print(f"{name}: {len(compose(spec, mti, fields)[0])} bytes")


if __name__ == "__main__":
    main()
