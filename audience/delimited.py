"""Delimited text files as frames of text, whatever their encoding, delimiter and line ends."""

from __future__ import annotations

import csv
import gzip
import io
import itertools
import re
import warnings
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, cast

import pandas as pd

from audience.table_checks import row_json
from bespoke.errors import DataRefused, NotFound

_DELIMITERS = ",;\t|"
_EXCEL_DELIMITER = re.compile(r"^sep=(.)$")
_GZIP_MAGIC = b"\x1f\x8b"
_ZIP_MAGIC = b"PK\x03\x04"
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# Windows-1252 leaves five bytes undefined, Latin-1 none: the last always succeeds.
_ENCODINGS = ("utf-8", "cp1252", "latin-1")


@dataclass(frozen=True, slots=True)
class DelimitedFile:
    frame: pd.DataFrame  # every cell as text; NA where the line was too short
    torn: list[str] = field(default_factory=list)  # lines with too many fields, as JSON


@dataclass(frozen=True, slots=True)
class _Form:
    encoding: str
    delimiter: str
    header: list[str]
    lines_before: int  # the header


def read_delimited(path: Path) -> DelimitedFile:
    """A CSV file as text. Raises NotFound or DataRefused, on one line, for what is not one.

    Comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252; plain or gzip.
    """
    refuse_unless_file(path)
    with _plain_errors(path):
        head = _first_bytes(path)
        encoding = _find_encoding(path, head)
        form = _find_form(head.decode(encoding, errors="ignore"), encoding)
        _refuse_repeated(path, form.header)
        try:
            return DelimitedFile(_read_fast(path, form))
        except (pd.errors.ParserError, pd.errors.ParserWarning) as error:
            if "EOF inside string" in str(error):
                raise DataRefused(f"{path}: a quotation mark is opened and never closed") from None
            return _read_carefully(path, form)


def refuse_unless_file(path: Path) -> None:
    """Raise NotFound for nothing there and DataRefused for a folder."""
    if path.is_dir():
        raise DataRefused(f"{path} is a folder; give the path of a file")
    if not path.exists():
        raise NotFound("file", str(path), "check the path")


@contextmanager
def _plain_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise DataRefused(f"{path} is a damaged gzip file; copy or download it again") from None
    except OSError as error:
        raise DataRefused(f"cannot read {path}: {error.strerror or error}") from None
    except (pd.errors.EmptyDataError, UnicodeError, csv.Error) as error:
        raise DataRefused(f"{path} cannot be read as CSV: {error}") from None


def _first_bytes(path: Path) -> bytes:
    with _open(path) as file:
        head: bytes = file.read(65536)
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise DataRefused(f"{path} is empty")
    if head.startswith(_ZIP_MAGIC):
        raise DataRefused(f"{path} is a spreadsheet or zip archive; save it as CSV")
    if head.startswith(b"PAR1"):
        raise DataRefused(f"{path} is a Parquet file; name it .parquet")
    if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DataRefused(f"{path} is not a text file")
    return head


def _open(path: Path) -> IO[bytes]:
    with path.open("rb") as file:
        is_gzip = file.read(2) == _GZIP_MAGIC
    return cast(IO[bytes], gzip.open(path, "rb")) if is_gzip else path.open("rb")


def _find_encoding(path: Path, head: bytes) -> str:
    for mark, encoding in _BOMS.items():
        if head.startswith(mark):
            return encoding
    for encoding in _ENCODINGS:
        with _open(path) as raw, io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
            try:
                while text.read(1 << 22):
                    pass
            except UnicodeDecodeError:
                continue
            return encoding
    raise AssertionError("latin-1 decodes every byte")


def _find_form(head: str, encoding: str) -> _Form:
    """How the file is written: Excel's own word on the delimiter, or the one that splits the header most."""
    lines = [line for line in head.lstrip("\ufeff").splitlines() if line.strip()]
    if len(lines) > 1 and (told := _EXCEL_DELIMITER.match(lines[0])):
        return _Form(encoding, told[1], next(csv.reader([lines[1]], delimiter=told[1])), 1)
    by_mark = {mark: next(csv.reader([lines[0]], delimiter=mark)) for mark in _DELIMITERS}
    delimiter = max(by_mark, key=lambda mark: len(by_mark[mark]))
    return _Form(encoding, delimiter, by_mark[delimiter], 0)


def _refuse_repeated(path: Path, names: list[str]) -> None:
    # pandas would rename the second one, and its values would go unseen.
    repeated = [name for name in names if name.strip() and names.count(name) > 1]
    if repeated:
        raise DataRefused(f"{path} has more than one column {repeated[0]!r}; keep one of them")


def _read_fast(path: Path, form: _Form) -> pd.DataFrame:
    with _open(path) as file, warnings.catch_warnings():
        # pandas only warns when it cuts off fields that every line has too many.
        warnings.simplefilter("error", pd.errors.ParserWarning)
        frame: pd.DataFrame = pd.read_csv(
            file,
            sep=form.delimiter,
            encoding=form.encoding,
            skiprows=form.lines_before,
            dtype="str",
            keep_default_na=False,
            index_col=False,
            on_bad_lines="error",
        )
    return frame


def _read_carefully(path: Path, form: _Form) -> DelimitedFile:
    """Line by line, with the lines that have too many fields kept apart."""
    with _open(path) as raw, io.TextIOWrapper(raw, encoding=form.encoding, newline="") as text:
        lines = (line for line in csv.reader(text, delimiter=form.delimiter) if line)
        header = list(itertools.islice(lines, form.lines_before + 1))[-1]
        width = len(header)
        good: list[Sequence[Any]] = []
        torn = []
        for line in lines:
            if any(cell.strip() for cell in line[width:]):
                torn.append(row_json({**dict(zip(header, line, strict=False)), "…": line[width:]}))
            else:
                good.append([*line[:width], *[None] * (width - len(line))])
    return DelimitedFile(pd.DataFrame(good, columns=header, dtype="str"), torn)
