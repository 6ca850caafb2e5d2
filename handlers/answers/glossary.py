"""Acronyms and words of the field."""

from handlers.answers.desk import Desk
from handlers.answers.wording import capitalised, quoted, said
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Query


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
        some = [term for id_, term in desk.directory.terms.items()][:3]
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
        others = [
            f"{term.acronym[other]} ({term.name[other]})" if term.acronym[other] != term.name[other] else term.name[other]
            for other in term.name
            if other != desk.language
        ]
        lines.append(Line(Style.NOTE, t.gettext("In the other language: {names}").format(names=", ".join(others)), term.sources))
    return Reply(Intent.GLOSSARY, desk.language, tuple(lines), tuple(term.id for term in terms))
