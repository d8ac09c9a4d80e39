"""The shop's ids to row numbers and back; row numbers never leave this package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Rows = NDArray[np.int32]
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class IdMap:
    """Distinct ids in order of row number."""

    index: pd.Index[Any]

    @classmethod
    def of(cls, ids: Iterable[str]) -> IdMap:
        """A map of the distinct ids, sorted, so that the order they came in changes nothing."""
        return cls.in_order(sorted(set(ids)))

    @classmethod
    def of_column(cls, column: pd.Series[Any]) -> IdMap:
        """A map of the ids that stand in a column of events; a missing one has no row."""
        found = pd.Categorical(column).remove_unused_categories()
        return cls.of(found.categories.astype(object).tolist())

    @classmethod
    def in_order(cls, ids: Sequence[str]) -> IdMap:
        """A map that keeps the given order; raises ValueError when an id comes twice."""
        index = pd.Index(list(ids), dtype=object)
        if not index.is_unique:
            raise ValueError(f"id {index[index.duplicated()][0]!r} comes twice")
        return cls(index)

    def __len__(self) -> int:
        return len(self.index)

    def rows_of(self, ids: Any) -> Rows:
        """Row numbers of a column or sequence of ids, UNKNOWN where an id is missing or not in the map."""
        if isinstance(ids, pd.Series):
            ids = ids.array
        if isinstance(ids, pd.Categorical):
            codes = np.asarray(ids.codes)
            known = np.append(self._look_up(ids.categories), UNKNOWN)
            return known[codes].astype(np.int32)
        return self._look_up(ids).astype(np.int32)

    def _look_up(self, ids: Any) -> NDArray[np.int64]:
        if not hasattr(ids, "dtype"):
            ids = list(ids)
        return np.asarray(self.index.get_indexer(pd.Index(ids, dtype=object)), dtype=np.int64)

    def ids_of(self, rows: Any) -> list[str]:
        """The ids at these row numbers; raises IndexError for UNKNOWN and other rows outside the map."""
        rows = np.asarray(rows, dtype=np.int64)
        if rows.size and rows.min() < 0:
            raise IndexError("a negative row number stands for no id")
        return list(self.index.to_numpy()[rows])

    def arrays(self) -> Mapping[str, NDArray[Any]]:
        """The ids as plain arrays."""
        # numpy's own text would cut trailing NULs and pad every id to the longest.
        raw = [str(one).encode("utf-8", "surrogatepass") for one in self.index]
        return {
            "text": np.frombuffer(b"".join(raw), dtype=np.uint8),
            "lengths": np.array([len(one) for one in raw], dtype=np.int64),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> IdMap:
        """The map that `arrays` came from."""
        text, ends = arrays["text"].tobytes(), np.cumsum(arrays["lengths"]).tolist()
        starts = [0, *ends[:-1]] if ends else []
        return cls.in_order(
            [text[a:b].decode("utf-8", "surrogatepass") for a, b in zip(starts, ends, strict=True)]
        )
