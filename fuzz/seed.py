#!/usr/bin/env python3
"""Makes seeds of the vectors and of the shipped specs: all of them in the folder that is given, or fuzz/corpus; some short
ones, which are committed, in fuzz/seeds. Targets that are not here need none.

How a seed begins is said by `check` of its property in `tests/properties`. The seeds of `parse` by specs that have no
vectors were made by hand, from the same messages: `isomsg decode --json --reveal | isomsg encode`.
"""

import json
import pathlib
import sys

SPECS = [
    "iso1987-ascii", "iso1987-ascii-hex", "iso1987-bcd", "iso1987-bcd-right", "iso1987-ebcdic",
    "iso1993-ascii", "iso1993-ascii-hex", "iso1993-bcd", "iso1993-ebcdic",
    "iso2003-ascii", "iso2003-bcd", "unionpay-pos", "cups", "mastercard-like", "visa-base1-like", "jcb-like", "jcard-cmf",
]  # fmt: skip
DICTIONARIES = ["iso1987", "iso1993", "iso2003"]

fuzz = pathlib.Path(__file__).parent
corpus = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else fuzz / "corpus"
short_ones = fuzz / "seeds"
vectors = json.loads((fuzz.parent / "tests/vectors/iso1987.json").read_text())


def message(vector: dict) -> bytes:
    return bytes.fromhex(vector["hex"])


def spec(vector: dict) -> bytes:
    return bytes([SPECS.index(vector["spec"])])


def as_json(vector: dict) -> bytes:
    return json.dumps({"mti": vector["mti"], "fields": vector["fields"]}, separators=(",", ":")).encode()


# One edit that sets a field to its own value, one that removes one.
EDITS = bytes([2, 0, 0, 1, 0, 1, 0, 2, 0])

BY_VECTOR = {
    "parse": lambda vector: spec(vector) + message(vector),
    "typed": lambda vector: spec(vector) + message(vector),
    "round_trip": lambda vector: spec(vector) + EDITS + message(vector),
    "mask": lambda vector: b"\0" + spec(vector) + message(vector),
    "json": lambda vector: b"\0" + spec(vector) + as_json(vector),
}
LONGEST = {"parse": 240, "typed": 160, "round_trip": 240, "mask": 160, "json": 300}
MOST = {"parse": 24, "typed": 6, "round_trip": 6, "mask": 6, "json": 10}


def write(folder: pathlib.Path, seeds: dict[str, bytes]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, seed in seeds.items():
        (folder / name).write_bytes(seed)
    print(f"{len(seeds)} seeds in {folder}")


for target, seed in BY_VECTOR.items():
    seeds = {vector["name"]: seed(vector) for vector in vectors}
    write(corpus / target, seeds)
    short = [name for name, seed in seeds.items() if len(seed) <= LONGEST[target]]
    write(short_ones / target, {name: seeds[name] for name in short[:: -(-len(short) // MOST[target])]})

# Each shipped file unchanged, and as a text.
files = DICTIONARIES + SPECS
unchanged = {name: bytes([1, at]) for at, name in enumerate(files)}
texts = {f"{name}.text": b"\0" + (fuzz.parent / f"specs/{name}.toml").read_bytes() for name in files}
write(corpus / "spec_file", {**unchanged, **{name.replace(".", "_"): seed for name, seed in texts.items()}})
write(short_ones / "spec_file", {name: seed for name, seed in unchanged.items()})
