"""Phrases to be found in a row of words: a prefix tree over word keys."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class Found(NamedTuple, Generic[Value]):
    """A phrase that stands at the words ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    value: Value


class _Node(Generic[Value]):
    __slots__ = ("onward", "values")

    def __init__(self) -> None:
        self.onward: dict[str, _Node[Value]] = {}
        self.values: list[Value] = []


class Phrases(Generic[Value]):
    """Phrases by their words' keys; a word of a text may have several keys (stems, the letter form)."""

    def __init__(self) -> None:
        self._root: _Node[Value] = _Node()

    def add(self, keys: Iterable[str], value: Value) -> None:
        """Let the words ``keys`` stand for ``value``; a phrase may stand for several."""
        node = self._root
        for key in keys:
            following = node.onward.get(key)
            if following is None:
                following = node.onward[key] = _Node()
            node = following
        if node is not self._root and value not in node.values:
            node.values.append(value)

    def find(self, words: Sequence[Sequence[str]]) -> Iterator[Found[Value]]:
        """All phrases that stand in ``words`` (each the keys of one word), overlapping ones too."""
        for start, keys in enumerate(words):
            nodes = _onward((self._root,), keys)
            end = start + 1
            while nodes:
                for node in nodes:
                    for value in node.values:
                        yield Found(start, end, value)
                if end == len(words):
                    break
                nodes = _onward(nodes, words[end])
                end += 1


def _onward(nodes: Sequence[_Node[Value]], keys: Sequence[str]) -> tuple[_Node[Value], ...]:
    return tuple(node.onward[key] for node in nodes for key in keys if key in node.onward)


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
