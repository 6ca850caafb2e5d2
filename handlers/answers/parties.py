"""Who is who: members, Troikas, secretariats, presidencies, outside organisations."""

from data.model import Party, PartyKind
from handlers.answers.desk import Desk
from handlers.answers.due import outside
from handlers.answers.wording import capitalised, discrepancies, parties_named, party_name, said
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent, Query


def answer(query: Query, desk: Desk) -> Reply:
    """The parties of a question; without any, the two conferences."""
    if query.outsiders and not query.parties:
        reply = outside(query.outsiders, desk)
        return Reply(Intent.PARTIES, desk.language, reply.lines)
    codes = query.parties or tuple(p.id for p in desk.directory.parties.values() if p.kind is PartyKind.CONFERENCE)
    states = [c for c in codes if desk.directory.parties[c].kind is PartyKind.STATE]
    bodies = [c for c in codes if c not in states]
    if states and len(bodies) > 1:
        # "RCM or SACM?" is answered by the one that it is.
        bodies = [b for b in bodies if any(b in desk.directory.bodies_of(s, desk.today) for s in states)] or bodies
    lines: list[Line] = []
    if states and bodies:
        lines += _membership(states, bodies, desk)
    else:
        for code in codes:
            lines += _one(desk.directory.parties[code], desk)
    notes, others = discrepancies(codes, desk, most=1)
    records = tuple(f"P-{code}" for code in (*states, *bodies))
    choices = tuple(
        Choice(party_name(code, desk), desk.texts.gettext("What is due from {party}?").format(party=party_name(code, desk)))
        for code in codes[:2]
    )
    return Reply(Intent.PARTIES, desk.language, (*lines, *notes), records, others, choices)


def _membership(states: list[str], bodies: list[str], desk: Desk) -> list[Line]:
    """Whether states belong to bodies: yes or no first, then what they belong to."""
    t = desk.texts
    lines = []
    for state in states:
        belongs = desk.directory.bodies_of(state, desk.today)
        for body in bodies:
            if not desk.directory.members_of(body, desk.today):
                continue
            form = (
                t.gettext("Yes: {state} is a member of {body}.")
                if body in belongs
                else t.gettext("No: {state} is not a member of {body}.")
            )
            lines.append(Line(Style.LEAD, form.format(state=party_name(state, desk), body=party_name(body, desk))))
        lines.append(_belongs(state, desk))
    return lines


def _belongs(state: str, desk: Desk) -> Line:
    t = desk.texts
    bodies = desk.directory.bodies_of(state, desk.today)
    party = desk.directory.parties[state]
    name = capitalised(party_name(state, desk))
    if not bodies:
        text = t.gettext("{state} is a member of neither conference, but has a record of its own.").format(state=name)
        return Line(Style.LEAD, text, party.sources)
    sources = tuple(
        dict.fromkeys(m.source for body in bodies for m in desk.directory.parties[body].members if m.party == state)
    )
    return Line(Style.TEXT, t.gettext("{state} is a member of {bodies}.").format(state=name, bodies=parties_named(bodies, desk)), sources)


def _one(party: Party, desk: Desk) -> list[Line]:
    t = desk.texts
    if party.kind is PartyKind.STATE:
        belongs = _belongs(party.id, desk)
        return [Line(Style.LEAD, belongs.text, belongs.sources)]
    members = desk.directory.members_of(party.id, desk.today)
    name = party_name(party.id, desk)
    if members:
        text = t.ngettext("{body}, {n} member: {members}", "{body}, {n} members: {members}", len(members)).format(
            body=name, n=len(members), members=parties_named(members, desk)
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
