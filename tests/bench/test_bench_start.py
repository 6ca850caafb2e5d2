"""What `acuerdos ask` takes from its start to its end, next to no more than importing the same libraries."""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.generator import store_of

pytestmark = pytest.mark.bench

RUNS = 21
LIBRARIES = (
    "click", "rapidfuzz.process", "sqlite_utils", "babel.dates", "babel.messages.pofile", "babel.messages.mofile",
    "yaml", "Stemmer",
)  # fmt: skip
"""What `ask` imports of others'."""
QUESTION = "what is due from Chile?"

# Prints the peak memory of a child in KiB, and its time from start to end.
_RUN = """
import os, resource, sys, time
start = time.perf_counter()
silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
_, status, used = os.wait4(pid, 0)
print((time.perf_counter() - start) * 1000, used.ru_maxrss, os.waitstatus_to_exitcode(status))
"""


@dataclass(frozen=True)
class Run:
    """One process: milliseconds and mebibytes at its peak."""

    ms: float
    mib: float


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="peak memory is measured by wait4")
def test_an_ask_from_start_to_end(tmp_path: Path, benchmark: BenchmarkFixture, request: pytest.FixtureRequest) -> None:
    ask = [str(Path(sys.executable).with_name("acuerdos")), "ask", "--db", str(store_of(51)), "--today", "2017-07-01"]
    bare = [sys.executable, "-c", f"import {', '.join(LIBRARIES)}"]
    _run([*ask, QUESTION])  # compiles what is not compiled, and brings the store's index up to date
    asked: list[Run] = []
    imported: list[Run] = []

    def both() -> None:
        imported.append(_run(bare))
        asked.append(_run([*ask, QUESTION]))

    benchmark.pedantic(both, rounds=RUNS)  # type: ignore[no-untyped-call]  # pytest-benchmark ships no types for it
    reporter = request.config.pluginmanager.get_plugin("terminalreporter")
    assert reporter is not None
    for line in _printed(asked, imported):
        reporter.write_line(line)


def _run(command: Sequence[str]) -> Run:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # From a small process of its own: a child's peak memory starts with that of its parent.
    measured = subprocess.run(
        [sys.executable, "-S", "-c", _RUN, *command], env=environment, capture_output=True, text=True, check=True
    )
    ms, kib, status = measured.stdout.split()
    assert status == "0", measured.stderr
    return Run(float(ms), int(kib) / 1024)


def _printed(asked: Sequence[Run], imported: Sequence[Run]) -> Sequence[str]:
    ms, bare_ms = (statistics.median(run.ms for run in runs) for runs in (asked, imported))
    mib, bare_mib = (statistics.median(run.mib for run in runs) for runs in (asked, imported))
    return (
        "",
        f"acuerdos ask, whole process, medians of {len(asked)} runs",
        f"{'':>12}  {'ask':>7} {'imports':>8} {'ratio':>6}",
        f"{'ms':>12}  {ms:>7.0f} {bare_ms:>8.0f} {ms / bare_ms:>6.2f}",
        f"{'peak MiB':>12}  {mib:>7.1f} {bare_mib:>8.1f} {mib / bare_mib:>6.2f}",
    )
