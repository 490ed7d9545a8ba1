"""pyiso8583 on M1: python pyiso8583.py HEX. Prints lines of: library, work, nanoseconds, tab between."""

import statistics
import sys
import time

import iso8583
from iso8583.specs import default

ROUNDS, CALLS = 41, 50


def spec():
    """ISO 8583:1987 in ASCII with a raw bitmap: the package's own table in the forms of M1."""
    table = {key: dict(value) for key, value in default.items()}
    table["p"] = table["p"] | {"data_enc": "b", "max_len": 8}
    table["1"] = table["1"] | {"data_enc": "b", "max_len": 8}
    return table


def three(fields):
    return fields["2"], int(fields["4"]), int(fields["11"])


def measure(work, once):
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter_ns()
        for _ in range(CALLS):
            once()
        times.append((time.perf_counter_ns() - start) / CALLS)
    print(f"pyiso8583\t{work}\t{statistics.median(times):.0f}")


def main():
    wire, table = bytes.fromhex(sys.argv[1]), spec()
    fields, _ = iso8583.decode(wire, table)
    assert three(fields) == ("4111111111111111", 1250, 124), "what was read"
    values = {key: value for key, value in fields.items() if key not in ("p", "1")}
    assert iso8583.encode(dict(values), table)[0] == wire, "what was written"
    measure("parse", lambda: iso8583.decode(wire, table))
    measure("parse + read three", lambda: three(iso8583.decode(wire, table)[0]))
    measure("set all + encode", lambda: iso8583.encode(dict(values), table))


main()
