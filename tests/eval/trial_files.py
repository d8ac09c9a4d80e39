"""Small made-up shops for trying the recommender on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from eval.interactions import Interactions, read_interactions


def a_sequence_shop(customers: int = 60, products: int = 30, seed: int = 3) -> pd.DataFrame:
    """Everybody walks along a ring of products from a place of their own; nobody repeats one."""
    rng = np.random.default_rng(seed)
    rows = []
    for customer in range(customers):
        start, length = int(rng.integers(products)), int(rng.integers(4, 9))
        steps = [(start + step) % products for step in range(length)]
        rows += [(f"{customer:03}", f"p{product}") for product in steps]
    return pd.DataFrame(rows, columns=["customer_id", "product_id"])


def hold_out_last(lines: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Everything but each customer's last line, and the last lines."""
    is_last = ~lines.duplicated("customer_id", keep="last")
    return lines[~is_last].reset_index(drop=True), lines[is_last].reset_index(drop=True)


def an_order_shop(customers: int = 30, days: int = 150, seed: int = 5) -> pd.DataFrame:
    """Customers who come back every other week, mostly for what they had, at moments all their own."""
    rng = np.random.default_rng(seed)
    rows = []
    for customer in range(customers):
        favorites = rng.choice(25, 4, replace=False)
        for day in range(int(rng.integers(14)), days, 14):
            chosen = favorites if rng.random() < 0.7 else rng.choice(25, 3, replace=False)
            for product in rng.permutation(chosen)[:3]:
                rows.append((f"c{customer}", f"p{product}", day * 86_400 + int(rng.integers(80_000))))
    lines = pd.DataFrame(rows, columns=["customer_id", "product_id", "timestamp"])
    lines["timestamp"] += 1_600_000_000 - 1_600_000_000 % 86_400
    return lines.drop_duplicates("timestamp").sort_values("timestamp").reset_index(drop=True)


def split_at_day(lines: pd.DataFrame, day: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The lines before a day of the shop, and those from then on."""
    first = lines["timestamp"].min() // 86_400 * 86_400
    is_late = lines["timestamp"] >= first + day * 86_400
    return lines[~is_late].reset_index(drop=True), lines[is_late].reset_index(drop=True)


def as_read(lines: pd.DataFrame, folder: Path, name: str) -> Interactions:
    """What reading a file of these lines gives."""
    path = folder / f"{name}.csv"
    lines.to_csv(path, index=False)
    return read_interactions(path)
