"""Keys of rows by their contents: the same for the same values, whatever form the column has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
import pyarrow
from numpy.typing import NDArray

from store.column_types import AMOUNT_SCALE

Lanes = NDArray[np.uint64]  # shape (2, n): two independent 64-bit halves of each key

_STEP = np.uint64(0x9E3779B97F4A7C15)
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_LANE_SEEDS = np.array([[0x243F6A8885A308D3], [0x13198A2E03707344]], dtype=np.uint64)


def row_keys(columns: Iterable[pd.Series[Any]], kind: str) -> pd.Series[Any]:
    """32 hexadecimal digits per row, of text, number and moment columns in their order.

    Not against an adversary: a mixer (splitmix64) over a cryptographic hash per distinct text.
    """
    columns = list(columns)
    keys = _as_hexadecimal(row_lanes(columns, kind))
    keys.index = columns[0].index
    return keys


def row_lanes(columns: Iterable[pd.Series[Any]], kind: str) -> Lanes:
    """The keys as two 64-bit numbers each."""
    columns = list(columns)
    lanes = np.repeat(_LANE_SEEDS ^ _digest(kind), len(columns[0]), axis=1)
    for column in columns:
        lanes = _mix((lanes + _STEP) ^ _value_lanes(column))
    return lanes


def frame_fingerprint(frame: pd.DataFrame) -> str:
    """32 hexadecimal digits of a whole frame, whatever the order of its rows."""
    if frame.empty:
        return "0" * 32
    lanes = row_lanes((frame[name] for name in frame.columns), ",".join(frame.columns))
    total = _mix(lanes).sum(axis=1, dtype=np.uint64, keepdims=True) ^ np.uint64(len(frame))
    return str(_as_hexadecimal(total).iloc[0])


def _value_lanes(column: pd.Series[Any]) -> Lanes:
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        return _number_lanes(column.dt.as_unit("us").astype("int64").to_numpy(), column.isna().to_numpy())
    if pd.api.types.is_numeric_dtype(column.dtype):
        numbers = column.astype("float64").to_numpy()
        missing = np.isnan(numbers)
        return _number_lanes(np.rint(np.where(missing, 0, numbers) * AMOUNT_SCALE).astype("int64"), missing)
    return _text_lanes(column)


def _number_lanes(numbers: NDArray[np.int64], missing: NDArray[np.bool_]) -> Lanes:
    lanes = _mix(numbers.view(np.uint64)[None, :] ^ _LANE_SEEDS)
    lanes[:, missing] = 0
    return lanes


def _text_lanes(column: pd.Series[Any]) -> Lanes:
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes, texts = column.cat.codes.to_numpy(), list(column.cat.categories)
    else:
        codes, found = pd.factorize(column.map(str, na_action="ignore") if column.dtype == object else column)
        texts = list(found)
    digests = b"".join(hashlib.blake2b(str(text).encode(), digest_size=16).digest() for text in texts)
    # One more row at the end: code -1 is a missing value.
    table = np.frombuffer(digests + bytes(16), dtype="<u8").reshape(-1, 2)
    return np.ascontiguousarray(table[codes].T)


def _digest(text: str) -> Lanes:
    raw = hashlib.blake2b(text.encode(), digest_size=16).digest()
    return np.frombuffer(raw, dtype="<u8").reshape(2, 1)


def _mix(lanes: Lanes) -> Lanes:
    lanes = (lanes ^ (lanes >> np.uint64(30))) * _MIX_1
    lanes = (lanes ^ (lanes >> np.uint64(27))) * _MIX_2
    mixed: Lanes = lanes ^ (lanes >> np.uint64(31))
    return mixed


def _as_hexadecimal(lanes: Lanes) -> pd.Series[Any]:
    # Straight into an Arrow buffer: a Python string per key would cost 81 bytes each.
    digits = np.ascontiguousarray(lanes.T).astype(">u8").tobytes().hex().encode()
    offsets = np.arange(0, len(digits) + 1, 32, dtype=np.int64)
    buffers = pyarrow.py_buffer(offsets), pyarrow.py_buffer(digits)
    keys = pyarrow.LargeStringArray.from_buffers(lanes.shape[1], *buffers)
    return pd.Series(pd.array(keys, dtype="str"))
