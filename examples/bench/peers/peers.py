"""JioNLP for the comparison.

Reads {"messages": [...], "seconds": n} from standard input. Where seconds is 0 it
writes what JioNLP finds in each message, with spans in bytes of UTF-8; else the
nanoseconds of CPU for a message, by what was asked for.
"""

import contextlib
import importlib.metadata
import json
import logging
import sys
import time

with contextlib.redirect_stdout(sys.stderr):  # it greets on standard output
    import jionlp as jio

logging.disable(logging.CRITICAL)

YUAN = {"元", "人民币", "RMB", "CNY"}


def span(text, offset):
    start = len(text[: offset[0]].encode())
    return {"start": start, "end": start + len(text[offset[0] : offset[1]].encode())}


def money(text):
    return jio.ner.extract_money(text, with_parsing=True)


def amounts(text):
    """The amounts of yuan; of what it reads as a range, both ends."""
    found = []
    for m in money(text):
        if m["detail"]["case"] not in YUAN:
            continue
        num = m["detail"]["num"]
        found.append(span(text, m["offset"]) | {"values": [num] if isinstance(num, str) else num})
    return found


def times(text):
    try:
        return jio.ner.extract_time(text, time_base=time.time(), with_parsing=True)
    except Exception:  # some texts are more than it can parse
        return []


def found_by(extract):
    return lambda text: [span(text, m["offset"]) for m in extract(text, detail=True)]


ids, phones, urls = (
    found_by(f) for f in (jio.extract_id_card, jio.extract_phone_number, jio.extract_url)
)


def contacts(text):
    return ids(text) + phones(text) + urls(text)


ASKED = {
    "amounts": amounts,
    "amounts, times, phones, links, IDs": lambda t: [*amounts(t), *times(t), *contacts(t)],
}


def measure(read, messages, seconds):
    if not any([read(text) for text in messages]):  # warm, and does anything come back?
        raise SystemExit("nothing was found")
    begin, runs = time.process_time_ns(), 0
    while time.process_time_ns() - begin < seconds * 1e9:
        for text in messages:
            read(text)
        runs += len(messages)
    return (time.process_time_ns() - begin) / runs


def main():
    asked = json.load(sys.stdin)
    messages, seconds = asked["messages"], asked["seconds"]
    answer = {"version": importlib.metadata.version("jionlp")}
    if seconds:
        answer["took"] = {name: measure(read, messages, seconds) for name, read in ASKED.items()}
    else:
        answer["found"] = [
            {"amounts": amounts(t), "ids": ids(t), "phones": phones(t), "urls": urls(t)} for t in messages
        ]
    json.dump(answer, sys.stdout)


main()
