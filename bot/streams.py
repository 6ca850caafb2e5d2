"""The standard streams: in UTF-8, there even where the caller closed them, and clear about what is wrong with them."""

import errno
import io
import os
import sys
from typing import Any, Final

_INPUT: Final = 0
_OUTPUT: Final = 1
_ERRORS: Final = 2


class StreamError(Exception):
    """The standard input or output cannot be used. The message is one line that says which, and why."""


class _Input(io.FileIO):
    def readinto(self, buffer: Any, /) -> int | None:  # noqa: ANN401 - whatever is a buffer
        try:
            return super().readinto(buffer)
        except OSError as error:
            raise StreamError(_said("the standard input", "read", error)) from error


class _Output(io.FileIO):
    def write(self, content: Any, /) -> int:  # noqa: ANN401 - whatever is a buffer
        try:
            return super().write(content)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise StreamError(_said("the standard output", "written", error)) from error


class _Errors(io.FileIO):
    def write(self, content: Any, /) -> int:  # noqa: ANN401 - whatever is a buffer
        try:
            return super().write(content)
        except OSError:
            return memoryview(content).nbytes  # nobody is left to be told


def open_streams() -> None:
    """Put our streams in place of Python's.

    Whatever the locale, they are UTF-8, and what that cannot hold is escaped or replaced. A stream that is closed is
    an error, StreamError, only for who uses it; a broken pipe is BrokenPipeError; the error output never fails.
    """
    _occupy()
    sys.stdin = _text(io.BufferedReader(_Input(_INPUT, "rb", closefd=False)), "replace")
    sys.stdout = _text(io.BufferedWriter(_Output(_OUTPUT, "wb", closefd=False)), "backslashreplace")
    sys.stderr = _text(io.BufferedWriter(_Errors(_ERRORS, "wb", closefd=False)), "backslashreplace", at_once=True)


def give_up_output() -> None:
    """Forget what could not be written, so that Python does not try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), _OUTPUT)


def _occupy() -> None:
    """Where a stream is closed, put what fails to be used; else the next file that is opened would take its place."""
    for number, mode in ((_INPUT, os.O_WRONLY), (_OUTPUT, os.O_RDONLY), (_ERRORS, os.O_RDONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.dup2(os.open(os.devnull, mode), number)


def _text(stream: io.BufferedReader | io.BufferedWriter, errors: str, *, at_once: bool = False) -> io.TextIOWrapper:
    return io.TextIOWrapper(
        stream, encoding="utf-8", errors=errors, line_buffering=at_once or stream.isatty(), write_through=at_once
    )


def _said(name: str, done: str, error: OSError) -> str:
    if error.errno == errno.EBADF:
        return f"{name} is closed"
    return f"{name} cannot be {done} ({error.strerror})"
