"""A fingerprint of a record's content, the same in every process and release."""

import hashlib
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from data.columns import to_json

if TYPE_CHECKING:
    from _typeshed import DataclassInstance  # exists for type checkers only


def digest(record: object) -> str:
    """SHA-256 over the fields of a record that differ from their defaults.

    A field that a later release adds to the model, with a default, changes no digest.
    """
    return hashlib.sha256(to_json(_plain(record)).encode()).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            name: _plain(content)
            for name, default in _defaults(type(value))
            if (content := getattr(value, name)) != default
        }
    if isinstance(value, Mapping):
        return {key: _plain(content) for key, content in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(content) for content in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _defaults(kind: type["DataclassInstance"]) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: Field[Any]) -> object:
    return field.default if field.default_factory is MISSING else field.default_factory()
