"""CSV, TSV and Parquet files to columns of text, with the place of every row for messages."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet
from numpy.typing import NDArray

from bespoke.errors import DataRefused, NotFound

_PARQUET = (".parquet", ".pq")
_TEXT = (".csv", ".tsv", ".tab", ".txt")
_DELIMITERS = (",", "\t", ";", "|")


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The columns asked for, as far as the file has them."""

    path: Path
    columns: pa.Table
    unused: tuple[str, ...]
    delimiter: str | None  # None for Parquet

    def __len__(self) -> int:
        return int(self.columns.num_rows)

    @property
    def names(self) -> list[str]:
        return list(self.columns.column_names)

    def encoded(self, name: str) -> tuple[NDArray[np.int64], list[str]]:
        """Each row's place among the column's distinct texts, −1 where Parquet has a null."""
        column = _as_text(self.columns[name], self.path, name)
        column = column.unify_dictionaries().combine_chunks()
        if isinstance(column, pa.ChunkedArray):  # nothing to combine
            column = pa.concat_arrays(column.chunks)
        codes = column.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
        return codes, column.dictionary.to_pylist()

    def place(self, row: int) -> str:
        """Where a row stands, e.g. "T.csv line 17"."""
        if self.delimiter is None:
            return f"{self.path} row {row + 1:,}"
        with _open(self.path) as file:
            reader = csv.reader(file, delimiter=self.delimiter)
            filled = (reader.line_num for fields in reader if fields)
            for number, line in enumerate(filled):
                if number == row + 1:
                    return f"{self.path} line {line:,}"
        return f"{self.path} line {row + 2:,}"


def read_table(path: Path, required: Sequence[str], optional: Sequence[str]) -> Table:
    """The named columns of a file; raises NotFound, or DataRefused in one line that says what to do."""
    if not path.is_file():
        raise NotFound("file", str(path))
    suffixes = [one.lower() for one in path.suffixes]
    kind = suffixes[-2] if suffixes[-1:] == [".gz"] and len(suffixes) > 1 else (suffixes or [""])[-1]
    if kind in _PARQUET:
        return _read_parquet(path, required, optional)
    if kind not in _TEXT:
        raise DataRefused(f"{path}: cannot tell what it is; name it .csv, .csv.gz, .tsv or .parquet")
    try:
        return _read_text(path, required, optional, "\t" if kind in (".tsv", ".tab") else ",")
    except (UnicodeDecodeError, gzip.BadGzipFile, EOFError) as error:
        raise DataRefused(f"{path} cannot be read ({error}); it has to be text in UTF-8") from None


def _read_text(path: Path, required: Sequence[str], optional: Sequence[str], usual: str) -> Table:
    header, delimiter = _read_header(path, required, usual)
    wanted = _choose(path, header, required, optional)
    names = [name if name in wanted else f"{place}" for place, name in enumerate(header)]
    text, long_text = pa.dictionary(pa.int32(), pa.string()), pa.large_string()
    try:
        columns = pyarrow.csv.read_csv(
            pa.input_stream(str(path)),
            read_options=pyarrow.csv.ReadOptions(column_names=names, skip_rows=1, block_size=8 << 20),
            parse_options=pyarrow.csv.ParseOptions(delimiter=delimiter, newlines_in_values=True),
            convert_options=pyarrow.csv.ConvertOptions(
                include_columns=wanted,
                column_types={name: long_text if name == "timestamp" else text for name in wanted},
                strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid as error:
        if "Empty CSV" in str(error):
            raise DataRefused(f"{path} has a header and no lines") from None
        raise DataRefused(_describe_broken(path, delimiter, len(header), error)) from None
    return Table(path, columns, tuple(one for one in header if one and one not in wanted), delimiter)


def _read_header(path: Path, required: Sequence[str], usual: str) -> tuple[list[str], str]:
    """The names in the first line, and what separates them."""
    with _open(path) as file:
        line = file.readline()
    found: dict[str, list[str]] = {}
    for delimiter in (usual, *_DELIMITERS):
        names = [name.strip() for name in next(csv.reader([line], delimiter=delimiter), [])]
        if set(required) <= set(names):
            return names, delimiter
        found.setdefault(delimiter, names)
    return found[usual], usual


def _choose(path: Path, header: Sequence[str], required: Sequence[str], optional: Sequence[str]) -> list[str]:
    missing = [name for name in required if name not in header]
    if missing:
        there = ", ".join(repr(name) for name in header if name) or "nothing"
        raise DataRefused(f"{path} has no column {' and no '.join(missing)}; its first line names {there}")
    wanted = [name for name in (*required, *optional) if name in header]
    for name in wanted:
        if list(header).count(name) > 1:
            raise DataRefused(f"{path} has two columns {name}; keep one")
    return wanted


def _read_parquet(path: Path, required: Sequence[str], optional: Sequence[str]) -> Table:
    try:
        header = pyarrow.parquet.read_schema(path).names
        wanted = _choose(path, header, required, optional)
        columns = pyarrow.parquet.read_table(path, columns=wanted)
    except (pa.ArrowInvalid, OSError) as error:
        first = str(error).splitlines()[0]
        raise DataRefused(f"{path} cannot be read as Parquet: {first}") from None
    return Table(path, columns, tuple(name for name in header if name not in wanted), None)


def _as_text(column: pa.ChunkedArray, path: Path, name: str) -> pa.ChunkedArray:
    type_ = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    if pa.types.is_floating(type_) and name in ("customer_id", "product_id"):
        column = _whole(column, path, name)
    if not pa.types.is_dictionary(column.type):
        column = column.cast(pa.string()).dictionary_encode()
    text = pa.dictionary(pa.int32(), pa.string())
    return column if column.type == text else column.cast(text)


def _whole(column: pa.ChunkedArray, path: Path, name: str) -> pa.ChunkedArray:
    """Numbers that became floats only because some are missing, as whole numbers again."""
    try:
        return column.cast(pa.int64())
    except pa.ArrowInvalid:
        raise DataRefused(f"{path}: {name} holds fractions; write ids as text or whole numbers") from None


def _describe_broken(path: Path, delimiter: str, width: int, error: Exception) -> str:
    """One line that names the first line with too few or too many fields."""
    try:
        with _open(path) as file:
            reader = csv.reader(file, delimiter=delimiter)
            for fields in reader:
                if fields and len(fields) != width:
                    return (
                        f"{path} line {reader.line_num:,} has {len(fields)} fields where the first line "
                        f"has {width}; mend or remove it"
                    )
    except (UnicodeDecodeError, csv.Error):
        return f"{path} is not text in UTF-8; save it as UTF-8"
    return f"{path} cannot be read: {str(error).splitlines()[0]}"


def _open(path: Path) -> IO[Any]:
    if path.suffix.lower() == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open("r", encoding="utf-8-sig", newline="")


def as_strings(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of text without blanks around it."""
    return pc.utf8_trim_whitespace(column)
