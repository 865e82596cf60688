"""data/processed/runs.jsonl: one line a run, and what changed between two."""

import json
from collections.abc import Mapping
from typing import cast

from pipeline.deployment.run_state import State
from pipeline.paths import Places

OWNER_ONLY = 0o600


def add_to_record(places: Places, record: Mapping[str, object]) -> None:
    """Add a line; a line that a killed run left half stays alone on its own."""
    places.run_record.parent.mkdir(parents=True, exist_ok=True)
    with places.run_record.open("a+b") as file:
        places.run_record.chmod(OWNER_ONLY)
        file.seek(0)
        text = file.read()
        start = b"\n" if text and not text.endswith(b"\n") else b""
        file.write(start + json.dumps(record, ensure_ascii=False).encode() + b"\n")


def last_published(places: Places) -> State | None:
    """The state after the last run that published; None before the first."""
    try:
        lines = places.run_record.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return None
    for line in reversed(lines):
        try:
            record = json.loads(line)
        except json.JSONDecodeError:
            continue
        if "state" in record:
            return cast(State, record["state"])
    return None


def changes(before: State, after: State) -> tuple[str, ...]:
    """What differs between two states, a line each."""
    pairs = (
        ("input", before["inputs"], after["inputs"]),
        ("estimates of", before["estimates"], after["estimates"]),
        ("version of", before["versions"], after["versions"]),
    )
    named = (
        f"{words} {name}: {_became(name, old, new)}"
        for words, old, new in pairs
        for name in sorted(old.keys() | new.keys())
        if old.get(name) != new.get(name)
    )
    single = (
        f"{words}: {old} -> {new}"
        for words, old, new in (
            ("code", before["code"], after["code"]),
            ("renderer", before["renderer"], after["renderer"]),
            ("pages", before["pages"], after["pages"]),
        )
        if old != new
    )
    return (*named, *single)


def _became(name: str, old: Mapping[str, str], new: Mapping[str, str]) -> str:
    return "new" if name not in old else "gone" if name not in new else "changed"
