"""Texts of products to vectors: how often each word, less for words that many products share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2,}")
_MOST_TERMS = 200_000
_TOO_COMMON = 0.2  # of the products, once there are enough of them
_ENOUGH_PRODUCTS = 50
_BLOCK = 512
_MOST_SHARING = 1000


def vectorize_texts(texts: Sequence[str]) -> csr_matrix:
    """TF-IDF of words and pairs of neighboring words, products × terms, each row of length 1 or 0.

    Terms of one product only connect nothing and are left out; so are those of very many.
    """
    counts = [Counter(_terms(text)) for text in texts]
    spread = Counter(term for found in counts for term in found)
    most = max(len(texts) * _TOO_COMMON, _ENOUGH_PRODUCTS)
    usable = sorted(
        (term for term, n in spread.items() if 2 <= n <= most), key=lambda term: (-spread[term], term)
    )
    place = {term: column for column, term in enumerate(usable[:_MOST_TERMS])}
    rows, columns, values = [], [], []
    for row, found in enumerate(counts):
        for term, n in found.items():
            if (column := place.get(term)) is not None:
                rows.append(row)
                columns.append(column)
                values.append((1.0 + log(n)) * log((1 + len(texts)) / (1 + spread[term])))
    matrix = csr_matrix((values, (rows, columns)), shape=(len(texts), len(place)), dtype=np.float32)
    matrix.sort_indices()
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return csr_matrix(diags((1.0 / np.maximum(lengths, 1e-12)).astype(np.float32)) @ matrix)


def _terms(text: str) -> Iterator[str]:
    """Words, and pairs of words on one line; pairs of characters where a script has no spaces."""
    for line in text.casefold().splitlines():
        words = _WORD.findall(line)
        yield from words
        yield from (f"{first} {second}" for first, second in pairwise(words))
        for run in _UNSPACED.findall(line):
            yield from (first + second for first, second in pairwise(run))


def find_similar(vectors: csr_matrix, k: int) -> csr_matrix:
    """For each product its `k` most similar others: cosines above 0, products × products.

    Made in blocks, so that 100,000 products fit into memory. Terms of more than a thousand
    products are passed over: they tell little, and would make the work grow with the square.
    """
    across = csr_matrix(vectors.T)
    telling = np.flatnonzero(np.diff(across.indptr) <= _MOST_SHARING)
    across, known = across[telling], csr_matrix(vectors[:, telling])
    blocks = [
        _keep_best((known[start : start + _BLOCK] @ across).tocsr(), k, start)
        for start in range(0, vectors.shape[0], _BLOCK)
    ]
    starts = np.concatenate(([0], *(block[0] for block in blocks)))
    columns = np.concatenate([np.zeros(0, np.int32), *(block[1] for block in blocks)])
    values = np.concatenate([np.zeros(0, np.float32), *(block[2] for block in blocks)])
    found = csr_matrix((values, columns, np.cumsum(starts)), shape=(vectors.shape[0],) * 2)
    found.sort_indices()
    return found


def _keep_best(block: csr_matrix, k: int, first: int) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """How many are kept in each row, which columns, and their values; lower columns first among equals."""
    rows = np.repeat(np.arange(block.shape[0]), np.diff(block.indptr))
    usable = (block.data > 0) & (block.indices != rows + first)
    usable &= block.data >= _floors(block, k)[rows]
    rows, columns, values = rows[usable], block.indices[usable], block.data[usable]
    order = np.lexsort((columns, -values, rows))
    rows, columns, values = rows[order], columns[order], values[order]
    counts = np.bincount(rows, minlength=block.shape[0])
    kept = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts) < k
    return np.bincount(rows[kept], minlength=block.shape[0]), columns[kept], values[kept]


def _floors(block: csr_matrix, k: int) -> NDArray[Any]:
    """For each row, a value that its `k` best others all reach, though one may be the product itself."""
    floors = np.full(block.shape[0], -np.inf)
    for row, (start, stop) in enumerate(pairwise(block.indptr.tolist())):
        if stop - start > k + 1:
            place = stop - start - k - 1
            floors[row] = np.partition(block.data[start:stop], place)[place]
    return floors
