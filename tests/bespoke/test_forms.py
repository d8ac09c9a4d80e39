"""The brief as a form: one plain field each, and the form refuses what the brief would."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bespoke.brief import Brief, parse_brief
from bespoke.domain import Angle, Layout, Segment

SCHEMA = Brief.model_json_schema()
PARTS = [SCHEMA, *SCHEMA["$defs"].values()]


def fields() -> Iterator[tuple[str, dict[str, Any]]]:
    for part in PARTS:
        for name, field in part.get("properties", {}).items():
            yield f"{part['title']}.{name}", field


def test_no_field_is_a_choice_between_types() -> None:
    assert [name for name, field in fields() if "anyOf" in field or "oneOf" in field] == []


def test_every_field_has_a_title_and_says_what_it_is_for() -> None:
    parts = {f"#/$defs/{name}": part for name, part in SCHEMA["$defs"].items()}
    silent = [
        name
        for name, field in fields()
        if not field.get("title") or not (field.get("description") or parts[field["$ref"]]["description"])
    ]
    assert silent == []


def test_fields_stand_in_the_order_in_which_they_are_written() -> None:
    for part in PARTS:
        positions = [field["position"] for field in part.get("properties", {}).values()]
        assert positions == list(range(len(positions)))


def test_every_default_in_the_form_is_of_the_type_the_form_asks_for() -> None:
    types = {"string": str, "number": (int, float), "integer": int, "array": list, "boolean": bool}
    for name, field in fields():
        if "default" in field:
            assert isinstance(field["default"], types[field["type"]]), name


@pytest.mark.parametrize("written", ["at risk", "at_risk", "At risk"])
def test_choices_are_taken_in_words_and_as_keys(written: str) -> None:
    brief = parse_brief(
        {
            "name": "Spring",
            "layout": "win back",
            "audience": {"segments": [written]},
            "variants": [{"name": "A", "angle": "social proof"}],
        }
    )

    assert brief.audience.segments == (Segment.AT_RISK,)
    assert brief.layout is Layout.WIN_BACK
    assert brief.variants[0].angle is Angle.SOCIAL_PROOF
