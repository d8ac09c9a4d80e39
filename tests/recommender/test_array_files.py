"""Arrays survive a file, and stay in it."""

from __future__ import annotations

import zipfile

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from recommender.array_files import map_arrays, write_arrays

plain = st.sampled_from([np.float32, np.float64, np.int8, np.int32, np.int64, np.bool_, np.uint8])
many = st.dictionaries(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00/\\\\"), min_size=1, max_size=12),
    plain.flatmap(lambda kind: arrays(kind, array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=5))),
    max_size=5,
)


@given(found=many)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_is_mapped_and_numpy_reads_it_too(tmp_path, found):
    path = tmp_path / "arrays.npz"
    write_arrays(path, found)

    mapped = map_arrays(path)

    assert mapped.keys() == found.keys()
    with np.load(path, allow_pickle=False) as stored:
        for name, values in found.items():
            for again in (mapped[name], stored[name]):
                assert again.dtype == values.dtype
                np.testing.assert_array_equal(again, values)


def test_arrays_stay_in_the_file_where_arithmetic_can_use_them(tmp_path):
    path = tmp_path / "arrays.npz"
    write_arrays(path, {"a": np.arange(3, dtype=np.int8), "columns": np.asfortranarray(np.ones((5, 7)))})

    mapped = map_arrays(path)

    for values in mapped.values():
        assert isinstance(values.base, np.memmap)
        assert values.ctypes.data % 64 == 0
        assert not values.flags.writeable
    assert mapped["columns"].flags.f_contiguous


def test_objects_are_neither_written_nor_read(tmp_path):
    path = tmp_path / "arrays.npz"
    with pytest.raises(ValueError, match="Object arrays"):
        write_arrays(path, {"bad": np.array([object()])})
    np.savez(path, bad=np.array([object()]))

    with pytest.raises(ValueError, match="not a plain array"):
        map_arrays(path)


def test_a_compressed_or_damaged_file_is_refused(tmp_path):
    path = tmp_path / "arrays.npz"
    np.savez_compressed(path, a=np.zeros(100))
    with pytest.raises(ValueError, match="not a plain array"):
        map_arrays(path)

    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(zipfile.BadZipFile):
        map_arrays(path)
