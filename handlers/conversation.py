"""The one door: a question and what came before go in, an answer and what to remember come out."""

from collections.abc import Sequence
from dataclasses import replace

from data.store import Store
from handlers.answers.desk import Desk
from handlers.answers.table import ANSWERS
from handlers.question import Question
from handlers.reply import Line, Reply, Style
from handlers.understanding.followups import FollowUps
from handlers.understanding.knowledge import Knowledge
from handlers.understanding.reading import Intent, Query, Reading
from handlers.understanding.thread import Context
from handlers.understanding.understanding import Understanding
from i18n.catalog import languages, texts


class Conversation:
    """Answers questions from a store; made once for it, and anew after its records have changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        knowledge = Knowledge.of(store, languages())
        self._understanding = Understanding(store.directory, store.search.vocabulary(), knowledge)
        self._follow_ups = FollowUps(store.directory, self._related)

    def answer(self, question: Question, context: Context | None = None) -> tuple[Reply, Context | None]:
        """Answer a question; the second part is the context of the next one in the same chat."""
        language = question.chosen or (context.language if context else None) or question.fallback
        reading = self._understanding.read(question.text, question.today, language)
        query = self._follow_ups.complete(self._of_speaker(reading, question), context)
        spoken = question.chosen or query.language_named_or(reading.language) or language
        desk = Desk(
            self._store,
            self._understanding.lexicons,
            self._understanding.occasions,
            question.today,
            texts(spoken),
            kept=question.chosen is not None,
        )
        reply = ANSWERS[query.intent](query, desk)
        reply = replace(reply, lines=(*reply.lines, *_corrected(reading, desk, reply)))
        return reply, _remembered(query, reply, context)

    def read(self, text: str, question: Question) -> Reading:
        """What is understood of a text, for tests and for those who want to see it."""
        return self._understanding.read(text, question.today, question.chosen or question.fallback)

    def _related(self, agreement: str) -> tuple[str, ...]:
        found = self._store.agreements.get([agreement])
        earlier = [relation.to for relation in found[0].relations] if found else []
        return (*self._store.agreements.reiterated_by(agreement), *earlier)

    def _of_speaker(self, reading: Reading, question: Question) -> Reading:
        party = question.sender.party
        if not party or not reading.speaker or reading.query.parties:
            return reading
        return replace(reading, query=replace(reading.query, parties=(party,)))


def _corrected(reading: Reading, desk: Desk, reply: Reply) -> Sequence[Line]:
    if not reading.corrections or reply.intent is Intent.NONE:
        return ()
    t = desk.texts
    said = ", ".join(
        t.gettext("“{typed}” as “{read}”").format(typed=c.typed, read=c.read) for c in reading.corrections[:4]
    )
    return (Line(Style.NOTE, t.gettext("Read {corrections}.").format(corrections=said)),)


def _remembered(query: Query, reply: Reply, context: Context | None) -> Context | None:
    """Thanks and other talk leave the thread where it was; only their language is kept."""
    if query.intent is Intent.NONE:
        return replace(context, language=reply.language) if context else None
    parties = query.parties or (context.parties if context else ())
    return Context(query=query, records=reply.records or reply.also, language=reply.language, parties=parties)
