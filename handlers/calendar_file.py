"""The meetings and deadlines on record as an iCalendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from icalendar import Alarm, Calendar, Event

from data.agreements import Agreements, Duty
from data.directory import Directory
from data.model import Certainty, DueKind, Meeting, Precision
from handlers.export import last_day
from i18n import names
from i18n.catalog import texts

DUTY_LEADS: Final = (14, 7, 3, 1)
"""How many days before a deadline its alarms go off."""

MEETING_LEADS: Final = (1,)
_DAY: Final = timedelta(days=1)
_EXACT: Final = (Precision.DAY, Precision.WEEK)


def calendar_file(directory: Directory, agreements: Agreements, language: str) -> bytes:
    """All-day events in ``language``: meetings on their days, deadlines on their last day.

    Left out is what has no day, and what is only known by its month or semester. A re-iterated agreement is one event,
    in its latest form. What is on record as settled has no alarms. The same records make the same bytes.
    """
    writer = _Writer(directory, language)
    calendar = Calendar()
    calendar.add("prodid", "-//acuerdos//acuerdos-bot//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", texts(language).gettext("Agreements of the RCM and the SACM"))
    for meeting in sorted(directory.meetings.values(), key=lambda each: (each.start or "", each.id)):
        if last_day(meeting):
            calendar.add_component(writer.meeting(meeting))
    for duty in agreements.dated(None, None, None, settled=True):
        if duty.due and duty.due.precision in _EXACT:
            calendar.add_component(writer.duty(duty))
    content: bytes = calendar.to_ical()
    return content


class _Writer:
    def __init__(self, directory: Directory, language: str) -> None:
        self._directory = directory
        self._language = language
        self._texts = texts(language)
        adopted = {each.id: _day(each.adopted) for each in directory.documents.values() if each.adopted}
        self._adopted = adopted
        self._latest = max(adopted.values(), default=date(1970, 1, 1))

    def meeting(self, meeting: Meeting) -> Event:
        first, last = _day(meeting.start or ""), _day(last_day(meeting) or "")
        event = self._event(meeting.id, meeting.title[self._language], first, last, meeting.sources, meeting.certainty)
        if meeting.place:
            event.add("location", meeting.place[self._language])
        elif meeting.virtual:
            event.add("location", self._texts.gettext("virtual"))
        _remind(event, MEETING_LEADS)
        return event

    def duty(self, duty: Duty) -> Event:
        due = duty.due
        if due is None or due.end is None:
            raise ValueError(f"{duty.commitment} has no day")
        first = due.end if due.kind in (DueKind.BY, DueKind.BEFORE) else due.start or due.end
        who = names.listing([self._party(code) for code in duty.responsible], self._language)
        summary = f"{who}: {duty.summary[self._language]}"
        event = self._event(duty.commitment, summary, first, due.end, (duty.agreement, *duty.earlier), due.certainty)
        event.add("transp", "TRANSPARENT")
        if duty.settled_by is None:
            _remind(event, DUTY_LEADS)
        return event

    def _event(
        self, id_: str, summary: str, first: date, last: date, sources: Iterable[str], certainty: Certainty
    ) -> Event:
        event = Event()
        event.add("uid", f"{id_}@acuerdos")
        event.add("dtstamp", self._recorded(sources))
        event.add("dtstart", first)
        event.add("dtend", last + _DAY)
        event.add("summary", summary)
        event.add("description", ", ".join(sources))
        event.add("status", "CONFIRMED" if certainty is Certainty.FIRM else "TENTATIVE")
        return event

    def _recorded(self, sources: Iterable[str]) -> datetime:
        """When the latest of these sources was adopted; for undated ones, when the latest document was."""
        documents = (source.partition("-")[0] for source in sources)
        day = max((self._adopted[each] for each in documents if each in self._adopted), default=self._latest)
        return datetime.combine(day, time(), UTC)

    def _party(self, code: str) -> str:
        party = self._directory.parties[code]
        return party.short[self._language] if party.short else names.state(code, self._language)


def _remind(event: Event, leads: Iterable[int]) -> None:
    for days in leads:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event["summary"])
        alarm.add("trigger", timedelta(days=-days))
        event.add_component(alarm)


def _day(iso: str) -> date:
    """An ISO day, or the first of an ISO month."""
    return date.fromisoformat(iso if len(iso) > len("2017-11") else f"{iso}-01")
