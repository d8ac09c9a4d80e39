"""The command line's `bespoke check-copy`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO, TextIO

import typer

from bespoke.errors import BespokeError, NotFound
from flows.terminal import show

_STANDARD = "-"  # standard input, or output
_BAD_LINES = 2  # the exit status where some lines were no cases


def check_copy_cases(
    cases: Annotated[
        Path,
        typer.Argument(
            metavar="CASES.jsonl",
            help="A JSON object a line: id, brand, offer, send_date, customer, products, copy. "
            "- reads standard input.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="OUT", help="Write the findings there, not to standard output."),
    ] = None,
    score: Annotated[
        bool,
        typer.Option(
            "--score", help="Compare with the cases' own violations, and print that in place of findings."
        ),
    ] = False,
    json_out: Annotated[
        Path | None,
        typer.Option("--json", metavar="OUT", help="With --score: write it there as JSON too; - prints it."),
    ] = None,
) -> None:
    """Check copy from elsewhere with the guards: a verdict and the findings for each case."""
    from bespoke.settings import read_settings
    from flows.copy_checking import check_cases, describe_score, describe_verdicts, score_as_json

    if json_out is not None and not score:
        raise BespokeError("--json is for the score: give --score too")
    _refuse_overwriting(cases, out)
    settings = read_settings()
    with ExitStack() as stack:
        lines = stack.enter_context(_reading(cases))
        write = stack.enter_context(_writing(out, silent=score and out is None))
        tally = check_cases(
            lines, settings, write, lambda bad: typer.echo(f"bespoke: {cases} {bad}", err=True)
        )
    typer.echo(describe_verdicts(tally), err=True)
    if score:
        if not tally.score.cases:
            raise BespokeError(f"no case of {cases} carries 'violations', so there is nothing to score")
        as_json = score_as_json(tally.score)
        if str(json_out) == _STANDARD:
            typer.echo(as_json)
        else:
            show(describe_score(tally.score))
            if json_out is not None:
                _write_text(json_out, as_json)
    if tally.bad_lines:
        raise typer.Exit(_BAD_LINES)


def _refuse_overwriting(cases: Path, out: Path | None) -> None:
    if out is not None and str(out) != _STANDARD and out.exists() and cases.exists() and out.samefile(cases):
        raise BespokeError(f"{out} is the file that is read: write to another")


@contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    if str(path) == _STANDARD:
        yield sys.stdin.buffer
        return
    try:
        with path.open("rb") as lines:
            yield lines
    except FileNotFoundError:
        raise NotFound("file of cases", str(path), "give a JSONL file, or - for standard input") from None
    except OSError as error:
        raise BespokeError(f"cannot read {str(path)!r}: {error.strerror}") from None


@contextmanager
def _writing(out: Path | None, silent: bool) -> Iterator[Callable[[str], None]]:
    """What writes a line of findings: to a file, to standard output, or nowhere."""
    if silent:
        yield lambda line: None
    elif out is None or str(out) == _STANDARD:
        yield lambda line: typer.echo(line.encode())
    else:
        with _open_to_write(out) as file:
            yield lambda line: print(line, file=file)


def _open_to_write(out: Path) -> TextIO:
    try:
        return out.open("w", encoding="utf-8")
    except OSError as error:
        raise BespokeError(f"cannot write {str(out)!r}: {error.strerror}") from None


def _write_text(out: Path, text: str) -> None:
    with _open_to_write(out) as file:
        file.write(text)
