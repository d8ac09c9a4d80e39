"""The command line's `bespoke eval`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from bespoke.domain import Aim
from bespoke.errors import BespokeError
from flows.terminal import show

eval_app = typer.Typer(help="Judge the recommender and the copywriter.", no_args_is_help=True)

USUAL_MINUTES = 5.0


@eval_app.callback()
def evaluate() -> None:
    """Judge the recommender and the copywriter."""


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
    _require_folder("--json", json_out)
    minutes = 0.0 if quick else USUAL_MINUTES if tune is None else tune
    trial = try_recommender(
        read_interactions(train),
        read_interactions(test),
        None if candidates is None else read_candidates(candidates),
        TrialOptions(aim=aim, k=k, tune_minutes=minutes, split=Split(split)),
        _say,
    )
    show(describe_trial(trial))
    if json_out is not None:
        json_out.write_text(trial_as_json(trial), encoding="utf-8")


@eval_app.command("copy")
def evaluate_copy(
    models: Annotated[
        list[str] | None,
        typer.Option(
            "--model", help="A model to try, by default writer.model; give several to compare them."
        ),
    ] = None,
    prompts: Annotated[
        list[Path] | None,
        typer.Option(
            "--prompts",
            metavar="FOLDER",
            help="A folder with frame.md, blurb.md or both, tried beside the built-in ones.",
        ),
    ] = None,
    writers: Annotated[
        list[str] | None,
        typer.Option(
            "--writer", help="phrasebook, model or both; by default the model where one is configured."
        ),
    ] = None,
    judge: Annotated[
        str | None, typer.Option("--judge", metavar="MODEL", help="Have this model score every copy.")
    ] = None,
    runs: Annotated[int, typer.Option("--runs", min=1, max=20, help="How often the judge scores each.")] = 3,
    briefs: Annotated[
        Path | None,
        typer.Option(
            "--briefs", metavar="FOLDER", help="Briefs of your own, *.toml, instead of the golden ones."
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="At most this many briefs, spread over all.")
    ] = None,
    max_usd: Annotated[
        float, typer.Option("--max-usd", min=0, help="All models together may cost so much, in US dollars.")
    ] = 0.5,
    max_calls: Annotated[
        int, typer.Option("--max-calls", min=0, help="All models together may be asked so often.")
    ] = 1000,
    json_out: Annotated[
        Path | None, typer.Option("--json", metavar="OUT", help="Write everything there as JSON.")
    ] = None,
    html_out: Annotated[
        Path | None, typer.Option("--html", metavar="OUT", help="Write a page with every copy there.")
    ] = None,
) -> None:
    """Have models, prompts or the phrasebook write golden briefs, and compare what they wrote."""
    from bespoke.settings import read_settings
    from eval.copy_briefs import read_golden_briefs
    from eval.copy_contestants import NO_ENDPOINT, Entries, list_contestants
    from eval.copy_estimates import describe_costs, expect_costs
    from eval.copy_page import render_trial
    from eval.copy_report import JudgeOptions, trial_as_json, try_copy
    from eval.copy_tables import describe_trial

    _require_folder("--json", json_out)
    _require_folder("--html", html_out)
    settings = read_settings()
    contestants = list_contestants(Entries(models or (), prompts or (), writers or ()), settings.writer)
    if judge is not None and not settings.writer.is_configured:
        raise BespokeError(
            NO_ENDPOINT.replace("or try the phrasebook with --writer phrasebook", "or leave out --judge")
        )
    options = judge and JudgeOptions(settings.writer.model_copy(update={"model": judge}), runs)
    golden = read_golden_briefs(briefs, limit)
    budget = Decimal(str(max_usd))
    asks = bool(options) or any(one.settings is not None for one in contestants)
    with _desk(settings, budget, max_calls, asks) as (desk, usual):
        if desk.purse is not None:
            expected = expect_costs(golden, contestants, options or None, settings.limits, desk.purse, usual)
            _say(describe_costs(expected, budget, max_calls))
        trial = try_copy(golden, contestants, desk, _say, judge=options or None)
    show(describe_trial(trial))
    if json_out is not None:
        json_out.write_text(trial_as_json(trial), encoding="utf-8")
    if html_out is not None:
        html_out.write_text(render_trial(trial), encoding="utf-8")


@contextmanager
def _desk(settings: Any, max_usd: Decimal, max_calls: int, asks: bool) -> Iterator[Any]:
    """What copy is written with, and what replies usually take.

    The store is opened for its ledger only, where a model is asked.
    """
    from copywriter.budget import Budget
    from eval.copy_trials import Desk, Purse
    from flows.wiring import open_workspace

    locale = settings.brand.default_locale
    if not asks:
        yield Desk(settings.limits, locale, guards=settings.guards), None
        return
    with open_workspace(settings) as ws:
        purse = Purse(ws.store.llm_ledger, Budget(max_usd, max_calls))
        yield Desk(settings.limits, locale, purse, settings.guards), ws.store.llm_costs.usual


def _say(text: str) -> None:
    typer.echo(text, err=True)


def _require_folder(option: str, path: Path | None) -> None:
    if path is not None and not path.absolute().parent.is_dir():
        raise BespokeError(f"{option} {path}: there is no folder {path.absolute().parent}")
