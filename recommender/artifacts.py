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

from bespoke.domain import Aim, ModelVersion
from bespoke.encoding import encode, fingerprint
from bespoke.errors import ModelUnusable
from recommender.array_files import map_arrays, write_arrays
from recommender.facts import ProductFacts
from recommender.fresh import FreshProducts
from recommender.id_maps import IdMap
from recommender.popular import Popularity
from recommender.ranker import Ranker
from recommender.recipe import KINDS, Recipe
from recommender.reranker import Reranker
from recommender.training import FittedModel

FORMAT = 2
_PACKAGES = ("implicit", "lightgbm", "numpy", "scipy")


@dataclass(frozen=True, slots=True)
class ModelMetadata:
    """Where a model comes from."""

    version: ModelVersion
    trained_at: datetime
    data_fingerprint: str
    recipe: str  # JSON
    packages: Mapping[str, str] = field(default_factory=dict)


def describe_model(model: FittedModel, events: pd.DataFrame, now: datetime) -> ModelMetadata:
    """Metadata whose version is the kind, the moment, and six digits of data and recipe."""
    data, recipe = fingerprint_events(events), model.recipe.as_json()
    digits = fingerprint(model.kind, data, recipe)[:6]
    return ModelMetadata(
        version=ModelVersion(f"{model.kind}-{now:%Y%m%dT%H%M%S}-{digits}"),
        trained_at=now,
        data_fingerprint=data,
        recipe=recipe,
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
        write_arrays(draft / "arrays.npz", _arrays(model))
        _write_description(draft, model, metadata)
        _put_in_place(draft, target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return target


def load_model(path: Path) -> FittedModel:
    """The model saved at `path`, its arrays still in the file and mapped into memory.

    Raises ModelUnusable, on one line, where it is missing or damaged.
    """
    description = _read_description(path)
    try:
        if _digest(path / "arrays.npz") != description["digest"]:
            raise ModelUnusable(f"model {str(path)!r} is damaged: its arrays do not match; train again")
        return _restore(description, map_arrays(path / "arrays.npz"))
    except (OSError, KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelUnusable(f"model {str(path)!r} cannot be read: {reason}; train again") from None


def _arrays(model: FittedModel) -> dict[str, NDArray[Any]]:
    parts: dict[str, NDArray[Any]] = {
        "facts": model.facts.values,
        "sold": model.facts.sold,
        "is_new": model.fresh.is_new,
        "is_untried": model.fresh.is_untried,
    }
    parts |= _named("products", model.products.arrays())
    parts |= _named("countries", model.popularity.countries.arrays())
    parts |= _named("popularity", model.popularity.arrays())
    for name, component in model.components.items():
        parts |= _named(f"component {name}", component.arrays())
    for aim, ranker in model.rankers.items():
        if ranker.reranker is not None:
            parts |= _named(f"trees {aim}", ranker.reranker.arrays())
    return parts


def _named(prefix: str, arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    return {f"{prefix}.{name}": values for name, values in arrays.items()}


def _write_description(draft: Path, model: FittedModel, metadata: ModelMetadata) -> None:
    description = {
        "format": FORMAT,
        "kind": model.kind,
        "note": model.note,
        "digest": _digest(draft / "arrays.npz"),
        "products": len(model.products),
        "facts": model.facts.names,
        "components": [[name, component.kind] for name, component in model.components.items()],
        "rankers": {
            aim: {"weights": ranker.weights, "order": ranker.order, "shortlist": ranker.shortlist}
            for aim, ranker in model.rankers.items()
        },
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
    components = {
        name: KINDS[kind][0].from_arrays(_under(f"component {name}", arrays))
        for name, kind in description["components"]
    }
    countries = IdMap.from_arrays(_under("countries", arrays))
    return FittedModel(
        products=IdMap.from_arrays(_under("products", arrays)),
        popularity=Popularity.from_arrays(_under("popularity", arrays), countries),
        fresh=FreshProducts(arrays["is_new"], arrays["is_untried"]),
        facts=ProductFacts(tuple(description["facts"]), arrays["facts"], arrays["sold"]),
        recipe=Recipe.from_json(description["recipe"]),
        components=components,
        rankers={Aim(aim): _ranker(aim, stored, arrays) for aim, stored in description["rankers"].items()},
        note=description["note"],
    )


def _ranker(aim: str, stored: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> Ranker:
    trees = _under(f"trees {aim}", arrays)
    return Ranker(
        stored["weights"],
        stored["order"],
        Reranker.from_arrays(trees) if trees else None,
        stored["shortlist"],
    )


def _under(prefix: str, arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    start = f"{prefix}."
    return {name.removeprefix(start): values for name, values in arrays.items() if name.startswith(start)}
