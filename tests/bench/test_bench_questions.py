"""How long an answer takes, next to full-text search and naive fuzzy matching on the same store and questions."""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from rapidfuzz import fuzz, process
from sqlite_utils import Database

from bot.assembly import Assembly
from bot.dialogue import Dialogue
from data.agreements import Agreements
from data.connection import connect
from data.model import Agreement
from handlers.conversation import Conversation
from i18n.catalog import languages
from i18n.words import clean, split
from tests.bench.generator import store_of
from tests.questions_check import Sample, samples

pytestmark = pytest.mark.bench

SIZES = (51, 1_000, 10_000, 100_000)
ROUNDS = 3
FUZZY_QUESTIONS = {51: 560, 1_000: 130, 10_000: 26, 100_000: 10}
"""Of how many, about, naive fuzzy matching is asked: at 100,000 it takes seconds for each."""

QUESTIONS = tuple(sample for language in languages() for sample in samples(language))


@dataclass
class Line:
    """Milliseconds by question at one size."""

    ours: list[float] = field(default_factory=list)
    fts5: list[float] = field(default_factory=list)
    fuzzy: list[float] = field(default_factory=list)


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[dict[int, Line]]:
    lines: dict[int, Line] = {size: Line() for size in SIZES}
    yield lines
    reporter = request.config.pluginmanager.get_plugin("terminalreporter")
    assert reporter is not None
    reporter.write_line("")
    for line in _printed(lines):
        reporter.write_line(line)


@pytest.mark.parametrize("size", SIZES)
def test_an_answer(size: int, table: dict[int, Line], benchmark: BenchmarkFixture) -> None:
    with Assembly(store_of(size)) as parts:
        conversation = parts.conversation
        table[size].ours = _measured(benchmark, QUESTIONS, lambda sample: _answer(sample, conversation), ROUNDS)


@pytest.mark.parametrize("size", SIZES)
def test_full_text_search(size: int, table: dict[int, Line], benchmark: BenchmarkFixture) -> None:
    with closing(Database(memory=True)) as db:
        db.execute("CREATE VIRTUAL TABLE agreement USING fts5 (words)")
        db.conn.executemany("INSERT INTO agreement VALUES (?)", ([text] for text in _texts(size)))
        table[size].fts5 = _measured(benchmark, QUESTIONS, lambda sample: _ms(_bm25, sample.text, db))


@pytest.mark.parametrize("size", SIZES)
def test_naive_fuzzy_matching(size: int, table: dict[int, Line], benchmark: BenchmarkFixture) -> None:
    texts = list(_texts(size))
    asked = QUESTIONS[:: max(1, len(QUESTIONS) // FUZZY_QUESTIONS[size])]
    table[size].fuzzy = _measured(benchmark, asked, lambda sample: _ms(_fuzzy, sample.text, texts))


def _answer(sample: Sample, conversation: Conversation) -> float:
    dialogue = Dialogue(conversation, sample.today)
    for turn in sample.after:
        dialogue.say(turn)
    return _ms(dialogue.say, sample.text)


def _ms(ask: Callable[..., object], *asked: object) -> float:
    start = time.perf_counter()
    ask(*asked)
    return (time.perf_counter() - start) * 1_000


def _measured(
    benchmark: BenchmarkFixture, asked: Sequence[Sample], ask: Callable[[Sample], float], rounds: int = 1
) -> list[float]:
    """Milliseconds of each question, the median of the rounds; one more before them where there are several."""
    times: list[list[float]] = []
    benchmark.pedantic(  # type: ignore[no-untyped-call]  # pytest-benchmark ships no types for it
        lambda: times.append([ask(sample) for sample in asked]), rounds=rounds, warmup_rounds=int(rounds > 1)
    )
    return [statistics.median(each) for each in zip(*times[-rounds:], strict=True)]


def _bm25(text: str, db: Database) -> object:
    words = " OR ".join(f'"{word.plain}"' for word in split(clean(text)))
    found = "SELECT rowid FROM agreement WHERE agreement MATCH ? ORDER BY bm25(agreement) LIMIT 10"
    return db.execute(found, [words]).fetchall() if words else []


def _fuzzy(text: str, texts: Sequence[str]) -> object:
    return process.extract(text, texts, scorer=fuzz.WRatio, limit=10)


def _texts(size: int) -> Iterator[str]:
    """The words of each agreement, in both languages."""
    with closing(connect(store_of(size))) as db:
        agreements = Agreements(db)
        ids = [id_ for (id_,) in db.execute("SELECT id FROM agreement ORDER BY key")]
        for start in range(0, len(ids), 1_000):
            yield from map(_words, agreements.get(ids[start : start + 1_000]))


def _words(agreement: Agreement) -> str:
    texts = (agreement.title, agreement.summary, *(commitment.summary for commitment in agreement.commitments))
    return " ".join(text[language] for language in languages() for text in texts)


def _printed(lines: dict[int, Line]) -> Iterator[str]:
    yield f"Milliseconds a question ({len(QUESTIONS)} questions, understanding and answer; the others only search)"
    heads = ("median", "p95", "max", "fts5", "× ours", "fuzzy", "× ours")
    yield f"{'agreements':>10}  {' '.join(f'{head:>8}' for head in heads)}"
    for size, line in lines.items():
        if not (line.ours and line.fts5 and line.fuzzy):
            continue
        ours, fts5, fuzzy = map(statistics.median, (line.ours, line.fts5, line.fuzzy))
        p95 = statistics.quantiles(line.ours, n=20)[-1]
        yield (
            f"{size:>10,}  {ours:>8.2f} {p95:>8.2f} {max(line.ours):>8.1f}"
            f" {fts5:>8.2f} {fts5 / ours:>8.1f} {fuzzy:>8.1f} {fuzzy / ours:>8.0f}"
            + ("" if len(line.fuzzy) == len(line.ours) else f"  (fuzzy: {len(line.fuzzy)} questions)")
        )
