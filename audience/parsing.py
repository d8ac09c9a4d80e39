"""Whole columns of text, numbers and moments from whatever a file or driver delivered."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd

MISSING_MARKS = ("", "NULL", "\\N", "NaN", "NaT", "<NA>")
_ISO_MOMENT = r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?"
_DECIMAL_COMMA = r"[+-]?\d+,\d{1,2}"  # "12,50"; "1,234" could be either and stays unreadable
_THOUSANDS = r"[+-]?\d{1,3}(?:,\d{3})+\.\d+"
_TRUE, _FALSE = ("true", "t", "yes", "y", "1"), ("false", "f", "no", "n", "0")


def parse_text(raw: pd.Series[Any]) -> pd.Series[Any]:
    """Trimmed text, NA where there is none; whole floats lose their ".0", categoricals stay so."""
    if isinstance(raw.dtype, pd.CategoricalDtype):
        return _by_category(raw, parse_text)
    text = _as_text(raw)
    if text.str.contains("\x00", regex=False).fillna(False).any():
        text = text.str.replace("\x00", "", regex=False)  # PostgreSQL takes none
    text = text.str.strip()
    return text.mask(text.isin(MISSING_MARKS))


def parse_numbers(raw: pd.Series[Any]) -> pd.Series[Any]:
    """Float64; NaN where missing or unreadable. A decimal comma is read where it can be nothing else."""
    if pd.api.types.is_numeric_dtype(raw.dtype) and not pd.api.types.is_bool_dtype(raw.dtype):
        numbers = pd.Series(raw.to_numpy(dtype="float64", na_value=np.nan), index=raw.index)
        return numbers.where(np.isfinite(numbers))
    text = parse_text(raw).astype("str")
    numbers = pd.to_numeric(text, errors="coerce").astype("float64")
    unread = text[numbers.isna() & text.notna()]
    if len(unread):
        comma = unread[unread.str.fullmatch(_DECIMAL_COMMA)].str.replace(",", ".", regex=False)
        thousands = unread[unread.str.fullmatch(_THOUSANDS)].str.replace(",", "", regex=False)
        for readable in (comma, thousands):
            numbers.loc[readable.index] = readable.astype("float64")
    return numbers.where(np.isfinite(numbers))


def parse_moments(raw: pd.Series[Any]) -> pd.Series[Any]:
    """datetime64[us, UTC] from ISO 8601 or typed values; NaT where missing or unreadable.

    A moment without a zone is taken as UTC. Other orders of day and month are never guessed.
    """
    if pd.api.types.is_datetime64_any_dtype(raw.dtype):
        return pd.to_datetime(raw, utc=True).dt.as_unit("us")
    text = parse_text(raw.map(_iso_if_dated) if raw.dtype == object else raw).astype("str")
    text = text.where(text.str.fullmatch(_ISO_MOMENT).fillna(False).astype(bool))
    return pd.to_datetime(text, format="ISO8601", utc=True, errors="coerce").dt.as_unit("us")


def parse_flags(raw: pd.Series[Any]) -> pd.Series[Any]:
    """Nullable booleans from true/false, yes/no, 1/0."""
    if pd.api.types.is_bool_dtype(raw.dtype):
        return raw.astype("boolean")
    words = parse_text(raw).astype("str").str.lower()
    flags = pd.Series(pd.NA, index=raw.index, dtype="boolean")
    flags[words.isin(_TRUE)] = True
    flags[words.isin(_FALSE)] = False
    return flags


def parse_maps(raw: pd.Series[Any]) -> pd.Series[Any]:
    """Objects of text to text, from JSON or as typed; NA where missing or unreadable."""
    return pd.Series([_as_map(value) for value in raw], index=raw.index, dtype=object)


def _by_category(raw: pd.Series[Any], parse: Callable[[pd.Series[Any]], pd.Series[Any]]) -> pd.Series[Any]:
    parsed = parse(pd.Series(raw.cat.categories))
    codes, kept = pd.factorize(parsed)
    if len(codes) == 0:
        return pd.Series(None, index=raw.index, dtype="str")
    old = raw.cat.codes.to_numpy()
    new = np.where(old < 0, -1, codes[old])
    return pd.Series(pd.Categorical.from_codes(new, categories=pd.Index(kept)), index=raw.index)


def _as_text(raw: pd.Series[Any]) -> pd.Series[Any]:
    if isinstance(raw.dtype, pd.StringDtype):
        return raw.astype("str")
    if pd.api.types.is_float_dtype(raw.dtype):
        return raw.map(_plain_number, na_action="ignore").astype("str")
    if raw.dtype == object:
        return pd.Series([_plain(value) for value in raw], index=raw.index, dtype="str")
    return raw.astype("str")


def _plain_number(value: float) -> str:
    return str(int(value)) if np.isfinite(value) and value == int(value) else str(value)


def _plain(value: Any) -> str | None:
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    return _plain_number(value) if isinstance(value, float) else str(value)


def _iso_if_dated(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") and value is not pd.NaT else value


def _as_map(value: Any) -> dict[str, str] | None:
    if isinstance(value, str) and re.match(r"\s*\{", value):
        try:
            value = json.loads(value)
        except ValueError:
            return None
    if not isinstance(value, Mapping):
        return None
    texts = {str(key).strip(): str(item).strip() for key, item in value.items() if item is not None}
    return {key: text for key, text in texts.items() if key and text}
