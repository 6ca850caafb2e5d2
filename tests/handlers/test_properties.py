"""Whatever is typed, whenever, after whatever: a reply that a phone can show and that only says what is on record."""

import time
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.console import laid_out
from data.shipped import shipped_records
from data.store import Store
from handlers.conversation import Conversation
from handlers.question import Question, Sender
from handlers.reply import Reply
from handlers.understanding.reading import Intent
from i18n.catalog import languages
from i18n.lexicon import lexicon

LONGEST = 4_000
"""Characters of a page; Telegram takes 4,096."""
MOST_PAGES = 30
RECORDS = shipped_records()

NASTY = [
    "",
    " \t\r\n ",
    "\x00\x07\x1b[31m",
    "😀" * 500,
    "👩‍👩‍👧‍👦 🇨🇱?",
    "\u202eelihC morf eud si tahw\u202c",
    "\u200b\u200e\u2066Chile\u2069\ufeff",
    "<b>Chile</b> & <script>alert(1)</script>",
    "'; DROP TABLE agreement; --",
    '" OR 1=1 NEAR(* ^',
    "qué debe Chile" + "?" * 3_000,
    "%s %d {0} {party} ${x}",
    "ÁÉÍÓÚ ñÑ çÇ ßẞ İı ﬁ ½ ² ٣ 三",
    "e\u0301" * 200,
    "1/1/1 99/99/9999 2017-13-45 31/02/2017 0000-00-00",
    "BER-" + "9" * 400,
    "item " + "9" * 5_000,
    "what was agreed about " + "x" * 3_000,
    "what was agreed about " + " ".join(f"w{'x' * (i % 9)}{chr(97 + i % 26)}" for i in range(900)),
    "qué se acordó sobre " + ", ".join(["peces", "pájaros", "árboles"] * 200),
    "due " * 3_000,
    "BER-7 " * 2_000,
    " ".join(f"BER-{i}" for i in range(1, 15)),
    "what is " + " ".join(term.acronym["en"] for term in RECORDS.terms),
    "what is due from " + ", ".join(party.id for party in RECORDS.parties),
    "in the next " + "9" * 12 + " days",
    "en los próximos 99999 años",
    "31 December 9999",
    "what is due in 9999",
    "más",
    "more",
    "\ud800 Chile".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
]


def _words() -> list[str]:
    spelt = [word for language in languages() for word in sorted(lexicon(language).spelt)[::7]]
    names = [name for party in RECORDS.parties for names in party.names.values() for name in names[:2]]
    ids = [r.id for each in (RECORDS.agreements, RECORDS.meetings, RECORDS.documents, RECORDS.terms) for r in each]
    typed = "¿ ? , . - – / # 7 12 31 2017 2018 2026 8/9 15th el of de 😀 and y more más who quién due meeting sobre"
    ties = ["antes del", "before the", "what about", "the next", "remind me"]
    return [*spelt, *names, *ids, *ties, *typed.split()]


TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(_words()), max_size=14).map(" ".join),
    st.sampled_from(NASTY),
)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
LANGUAGES = st.sampled_from(languages())


class Chat(NamedTuple):
    """What is typed, turn by turn, by whom."""

    turns: list[str]
    day: date
    language: str
    party: str | None


@pytest.fixture(scope="module")
def known_ids(store: Store) -> frozenset[str]:
    agreements = {id_ for document in store.directory.documents for id_ in store.agreements.ids_of(document)}
    return frozenset(
        {
            *agreements,
            *store.directory.documents,
            *store.directory.meetings,
            *store.directory.terms,
            *(f"P-{code}" for code in store.directory.parties),
        }
    )


def check(reply: Reply, ids: frozenset[str]) -> None:
    assert reply.language in languages()
    assert reply.lines
    assert reply.lines[0].text.strip()
    assert len(laid_out(reply)) <= LONGEST
    assert [id_ for id_ in (*reply.records, *reply.also) if id_ not in ids] == []
    assert len(reply.records) == len(set(reply.records))
    assert len(reply.also) == len(set(reply.also))
    assert set(reply.records) & set(reply.also) == set()
    if reply.intent is Intent.NONE:
        assert reply.records == ()
    assert all(choice.label.strip() and choice.ask.strip() for choice in reply.choices)


def said(conversation: Conversation, turns: list[str], day: date, language: str, party: str | None) -> list[Reply]:
    context, replies = None, []
    for turn in turns:
        reply, context = conversation.answer(Question(turn, day, Sender(party=party), None, language), context)
        replies.append(reply)
    return replies


