"""`python -m tests.scripted_endpoint`: serve until Ctrl-C."""

from __future__ import annotations

import argparse
import sys
import threading
from pathlib import Path

from tests.scripted_endpoint.copy_replies import reply_to
from tests.scripted_endpoint.faults import CAPABILITIES, FAULTS, faulty
from tests.scripted_endpoint.server import ScriptedEndpoint


def main() -> None:
    """Print what OPENAI_BASE_URL should be, serve, and say at the end what would be on the bill."""
    chosen = _parser().parse_args()
    script = reply_to if chosen.fault is None else faulty(chosen.fault, chosen.share, chosen.seed)
    with ScriptedEndpoint(
        script,
        latency=chosen.latency,
        port=chosen.port,
        requests_per_minute=chosen.rpm,
        tokens_per_minute=chosen.tpm,
        lacking=chosen.lacks,
        batch_seconds=chosen.batch_seconds,
        log=chosen.log,
        remember=False,
    ) as endpoint:
        print(f"export OPENAI_BASE_URL={endpoint.base_url}   (Ctrl-C stops)", flush=True)
        try:
            if chosen.until_stdin_closes:
                sys.stdin.read()
            else:
                threading.Event().wait()
        except KeyboardInterrupt:
            bill = endpoint.bill
            print(
                f"{bill.paid} paid calls of {bill.distinct} different requests, {bill.prompt_tokens} prompt "
                f"tokens ({bill.cached_tokens} cached), {bill.completion_tokens} completion tokens"
            )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.scripted_endpoint", description="A scripted OpenAI endpoint on this machine."
    )
    parser.add_argument("--port", type=int, default=8089, help="0 takes a free one")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--fault", choices=list(FAULTS), metavar="NAME", help=", ".join(FAULTS))
    parser.add_argument("--share", type=float, default=1.0, help="of the calls that get the fault")
    parser.add_argument("--seed", type=int, default=7, help="draws which calls get the fault")
    parser.add_argument("--rpm", type=int, help="requests per minute")
    parser.add_argument("--tpm", type=int, help="tokens per minute")
    parser.add_argument("--lacks", nargs="*", default=[], choices=CAPABILITIES, help="what it does not know")
    parser.add_argument("--batch-seconds", type=float, default=30.0, help="how long a batch takes")
    parser.add_argument("--log", type=Path, help="append a line of JSON for each request")
    parser.add_argument("--until-stdin-closes", action="store_true", help="for a process that started it")
    return parser


if __name__ == "__main__":
    main()
