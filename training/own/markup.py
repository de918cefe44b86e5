"""Read, check and compile the marked-up sentences of this folder (see README.md for the form)."""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT "
    "THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
    "heavy-weapons crowd-control unconventional",
}
CONTEXTS = set(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality "
    "diplomatic territory peacekeeping health asylum migration disasters natural_resource environment technology "
    "terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking".split()
)
POLARITIES = {"pos": "positive", "neg": "negative"}
MODALITIES = {"asserted", "planned", "intended", "demanded", "conditional", "possible"}
TENSES = {"past", "present", "future"}
REGISTERS = {"wire", "tabloid", "translated", "official", "headline", "analysis", "broadcast", "local"}
REASONS = set(
    "comention background history-label sport business culture weather crime-private idiom speech-only no-actor wish "
    "question description".split()
)
KINDS = {"a": "actor", "p": "place", "t": "time", "q": "quantity"}


WHOSE = re.compile(r"(its|their|his|her|our|my|your) ", re.IGNORECASE)


class MarkupError(ValueError):
    """A block that breaks the form; the message says which line and why."""


def parse_text(marked: str) -> tuple[str, dict[str, tuple[int, int, str]]]:
    """Split a marked sentence into plain text and ``{id: (begin, end, kind)}``."""
    plain: list[str] = []
    length = 0
    stack: list[tuple[str, int]] = []
    mentions: dict[str, tuple[int, int, str]] = {}
    position = 0
    while position < len(marked):
        char = marked[position]
        opened = re.compile(r"\[([aptq])(\d+) ").match(marked, position)
        if opened:
            stack.append((opened[1] + opened[2], length))
            position = opened.end()
            continue
        if char == "[":
            raise MarkupError(f"'[' must be followed by an id such as 'a1 ': {marked[position : position + 20]!r}")
        if char == "]":
            if not stack:
                raise MarkupError("']' without '['")
            name, begin = stack.pop()
            if name in mentions:
                raise MarkupError(f"mention id {name} is used twice")
            mentions[name] = (begin, length, KINDS[name[0]])
        else:
            plain.append(char)
            length += 1
        position += 1
    if stack:
        raise MarkupError(f"'[{stack[-1][0]}' is never closed")
    text = "".join(plain)
    for name, (begin, end, _) in mentions.items():
        if text[begin:end] != text[begin:end].strip() or begin == end:
            raise MarkupError(f"mention {name} is empty or has blanks at its ends")
    _check_openers(text, mentions)
    return text, mentions


def _check_openers(text: str, mentions: dict[str, tuple[int, int, str]]) -> None:
    """Hold the possessive that opens an actor to being one itself."""
    spans = {(begin, end) for begin, end, _ in mentions.values()}
    for name, (begin, end, kind) in mentions.items():
        whose = WHOSE.match(text, begin, end)
        if kind == "actor" and whose and whose.span(1) not in spans:
            raise MarkupError(f"mention {name} opens with {whose[1]!r}, which is a mention of its own")


def find(text: str, part: str) -> list[int]:
    """Give ``[begin, end]`` of a string of the text; ``words~2`` means the second occurrence."""
    wanted = re.fullmatch(r"(.*)~(\d)", part)
    needle, nth = (wanted[1], int(wanted[2])) if wanted else (part, 1)
    if not needle:
        raise MarkupError("an empty string cannot be found")
    begin = -1
    for _ in range(nth):
        begin = text.find(needle, begin + 1)
        if begin < 0:
            raise MarkupError(f"{part!r} does not occur in the sentence")
    return [begin, begin + len(needle)]


def _ids(field: str, mentions: dict[str, tuple[int, int, str]]) -> list[str]:
    names = [] if field.strip() == "-" else [name.strip() for name in field.split(",")]
    for name in names:
        if name not in mentions:
            raise MarkupError(f"{name!r} is not a mention of this sentence")
    return names


def parse_event(line: str, text: str, mentions: dict[str, tuple[int, int, str]]) -> dict[str, Any]:
    """Read a ``>`` line."""
    fields = [field.strip() for field in line[1:].split("|")]
    if len(fields) != 5:
        raise MarkupError(f"an event line has 5 fields between '|', this one {len(fields)}: {line}")
    head = re.fullmatch(r"([A-Z]+)(?:/(\S+))?\s+(.+?)\s*->\s*(.+)", fields[0])
    if not head or head[1] not in TYPES:
        raise MarkupError(f"not 'TYPE[/mode] ACTORS -> RECIPIENTS': {fields[0]!r}")
    modes = head[2].split("+") if head[2] else []
    for mode in modes:
        if mode not in MODES.get(head[1], "").split():
            raise MarkupError(f"{head[1]} has no mode {mode!r}; it has: {MODES.get(head[1], 'none')}")
    actors, recipients = _ids(head[3], mentions), _ids(head[4], mentions)
    if not actors:
        raise MarkupError("an event needs an actor")
    if set(actors) & set(recipients):
        raise MarkupError("the same mention is actor and recipient")
    stated = fields[2].split()
    if len(stated) != 3 or stated[0] not in POLARITIES or stated[1] not in MODALITIES or stated[2] not in TENSES:
        raise MarkupError(f"not 'pos|neg MODALITY TENSE': {fields[2]!r}")
    by = None if fields[3] == "-" else _ids(fields[3].removeprefix("by "), mentions)[0]
    contexts = [] if fields[4] == "-" else [c.strip() for c in fields[4].split(",")]
    if unknown := set(contexts) - CONTEXTS:
        raise MarkupError(f"not a PLOVER context: {', '.join(sorted(unknown))}")
    return {
        "event_type": head[1], "modes": modes, "contexts": contexts, "actors": actors, "recipients": recipients,
        "evidence": find(text, fields[1]), "polarity": POLARITIES[stated[0]], "modality": stated[1], "tense": stated[2],
        "said_by": by,
    }  # fmt: skip


