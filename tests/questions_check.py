"""The questions of ``questions/*.yaml``, and what a right answer to each holds.

A question has ``id``, ``today``, ``after`` (earlier turns of the chat), ``q`` and ``level`` (1 plain to 3 hard); its
answer

- ``intent``: any of these;
- ``must``: identifiers among its records, of an entry that is a list any one. Where nothing is expected, neither an
  agreement nor a meeting may be there;
- ``not``: identifiers that may not be there;
- ``first``: the identifier that comes first;
- ``lang``: its language, where it is not the file's; ``any`` where either will do.

``none`` as the only intent is off topic and has no records at all. ``known`` says why a question is answered wrong
today: it has to be wrong as long as the mark stands. ``python -m tests.questions_check`` lists what is wrong,
``--mark`` brings the marks up to date: those that are mended lose it, new ones get it and are listed.
"""

import argparse
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml
from sqlite_utils import Database

from bot.dialogue import Dialogue
from data.connection import connect
from data.filling import fill
from data.store import Store
from handlers.conversation import Conversation
from handlers.reply import Reply
from i18n.catalog import languages
from i18n.lexicon import lexicon, version

FOLDER: Final = Path(__file__).with_name("questions")
ANY: Final = "any"
NONE: Final = "none"
FIELDS: Final = {"id", "today", "q", "after", "intent", "must", "not", "first", "lang", "level", "known"}


@dataclass(frozen=True, slots=True)
class Sample:
    """A question and what is expected of its answer; ``language`` is None where either will do."""

    id: str
    today: date
    text: str
    after: tuple[str, ...]
    intents: frozenset[str]
    must: tuple[frozenset[str], ...]
    never: frozenset[str]
    first: str | None
    language: str | None
    level: int
    known: str | None


def path_of(language: str) -> Path:
    """Where a language's questions are."""
    return FOLDER / f"{language}.yaml"


def samples(language: str) -> tuple[Sample, ...]:
    """The questions in a language, in the order of their file."""
    raw = yaml.load(path_of(language).read_bytes(), Loader=yaml.CSafeLoader)
    return tuple(_sample(each, language) for each in raw)


def _sample(raw: Mapping[str, Any], language: str) -> Sample:
    if unknown := raw.keys() - FIELDS:
        raise ValueError(f"{raw.get('id')}: unknown {', '.join(sorted(unknown))}")
    said = raw.get("lang", language)
    return Sample(
        id=raw["id"],
        today=raw["today"],
        text=raw["q"],
        after=tuple(raw.get("after", ())),
        intents=frozenset(raw["intent"]),
        must=tuple(frozenset([each] if isinstance(each, str) else each) for each in raw.get("must", ())),
        never=frozenset(raw.get("not", ())),
        first=raw.get("first"),
        language=None if said == ANY else said,
        level=raw["level"],
        known=raw.get("known"),
    )


def wrong(sample: Sample, reply: Reply) -> tuple[str, ...]:
    """What is wrong with a reply, most telling first; nothing where it is right."""
    records = reply.records
    found: list[str] = [
        f"lacks {' or '.join(sorted(wanted))}" for wanted in sample.must if not wanted.intersection(records)
    ]
    found += [f"has {id_}" for id_ in records if id_ in sample.never]
    if sample.first is not None and records[:1] != (sample.first,):
        found.append(f"{records[0] if records else 'nothing'} comes first, not {sample.first}")
    if not sample.must and (items := [id_ for id_ in records if sample.intents == {NONE} or _is_item(id_)]):
        found.append(f"has {', '.join(items[:3])} where nothing is expected")
    if reply.intent not in sample.intents:
        found.append(f"intent {reply.intent}, not {' or '.join(sorted(sample.intents))}")
    if sample.language not in (None, reply.language):
        found.append(f"language {reply.language}, not {sample.language}")
    return tuple(found)


def _is_item(id_: str) -> bool:
    """An agreement or a meeting; neither a document nor a party nor a term."""
    return "-" in id_ and not id_.startswith(("P-", "G-"))


def answered(sample: Sample, conversation: Conversation) -> Reply:
    """The reply to a question, the turns before it said first."""
    dialogue = Dialogue(conversation, sample.today)
    for turn in sample.after:
        dialogue.say(turn)
    return dialogue.say(sample.text)


def filled() -> Database:
    """A store of the shipped records in memory."""
    db = connect(":memory:")
    fill(db, _terms_of, version())
    return db


def _terms_of(text: str, language: str) -> Sequence[str]:
    return lexicon(language).terms(text)


def with_marks(text: str, reasons: Mapping[str, str]) -> str:
    """A question file with the ``known`` marks of ``reasons``, each behind its ``level``; the rest stays as it is."""
    lines: list[str] = []
    current = ""
    for line in text.splitlines():
        if line.startswith("- id: "):
            current = line.removeprefix("- id: ").strip()
        if line.startswith("  known: "):
            continue
        lines.append(line)
        if line.startswith("  level: ") and current in reasons:
            lines.append(f"  known: {_scalar(reasons[current])}")
    return "\n".join(lines) + "\n"


def _scalar(text: str) -> str:
    return yaml.safe_dump(" ".join(text.split()), default_style='"', allow_unicode=True, width=10_000).strip()


def main(arguments: Sequence[str] | None = None) -> int:
    """List what is answered wrong, or bring the marks up to date; the status says whether a mark is out of date."""
    parser = argparse.ArgumentParser(prog="python -m tests.questions_check", description=__doc__)
    parser.add_argument("--mark", action="store_true", help="rewrite the known marks")
    mark: bool = parser.parse_args(arguments).mark
    db = filled()
    conversation = Conversation(Store.of(db))
    changed = 0
    for language in languages():
        asked = samples(language)
        failures = {s.id: "; ".join(found) for s in asked if (found := wrong(s, answered(s, conversation)))}
        for line in _report(language, asked, failures):
            sys.stdout.write(f"{line}\n")
        changed += sum((s.known is not None) != (s.id in failures) for s in asked)
        if mark:
            reasons = {s.id: s.known or failures[s.id] for s in asked if s.id in failures}
            path = path_of(language)
            path.write_text(with_marks(path.read_text(encoding="utf-8"), reasons), encoding="utf-8")
    db.close()
    return 1 if changed and not mark else 0


def _report(language: str, asked: Collection[Sample], failures: Mapping[str, str]) -> Iterator[str]:
    right = len(asked) - len(failures)
    yield f"{language}: {right} of {len(asked)} right ({right / len(asked):.1%})"
    for sample in asked:
        if sample.id in failures:
            before = "".join(f"{turn} > " for turn in sample.after)
            yield f"  {'known' if sample.known else 'NEW'} {sample.id}: {before}{sample.text}"
            yield f"      {failures[sample.id]}"
        elif sample.known is not None:
            yield f"  MENDED {sample.id}: {sample.text}"


if __name__ == "__main__":
    sys.exit(main())
