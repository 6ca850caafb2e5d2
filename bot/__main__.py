"""The command `acuerdos`, also as ``python -m bot``."""

import gc
import sys

from bot.cli import run

_COLLECT_AFTER = 50_000


def main() -> None:
    """Run the command line of this process and exit with its status."""
    # Starting makes many objects that all stay; looking through them again and again is 7 % of an `ask`.
    gc.set_threshold(_COLLECT_AFTER, 20, 50)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
