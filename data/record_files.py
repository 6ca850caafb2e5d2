"""Reading a YAML file of records so that no file can harm the program: bounded, and without aliases and tags."""

import re
from importlib.resources.abc import Traversable
from typing import Any

import yaml

LARGEST = 5_000_000
"""Bytes in a file; the shipped records have a tenth of it together."""
DEEPEST = 50
"""Lists and mappings inside each other; records have six."""


class FileRefused(Exception):  # noqa: N818 - says what became of the file
    """A file that is no YAML, or YAML of a sort that records do not need. The message is one line."""


def content_of(file: Traversable) -> object:
    """What the file holds; dates stay words.

    Raises FileRefused, and OSError for a file that cannot be read.
    """
    with file.open("rb") as opened:
        raw = opened.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise FileRefused(f"larger than {LARGEST // 1_000_000} MB")
    try:
        _look_through(raw)
        return yaml.load(raw, Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}: " if mark else ""
        what = ", ".join(part for part in (error.context, error.problem) if part)
        raise FileRefused(where + " ".join(what.split())) from error
    except yaml.YAMLError as error:
        raise FileRefused(" ".join(str(error).split())) from error


def _look_through(raw: bytes) -> None:
    """Refuse by its events, which are read one after the other, what would exhaust stack or memory when composed."""
    depth = 0
    for event in yaml.parse(raw, Loader=yaml.CSafeLoader):
        line = f"line {event.start_mark.line + 1}" if event.start_mark else "somewhere"
        if isinstance(event, yaml.AliasEvent):
            raise FileRefused(f"{line}: aliases (*{event.anchor}) are not read")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            raise FileRefused(f"{line}: tags ({event.tag}) are not read")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                raise FileRefused(f"{line}: more than {DEEPEST} lists and mappings inside each other")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


class _Loader(yaml.CSafeLoader):
    """Dates stay words, ``no`` is Norway, ``1:30`` is no number, and a key that is given twice is an error."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key is a list or a mapping", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key.value!r} given twice", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


_WORDS = ("timestamp", "bool", "int", "float")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] not in _WORDS]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
# Python refuses to read numbers of thousands of digits, which thus stay words.
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9][0-9]{0,999})$"), list("-0123456789"))
