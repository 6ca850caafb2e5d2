import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.record_files import LARGEST, FileRefused, content_of

ROOT = Path(__file__).parents[2]


def refusal(tmp_path: Path, text: str) -> str:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileRefused) as refused:
        content_of(path)
    return str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "? " * 100_000, "- " * 100_000, "\n".join(" " * n + "a:" for n in range(3000))],
)
def test_deep_nesting_is_refused_and_does_not_end_the_program(tmp_path: Path, text: str) -> None:
    path = tmp_path / "deep.yaml"
    path.write_text(text, encoding="utf-8")
    command = "import pathlib, sys; from data.shipped import *; load_records([pathlib.Path(sys.argv[1])])"
    done = subprocess.run(
        [sys.executable, "-c", command, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].endswith("more than 50 lists and mappings inside each other")
    assert done.stderr.splitlines()[-1].startswith("data.shipped.RecordsInvalid: deep.yaml: line ")


def test_fifty_levels_are_read(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("[" * 50 + "]" * 50, encoding="utf-8")
    assert str(content_of(path)) == "[" * 50 + "]" * 50


def test_aliases_are_refused(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
    before = time.monotonic()
    assert refusal(tmp_path, bomb) == "line 2: aliases (*a0) are not read"
    assert time.monotonic() - before < 5


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "x" * (LARGEST + 1)) == "larger than 5 MB"


def test_an_endless_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "endless.yaml"
    path.symlink_to("/dev/zero")
    with pytest.raises(FileRefused, match="larger than 5 MB"):
        content_of(path)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("parties: []\n? [a]\n: b", "line 2: a key is a list or a mapping"),
        ("{{a: b}: c}", "line 1: a key is a list or a mapping"),
        ("a: !!int x", "line 1: tags (tag:yaml.org,2002:int) are not read"),
        ("a: !!timestamp x", "line 1: tags (tag:yaml.org,2002:timestamp) are not read"),
        ("a: !!set {x}", "line 1: tags (tag:yaml.org,2002:set) are not read"),
        ("a: 1\n---\nb: 2", "line 2: expected a single document in the stream, but found another document"),
        ("a: *b", "line 1: aliases (*b) are not read"),
        ("a: \x07", "unacceptable character"),
        ("a:\n\t- b", "line 2: "),
    ],
)
def test_what_records_do_not_need_is_refused_in_a_line(tmp_path: Path, text: str, message: str) -> None:
    found = refusal(tmp_path, text)
    assert message in found
    assert "\n" not in found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("-7", -7),
        ("007", "007"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("190:20:30.15", "190:20:30.15"),
        ("1.5", "1.5"),
        (".inf", ".inf"),
        ("9" * 1000, int("9" * 1000)),
        ("9" * 5000, "9" * 5000),
        ("2017-09-26", "2017-09-26"),
        ("no", "no"),
        ("true", True),
        ("null", None),
    ],
)
def test_plain_words(tmp_path: Path, text: str, value: object) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    assert content_of(path) == value