CHATS = st.builds(
    Chat,
    st.lists(TEXTS, min_size=1, max_size=4),
    DAYS,
    LANGUAGES,
    st.sampled_from([None, *(p.id for p in RECORDS.parties)]),
)


@given(chat=CHATS)
def test_any_chat_has_replies(conversation: Conversation, known_ids: frozenset[str], chat: Chat) -> None:
    replies = said(conversation, *chat)
    for reply in replies:
        check(reply, known_ids)
    assert said(conversation, *chat) == replies


@pytest.mark.soak
@given(chat=CHATS)
def test_many_chats_have_replies(conversation: Conversation, known_ids: frozenset[str], chat: Chat) -> None:
    for reply in said(conversation, *chat):
        check(reply, known_ids)


@pytest.mark.parametrize(
    "text",
    [
        "what is due?",
        "BER-13",
        "when was the Berlin meeting",
        "where is the plenary?",
        "what is due from Chile?",
        "who is in the RCM Troika?",
    ],
)
def test_what_is_shown_besides_has_the_identifiers_of_records_too(
    conversation: Conversation, known_ids: frozenset[str], text: str
) -> None:
    reply = said(conversation, [text], date(2017, 7, 1), "en", None)[0]
    assert reply.also
    assert [id_ for id_ in reply.also if id_ not in known_ids] == []


@pytest.mark.parametrize(
    "asked", ["members of {}", "what is due from {}", "who is {}", "meetings of {}", "has {} delivered?"]
)
def test_an_answer_about_all_parties_fits_a_page(
    conversation: Conversation, known_ids: frozenset[str], asked: str
) -> None:
    everybody = ", ".join(party.id for party in RECORDS.parties)
    check(said(conversation, [asked.format(everybody)], date(2017, 7, 1), "en", None)[0], known_ids)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2017, 7, 1), date(2020, 2, 29), date(2100, 12, 31)])
def test_nasty_texts_have_replies(conversation: Conversation, known_ids: frozenset[str], text: str, day: date) -> None:
    for before in ([], ["what is due from Chile?"], ["qué se acordó en Berlín"]):
        check(said(conversation, [*before, text], day, "es", None)[-1], known_ids)


@pytest.mark.parametrize(
    "text",
    ["what is due?", "what is due from the RCM?", "meetings in 2018", "acuerdos de Panamá", "overdue", "documents"],
)
@pytest.mark.parametrize("day", [date(2017, 7, 1), date(2026, 11, 20)])
def test_every_page_fits_and_pages_end(
    conversation: Conversation, known_ids: frozenset[str], text: str, day: date
) -> None:
    replies = said(conversation, [text, *["more"] * MOST_PAGES], day, "en", None)
    for reply in replies:
        check(reply, known_ids)
    further = [any(choice.ask in ("more", "más") for choice in reply.choices) for reply in replies]
    assert not any(further[further.index(False) :])


@pytest.mark.parametrize(
    "unit",
    [
        "x",
        "Chile ",
        "qué debe Chile? ",
        "😀",
        "<b>",
        "\u202e",
        "1",
        "BER-7 ",
        "¿y ",
        "antes del 15 ",
        "\n",
        "e\u0301",
        "'",
    ],
)
def test_a_hundred_thousand_characters_are_read_at_once(
    conversation: Conversation, known_ids: frozenset[str], unit: str
) -> None:
    text = (unit * (100_000 // len(unit) + 1))[:100_000]
    start = time.perf_counter()
    check(said(conversation, [text], date(2017, 7, 1), "es", None)[0], known_ids)
    # A thousandth of that is usual; what grows with the square of the length needs minutes.
    assert time.perf_counter() - start < 5


def test_the_question_is_read_where_a_long_message_has_it(conversation: Conversation) -> None:
    """At its end, or at its beginning."""
    filler = "estimados colegas, les escribo desde la oficina. " * 2_000
    for text in (f"{filler}¿Qué debe Chile?", f"¿Qué debe Chile? {filler}"):
        assert said(conversation, [text], date(2017, 7, 1), "es", None)[0].records[:1] == ("BER-8",)


def test_what_was_typed_is_shown_as_text(conversation: Conversation) -> None:
    """A channel escapes it; nothing invisible reaches one."""
    reply = said(conversation, ["what was agreed about <b>fish\u202e\x1b[31m</b>"], date(2017, 7, 1), "en", None)[0]
    assert all(line.text.isprintable() for line in reply.lines)
