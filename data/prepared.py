"""What is made of the records at a cost, kept beside them until they or its making change."""

import json
from collections.abc import Callable
from typing import Any

from sqlite_utils import Database

from data.columns import to_json
from data.connection import StoreError, writing


class Prepared:
    """Values that can be made anew at any time. A store that cannot be written keeps none."""

    def __init__(self, db: Database, edition: str) -> None:
        """``edition`` is the `Directory.edition` that values are made of."""
        self._db = db
        self._edition = edition

    def get(self, name: str, version: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever JSON holds
        """What ``make`` gives, made where it is not kept from this ``version`` and edition; as JSON has it."""
        wanted = f"{self._edition} {version}"
        sql = "SELECT content FROM prepared WHERE name = ? AND version = ?"
        kept = self._db.execute(sql, [name, wanted]).fetchone()
        content = kept[0] if kept else to_json(make())
        if not kept:
            try:
                with writing(self._db):
                    self._db.execute("INSERT OR REPLACE INTO prepared VALUES (?, ?, ?)", [name, wanted, content])
            except StoreError:
                pass  # read-only, full or busy: the next start makes it again
        return json.loads(content)
