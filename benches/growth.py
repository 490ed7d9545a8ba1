#!/usr/bin/env python3
"""Counts the instructions of messages that grow, and writes docs/growth.md and docs/growth.svg. Needs valgrind.

    benches/growth.py

The last column of a table says what a further field or byte costs in the two largest messages, over what it costs between the
second and the third: 1 is linear.
"""

import json
import os
import subprocess

RUNS = 200
COLOURS = ["#1b6ca8", "#2a9d8f", "#e76f51", "#8e6bbf", "#c9a227"]


def program():
    build = ["cargo", "bench", "--quiet", "--bench", "growth", "--no-run", "--message-format=json"]
    for line in subprocess.run(build, check=True, capture_output=True, text=True).stdout.splitlines():
        message = json.loads(line)
        if message.get("target", {}).get("name") == "growth" and message.get("executable"):
            return message["executable"]
    raise SystemExit("cargo names no program")


def instructions(path, case, kind, size, count):
    run = ["benches/callgrind.sh", path, case, kind, size, str(count)]
    return int(subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True).stdout)


def counted(path):
    """{kind: {case: [(size, instructions)]}}"""
    found = {}
    for line in subprocess.run([path], check=True, capture_output=True, text=True).stdout.splitlines():
        case, kind, size = line.split("\t")
        cost = instructions(path, case, kind, size, RUNS) - instructions(path, case, kind, size, 0)
        found.setdefault(kind, {}).setdefault(case, []).append((int(size), round(cost / RUNS)))
    return found


def slope(a, b):
    return (b[1] - a[1]) / (b[0] - a[0])


def steepness(points):
    early, late = slope(points[1], points[2]), slope(points[-2], points[-1])
    return f"{late / early:.2f}" if early else "constant" if not late else "grows"


def table(kind, cases):
    sizes = [size for size, _ in next(iter(cases.values()))]
    rows = ["| " + " | ".join([kind] + [f"{size:,}" for size in sizes] + ["steepness"]) + " |"]
    rows.append("|---|" + "---:|" * (len(sizes) + 1))
    for case, points in cases.items():
        rows.append("| " + " | ".join([f"`{case}`"] + [f"{cost:,}" for _, cost in points] + [steepness(points)]) + " |")
    return "\n".join(rows)


def panel(kind, cases, left):
    width, height, top = 330, 240, 40
    largest = max(size for points in cases.values() for size, _ in points)
    # Display costs so much more that the others would lie on the axis: each case has a scale of its own, its largest.
    parts = [f'<text x="{left}" y="24" font-weight="bold">{kind} of a message, cost as a share of that of the largest</text>']
    parts.append(f'<path d="M{left} {top}V{top + height}H{left + width}" fill="none" stroke="#555"/>')
    for share in (0.5, 1):
        y = top + height * (1 - share)
        parts.append(f'<text x="{left - 6}" y="{y + 4:.0f}" text-anchor="end">{share:.0%}</text>')
        parts.append(f'<text x="{left + width * share:.0f}" y="{top + height + 16}" text-anchor="middle">{largest * share:,.0f}</text>')
    for (case, points), colour in zip(cases.items(), COLOURS):
        places = [(left + width * size / largest, top + height * (1 - cost / points[-1][1])) for size, cost in points]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.2" fill="{colour}"/>' for x, y in places]
    return parts


def picture(found):
    parts = ['<svg xmlns="http://www.w3.org/2000/svg" width="860" height="345" font-family="sans-serif" font-size="11">']
    parts.append('<rect width="860" height="345" fill="white"/>')
    for at, (kind, cases) in enumerate(found.items()):
        parts += panel(kind, cases, 60 + 420 * at)
    for at, (case, colour) in enumerate(zip(next(iter(found.values())), COLOURS)):
        x = 60 + 160 * at
        parts.append(f'<rect x="{x}" y="318" width="10" height="10" fill="{colour}"/><text x="{x + 15}" y="327">{case}</text>')
    return "\n".join(parts + ["</svg>\n"])


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    found = counted(program())
    compiler = subprocess.run(["rustc", "--version"], check=True, capture_output=True, text=True).stdout.strip()
    os.makedirs("docs", exist_ok=True)
    with open("docs/growth.svg", "w", encoding="utf-8") as file:
        file.write(picture(found))
    with open("docs/growth.md", "w", encoding="utf-8") as file:
        file.write(
            "# How cost grows\n\n"
            f"Instructions for a message, written by `benches/growth.py`; counted by callgrind, {compiler}. *Fields*: so many\n"
            "fields of 12 digits. *Bytes*: one field of so many characters. *Steepness* is what one more field or byte costs in the\n"
            "largest messages, over what it costs in small ones: 1 is linear, more grows faster.\n\n"
            "`set all` copies the value, and sets the buffer to zero before. From some 8,000 bytes on libc does that by `rep`\n"
            "instructions, of which callgrind counts one a byte: hence its last step, which is none in time.\n\n"
            "![Cost over fields and bytes: straight lines](growth.svg)\n\n"
            + "\n\n".join(table(kind, cases) for kind, cases in found.items())
            + "\n"
        )
    print(open("docs/growth.md", encoding="utf-8").read())


if __name__ == "__main__":
    main()
