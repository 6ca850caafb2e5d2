"""Intents, lexicons and answers fit together, and no intent takes the questions of another."""

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
import yaml

from handlers.answers.table import ANSWERS
from handlers.conversation import Conversation
from handlers.question import Question
from handlers.understanding.reading import Aspect, Intent, Order, Status
from i18n.catalog import FOLDER, languages
from i18n.lexicon import NUMBER_SECTIONS, _pairs, _parts
from tests.questions_check import samples

RAW: Mapping[str, Mapping[str, Any]] = {
    language: yaml.load((FOLDER / language / "lexicon.yaml").read_bytes(), Loader=yaml.CSafeLoader)
    for language in languages()
}

VALUES = {"months": range(1, 13), "seasons": range(1, 13), "weekdays": range(1, 8)}
"""What the words of a section can stand for, where not any number will do."""

OWN = {"day_time"}
"""What one language alone has to tell apart: "por la mañana" from "mañana"."""


def base(cue: str) -> str:
    """The intent of a cue's name: ``due~`` and ``due?`` are weaker evidence of ``due``."""
    return cue.rstrip("~?")


def phrases(block: str) -> list[str]:
    """The phrases of a block as the loader parts them."""
    return list(_parts(block))


def test_every_intent_has_an_answer() -> None:
    assert set(ANSWERS) == set(Intent)


@pytest.mark.parametrize("language", languages())
def test_every_intent_has_cues(language: str) -> None:
    assert {intent.value for intent in Intent} - {"none"} <= {base(cue) for cue in RAW[language]["cues"]}


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("section", "values"), [("aspects", Aspect), ("status", Status), ("moves", Order)])
def test_what_the_code_asks_for_is_in_every_lexicon(language: str, section: str, values: type) -> None:
    assert {value.value for value in values} <= RAW[language][section].keys()  # type: ignore[attr-defined]


def test_every_lexicon_has_the_same_sections() -> None:
    assert len({tuple(sorted(raw)) for raw in RAW.values()}) == 1


@pytest.mark.parametrize("section", sorted(name for name, content in RAW["en"].items() if isinstance(content, dict)))
def test_every_lexicon_has_the_same_values(section: str) -> None:
    found = {language: {base(value) for value in raw[section]} - OWN for language, raw in RAW.items()}
    missing = {language: set().union(*found.values()) - values for language, values in found.items()}
    assert {language: values for language, values in missing.items() if values} == {}


@pytest.mark.parametrize("language", languages())
def test_a_value_has_phrases(language: str) -> None:
    empty = [
        (section, value)
        for section, content in RAW[language].items()
        if isinstance(content, dict)
        for value, block in content.items()
        if not phrases(block)
    ]
    assert empty == []


@pytest.mark.parametrize("language", languages())
def test_no_phrase_is_a_firm_cue_of_two_intents(language: str) -> None:
    firm = {cue: phrases(block) for cue, block in RAW[language]["cues"].items() if base(cue) == cue}
    owners = Counter(
        phrase.removeprefix("=") for said in firm.values() for phrase in {p.removeprefix("=") for p in said}
    )
    assert [phrase for phrase, count in owners.items() if count > 1] == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("section", NUMBER_SECTIONS)
def test_numbers_are_numbers(language: str, section: str) -> None:
    pairs = list(_pairs(RAW[language][section]))
    assert [(phrase, value) for phrase, value in pairs if not phrase or not is_value(section, value)] == []


def is_value(section: str, value: str) -> bool:
    """Whether a word of a section can stand for this: a day of any year, a month, a weekday, a number."""
    if section == "feasts":
        return bool(re.fullmatch(r"\d\d-\d\d", value)) and is_day(f"2017-{value}")
    number = int(value) if re.fullmatch(r"-?\d+", value) else None
    return number is not None and (section not in VALUES or number in VALUES[section])


def is_day(iso: str) -> bool:
    try:
        date.fromisoformat(iso)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    ("section", "value"),
    [("feasts", "02-29"), ("feasts", "12-32"), ("feasts", "1-6"), ("months", "13"), ("numbers", "")],
)
def test_what_is_no_value_is_seen(section: str, value: str) -> None:
    assert not is_value(section, value)


@pytest.mark.parametrize("language", languages())
def test_every_question_is_won_by_its_own_intent(conversation: Conversation, language: str) -> None:
    lost = {
        sample.id: (sample.text, won.value)
        for sample in samples(language)
        if not sample.after and sample.known is None
        for won in [conversation.read(sample.text, Question(sample.text, sample.today, fallback=language)).query.intent]
        if won.value not in sample.intents
    }
    assert lost == {}
