"""The language of the answers."""

from handlers.answers.desk import Desk
from handlers.reply import Line, Reply, Style
from handlers.understanding.reading import Intent, Query
from i18n import names


def answer(_query: Query, desk: Desk) -> Reply:
    """Which language is spoken now, and how to change it."""
    t = desk.texts
    text = (
        t.gettext("From now on, answers are in {language}; /{command} and a language changes that.")
        if desk.kept
        else t.gettext("Answers follow the language of each question; now it is {language}. /{command} en keeps it.")
    ).format(language=names.language_name(desk.language, desk.language), command=t.pgettext("command", "language"))
    return Reply(Intent.LANGUAGE, desk.language, (Line(Style.LEAD, text),))
