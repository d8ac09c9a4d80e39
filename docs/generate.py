"""Rewrites the generated parts of the pages: between `<!-- begin NAME -->` and `<!-- end NAME -->`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typer
from pydantic import BaseModel

from audience.schemas import describe_columns
from bespoke.brief import Brief
from docs.guard_rules import describe_measurement, list_rules
from flows.cli import app

ROOT = Path(__file__).parents[1]
PAGES = ["README.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))]


def list_commands() -> str:
    """Every command of `bespoke` with its first line of help."""
    rows = [f"| `bespoke {name}` | {summary} |" for name, summary in _commands(typer.main.get_command(app))]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def _commands(group: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", (command.help or "").split("\n")[0]


def list_brief_keys() -> str:
    """Every key of a brief with what it means and its default."""
    rows = [f"| `{key}` | {title} | {default} |" for key, title, default in _keys(Brief)]
    return "\n".join(["| key | meaning | default |", "|---|---|---|", *rows])


def _keys(model: type[BaseModel], prefix: str = "") -> Iterator[tuple[str, str, str]]:
    for name, field in model.model_fields.items():
        inner = _model_in(field.annotation)
        if inner is not None:
            yield from _keys(inner, f"{prefix}{name}.")
            continue
        meaning = " ".join(filter(None, [_sentence(field.title), field.description]))
        yield f"{prefix}{name}", " ".join(meaning.split()), _shown(field)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    for candidate in (annotation, *getattr(annotation, "__args__", ())):
        if isinstance(candidate, type) and issubclass(candidate, BaseModel):
            return candidate
    return None


def _sentence(title: str | None) -> str:
    return "" if not title else title if title.endswith(("?", ".")) else f"{title}."


def _shown(field: Any) -> str:
    if field.is_required():
        return "required"
    default = field.get_default(call_default_factory=True)
    return "" if default is None or default in ((), [], "") else f"`{default}`"


PARTS: dict[str, Callable[[], str]] = {
    "commands": list_commands,
    "brief": list_brief_keys,
    "columns": describe_columns,
    "guard rules": list_rules,
    "guard measurement": describe_measurement,
}


def rewrite(text: str) -> str:
    """The page with its generated parts made anew."""
    for name, make in PARTS.items():
        pattern = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
        text = pattern.sub(lambda match, made=make: f"{match[1]}\n{made()}\n\n{match[2]}", text)
    return text


if __name__ == "__main__":
    for page in PAGES:
        path = ROOT / page
        path.write_text(rewrite(path.read_text(encoding="utf-8")), encoding="utf-8")
