"""Cases that come out wrong today: each has to fail, so that a mended one is noticed and loses its mark."""

from typing import Any

import pytest


def known(why: str, *values: Any) -> Any:
    """A case of a parametrised test; ``why`` says what comes instead."""
    return pytest.param(*values, marks=pytest.mark.xfail(reason=why, strict=True))
