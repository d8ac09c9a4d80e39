"""The command line's `bespoke eval`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bespoke.domain import Aim
from bespoke.errors import BespokeError
from flows.terminal import show

eval_app = typer.Typer(help="Judge Bespoke on data of your own, without a store.", no_args_is_help=True)

USUAL_MINUTES = 5.0


@eval_app.callback()
def evaluate() -> None:
    """Judge Bespoke on data of your own, without a store."""


@eval_app.command("recommender")
def evaluate_recommender(
    train: Annotated[
        Path,
        typer.Option(
            "--train",
            help="What happened: customer_id, product_id and, where known, timestamp, quantity, type "
            "(view, cart, purchase, return). Without timestamps the order of lines is the order of time. "
            ".csv, .csv.gz, .tsv or .parquet.",
        ),
    ],
    test: Annotated[Path, typer.Option("--test", help="What customers bought next, in the same columns.")],
    candidates: Annotated[
        Path | None,
        typer.Option("--candidates", help="customer_id, product_id: the only products to rank for each."),
    ] = None,
    aim: Annotated[Aim, typer.Option("--aim", help="What may be recommended, and what counts.")] = Aim.MIXED,
    tune: Annotated[
        float | None,
        typer.Option("--tune", metavar="MINUTES", min=0, help="How long to search for better parameters; 5."),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Do not tune: use good parameters at once.")] = False,
    k: Annotated[int, typer.Option("--k", min=1, help="The length of the lists.")] = 10,
    split: Annotated[
        str,
        typer.Option(
            "--split", help="What learning holds out of the training: time, last (of each customer), or auto."
        ),
    ] = "auto",
    json_out: Annotated[
        Path | None, typer.Option("--json", metavar="OUT", help="Write everything there as JSON.")
    ] = None,
) -> None:
    """Fit every model on one file, judge all on another, and say which would be put in service."""
    from eval.interactions import read_candidates, read_interactions
    from eval.trial_page import describe_trial, trial_as_json
    from eval.trial_plan import Split
    from eval.trials import TrialOptions, try_recommender

    if quick and tune:
        raise BespokeError("give --quick or --tune, not both: --quick does not tune")
    if split not in list(Split):
        raise BespokeError(f"--split {split!r} is unknown; give {', '.join(Split)}")
    if json_out is not None and not json_out.absolute().parent.is_dir():
        raise BespokeError(f"--json {json_out}: there is no folder {json_out.absolute().parent}")
    minutes = 0.0 if quick else USUAL_MINUTES if tune is None else tune
    trial = try_recommender(
        read_interactions(train),
        read_interactions(test),
        None if candidates is None else read_candidates(candidates),
        TrialOptions(aim=aim, k=k, tune_minutes=minutes, split=Split(split)),
        lambda text: typer.echo(text, err=True),
    )
    show(describe_trial(trial))
    if json_out is not None:
        json_out.write_text(trial_as_json(trial), encoding="utf-8")
