"""Who is who: members, Troikas, secretariats, presidencies, outside organisations."""

from dataclasses import replace

from data.model import Party, PartyKind
from handlers.answers.desk import Desk
from handlers.answers.due import outside
from handlers.answers.naming import all_in_sentence, in_sentence, parties_named, party_name
from handlers.answers.pages import more_choice, numbered, page_of, pages
from handlers.answers.wording import capitalised, discrepancies, said
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Query
from i18n.words import plain

_FEW = 3


def answer(query: Query, desk: Desk) -> Reply:
    """The parties of a question; without any, the two conferences."""
    if query.outsiders and not query.parties:
        reply = outside(query, desk)
        return Reply(Intent.PARTIES, desk.language, reply.lines, choices=reply.choices)
    codes = query.parties or tuple(p.id for p in desk.directory.parties.values() if p.kind is PartyKind.CONFERENCE)
    states = [c for c in codes if desk.directory.parties[c].kind is PartyKind.STATE]
    bodies = [c for c in codes if c not in states]
    if states and len(bodies) > 1:
        # "RCM or SACM?" is answered by the one that it is.
        bodies = [b for b in bodies if any(b in desk.directory.bodies_of(s, desk.today) for s in states)] or bodies
    asked = states if states and bodies else codes
    blocks = [
        _membership(code, bodies, desk) if states and bodies else _one(desk.directory.parties[code], desk)
        for code in page_of(asked, query.page)
    ]
    lines = [line for block in blocks for line in block]
    if not lines:
        lines = [Line(Style.LEAD, numbered(parties_named(codes[:1], desk), query.page, pages(len(asked)), desk))]
    notes, others = discrepancies(codes, desk, most=1)
    records = tuple(f"P-{code}" for code in (*states, *bodies))
    ask = desk.texts.gettext("What is due from {party}?")
    choices = (
        *more_choice(len(asked), query.page, desk),
        *(Choice(party_name(code, desk), ask.format(party=in_sentence(code, desk))) for code in codes[:2]),
    )
    return Reply(Intent.PARTIES, desk.language, (*lines, *notes), records, others, choices)


def _membership(state: str, bodies: list[str], desk: Desk) -> list[Line]:
    """Whether a state belongs to bodies: yes or no first, then what it belongs to; of many, only the latter."""
    t = desk.texts
    belongs = desk.directory.bodies_of(state, desk.today)
    lines = []
    for body in bodies if len(bodies) <= _FEW else ():
        if not desk.directory.members_of(body, desk.today):
            continue
        form = (
            t.gettext("Yes: {state} is a member of {body}.")
            if body in belongs
            else t.gettext("No: {state} is not a member of {body}.")
        )
        lines.append(Line(Style.LEAD, form.format(state=in_sentence(state, desk), body=in_sentence(body, desk))))
    if lines and set(belongs) <= set(bodies):
        return [replace(lines[0], sources=_belongs(state, desk).sources), *lines[1:]]
    return [*lines, _belongs(state, desk)]


def _belongs(state: str, desk: Desk) -> Line:
    t = desk.texts
    bodies = desk.directory.bodies_of(state, desk.today)
    party = desk.directory.parties[state]
    name = capitalised(in_sentence(state, desk))
    if not bodies:
        text = t.gettext("{state} is a member of neither conference, but has a record of its own").format(state=name)
        return Line(Style.LEAD, text, party.sources)
    sources = tuple(
        dict.fromkeys(m.source for body in bodies for m in desk.directory.parties[body].members if m.party == state)
    )
    return Line(
        Style.TEXT,
        t.gettext("{state} is a member of {bodies}").format(state=name, bodies=all_in_sentence(bodies, desk)),
        sources,
    )


def _one(party: Party, desk: Desk) -> list[Line]:
    t = desk.texts
    if party.kind is PartyKind.STATE:
        belongs = _belongs(party.id, desk)
        return [Line(Style.LEAD, belongs.text, belongs.sources)]
    members = desk.directory.members_of(party.id, desk.today)
    name = party_name(party.id, desk)
    if members:
        text = t.ngettext("{body}, {n} member: {members}", "{body}, {n} members: {members}", len(members)).format(
            body=name,
            n=len(members),
            members=parties_named(sorted(members, key=lambda m: plain(party_name(m, desk))), desk),
        )
        sources = tuple(dict.fromkeys(m.source for m in party.members))
        lines = [Line(Style.LEAD, text, sources)]
    elif party.kind is PartyKind.PRESIDENCY:
        lines = [Line(Style.LEAD, t.gettext("{body}: who holds it is not on record.").format(body=name))]
    else:
        lines = [Line(Style.LEAD, said(party.name, desk) if party.name else name, party.sources)]
    if party.name and said(party.name, desk) != name and len(lines) == 1 and members:
        lines.append(Line(Style.TEXT, said(party.name, desk)))
    if party.note and party.kind is not PartyKind.PRESIDENCY:
        lines.append(Line(Style.NOTE, said(party.note, desk)))
    return lines
