"""The command line's `bespoke models`."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.terminal import show, who

models_app = typer.Typer(help="Look at trained models, and choose which one serves.")

VersionArgument = Annotated[str, typer.Argument(help="The model's version, as 'bespoke models' lists it.")]
ActorOption = Annotated[str, typer.Option("--by", help="Who decides; kept in the audit trail.")]


@models_app.callback(invoke_without_command=True)
def models(context: typer.Context) -> None:
    """List the trained models; the same as 'bespoke models list'."""
    if context.invoked_subcommand is None:
        list_versions()


@models_app.command("list")
def list_versions() -> None:
    """List the trained models: state, score with its interval, and the data behind each."""
    from flows.stages.model_service import list_models
    from flows.wiring import open_workspace

    with open_workspace() as ws:
        typer.echo(list_models(ws))


@models_app.command("show")
def show_version(version: VersionArgument) -> None:
    """Show one model: where it comes from, its parameters and metrics, and its report's path."""
    from flows.stages.model_service import describe_model_version
    from flows.wiring import open_workspace

    with open_workspace() as ws:
        show(describe_model_version(ws, version))


@models_app.command("promote")
def promote_version(version: VersionArgument, actor: ActorOption = "") -> None:
    """Put a model in service by hand, whatever its report says."""
    from flows.stages.model_service import promote
    from flows.wiring import open_workspace

    with open_workspace() as ws:
        model = promote(ws, version, actor or who())
        typer.echo(f"Model {model.version} is in service.")


@models_app.command("rollback")
def roll_back_version(
    actor: ActorOption = "",
    why: Annotated[str, typer.Option("--note", help="Why; kept in the audit trail.")] = "",
) -> None:
    """Put the model that served before back in service; again goes one further back."""
    from flows.stages.model_service import roll_back
    from flows.wiring import open_workspace

    with open_workspace() as ws:
        done = roll_back(ws, actor or who(), why)
        typer.echo(f"Model {done.in_service} is back in service; {done.taken_back} is not any more.")
