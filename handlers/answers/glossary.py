"""Acronyms and words of the field."""

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from data.model import Term
from handlers.answers.desk import Desk
from handlers.answers.wording import capitalised, quoted, said
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Query
from i18n import names


def answer(query: Query, desk: Desk) -> Reply:
    """What the terms of a question mean, with the name in the other languages."""
    t = desk.texts
    terms = [desk.directory.terms[id_] for id_ in query.terms if id_ in desk.directory.terms]
    if not terms:
        subject = quoted(query.words, desk) if query.words else ""
        text = (
            t.gettext("{word} is not in the glossary on record.").format(word=subject)
            if subject
            else t.gettext("Which word or acronym?")
        )
        some = _nearest(query.words, desk)
        ask = t.gettext("What is {term}?")
        return Reply(
            Intent.GLOSSARY, desk.language, (Line(Style.LEAD, text),),
            choices=tuple(Choice(said(term.acronym, desk), ask.format(term=said(term.acronym, desk))) for term in some),
        )  # fmt: skip
    lines: list[Line] = []
    for term in terms:
        acronym, name = said(term.acronym, desk), said(term.name, desk)
        lead = capitalised(name) if acronym == name else f"{acronym}: {name}"
        lines.append(Line(Style.LEAD, lead))
        lines.append(Line(Style.TEXT, said(term.meaning, desk)))
        for other in (each for each in term.name if each != desk.language):
            tongue = capitalised(names.language_name(other, desk.language))
            words = dict.fromkeys((term.acronym[other], term.name[other]))
            lines.append(Line(Style.NOTE, f"{tongue}: {', '.join(words)}", term.sources))
    return Reply(Intent.GLOSSARY, desk.language, tuple(lines), tuple(term.id for term in terms))


def _nearest(words: Sequence[str], desk: Desk) -> list[Term]:
    """Three terms to ask for: those whose acronym looks most like the words; the first ones without any."""
    typed = " ".join(words).casefold()
    every = desk.directory.terms.values()
    return sorted(every, key=lambda term: -ratio(typed, said(term.acronym, desk).casefold()))[:3]
