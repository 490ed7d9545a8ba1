#!/usr/bin/env python3
"""Makes seeds of the vectors: all of them in fuzz/corpus/parse, the short ones that are committed in fuzz/seeds/parse.

A seed is the place of the spec among `isomsg::spec::shipped()` in one byte, then the message. The seeds of the specs
that have no vectors were made by hand, from the same messages: `isomsg decode --json --reveal | isomsg encode`.
"""

import json
import pathlib

SPECS = [
    "iso1987-ascii", "iso1987-ascii-hex", "iso1987-bcd", "iso1987-bcd-right", "iso1987-ebcdic",
    "iso1993-ascii", "iso1993-ascii-hex", "iso1993-bcd", "iso1993-ebcdic",
    "iso2003-ascii", "iso2003-bcd", "unionpay-pos",
]  # fmt: skip
LONGEST, MOST = 240, 24

fuzz = pathlib.Path(__file__).parent
vectors = json.loads((fuzz.parent / "tests/vectors/iso1987.json").read_text())
seeds = {v["name"]: bytes([SPECS.index(v["spec"])]) + bytes.fromhex(v["hex"]) for v in vectors}
short = [name for name, seed in seeds.items() if len(seed) <= LONGEST]
spread = short[:: -(-len(short) // MOST)]

for folder, names in (("corpus/parse", list(seeds)), ("seeds/parse", spread)):
    target = fuzz / folder
    target.mkdir(parents=True, exist_ok=True)
    for name in names:
        (target / name).write_bytes(seeds[name])
    print(f"{len(names)} seeds in {folder}")
