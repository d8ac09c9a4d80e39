"""Delimited text files as frames of text, whatever their encoding, delimiter and line ends."""

from __future__ import annotations

import csv
import gzip
import io
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
_GZIP_MAGIC = b"\x1f\x8b"
_ZIP_MAGIC = b"PK\x03\x04"
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# Windows-1252 leaves five bytes undefined, Latin-1 none: the last always succeeds.
_ENCODINGS = ("utf-8", "cp1252", "latin-1")


@dataclass(frozen=True, slots=True)
class DelimitedFile:
    frame: pd.DataFrame  # every cell as text; NA where the line was too short
    torn: list[str] = field(default_factory=list)  # lines with too many fields, as JSON


def read_delimited(path: Path) -> DelimitedFile:
    """A CSV file as text. Raises NotFound or DataRefused, on one line, for what is not one.

    Comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252; plain or gzip.
    """
    refuse_unless_file(path)
    with _plain_errors(path):
        head = _first_bytes(path)
        encoding = _find_encoding(path, head)
        header = _find_header(head.decode(encoding, errors="ignore"))
        delimiter = _find_delimiter(header)
        _refuse_repeated(path, next(csv.reader([header], delimiter=delimiter)))
        try:
            return DelimitedFile(_read_fast(path, encoding, delimiter))
        except pd.errors.ParserError as error:
            if "EOF inside string" in str(error):
                raise DataRefused(f"{path}: a quotation mark is opened and never closed") from None
            return _read_carefully(path, encoding, delimiter)


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


def _find_header(head: str) -> str:
    return next(line for line in head.lstrip("\ufeff").splitlines() if line.strip())


def _refuse_repeated(path: Path, names: list[str]) -> None:
    # pandas would rename the second one, and its values would go unseen.
    repeated = [name for name in names if name.strip() and names.count(name) > 1]
    if repeated:
        raise DataRefused(f"{path} has more than one column {repeated[0]!r}; keep one of them")


def _find_delimiter(header: str) -> str:
    """The candidate that splits the header into most fields; the comma where none does."""
    return max(_DELIMITERS, key=lambda mark: len(next(csv.reader([header], delimiter=mark))))


def _read_fast(path: Path, encoding: str, delimiter: str) -> pd.DataFrame:
    with _open(path) as file:
        frame: pd.DataFrame = pd.read_csv(
            file,
            sep=delimiter,
            encoding=encoding,
            dtype="str",
            keep_default_na=False,
            index_col=False,
            on_bad_lines="error",
        )
    return frame


def _read_carefully(path: Path, encoding: str, delimiter: str) -> DelimitedFile:
    """Line by line, with the lines that have too many fields kept apart."""
    with _open(path) as raw, io.TextIOWrapper(raw, encoding=encoding, newline="") as text:
        lines = (line for line in csv.reader(text, delimiter=delimiter) if line)
        header = next(lines)
        good: list[Sequence[Any]] = []
        torn = []
        for line in lines:
            if len(line) > len(header):
                torn.append(
                    row_json(
                        dict(zip([*header, "…"], [*line[: len(header)], line[len(header) :]], strict=True))
                    )
                )
            else:
                good.append([*line, *[None] * (len(header) - len(line))])
    return DelimitedFile(pd.DataFrame(good, columns=header, dtype="str"), torn)
