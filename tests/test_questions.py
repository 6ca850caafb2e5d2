from collections.abc import Iterator

import pytest

from data.shipped import shipped_records
from data.store import Store
from handlers.conversation import Conversation
from handlers.reply import Line, Reply, Style
from handlers.understanding.reading import Intent
from i18n.catalog import languages
from tests import questions_check
from tests.questions_check import Sample, answered, samples, with_marks, wrong

EVERY = {language: samples(language) for language in languages()}


@pytest.fixture(scope="module")
def conversation() -> Iterator[Conversation]:
    db = questions_check.filled()
    yield Conversation(Store.of(db))
    db.close()


@pytest.mark.parametrize("language", languages())
def test_every_question_is_answered_right(conversation: Conversation, language: str) -> None:
    found = {
        sample.id: (sample.text, why)
        for sample in EVERY[language]
        if sample.known is None and (why := wrong(sample, answered(sample, conversation)))
    }
    assert found == {}


@pytest.mark.parametrize("language", languages())
def test_what_is_mended_is_no_longer_marked(conversation: Conversation, language: str) -> None:
    """`python -m tests.questions_check --mark` takes the marks away."""
    marked = [sample for sample in EVERY[language] if sample.known is not None]
    assert [sample.id for sample in marked if not wrong(sample, answered(sample, conversation))] == []


@pytest.mark.parametrize("language", languages())
def test_few_questions_are_known_to_be_answered_wrong(language: str) -> None:
    """The least that the project promises, of all kinds and of those that are hard to keep."""
    every = EVERY[language]
    assert len(every) >= 130
    assert _right(every) >= 0.90
    assert _right([s for s in every if s.after]) >= 0.85
    assert _right([s for s in every if s.intents == {"none"}]) >= 0.95


def _right(asked: "list[Sample] | tuple[Sample, ...]") -> float:
    return sum(sample.known is None for sample in asked) / len(asked)


def test_questions_expect_what_is_on_record() -> None:
    records = shipped_records()
    known = {r.id for each in (records.agreements, records.documents, records.meetings, records.terms) for r in each}
    known |= {f"P-{party.id}" for party in records.parties}
    every = [sample for asked in EVERY.values() for sample in asked]
    assert len({sample.id for sample in every}) == len(every)
    expected = {sample.id: frozenset().union(*sample.must) | sample.never for sample in every}
    assert {id_: ids - known for id_, ids in expected.items() if ids - known} == {}
    assert {intent for sample in every for intent in sample.intents} == set(Intent)
    assert {
        sample.id for sample in every if sample.must and sample.first and {sample.first} not in sample.must
    } == set()


def reply(*records: str, intent: Intent = Intent.DUE, language: str = "en") -> Reply:
    return Reply(intent, language, (Line(Style.LEAD, "…"),), records)


def sample(**given: object) -> Sample:
    return questions_check._sample(
        {"id": "x", "today": "2017-07-01", "q": "…", "intent": ["due"], "level": 1, **given}, "en"
    )


@pytest.mark.parametrize(
    ("given", "records", "why"),
    [
        ({"must": ["BER-8"]}, ("BER-7", "BER-8"), ()),
        ({"must": ["BER-8"]}, ("BER-7",), ("lacks BER-8",)),
        ({"must": [["BER-6", "PAN-11"], "BER-7"]}, ("PAN-11", "BER-7"), ()),
        ({"must": [["BER-6", "PAN-11"], "BER-7"]}, ("BER-7",), ("lacks BER-6 or PAN-11",)),
        ({"must": ["BER-8"], "not": ["BER-3"]}, ("BER-8", "BER-3"), ("has BER-3",)),
        ({"must": ["BER-8"], "first": "BER-8"}, ("BER-7", "BER-8"), ("BER-7 comes first, not BER-8",)),
        ({}, (), ()),
        ({}, ("P-CL", "G-GCM", "BER"), ()),
        ({}, ("BER-8",), ("has BER-8 where nothing is expected",)),
        ({}, ("M-2017-11",), ("has M-2017-11 where nothing is expected",)),
        ({"intent": ["none", "due"]}, ("P-CL",), ()),
        ({"intent": ["meetings"]}, (), ("intent due, not meetings",)),
        ({"intent": ["due", "meetings"]}, (), ()),
        ({"lang": "es"}, (), ("language en, not es",)),
        ({"lang": "any"}, (), ()),
    ],
)
def test_what_is_wrong_is_said(given: dict[str, object], records: tuple[str, ...], why: tuple[str, ...]) -> None:
    assert wrong(sample(**given), reply(*records)) == why


def test_off_topic_has_no_record_at_all() -> None:
    given = sample(intent=["none"])
    assert wrong(given, reply(intent=Intent.NONE)) == ()
    assert wrong(given, reply("P-CL", intent=Intent.NONE)) == ("has P-CL where nothing is expected",)


def test_marks_are_rewritten_and_nothing_else_is() -> None:
    text = '# Head\n\n- id: a\n  q: "known: no"\n  level: 1\n  known: "old"\n\n# Part\n- id: b\n  q: "?"\n  level: 2\n'
    marked = with_marks(text, {"b": 'lacks "X"'})
    assert (
        marked == '# Head\n\n- id: a\n  q: "known: no"\n  level: 1\n\n'
        '# Part\n- id: b\n  q: "?"\n  level: 2\n  known: "lacks \\"X\\""\n'
    )
    assert with_marks(marked, {"b": 'lacks "X"'}) == marked


def test_a_field_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="x: unknown muts"):
        sample(muts=["BER-8"])
