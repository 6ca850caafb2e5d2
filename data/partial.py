"""A record with mistakes, as far as it can be read: so that whatever else is wrong with it is told at once."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

_ROUNDS = 6
_BRANCHES = ("str", "dict[str,str]", "[key]")
_MISSING = ("missing", "missing_argument")

# What stands for a required field that is missing; of `kind` it depends on what has the kind. Other fields are words.
_STAND_INS: Mapping[str, Any] = {
    "number": 1,
    "strength": "commits",
    **dict.fromkeys(("responsible", "sources", "about"), ()),
    **{text: {} for text in ("title", "summary", "name", "acronym", "meaning", "says")},
}
_KINDS = {"relations": "reiterates", "due": "on", "parties": "group", "documents": "minutes", "meetings": "external"}

# A mistake in one of these fields may be the only one that its neighbour has.
_FOLLOWS_FROM: Mapping[str, tuple[str, ...]] = {
    "id": ("kind", "document", "number", "start"),
    "name": ("kind",),
    "short": ("kind",),
    "to": ("kind",),
    "end": ("start",),
    "until": ("since",),
}


def path(detail: ErrorDetails) -> tuple[str | int, ...]:
    """Where in a record a mistake is: fields, and positions in lists."""
    # After the position of the record come its fields, and the branch of a union: str, dict[str,str].
    return tuple(part for part in detail["loc"][1:] if part not in _BRANCHES)


def field(detail: ErrorDetails) -> str:
    """The same, as people read it: ``commitments[0].due.end``."""
    parts = (f"[{part}]" if isinstance(part, int) else part for part in path(detail))
    return re.sub(r"\.\[", "[", ".".join(parts))


def read(adapter: TypeAdapter[Any], name: str, item: Mapping[str, Any], id_: str) -> Any | None:  # noqa: ANN401 - a record of the adapter's type
    """The record without its mistakes, with stand-ins for what it needs; None if that does not help.

    ``name`` is the list in which it stands, and ``id_`` its identifier where it has none.
    """
    mended = json.loads(json.dumps(item))
    for _ in range(_ROUNDS):
        try:
            (record,) = adapter.validate_json(json.dumps([mended]), strict=True)
        except ValidationError as error:
            # From the last to the first: what is taken out of a list moves the rest.
            for detail in reversed(error.errors(include_url=False, include_context=False)):
                _mend(mended, name, detail, id_)
        else:
            return record
    return None


def _mend(item: Any, name: str, detail: ErrorDetails, id_: str) -> None:  # noqa: ANN401 - whatever the file holds
    *way, last = path(detail)
    owner = name
    for part in way:
        if isinstance(part, str):
            owner = part
        try:
            item = item[part]
        except (LookupError, TypeError):
            return
    if isinstance(item, list) and isinstance(last, int):
        if owner in ("commitments", "relations", "members"):
            item[last] = {}
        elif last < len(item):
            del item[last]
    elif isinstance(item, dict):
        if last == "id" and not way:
            item["id"] = id_
        elif detail["type"] in _MISSING:
            item[last] = _KINDS.get(owner, "") if last == "kind" else _STAND_INS.get(str(last), "-")
        elif detail["type"] == "string_type":
            item[last] = "-"
        else:
            item.pop(last, None)


def is_told(place: str, told: Collection[str]) -> bool:
    """Whether a mistake at this place says again, or may only follow from, one of those that are ``told``."""
    if any(place == other or place.startswith((f"{other}.", f"{other}[")) for other in told):
        return True
    before, _, last = place.rpartition(".")
    causes: Sequence[str] = _FOLLOWS_FROM.get(last, ())
    if last == "id" and before and "id" in told:
        return True
    return any(f"{before}.{cause}".lstrip(".") in told for cause in causes)
