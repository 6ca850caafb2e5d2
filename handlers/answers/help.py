"""What can be asked."""

from handlers.answers.desk import Desk
from handlers.answers.suggestions import suggestions
from handlers.reply import Line, Reply, Style
from handlers.understanding.reading import Intent, Query


def answer(query: Query, desk: Desk) -> Reply:
    """A few lines on what the bot knows, with examples."""
    t = desk.texts
    examples = (
        t.gettext("Due dates: “what is due from Chile?”, “Panama in September”, “overdue PPT”"),
        t.gettext("Meetings: “next meeting?”, “where is the plenary?”"),
        t.gettext("Agreements: “BER-7”, “item 11 of Panama”, “what was agreed about the questionnaire?”"),
        t.gettext("Words and members: “what is the GCM?”, “who is in the Troikas?”, “the Berlin minutes”"),
    )
    lines = [Line(Style.LEAD, t.gettext("Ask in your own words about the agreements of the RCM and the SACM."))]
    lines += [Line(Style.ITEM, example) for example in examples]
    lines.append(
        Line(
            Style.NOTE, t.gettext("Every answer names its source, such as BER-7. What is not on record is not guessed.")
        )
    )
    return Reply(Intent.HELP, desk.language, tuple(lines), choices=suggestions(query, desk))
