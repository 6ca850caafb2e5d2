"""The house keeps to its plan: one direction of imports, small files, names of its own."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = ("bot", "handlers", "data", "i18n")
MODULES = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
MOST_LINES = 300
DRAWERS = {"common", "const", "constants", "helper", "helpers", "misc", "util", "utils"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[ast.Import | ast.ImportFrom]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))


def pins(lock: str) -> set[str]:
    return set(re.findall(r"^[\w.-]+==[\w.+!-]+", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def test_imports_keep_to_their_contracts() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("folder", FOLDERS)
def test_nobody_else_provides_a_folder(folder: str) -> None:
    assert set(packages_distributions()[folder]) == {"acuerdos-bot"}


def test_every_package_is_listed() -> None:
    found = {name(path.parent).replace("/", ".") for path in MODULES if path.name == "__init__.py"}
    assert set(PROJECT["tool"]["setuptools"]["packages"]) == found


def test_files_read_in_one_go() -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def test_files_are_named_for_what_they_hold() -> None:
    assert [name(path) for path in MODULES if path.stem in DRAWERS or path.parent.name in DRAWERS] == []


def test_no_module_hides_the_telegram_library() -> None:
    assert [name(path) for path in ROOT.rglob("telegram.py") if ".venv" not in path.parts] == []


def test_imports_are_absolute() -> None:
    relative = [
        f"{name(path)}:{node.lineno}"
        for path in MODULES
        for node in imports(path)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_the_run_time_lock_is_part_of_the_full_one() -> None:
    run_time, full = map(pins, LOCKS)
    assert run_time
    assert run_time <= full


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|^-|^\s*(#\s*)?/|file:|@ ", text, re.MULTILINE)
