"""Named arrays in one `.npz` file that is mapped into memory instead of read.

NumPy reads every array of such a file into memory anew. Here each begins at a multiple of
64 bytes, so it can stay in the file: processes that serve one model share its pages, and
what is never looked at is never read.
"""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

_ALIGNMENT = 64
_LOCAL_HEADER = 30  # bytes before the name; its last four are the lengths of name and extra field
_PADDING = 0xD935  # the id that other tools give an extra field for alignment


def write_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write a file that `numpy.load` reads too. Raises ValueError for arrays of objects."""
    with path.open("wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, values in arrays.items():
            member = zipfile.ZipInfo(f"{name}.npy")
            member.file_size = values.nbytes + 4096  # an estimate, for files beyond 2 GiB
            begins = file.tell() + _LOCAL_HEADER + len(member.filename.encode()) + 4
            padding = -begins % _ALIGNMENT
            member.extra = struct.pack("<HH", _PADDING, padding) + bytes(padding)
            with archive.open(member, "w") as written:
                npy.write_array(written, np.asanyarray(values), allow_pickle=False)


def map_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of a file, read-only. Raises ValueError, OSError or BadZipFile for one that is damaged."""
    whole = np.memmap(path, dtype=np.uint8, mode="r")
    with zipfile.ZipFile(path) as archive:
        return {
            member.filename.removesuffix(".npy"): _map_member(archive, member, whole)
            for member in archive.infolist()
        }


def _map_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, whole: NDArray[np.uint8]) -> NDArray[Any]:
    with archive.open(member) as stored:
        version = npy.read_magic(stored)
        read = npy.read_array_header_1_0 if version == (1, 0) else npy.read_array_header_2_0
        shape, is_fortran, dtype = read(stored)
        header = stored.tell()
    if dtype.hasobject or member.compress_type != zipfile.ZIP_STORED:
        raise ValueError(f"{member.filename!r} is not a plain array")
    lengths = whole[member.header_offset + 26 : member.header_offset + _LOCAL_HEADER]
    begins = member.header_offset + _LOCAL_HEADER + sum(struct.unpack("<HH", lengths.tobytes())) + header
    order: Any = "F" if is_fortran else "C"
    values: NDArray[Any] = np.ndarray(shape, dtype, buffer=whole, offset=begins, order=order)
    return values if values.flags.aligned else values.copy()
