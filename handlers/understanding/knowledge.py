"""What questions are read by: the languages' words, the records' names and the subjects of meetings."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Self

from data.directory import Directory
from data.store import Store
from handlers.understanding.names import RecordNames
from handlers.understanding.occasions import Occasions, subjects_of
from i18n.lexicon import Lexicon, lexicon, version
from i18n.names import states

_CODE: Final = ("knowledge.py", "names.py", "occasions.py")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Made once for a store, ``states`` being the codes of all in the world.

    Making it anew takes longer than all else at a start, so the store keeps it.
    """

    lexicons: Mapping[str, Lexicon]
    names: RecordNames
    occasions: Occasions
    states: frozenset[str]

    @classmethod
    def of(cls, store: Store, languages: Sequence[str]) -> Self:
        """The knowledge of a store in these languages."""
        plain = store.prepared.get("knowledge", _version(languages), lambda: _plain(store.directory, languages))
        return cls(
            {language: Lexicon.of_plain(words) for language, words in plain["lexicons"].items()},
            RecordNames.of_plain(plain["names"]),
            Occasions(store.directory, plain["subjects"]),
            frozenset(plain["states"]),
        )


def _plain(directory: Directory, languages: Sequence[str]) -> Any:  # noqa: ANN401 - whatever JSON holds
    lexicons = {language: lexicon(language) for language in languages}
    return {
        "lexicons": {language: each.plain() for language, each in lexicons.items()},
        "names": RecordNames.of(directory, lexicons).plain(),
        "subjects": subjects_of(directory, lexicons),
        "states": sorted(states()),
    }


def _version(languages: Sequence[str]) -> str:
    code = b"".join(Path(__file__).with_name(name).read_bytes() for name in _CODE)
    return f"{version()} {hashlib.sha256(code).hexdigest()} {' '.join(languages)}"
