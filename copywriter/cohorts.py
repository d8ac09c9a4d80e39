"""Cohorts: customers who get the same words. Small ones are merged, so that none describes a person."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bespoke.domain import Cohort, CohortId, Segment
from bespoke.encoding import fingerprint

CUSTOMER_ID = "customer_id"
SEGMENT = "segment"
CATEGORY = "category"
LOCALE = "locale"
HAS_OFFER = "has_offer"
_TRAITS = [SEGMENT, CATEGORY, LOCALE, HAS_OFFER]

# A small rest joins its segment's smallest category when that is at most this many
# minimum sizes: beyond, too many would lose their category for the sake of a few.
_SIBLING_MINIMA = 5

Group = tuple[str, bool]  # locale, has offer: their facts differ, so they never merge
Cell = tuple[str | None, str | None]  # segment, category; None is merged away
Key = tuple[Group, Cell]


@dataclass(frozen=True, slots=True)
class CohortPlan:
    cohorts: tuple[Cohort, ...]  # by id
    cohort_of: pd.Series  # cohort id by customer id


def form_cohorts(members: pd.DataFrame, min_size: int, max_count: int) -> CohortPlan:
    """Every member's cohort: segment × category × locale × offer, as fine as the sizes allow.

    `members` has a row per customer: customer_id, segment, category (may be
    missing), locale, has_offer. Categories are given up first, then segments,
    until no cohort is below `min_size` and there are at most `max_count`.
    A locale too small for a cohort joins the most frequent one of its language; languages
    and offer tiers never mix, so a language with fewer than `min_size` customers stays a
    small cohort that describes nobody, and more such groups than `max_count` exceed it.
    """
    index = pd.Index(members[CUSTOMER_ID], name=CUSTOMER_ID)
    if members.empty:
        return CohortPlan((), pd.Series([], index=index, dtype=object))
    members = members.assign(**{LOCALE: _join_small_locales(members, min_size)})
    row_cell, keys, cells = _count_cells(members)
    merging = _Merging(cells, min_size)
    for group in merging.groups:
        merging.enlarge(group)
    merging.limit(max_count)
    cohorts = _name_cohorts(merging.sizes())
    ids = np.array([cohorts[merging.final(key)].cohort_id for key in keys], dtype=object)
    return CohortPlan(
        tuple(sorted(cohorts.values(), key=lambda cohort: cohort.cohort_id)),
        pd.Series(ids[row_cell], index=index, dtype=object, name="cohort_id"),
    )


def _join_small_locales(members: pd.DataFrame, min_size: int) -> list[str]:
    """Each member's locale, or the most frequent one of its language and offer tier."""
    locales, offers = members["locale"].astype(str).tolist(), members["has_offer"].tolist()
    sizes = Counter(zip(locales, offers, strict=True))
    largest: dict[tuple[str, bool], str] = {}
    for (locale, has_offer), _ in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        largest.setdefault((locale.split("-")[0], has_offer), locale)
    return [
        locale if sizes[locale, has_offer] >= min_size else largest[locale.split("-")[0], has_offer]
        for locale, has_offer in zip(locales, offers, strict=True)
    ]


def _count_cells(members: pd.DataFrame) -> tuple[NDArray[np.intp], list[Key], Counter[Key]]:
    """Each row's place in the list of keys, that list (some keys twice), and each key's size."""
    grouped = members.groupby(_TRAITS, dropna=False, observed=True, sort=True)
    keys: list[Key] = []
    cells: Counter[Key] = Counter()
    for traits, size in grouped.size().items():
        segment, category, locale, has_offer = cast(tuple[str, str | None, str, bool], traits)
        known = None if pd.isna(category) or not str(category).strip() else str(category)
        keys.append(((str(locale), bool(has_offer)), (str(segment), known)))
        cells[keys[-1]] += int(size)
    return np.asarray(grouped.ngroup(), dtype=np.intp), keys, cells