def parse_block(lines: list[str]) -> dict[str, Any]:
    """Read one sentence with its ``@``, ``>`` and ``!`` lines."""
    text, mentions = parse_text(lines[0])
    attributions, events, reason = [], [], None
    for line in lines[1:]:
        if line.startswith("@"):
            fields = [field.strip() for field in line[1:].split("|")]
            if len(fields) != 3:
                raise MarkupError(f"an attribution has 3 fields: {line}")
            source = _ids(fields[0], mentions)
            attributions.append({
                "source": source[0] if source else None, "cue": find(text, fields[1]),
                "content": [find(text, part) for part in fields[2].split(" ... ")],
            })  # fmt: skip
        elif line.startswith(">"):
            events.append(parse_event(line, text, mentions))
        elif line.startswith("!"):
            reason = line[1:].strip()
            if reason not in REASONS:
                raise MarkupError(f"not a reason: {reason!r}; one of {', '.join(sorted(REASONS))}")
        else:
            raise MarkupError(f"a line begins with '@', '>' or '!': {line!r}")
    if bool(events) == bool(reason):
        raise MarkupError("a sentence has events, or a '!' line with the reason why not: one of the two")
    spans = {name: {"begin": b, "end": e, "kind": k} for name, (b, e, k) in mentions.items()}
    return {"text": text, "mentions": spans, "attributions": attributions, "events": events, "no_event": reason}


def is_held(group: str) -> bool:
    """Whether a group is held out: about one in seven, by a hash of its name, so that the split never moves as sets grow."""
    return hashlib.blake2b(group.encode(), digest_size=4).digest()[0] % 7 == 0


def part(group: str) -> str:
    """``train``, or for held-out groups ``dev`` (to tune on) or ``test`` (to report), half each by another hash."""
    if not is_held(group):
        return "train"
    return "test" if int(hashlib.sha256(f"half {group}".encode()).hexdigest(), 16) % 2 else "dev"


def read_file(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of one file.

    Raises:
        MarkupError: with file and line, at the first block that breaks the form.
    """
    group, register = None, None
    block: list[str] = []
    start = 0
    lines = [*path.read_text(encoding="utf-8").split("\n"), ""]
    for number, line in enumerate(lines, 1):
        line = line.rstrip()
        if line and not line.startswith("= "):
            if not block:
                start = number
            block.append(line)
            continue
        if block:
            if group is None:
                raise MarkupError(f"{path}:{start}: a block before the first '= ID REGISTER' line")
            try:
                record = parse_block(block)
            except MarkupError as error:
                raise MarkupError(f"{path}:{start}: {error}\n    {block[0][:100]}") from None
            yield {"id": f"{path.stem}-{start}", "group": group, "register": register, "part": part(group), **record}
            block = []
        if line.startswith("= "):
            words = line.split()
            if len(words) != 3 or words[2] not in REGISTERS:
                raise MarkupError(f"{path}:{number}: not '= ID REGISTER' ({', '.join(sorted(REGISTERS))}): {line}")
            group, register = words[1], words[2]


def read_all(folder: Path) -> list[dict[str, Any]]:
    """Read every file of the folder, in name order."""
    return [record for path in sorted(folder.glob("*.txt")) for record in read_file(path)]


def _report(records: list[dict[str, Any]]) -> str:
    types = Counter(event["event_type"] for record in records for event in record["events"])
    states = Counter(
        value for record in records for event in record["events"]
        for value in (event["polarity"], event["modality"], event["tense"])
    )  # fmt: skip
    reasons = Counter(record["no_event"] for record in records if record["no_event"])
    groups = {record["group"] for record in records}
    lines = [f"{len(records)} sentences, {len(groups)} groups, {sum(types.values())} events"]
    lines += [f"  {name}: " + ", ".join(f"{k} {v}" for k, v in counter.most_common())
              for name, counter in (("types", types), ("states", states), ("no event", reasons))]  # fmt: skip
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Check the files named (all by default); print counts, or every error; ``--jsonl`` prints the records."""
    names = [a for a in arguments if not a.startswith("--")]
    paths = [Path(n) for n in names] or sorted((Path(__file__).parent / "sentences").glob("*.txt"))
    records: list[dict[str, Any]] = []
    failed = False
    for path in paths:
        try:
            records += list(read_file(path))
        except MarkupError as error:
            print(error, file=sys.stderr)
            failed = True
    if "--jsonl" in arguments:
        for record in records:
            print(json.dumps(record, ensure_ascii=False))
    else:
        print(_report(records))
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
