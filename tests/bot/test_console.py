from bot.console import laid_out
from handlers.reply import Choice, Line, Reply, Style
from handlers.understanding.reading import Intent


def reply(*lines: Line, choices: tuple[Choice, ...] = ()) -> Reply:
    return Reply(Intent.DUE, "en", lines, choices=choices)


FULL = reply(
    Line(Style.LEAD, "Chile: next by 7 July"),
    Line(Style.HEADING, "Shared"),
    Line(Style.ITEM, "By 8 September: send the answers to the questionnaire to the Secretariats", ("BER-7", "PAN-12")),
    Line(Style.NOTE, "Sources:", ("BER",)),
    choices=(Choice("BER-8", "BER-8"), Choice("3 more", "more"), Choice("Chile", "What is due from Chile?")),
)


def test_a_reply_is_plain_text() -> None:
    assert laid_out(FULL) == (
        "Chile: next by 7 July\n"
        "Shared\n"
        "• By 8 September: send the answers to the questionnaire to the Secretariats (BER-7, PAN-12)\n"
        "Sources: BER\n"
        "→ BER-8 · more (3 more) · What is due from Chile?"
    )


def test_lines_are_wrapped_and_identifiers_stay_whole() -> None:
    assert laid_out(FULL, 40).splitlines()[2:] == [
        "• By 8 September: send the answers to",
        "  the questionnaire to the Secretariats",
        "  (BER-7, PAN-12)",
        "Sources: BER",
        "→ BER-8 · more (3 more) · What is due",
        "  from Chile?",
    ]


def test_any_width_will_do() -> None:
    assert laid_out(FULL, 1).startswith("Chile:\nnext\nby 7\n")


def test_a_terminal_sees_what_stands_out() -> None:
    lines = laid_out(FULL, 80, colour=True).splitlines()
    assert lines[0] == "\x1b[36m\x1b[1mChile: next by 7 July\x1b[0m"
    assert lines[1] == "\x1b[1mShared\x1b[0m"
    assert lines[2].startswith("• By")


def test_nothing_can_give_the_terminal_orders() -> None:
    assert laid_out(reply(Line(Style.TEXT, "a\x1b[2Jb\rc\u202ed\n"))) == "a [2Jb c d "
