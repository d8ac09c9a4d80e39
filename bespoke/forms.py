"""JSON schemas that Prefect's forms, and any other, show as plain fields in the written order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema


def lay_out_form(schema: dict[str, Any]) -> None:
    """Change a model's JSON schema into one whose form has one plain input a field.

    Prefect shows a row of type tabs for every union, `X | None` and Decimal among them,
    and PostgreSQL forgets the order of the keys.
    """
    for position, field in enumerate(schema["properties"].values()):
        field["position"] = position
        if choices := [one for one in field.pop("anyOf", ()) if one.get("type") != "null"]:
            field |= choices[0]  # of a Decimal the number; Python goes on taking strings too
        if field.get("default", ...) is None:
            del field["default"]
        elif field.get("type") == "number" and "default" in field:
            field["default"] = float(field["default"])


class FormPart(BaseModel):
    """A group of fields that people fill in. Unknown keys are refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, json_schema_extra=lay_out_form
    )


def _as_key(value: object) -> object:
    return value.strip().lower().replace(" ", "_") if isinstance(value, str) else value


# Forms offer "at risk"; files may say that or `at_risk`.
FROM_WORDS = BeforeValidator(_as_key)


def offered_in_words(values: Iterable[str]) -> WithJsonSchema:
    """A form's list of choices, with spaces for underscores."""
    return WithJsonSchema({"type": "string", "enum": [value.replace("_", " ") for value in values]})
