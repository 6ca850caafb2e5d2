"""The small kinds of records, read once and kept in memory: parties, meetings, documents, terms, topics."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlite_utils import Database

from data.columns import to_codes, to_day, to_names, to_text, to_text_or_none
from data.model import (
    Certainty,
    Discrepancy,
    Document,
    DocumentKind,
    Meeting,
    MeetingKind,
    Membership,
    Outsider,
    Party,
    PartyKind,
    Relation,
    RelationKind,
    Term,
    Topic,
)


class Directory:
    """A reading of the store at one moment: build another one after records have changed.

    ``edition`` is another one for each state of the records. The mappings are by identifier, in the order in which
    the records came in.
    """

    edition: str
    parties: Mapping[str, Party]
    outsiders: Mapping[str, Outsider]
    meetings: Mapping[str, Meeting]
    documents: Mapping[str, Document]
    terms: Mapping[str, Term]
    topics: Mapping[str, Topic]
    discrepancies: Mapping[str, Discrepancy]

    def __init__(self, db: Database) -> None:
        self.edition = db.execute("SELECT id FROM edition").fetchone()[0]
        relations = _relations(db)
        self.parties = _parties(db)
        self.outsiders = {
            id_: Outsider(id_, to_names(names))
            for id_, names in db.execute("SELECT id, names FROM outsider ORDER BY key")
        }
        self.meetings = _meetings(db, relations)
        self.documents = _documents(db, relations)
        self.terms = _terms(db)
        self.topics = {
            id_: Topic(id_, to_text(name)) for id_, name in db.execute("SELECT id, name FROM topic ORDER BY key")
        }
        self.discrepancies = _discrepancies(db)
        self._about: defaultdict[str, list[Discrepancy]] = defaultdict(list)
        for discrepancy in self.discrepancies.values():
            for about in discrepancy.about:
                self._about[about].append(discrepancy)

    def bodies_of(self, party: str, day: date) -> tuple[str, ...]:
        """The conferences, Troikas and groups that name this party as a member on that day."""
        return tuple(
            body.id
            for body in self.parties.values()
            if any(member.party == party and _on(member, day) for member in body.members)
        )

    def members_of(self, body: str, day: date) -> tuple[str, ...]:
        """The members of a body on that day; empty for what is no body."""
        found = self.parties.get(body)
        members = found.members if found else ()
        return tuple(dict.fromkeys(member.party for member in members if _on(member, day)))

    def discrepancies_about(self, id_: str) -> tuple[Discrepancy, ...]:
        """Where documents disagree about this agreement, meeting, document or party."""
        return tuple(self._about.get(id_, ()))


def _on(member: Membership, day: date) -> bool:
    return (member.since is None or member.since <= day) and (member.until is None or day <= member.until)


def _relations(db: Database) -> Mapping[str, list[Relation]]:
    # Documents and meetings only: an agreement's relations are read with it.
    found: defaultdict[str, list[Relation]] = defaultdict(list)
    for holder, kind, target in db.execute(
        "SELECT r.holder, r.kind, r.target FROM (SELECT id FROM document UNION ALL SELECT id FROM meeting) h"
        " JOIN relation r ON r.holder = h.id ORDER BY r.holder, r.position"
    ):
        found[holder].append(Relation(RelationKind(kind), target))
    return found


def _parties(db: Database) -> dict[str, Party]:
    members: defaultdict[str, list[Membership]] = defaultdict(list)
    for body, party, source, since, until in db.execute(
        "SELECT body, party, source, since, until FROM membership ORDER BY body, position"
    ):
        members[body].append(Membership(party, source, to_day(since), to_day(until)))
    return {
        id_: Party(
            id=id_,
            kind=PartyKind(kind),
            name=to_text_or_none(name),
            short=to_text_or_none(short),
            conference=conference,
            names=to_names(names),
            seats=to_names(seats),
            members=tuple(members.get(id_, ())),
            note=to_text_or_none(note),
            sources=to_codes(sources),
        )
        for id_, kind, name, short, conference, names, seats, note, sources in db.execute(
            "SELECT id, kind, name, short, conference, names, seats, note, sources FROM party ORDER BY key"
        )
    }


def _meetings(db: Database, relations: Mapping[str, list[Relation]]) -> dict[str, Meeting]:
    sources: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for meeting, role, source in db.execute(
        "SELECT meeting, role, source FROM meeting_source ORDER BY meeting, role, position"
    ):
        sources[meeting, role].append(source)
    parties: defaultdict[str, list[str]] = defaultdict(list)
    for meeting, party in db.execute("SELECT meeting, party FROM meeting_party ORDER BY meeting, position"):
        parties[meeting].append(party)
    return {
        id_: Meeting(
            id=id_,
            title=to_text(title),
            kind=MeetingKind(kind),
            sources=tuple(sources[id_, "source"]),
            start=start,
            end=end,
            place=to_text_or_none(place),
            certainty=Certainty(certainty),
            virtual=bool(virtual),
            parties=tuple(parties.get(id_, ())),
            reported=tuple(sources[id_, "reported"]),
            keywords=to_names(keywords),
            note=to_text_or_none(note),
            relations=tuple(relations.get(id_, ())),
        )
        for id_, title, kind, start, end, place, certainty, virtual, keywords, note in db.execute(
            "SELECT id, title, kind, start, end, place, certainty, virtual, keywords, note FROM meeting ORDER BY key"
        )
    }


def _documents(db: Database, relations: Mapping[str, list[Relation]]) -> dict[str, Document]:
    return {
        id_: Document(
            id=id_,
            kind=DocumentKind(kind),
            title=to_text(title),
            language=language,
            adopted=adopted,
            meeting=meeting,
            note=to_text_or_none(note),
            keywords=to_names(keywords),
            relations=tuple(relations.get(id_, ())),
        )
        for id_, kind, title, language, adopted, meeting, note, keywords in db.execute(
            "SELECT id, kind, title, language, adopted, meeting, note, keywords FROM document ORDER BY key"
        )
    }


def _terms(db: Database) -> dict[str, Term]:
    return {
        id_: Term(
            id=id_,
            acronym=to_text(acronym),
            name=to_text(name),
            meaning=to_text(meaning),
            names=to_names(names),
            sources=to_codes(sources),
            party=party,
        )
        for id_, acronym, name, meaning, names, sources, party in db.execute(
            "SELECT id, acronym, name, meaning, names, sources, party FROM term ORDER BY key"
        )
    }


def _discrepancies(db: Database) -> dict[str, Discrepancy]:
    about: defaultdict[str, list[str]] = defaultdict(list)
    for discrepancy, what in db.execute(
        "SELECT discrepancy, about FROM discrepancy_about ORDER BY discrepancy, position"
    ):
        about[discrepancy].append(what)
    return {
        id_: Discrepancy(id=id_, about=tuple(about.get(id_, ())), says=to_text(says), sources=to_codes(sources))
        for id_, says, sources in db.execute("SELECT id, says, sources FROM discrepancy ORDER BY key")
    }
