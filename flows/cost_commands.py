"""The command line's `bespoke costs`."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.terminal import show


def costs(
    by: Annotated[str, typer.Option("--by", help="campaign, model or month.")] = "campaign",
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Sum what the language model has cost, by campaign, model or month."""
    import json
    from dataclasses import asdict

    from flows.costs import describe_costs, read_costs
    from flows.wiring import open_workspace

    with open_workspace() as ws:
        lines = read_costs(ws, by)
        if as_json:
            typer.echo(json.dumps([asdict(line) for line in lines], default=str, indent=1))
        else:
            show(describe_costs(lines, by))
