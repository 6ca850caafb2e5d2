import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assembly import Assembly
from bot.batch import Answer, answers, as_json
from handlers.conversation import Conversation
from tests.bot.conftest import CLOCK

MISSING = 'q: missing (the question, as in {"q": "…"})'


@pytest.fixture(scope="module")
def conversation(parts: Assembly) -> Conversation:
    return parts.conversation


def answered(line: bytes | dict[str, Any], conversation: Conversation) -> Answer:
    (found,) = answers([line if isinstance(line, bytes) else json.dumps(line).encode()], conversation, CLOCK)
    return found


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b"", "no JSON: Expecting value (character 1)"),
        (b"\n", "no JSON: Expecting value (character 2)"),
        (b"{'q': 1}", "no JSON: Expecting property name enclosed in double quotes (character 2)"),
        (b'{"q": "a"} x', "no JSON: Extra data (character 12)"),
        (b'{"id": NaN, "q": "a"}', "no JSON: a number or a nesting beyond all bounds"),
        (b"1" * 5000, "no JSON: a number or a nesting beyond all bounds"),
        (b"[" * 200_000, "no JSON: a number or a nesting beyond all bounds"),
        (b'"q"', "no JSON object"),
        (b'{"q": "caf\xe9"}', "no UTF-8 (byte 11)"),
        (b'{"id": 1e999, "q": "a"}', "no JSON: a number or a nesting beyond all bounds"),
        (b'{"q": "a", "x": [-1e999]}', "no JSON: a number or a nesting beyond all bounds"),
        (b"{}", MISSING),
        (b'{"question": "hola"}', MISSING),
        (b'{"q": null}', "q: no text"),
        (b'{"q": ["a"]}', "q: no text"),
        (b'{"q": "a", "today": "1 July"}', "today: '1 July' is no day such as 2017-07-01"),
        (b'{"q": "a", "today": "2017-02-30"}', "today: '2017-02-30' is no day such as 2017-07-01"),
        (b'{"q": "a", "today": "0001-01-01"}', "today: '0001-01-01' is no day such as 2017-07-01"),
        (b'{"q": "a", "today": 20170701}', "today: '20170701' is no day such as 2017-07-01"),
        (b'{"q": "a", "after": "b"}', "after: no list of texts"),
        (b'{"q": "a", "after": [1]}', "after: no list of texts"),
    ],
)
def test_a_line_that_is_no_question_says_why(line: bytes, error: str, conversation: Conversation) -> None:
    assert answered(line, conversation) == {"id": None, "error": error}


@pytest.mark.parametrize("id_", ["q1", 7, None, 1.5, True, ["a"], {"b": 1}])
def test_an_id_comes_back_as_it_was(id_: object, conversation: Conversation) -> None:
    assert answered({"id": id_, "q": "hola"}, conversation)["id"] == id_
    assert answered({"id": id_, "q": 1}, conversation) == {"id": id_, "error": "q: no text"}


def test_what_may_be_left_out_may_be_null(conversation: Conversation) -> None:
    bare = answered({"q": "what is due from Chile?"}, conversation)
    null = answered({"q": "what is due from Chile?", "today": None, "after": None, "lang": "fr"}, conversation)
    assert bare["records"] == null["records"]
    assert bare["records"]


def test_earlier_turns_are_answered_first(conversation: Conversation) -> None:
    alone = answered({"q": "¿qué debe México?"}, conversation)
    leaning = answered({"q": "¿y México?", "after": ["hola", "¿qué debe Chile?"]}, conversation)
    assert leaning["records"] == alone["records"]


def test_lines_know_nothing_of_each_other(conversation: Conversation) -> None:
    lines = [b'{"q": "/language en"}', '{"q": "¿qué debe Chile?"}'.encode()]
    assert [line["language"] for line in answers(lines, conversation, CLOCK)] == ["en", "es"]


def test_a_chosen_language_holds_for_all(conversation: Conversation) -> None:
    (found,) = answers([b'{"q": "what is due from Chile?"}'], conversation, CLOCK, "es")
    assert found["language"] == "es"


def test_a_mark_at_the_start_is_no_mistake(conversation: Conversation) -> None:
    assert "error" not in answered(b'\xef\xbb\xbf{"q": "hola"}\r\n', conversation)


def test_a_very_long_question_is_answered(conversation: Conversation) -> None:
    assert "error" not in answered({"q": "what is due from Chile? " * 4200}, conversation)


@given(text=st.text(max_size=200))
def test_any_text_is_answered(conversation: Conversation, text: str) -> None:
    found = answered({"id": text, "q": text, "after": [text]}, conversation)
    assert "error" not in found
    assert json.loads(as_json(found))["id"] == text


@given(line=st.binary(max_size=60))
def test_any_bytes_give_one_line(conversation: Conversation, line: bytes) -> None:
    assert "\n" not in as_json(answered(line, conversation))
