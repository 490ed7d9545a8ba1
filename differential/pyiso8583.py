"""Answers for src/judges/pyiso8583.rs: a line of JSON for each line of JSON.

{"spec": ..}             what each field is, from now on
{"decode": hex}          {"ok": fields} or {"error": text}
{"encode": fields}       {"ok": hex} or {"error": text}
"""

import json
import sys

import iso8583


def answer(question, state):
    if "spec" in question:
        state["spec"] = question["spec"]
        return True
    if "decode" in question:
        return iso8583.decode(bytes.fromhex(question["decode"]), state["spec"])[0]
    return iso8583.encode(question["encode"], state["spec"])[0].hex().upper()


def main():
    state = {}
    for line in sys.stdin:
        try:
            reply = {"ok": answer(json.loads(line), state)}
        except (iso8583.DecodeError, iso8583.EncodeError) as error:
            reply = {"error": str(error)}
        print(json.dumps(reply), flush=True)


main()
