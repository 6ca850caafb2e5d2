"""Which file answers which intent."""

from collections.abc import Callable, Mapping
from typing import Final

from handlers.answers import (
    agreements,
    deliveries,
    documents,
    due,
    glossary,
    language,
    meetings,
    none,
    notices,
    parties,
)
from handlers.answers import help as help_answer
from handlers.answers.desk import Desk
from handlers.reply import Reply
from handlers.understanding.reading import Intent, Query

ANSWERS: Final[Mapping[Intent, Callable[[Query, Desk], Reply]]] = {
    Intent.DUE: due.answer,
    Intent.MEETINGS: meetings.answer,
    Intent.AGREEMENTS: agreements.answer,
    Intent.DOCUMENTS: documents.answer,
    Intent.GLOSSARY: glossary.answer,
    Intent.PARTIES: parties.answer,
    Intent.DELIVERIES: deliveries.answer,
    Intent.NOTICES: notices.answer,
    Intent.LANGUAGE: language.answer,
    Intent.HELP: help_answer.answer,
    Intent.NONE: none.answer,
}
