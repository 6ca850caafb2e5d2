"""The command `acuerdos`, also as ``python -m bot``."""

import gc
import sys

from bot.cli import run

_COLLECT_AFTER = 500_000


def main() -> None:
    """Run the command line of this process and exit with its status."""
    # Starting makes many objects that all stay. Looking through them for circles, again and again and once more at
    # the end, would be a fifth of the time of an `ask`.
    gc.set_threshold(_COLLECT_AFTER, 20, 50)
    status = run(sys.argv[1:])
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
