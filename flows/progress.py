"""How a stage says how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

Say = Callable[[str], None]  # gets a line for people


class Progress(Protocol):
    def __call__(self, done: int, total: int, what: str, note: str = "") -> None:
        """`done` of `total` pieces of `what` are finished, e.g. 2000 of 3000 "messages".

        `note` is shown beside, e.g. what it has cost so far.
        """


def keep_quiet(done: int, total: int, what: str, note: str = "") -> None:
    """The progress of someone who does not watch."""


def say_nothing(line: str) -> None:
    """What someone is told who does not listen."""


@contextmanager
def show_bars(console: Console | None = None) -> Iterator[Progress]:
    """Progress bars on `console`; what is printed on it meanwhile goes above them."""
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(bar_width=36),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[note]}"),
    )
    with Bars(*columns, console=console) as bars:
        tasks: dict[str, TaskID] = {}

        def show(done: int, total: int, what: str, note: str = "") -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total, note=note)
            bars.update(tasks[what], completed=done, total=total, note=note)

        yield show
