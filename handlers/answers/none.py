"""What is no question for the bot: one polite line."""

from handlers.answers.desk import Desk
from handlers.answers.suggestions import suggestions
from handlers.reply import Line, Reply, Style
from handlers.understanding.reading import Courtesy, Intent, Query


def answer(query: Query, desk: Desk) -> Reply:
    """A line for thanks, greetings, other subjects, and what was not understood."""
    t = desk.texts
    courtesy = query.courtesy or Courtesy.NOT_UNDERSTOOD
    text = {
        Courtesy.THANKS: t.gettext("You are welcome."),
        Courtesy.GREETING: t.gettext("Hello. Ask me about the agreements of the RCM and the SACM."),
        Courtesy.OFF_TOPIC: t.gettext("I only know the agreements of the RCM and the SACM."),
        Courtesy.NOT_UNDERSTOOD: t.gettext("I did not understand that. Try, for example:"),
    }[courtesy]
    choices = () if courtesy is Courtesy.THANKS else suggestions(query, desk)
    return Reply(Intent.NONE, desk.language, (Line(Style.LEAD, text),), choices=choices)
