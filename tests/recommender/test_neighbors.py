from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from recommender.neighbors import keep_strongest


@given(seed=st.integers(0, 10_000), most=st.integers(1, 8), first_row=st.integers(0, 5))
def test_the_strongest_are_kept_and_the_lower_column_among_equals(seed, most, first_row):
    rng = np.random.default_rng(seed)
    dense = rng.integers(-1, 4, (5, 10)) / 3.0
    expected = np.zeros((5, 10), dtype=np.float32)
    for row, values in enumerate(dense):
        wanted = [column for column in range(10) if values[column] > 0 and column != row + first_row]
        for column in sorted(wanted, key=lambda column: (-values[column], column))[:most]:
            expected[row, column] = values[column]

    found = keep_strongest(csr_matrix(dense), most, first_row)

    np.testing.assert_array_equal(found.toarray(), expected)
    assert found.dtype == np.float32
    assert found.has_canonical_format
