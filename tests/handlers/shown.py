"""What a reply shows, for tests."""

from collections.abc import Iterable

from handlers.reply import Reply, Style


def text_of(reply: Reply) -> str:
    """All its lines."""
    return "\n".join(line.text for line in reply.lines)


def lead_of(reply: Reply) -> str:
    """Its first line: the answer."""
    return reply.lines[0].text


def shown_in(pages: Iterable[Reply]) -> dict[str, list[str]]:
    """What the pages of an answer show, in order, by the heading that it stands under; notes aside."""
    shown: dict[str, list[str]] = {}
    heading = ""
    for page in pages:
        for line in page.lines:
            if line.style is Style.HEADING:
                heading = line.text
            elif line.sources and line.style is not Style.NOTE:
                shown.setdefault(heading, []).append(line.sources[0])
    return shown