class _Merging:
    """Sizes of cells per group while they merge, and where each first cell ended up."""

    def __init__(self, cells: Mapping[Key, int], min_size: int) -> None:
        self.min_size = min_size
        self.groups: dict[Group, Counter[Cell]] = defaultdict(Counter)
        self._moved: dict[Key, Cell] = {}
        for (group, cell), size in cells.items():
            self.groups[group][cell] += size

    def enlarge(self, group: Group) -> None:
        """Merge until no cell of the group is below the minimum, if the group as a whole is not."""
        cells = self.groups[group]
        for cell in [cell for cell, size in cells.items() if cell[1] is not None and size < self.min_size]:
            self._generalize(group, cell)
        for rest in self._small(group):
            sibling = self._smallest_sibling(group, rest)
            if sibling is not None and cells[sibling] <= _SIBLING_MINIMA * self.min_size:
                self._generalize(group, sibling)
        if sum(cells[rest] for rest in self._small(group)) + cells[None, None] < self.min_size:
            for rest in self._small(group):
                sibling = self._smallest_sibling(group, rest)
                if sibling is not None:
                    self._generalize(group, sibling)
        for rest in self._small(group):
            self._generalize(group, rest)
        self._fill_up_the_rest(group)

    def limit(self, max_count: int) -> None:
        """Give up the smallest categories, then the smallest segments, until there are few enough."""
        for place in (1, 0):
            candidates = [
                (size, group, cell)
                for group, cells in self.groups.items()
                for cell, size in cells.items()
                if cell[place] is not None
            ]
            candidates.sort(key=lambda one: (one[0], str(one[1:])))
            for _, group, cell in candidates:
                if sum(len(cells) for cells in self.groups.values()) <= max_count:
                    return
                if cell in self.groups[group] and len(self.groups[group]) > 1:
                    self._generalize(group, cell)

    def sizes(self) -> dict[Key, int]:
        """Every remaining cell with its size."""
        return {(group, cell): size for group, cells in self.groups.items() for cell, size in cells.items()}

    def final(self, key: Key) -> Key:
        """Where a first cell ended up."""
        group, cell = key
        while (group, cell) in self._moved:
            cell = self._moved[group, cell]
        return group, cell

    def _small(self, group: Group) -> list[Cell]:
        cells = self.groups[group]
        small = [cell for cell, size in cells.items() if cell[0] is not None and 0 < size < self.min_size]
        return sorted(small, key=lambda cell: (cells[cell], str(cell)))

    def _smallest_sibling(self, group: Group, rest: Cell) -> Cell | None:
        cells = self.groups[group]
        siblings = [cell for cell in cells if cell[0] == rest[0] and cell[1] is not None]
        return min(siblings, key=lambda cell: (cells[cell], str(cell)), default=None)

    def _fill_up_the_rest(self, group: Group) -> None:
        cells = self.groups[group]
        while 0 < cells[None, None] < self.min_size and len(cells) > 1:
            others = [cell for cell in cells if cell != (None, None)]
            self._generalize(group, min(others, key=lambda cell: (cells[cell], str(cell))))
        if not cells[None, None]:
            del cells[None, None]

    def _generalize(self, group: Group, cell: Cell) -> None:
        """Give up the cell's category, or else its segment."""
        cells = self.groups[group]
        wider: Cell = (cell[0], None) if cell[1] is not None else (None, None)
        cells[wider] += cells.pop(cell)
        self._moved[group, cell] = wider


def _name_cohorts(sizes: Mapping[Key, int]) -> dict[Key, Cohort]:
    names = {key: _readable_id(*key) for key in sizes}
    taken = Counter(names.values())
    cohorts = {}
    for key, size in sizes.items():
        (locale, has_offer), (segment, category) = key
        name = names[key]
        if taken[name] > 1:  # two categories that read alike
            name = f"{name}-{fingerprint(*map(str, key[1]), locale)[:6]}"
        cohorts[key] = Cohort(
            cohort_id=CohortId(name),
            segment=None if segment is None else Segment(segment),
            category=category,
            locale=locale,
            has_offer=has_offer,
            size=size,
        )
    return cohorts


def _readable_id(group: Group, cell: Cell) -> str:
    (locale, has_offer), (segment, category) = group, cell
    return name_cohort(segment, category, locale, has_offer)


def name_cohort(segment: str | None, category: str | None, locale: str, has_offer: bool) -> str:
    """Its traits with hyphens, e.g. `loyal-kitchen-dining-en-gb-offer`; two categories may read alike."""
    parts = [segment or "everyone", category or "", locale, "offer" if has_offer else ""]
    return "-".join(_slug(part) for part in parts if part)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:40].strip("-") or fingerprint(text)[:6]
