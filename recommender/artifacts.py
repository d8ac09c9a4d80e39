"""Models on disk: one folder each, `arrays.npz` beside `model.json`, nothing that can run code."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from bespoke.domain import ModelVersion
from bespoke.encoding import encode, fingerprint
from bespoke.errors import ModelUnusable
from bespoke.settings import RecommenderSettings
from recommender.als import ImplicitAls
from recommender.id_maps import IdMap
from recommender.personal import PersonalModel
from recommender.popular import Popularity
from recommender.training import POPULARITY, FittedModel

FORMAT = 1
PERSONAL_MODELS: Mapping[str, type[PersonalModel]] = {ImplicitAls.kind: ImplicitAls}
_PACKAGES = ("implicit", "numpy", "scipy")


@dataclass(frozen=True, slots=True)
class ModelMetadata:
    """Where a model comes from."""

    version: ModelVersion
    trained_at: datetime
    data_fingerprint: str
    parameters: RecommenderSettings
    packages: Mapping[str, str] = field(default_factory=dict)


def describe_model(
    model: FittedModel, events: pd.DataFrame, settings: RecommenderSettings, now: datetime
) -> ModelMetadata:
    """Metadata whose version is the kind, the moment, and six digits of data and parameters."""
    data = fingerprint_events(events)
    digits = fingerprint(model.kind, data, encode(settings))[:6]
    return ModelMetadata(
        version=ModelVersion(f"{model.kind}-{now:%Y%m%dT%H%M%S}-{digits}"),
        trained_at=now,
        data_fingerprint=data,
        parameters=settings,
        packages={name: package_version(name) for name in _PACKAGES},
    )


def fingerprint_events(events: pd.DataFrame) -> str:
    """Digits that change with any event's content, but not with the order of events."""
    columns = ["customer_id", "product_id", "type", "occurred_at", "quantity"]
    hashes = pd.util.hash_pandas_object(events[columns], index=False).to_numpy()
    return fingerprint(str(len(hashes)), str(int(np.add.reduce(hashes, dtype=np.uint64))))


def save_model(model: FittedModel, folder: Path, metadata: ModelMetadata) -> Path:
    """Write `folder/<version>` in one step and return it; a half-written model is never seen."""
    target = folder / metadata.version
    draft = folder / f".{metadata.version}.{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        np.savez(draft / "arrays.npz", allow_pickle=False, **_arrays(model))
        _write_description(draft, model, metadata)
        _put_in_place(draft, target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return target


def load_model(path: Path) -> FittedModel:
    """The model saved at `path`; raises ModelUnusable, on one line, where it is missing or damaged."""
    description = _read_description(path)
    try:
        if _digest(path / "arrays.npz") != description["digest"]:
            raise ModelUnusable(f"model {str(path)!r} is damaged: its arrays do not match; train again")
        with np.load(path / "arrays.npz", allow_pickle=False) as stored:
            return _restore(description, {name: stored[name] for name in stored.files})
    except (OSError, KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelUnusable(f"model {str(path)!r} cannot be read: {reason}; train again") from None


def read_metadata(path: Path) -> Mapping[str, Any]:
    """What `model.json` says, without the arrays; raises ModelUnusable."""
    return _read_description(path)


def _arrays(model: FittedModel) -> dict[str, NDArray[Any]]:
    parts: dict[str, NDArray[Any]] = {}
    for name, ids in (
        ("customers", model.customers),
        ("products", model.products),
        ("countries", model.popularity.countries),
    ):
        parts |= _pack_ids(name, ids)
    parts |= {f"popularity.{name}": values for name, values in model.popularity.arrays().items()}
    if model.personal is not None:
        parts |= {f"personal.{name}": values for name, values in model.personal.arrays().items()}
    return parts


def _pack_ids(name: str, ids: IdMap) -> dict[str, NDArray[Any]]:
    # numpy's own text arrays would cut trailing NULs and pad every id to the longest.
    raw = [str(one).encode("utf-8", "surrogatepass") for one in ids.index]
    return {
        f"{name}.text": np.frombuffer(b"".join(raw), dtype=np.uint8),
        f"{name}.lengths": np.array([len(one) for one in raw], dtype=np.int64),
    }


def _unpack_ids(name: str, arrays: Mapping[str, NDArray[Any]]) -> IdMap:
    text = arrays[f"{name}.text"].tobytes()
    ends = np.cumsum(arrays[f"{name}.lengths"]).tolist()
    starts = [0, *ends[:-1]]
    return IdMap.in_order(
        [text[a:b].decode("utf-8", "surrogatepass") for a, b in zip(starts, ends, strict=True)]
        if ends
        else []
    )


def _write_description(draft: Path, model: FittedModel, metadata: ModelMetadata) -> None:
    description = {
        "format": FORMAT,
        "kind": model.kind,
        "note": model.note,
        "digest": _digest(draft / "arrays.npz"),
        "customers": len(model.customers),
        "products": len(model.products),
        **json.loads(encode(metadata)),
    }
    text = json.dumps(description, indent=2, sort_keys=True, ensure_ascii=False)
    (draft / "model.json").write_text(text + "\n", encoding="utf-8")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def _put_in_place(draft: Path, target: Path) -> None:
    for file in draft.iterdir():
        with file.open("rb") as written:
            os.fsync(written.fileno())
    if target.exists():
        retired = draft.with_name(draft.name + ".old")
        target.rename(retired)
        draft.rename(target)
        shutil.rmtree(retired)
    else:
        draft.rename(target)


def _read_description(path: Path) -> dict[str, Any]:
    try:
        description = json.loads((path / "model.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelUnusable(f"no model at {str(path)!r}; train one first") from None
    except (OSError, ValueError) as error:
        raise ModelUnusable(f"model {str(path)!r} cannot be read: {error}; train again") from None
    if not isinstance(description, dict) or description.get("format") != FORMAT:
        raise ModelUnusable(f"model {str(path)!r} was written by another version of Bespoke; train again")
    return description


def _restore(description: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> FittedModel:
    kind = description["kind"]
    if kind != POPULARITY and kind not in PERSONAL_MODELS:
        raise ValueError(f"its kind {kind!r} is not known here")
    popularity = Popularity.from_arrays(_under("popularity.", arrays), _unpack_ids("countries", arrays))
    personal = None
    if kind != POPULARITY:
        personal = PERSONAL_MODELS[kind].from_arrays(_under("personal.", arrays))
    return FittedModel(
        customers=_unpack_ids("customers", arrays),
        products=_unpack_ids("products", arrays),
        popularity=popularity,
        personal=personal,
        note=description["note"],
    )


def _under(prefix: str, arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    return {name.removeprefix(prefix): values for name, values in arrays.items() if name.startswith(prefix)}
