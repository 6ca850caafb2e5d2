"""The language of the answers."""

from handlers.answers.desk import Desk
from handlers.reply import Line, Reply, Style
from handlers.understanding.reading import Intent, Query
from i18n import names


def answer(query: Query, desk: Desk) -> Reply:
    """Which language is spoken now, and how to change it."""
    t = desk.texts
    text = t.gettext("I answer in {language}: ask in Spanish or in English, and the answer follows.").format(
        language=names.language_name(desk.language, desk.language)
    )
    return Reply(Intent.LANGUAGE, desk.language, (Line(Style.LEAD, text),))
