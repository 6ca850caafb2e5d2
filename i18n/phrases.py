"""Phrases to be found in a row of words, by the keys of their words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Generic, NamedTuple, Self, TypeVar

Value = TypeVar("Value")


class Found(NamedTuple, Generic[Value]):
    """A phrase that stands at the words ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    value: Value


class Phrases(Generic[Value]):
    """Phrases by their words' keys; a word of a text may have several keys (stems, the letter form)."""

    def __init__(self) -> None:
        # By the keys of a phrase or of its beginning, a space before each; what only begins one stands for nothing.
        self._values: dict[str, tuple[Value, ...]] = {}

    def add(self, keys: Iterable[str], value: Value) -> None:
        """Let the words ``keys`` stand for ``value``; a phrase may stand for several."""
        values = self._values
        phrase = ""
        for key in keys:
            phrase = f"{phrase} {key}"
            if phrase not in values:
                values[phrase] = ()
        if phrase and value not in values[phrase]:
            values[phrase] += (value,)

    def has(self, keys: Iterable[str]) -> bool:
        """Whether one of these keys is a phrase by itself."""
        return any(self._values.get(f" {key}") for key in keys)

    def find(self, words: Sequence[Sequence[str]]) -> Iterator[Found[Value]]:
        """All phrases that stand in ``words`` (each the keys of one word), overlapping ones too."""
        values = self._values
        for start in range(len(words)):
            begun = [""]
            for end in range(start, len(words)):
                begun = [phrase for before in begun for key in words[end] if (phrase := f"{before} {key}") in values]
                if not begun:
                    break
                for phrase in begun:
                    for value in values[phrase]:
                        yield Found(start, end + 1, value)

    def plain(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """These phrases as JSON can hold them, for `of_plain`; values have to be tuples of words."""
        groups = {group: number for number, group in enumerate(dict.fromkeys(self._values.values()))}
        return [list(groups), {phrase: groups[group] for phrase, group in self._values.items()}]

    @classmethod
    def of_plain(cls, plain: Any, value: Callable[..., Value]) -> Self:  # noqa: ANN401 - whatever JSON holds
        """The phrases of `plain`; ``value`` makes a value of its words."""
        groups = [tuple(value(*words) for words in group) for group in plain[0]]
        phrases = cls()
        phrases._values = {phrase: groups[number] for phrase, number in plain[1].items()}
        return phrases


def longest(found: Iterable[Found[Value]]) -> tuple[Found[Value], ...]:
    """Of overlapping phrases the longest, then the first; in order. Phrases on the same words all stay."""
    kept: list[Found[Value]] = []
    for phrase in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if all(
            phrase.end <= other.start
            or phrase.start >= other.end
            or (phrase.start, phrase.end) == (other.start, other.end)
            for other in kept
        ):
            kept.append(phrase)
    return tuple(sorted(kept, key=lambda f: (f.start, f.end)))
