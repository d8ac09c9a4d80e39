"""A small shop's briefs, and an endpoint that writes and judges by the model it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from bespoke.settings import PriceSettings, WriterSettings
from copywriter.budget import Budget
from eval.copy_judge import CRITERIA
from eval.copy_trials import Desk, Purse
from store.database import Store
from tests.scripted_endpoint import Reply, ScriptedEndpoint, a_frame_reply

PRICES = {name: PriceSettings(input=Decimal(1), output=Decimal(10)) for name in ("small", "large", "judge")}

SHOP = """\
locale = "en-GB"
currency = "GBP"
send_date = 2026-04-20
blurbs = ["mug"]

[brand]
name = "Juniper & Loom"

[[products]]
id = "mug"
title = "Speckled Mug"
description = "A hand-thrown stoneware mug."
category = "Kitchen"
price = "12.50"

[[frames]]
name = "loyal"
segment = "loyal"
category = "Kitchen"
products = ["mug"]

[[frames]]
name = "new"
segment = "new"
angle = "curiosity"
products = ["mug"]
"""


def write_shop(folder: Path, text: str = SHOP) -> Path:
    """A folder with one file of briefs: two frames and a blurb."""
    folder.mkdir(exist_ok=True)
    (folder / "shop.toml").write_text(text, encoding="utf-8")
    return folder


def a_verdict(**changes: Any) -> dict[str, Any]:
    return {**dict.fromkeys(CRITERIA, 4), "why": "The headline says little."} | changes


def is_judged(request: Mapping[str, Any]) -> bool:
    return "You judge" in request["messages"][0]["content"]


def is_blurb(request: Mapping[str, Any]) -> bool:
    return "`blurb`" in request["messages"][0]["content"]


def writes_and_judges(
    frame: Callable[[Mapping[str, Any]], Any] = lambda request: a_frame_reply(),
    verdict: Callable[[Mapping[str, Any]], Any] = lambda request: a_verdict(),
) -> Callable[[Mapping[str, Any]], Any]:
    """A script: verdicts for judges, a plain sentence for blurbs, `frame` for frames."""

    def answer(request: Mapping[str, Any]) -> Any:
        if is_judged(request):
            found = verdict(request)
        elif is_blurb(request):
            found = {"blurb": "A plain and honest sentence."}
        else:
            found = frame(request)
        return Reply(found, prompt_tokens=900, completion_tokens=200) if isinstance(found, dict) else found

    return answer


def a_model(endpoint: ScriptedEndpoint, model: str = "small", **changes: Any) -> WriterSettings:
    values = {"base_url": endpoint.base_url, "model": model, "prices": PRICES, "max_attempts": 1} | changes
    return WriterSettings(**values)


def a_desk(store: Store, max_usd: str = "5", max_calls: int = 500) -> Desk:
    return Desk(purse=Purse(store.llm_ledger, Budget(Decimal(max_usd), max_calls)))


def set_environment(endpoint: ScriptedEndpoint) -> dict[str, str]:
    """What makes `bespoke` use the endpoint, at known prices."""
    prices = {name: {"input": "1", "output": "10"} for name in PRICES}
    return {"OPENAI_BASE_URL": endpoint.base_url, "BESPOKE_WRITER__PRICES": json.dumps(prices)}
