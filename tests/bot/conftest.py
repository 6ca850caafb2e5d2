"""The installed command with a world of its own, and one filled store for all who only read it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from bot.assembly import Assembly
from bot.clock import FixedDay

COMMAND = Path(sys.executable).with_name("acuerdos")
CLOCK = FixedDay(date(2017, 7, 1))


@dataclass(frozen=True)
class Outcome:
    """How a process ended, and what it wrote."""

    status: int
    output: str
    errors: str


@dataclass(frozen=True)
class Program:
    """Runs `acuerdos` with a home folder of its own and nothing of the caller's environment but the path."""

    home: Path
    database: Path
    variables: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        kept = {
            name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_START") if name in os.environ
        }
        return {**kept, "HOME": str(self.home), "ACUERDOS_DB": str(self.database), **self.variables}

    def __call__(self, *arguments: str | Path | bytes, typed: str | bytes = b"") -> Outcome:
        done = subprocess.run(
            [COMMAND, *arguments],
            input=typed.encode() if isinstance(typed, str) else typed,
            capture_output=True,
            check=False,
            env=self.environment,
            timeout=120,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "acuerdos.db"
    with Assembly(path):
        return path


@pytest.fixture
def acuerdos(filled: Path, tmp_path: Path) -> Program:
    return Program(tmp_path, filled)


@pytest.fixture(scope="session")
def parts(filled: Path) -> Iterator[Assembly]:
    with Assembly(filled) as parts:
        yield parts
