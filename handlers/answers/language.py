"""The language of the answers."""

from handlers.answers.desk import Desk
from handlers.reply import Line, Reply, Style
from handlers.understanding.reading import Intent, Query
from i18n import names


def answer(_query: Query, desk: Desk) -> Reply:
    """Which language is spoken now, and how to change it."""
    t = desk.texts
    text = t.gettext(
        "Answers are in {language} now, or in the language of each question; /{command} keeps one."
    ).format(language=names.language_name(desk.language, desk.language), command=t.pgettext("command", "language"))
    return Reply(Intent.LANGUAGE, desk.language, (Line(Style.LEAD, text),))
