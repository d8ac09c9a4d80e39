"""The flow that loads a shop."""

from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.artifacts import publish
from flows.stages.ingesting import ShopSource, draw_sample_pictures, ingest, parse_source
from flows.summary import describe_load
from flows.tasks import stage, stop_in_one_line
from flows.wiring import open_workspace


# The source is checked inside, where a bad one ends in one line; Prefect's own check logs a traceback.
@flow(name="ingest-shop", validate_parameters=False, log_prints=True)
@stop_in_one_line
def ingest_shop(source: ShopSource) -> State[Any]:
    """Load customers, products, orders and consents, and report on their quality.

    Loading the same data again changes nothing. Rows that cannot be used are set
    aside with the reason, never lost.

    Args:
        source: Where the shop's data is. The sample shop needs nothing else.
    """
    return Completed(message=load(parse_source(source)))


@stage("Read, check and load")
def load(source: ShopSource) -> str:
    """What was loaded, in a line; the whole quality report becomes an artifact."""
    with open_workspace() as ws:
        outcome = ingest(ws, source)
        if source.kind == "sample":
            draw_sample_pictures(ws)
    publish("quality-report", outcome.report.markdown(), "What was loaded and what was set aside")
    said = describe_load(outcome)
    print(said)  # noqa: T201
    return said
