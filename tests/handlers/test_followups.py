"""Turns that lean on the one before: each kind, in both languages."""

import pytest

from handlers.understanding.reading import Intent
from tests.handlers.conftest import Ask
from tests.handlers.known import known
from tests.handlers.shown import text_of


@pytest.mark.parametrize(
    ("turns", "alone"),
    [
        # Another party.
        (["¿qué debe Chile?", "¿y México?"], "¿qué debe México?"),
        (["what is due from Chile?", "and Peru?"], "what is due from Peru?"),
        (["what is due from Chile?", "same for Panama"], "what is due from Panama?"),
        (["what is due from Chile in July?", "and Mexico?"], "what is due from Mexico in July?"),
        (["overdue Chile", "and Canada?"], "overdue Canada"),
        (["what is due from Chile?", "and Cuba?"], "what is due from Cuba?"),
        (["what is due from the RCM?", "and its TS?"], "what is due from the RCM TS?"),
        # Another period, another state of things.
        (["what is due from Chile?", "what about September"], "what is due from Chile in September?"),
        (["qué debe Chile en julio", "¿y en septiembre?"], "qué debe Chile en septiembre"),
        (["what is due from Chile?", "next week?"], "what is due from Chile next week?"),
        (["what is due from Chile?", "overdue"], "overdue Chile"),
        (["qué debe Chile", "¿y vencidos?"], "vencidos de Chile"),
        (["qué debe Chile", "sin fecha"], "Chile sin fecha"),
        (["what is due from Chile?", "and without a date?"], "Chile without a date"),
        # What came between is no matter.
        (["what is due from Chile?", "thanks", "and Peru?"], "what is due from Peru?"),
        (["qué debe Chile", "¿y México?", "¿y Perú?"], "qué debe Perú"),
        # A question of its own leans on nothing.
        (["what is due from Chile in July?", "what is due from Peru?"], "what is due from Peru?"),
        (["what is due from Chile?", "BER-7"], "BER-7"),
        (["qué debe Chile", "qué es PMM"], "qué es PMM"),
        (["what is due from Chile?", "next meeting?"], "next meeting?"),
        # Meetings.
        (["next meeting?", "and the one after that?"], "M-2017-08-30"),
        (["next meeting?", "and the one after that?", "and the one after that?"], "M-2017-09-07"),
        (["próxima reunión", "¿y la siguiente?"], "M-2017-08-30"),
        (["next meeting?", "and the one before?"], "M-2017-06-29"),
        (["cuándo es la próxima reunión", "dónde es"], "M-2017-07-07"),
        (["next meeting?", "where is it?"], "M-2017-07-07"),
        (["next meeting?", "who takes part?"], "M-2017-07-07"),
        (["meetings in September?", "and in November?"], "meetings in November?"),
        (["reuniones en septiembre", "¿y en diciembre?"], "reuniones en diciembre"),
        # Items.
        (["BER-7", "¿y el siguiente?"], "BER-8"),
        (["PAN-11", "the next one"], "PAN-12"),
        (["PAN-11", "previous"], "PAN-10"),
        (["acuerdos de Berlín", "¿y el 8?"], "BER-8"),
        (["the Berlin minutes", "item 8"], "BER-8"),
        (["agreements of Berlin", "item 8"], "BER-8"),
        (["BER-6", "¿y en Panamá?"], "PAN-11"),
        (["PAN-7", "and in Berlin?"], "BER-11"),
        (["BER-8", "source?"], "BER-8"),
        (["BER-8", "who?"], "BER-8"),
        (["BER-12", "¿quién?"], "BER-12"),
        (["BER-8", "tell me more"], "BER-8"),
        # Documents.
        (["when was the Berlin meeting?", "do you have its minutes?"], "the Berlin minutes"),
        (["reunión de Berlín", "¿y el acta?"], "acta de Berlín"),
        (["the Berlin minutes", "and those of Panama?"], "the Panama minutes"),
        # Words and members.
        (["GCM?", "what does that mean"], "what is the GCM?"),
        (["qué es PMM", "¿y ST?"], "qué es ST"),
        (["quiénes integran la CRM", "¿y la otra conferencia?"], "quiénes integran la CSM"),
        (["who is in the RCM?", "and the SACM?"], "who is in the SACM?"),
        (["is Chile a member of the RCM?", "and Mexico?"], "is Mexico a member of the RCM?"),
        # Subjects.
        (["what was agreed about the Vatican?", "and the questionnaire?"], "what was agreed about the questionnaire?"),
        (["qué se acordó sobre el cuestionario", "¿y sobre biometría?"], "qué se acordó sobre biometría"),
        # Deliveries.
        (["BER-8", "has it been delivered?"], "¿ya se entregó BER-8?"),
        (["BER-7", "¿quién no lo ha mandado?"], "¿ya se mandó BER-7?"),
        # Reminders.
        known("BER-12, for its word “reminder”", ["BER-8", "remind me"], "remind me of BER-8"),
        (["qué debe Chile", "recuérdamelo"], "recuérdame lo que debe Chile"),
    ],
)
def test_a_turn_asks_what_the_whole_question_would(ask: Ask, turns: list[str], alone: str) -> None:
    *before, last = turns
    reply, whole = ask(last, "2017-07-01", *before), ask(alone, "2017-07-01")
    assert (reply.intent, reply.records) == (whole.intent, whole.records)


@pytest.mark.parametrize(
    ("turns", "language"),
    [
        (["qué debe Chile", "in English"], "en"),
        (["what is due from Chile?", "en español"], "es"),
        (["what is due from Chile?", "and in Spanish, please?"], "es"),
    ],
)
def test_the_same_in_another_language(ask: Ask, turns: list[str], language: str) -> None:
    reply = ask(turns[1], "2017-07-01", turns[0])
    assert (reply.language, reply.intent, reply.records) == (language, Intent.DUE, ask(turns[0]).records)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("what is due from Chile?", "more"),
        ("qué debe Chile", "más"),
        ("agreements of the report", "more"),
        ("meetings in 2018", "show more"),
        known("PAN-14 alone", "agreements of the Panama minutes", "more"),
    ],
)
def test_more_is_the_next_page(ask: Ask, text: str, more: str) -> None:
    first, second = ask(text), ask(more, "2017-07-01", text)
    assert len(first.records) > 8
    assert (second.intent, second.records) == (first.intent, first.records)
    assert text_of(second) != text_of(first)


@pytest.mark.parametrize(
    "turns", [["next week?"], ["and the one after that?"], ["more"], ["¿y esa?"], ["who?"], ["the next one"]]
)
def test_a_turn_that_leans_on_nothing_is_answered(ask: Ask, turns: list[str]) -> None:
    assert ask(*turns).lines


@pytest.mark.parametrize("aside", ["thanks", "ok", "what is the weather like?", "asdf"])
def test_talk_leaves_the_thread_where_it_was(ask: Ask, aside: str) -> None:
    assert ask(aside, "2017-07-01", "what is due from Chile?").records == ()
    reply = ask("and Peru?", "2017-07-01", "what is due from Chile?", aside)
    assert reply.records == ask("what is due from Peru?").records


def test_who_and_where_are_answered(ask: Ask) -> None:
    assert "Chile" in text_of(ask("who?", "2017-07-01", "BER-8"))
    assert "Mexico City" in text_of(ask("where is it?", "2017-07-01", "next meeting?"))


def test_we_are_the_party_of_the_sender_in_the_next_turn_too(ask: Ask) -> None:
    reply = ask("¿y nosotros?", "2017-07-01", "¿qué debe Chile?", party="PE")
    assert reply.records == ask("¿qué debe Perú?").records
