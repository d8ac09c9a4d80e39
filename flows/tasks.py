"""How stages become Prefect tasks, and how a run ends that a person's input stops: in one line."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from prefect import Task, task
from prefect.cache_policies import NO_CACHE
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import FlowRunContext
from prefect.exceptions import Abort
from prefect.states import Failed

from bespoke.errors import BespokeError, SettingsError

P = ParamSpec("P")
R = TypeVar("R")

SECONDS_BEFORE_RETRY = 10


def stage(name: str) -> Callable[[Callable[P, R]], Task[P, R]]:
    """A decorator that makes a function a task: tried twice, except where its input was refused.

    Nothing is cached: the store knows what is done.
    """
    return task(
        name=name,
        task_run_name=name,
        cache_policy=NO_CACHE,
        retries=1,
        retry_delay_seconds=SECONDS_BEFORE_RETRY,
        retry_condition_fn=is_worth_retrying,
    )


def is_worth_retrying(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Whether another try could end differently: not where the input was refused.

    Also what keeps such an error to one line: Prefect logs a traceback when a
    task's tries are used up, and none when this says no.
    """
    error = state.result(raise_on_failure=False)
    return not isinstance(error, (BespokeError, SettingsError))


def stop_in_one_line(run: Callable[P, State[Any]]) -> Callable[P, State[Any]]:
    """`run`, ending in a Failed state that says the error's own line where a person's input stops it.

    The annotations of `run` must be types, not strings: Prefect would look the
    names up in this module.
    """

    @functools.wraps(run)
    def run_or_say_why(*args: P.args, **kwargs: P.kwargs) -> State[Any]:
        try:
            return run(*args, **kwargs)
        except (BespokeError, SettingsError) as error:
            return _end(Failed(message=str(error)))

    return run_or_say_why


def _end(state: State[Any]) -> State[Any]:
    """The state, to be returned; in a process that exists for one run, the run's end at once.

    Such a process logs a traceback for any failed state that its flow returns, and
    none when it is aborted with the state already set.
    """
    context = FlowRunContext.get()
    if context is None or context.flow_run is None or "PREFECT__FLOW_RUN_ID" not in os.environ:
        return state
    with get_client(sync_client=True) as client:
        stopped = Abort(str(state.message))
        stopped.state = client.set_flow_run_state(context.flow_run.id, state).state  # type: ignore[attr-defined]
        raise stopped
