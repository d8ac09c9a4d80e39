"""Every fault reaches the real client as what it is meant to be."""

from __future__ import annotations

import json
from typing import Any

import openai
import pytest

from bespoke.settings import LimitSettings
from copywriter.prompts import make_prompt
from copywriter.reply import ReplyUnusable, parse_reply
from guardrails.checking import check_copy
from tests.builders import a_fact_sheet
from tests.scripted_endpoint import FAULTS, ScriptedEndpoint, faulty
from tests.scripted_endpoint.test_protocol import client_of

SHEET, LIMITS = a_fact_sheet(), LimitSettings()


def a_request() -> dict[str, Any]:
    prompt = make_prompt(SHEET, LIMITS)
    return {"model": "small", "messages": list(prompt.messages)}


async def ask(name: str, timeout: float = 5, **changes: Any) -> str:
    """The body of the answer."""
    with ScriptedEndpoint(faulty(name)) as endpoint:
        async with client_of(endpoint.base_url) as client:
            raw = client.chat.completions.with_raw_response
            return (await raw.create(**a_request() | changes, timeout=timeout)).text


@pytest.mark.parametrize(
    ("name", "error", "status"),
    [
        ("401", openai.AuthenticationError, 401),
        ("403", openai.PermissionDeniedError, 403),
        ("404", openai.NotFoundError, 404),
        ("429", openai.RateLimitError, 429),
        ("429-retry-after", openai.RateLimitError, 429),
        ("quota", openai.RateLimitError, 429),
        ("500", openai.InternalServerError, 500),
        ("502", openai.InternalServerError, 502),
        ("503", openai.InternalServerError, 503),
    ],
)
async def test_a_status_arrives_as_the_error_it_stands_for(name, error, status):
    with pytest.raises(error) as caught:
        await ask(name)

    assert caught.value.status_code == status
    assert ("retry-after" in caught.value.response.headers) is (name == "429-retry-after")


async def test_a_hang_and_a_slow_drip_end_by_the_clients_patience():
    with pytest.raises(openai.APITimeoutError):
        await ask("timeout", timeout=0.2)
    with pytest.raises(openai.APITimeoutError):
        await ask("drip", timeout=0.1)  # of each read; the drip is slower


async def test_a_reset_breaks_off_in_the_middle_of_a_reply_that_is_paid():
    with ScriptedEndpoint(faulty("reset")) as endpoint:
        async with client_of(endpoint.base_url) as client:
            with pytest.raises(openai.APIConnectionError):
                await client.chat.completions.create(**a_request())

    assert endpoint.paid == 1


@pytest.mark.parametrize("name", ["malformed-body", "truncated-body"])
async def test_a_broken_body_is_no_json(name):
    with pytest.raises(json.JSONDecodeError):
        json.loads(await ask(name))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("malformed-json", "JSON"),
        ("truncated-json", "JSON"),
        ("wrong-shape", "subject"),
        ("empty", "empty"),
        ("refusal", "empty"),
        ("content-filter", "JSON"),
        ("cut-off", "JSON"),
        ("huge", "characters"),
    ],
)
async def test_a_bad_reply_cannot_become_copy(name, said):
    body = await ask(name)
    choice = json.loads(body)["choices"][0]

    with pytest.raises(ReplyUnusable, match=said):
        parse_reply(choice["message"]["content"], SHEET, LIMITS)
    assert bool(choice["message"]["refusal"]) is (name == "refusal")
    reasons = {"content-filter": "content_filter", "cut-off": "length"}
    assert choice["finish_reason"] == reasons.get(name, "stop")
    assert (len(body) >= 10_000_000) is (name == "huge")


async def test_a_reply_in_the_wrong_language_is_seen_by_the_guards():
    body = json.loads(await ask("wrong-language"))
    copy = parse_reply(body["choices"][0]["message"]["content"], SHEET, LIMITS)

    assert "wrong_language" in {finding.rule for finding in check_copy(copy, SHEET, LIMITS)}


async def test_a_body_of_another_shape_has_no_message():
    assert "message" not in json.loads(await ask("wrong-body-shape"))["choices"]


@pytest.mark.parametrize(
    ("lacking", "parameters"),
    [
        ("json_schema", {"response_format": {"type": "json_schema", "json_schema": {"name": "copy"}}}),
        ("json_object", {"response_format": {"type": "json_object"}}),
        ("temperature", {"temperature": 0.7}),
        ("max_tokens", {"max_tokens": 100}),
        ("max_completion_tokens", {"max_completion_tokens": 100}),
        ("reasoning_effort", {"reasoning_effort": "low"}),
    ],
)
async def test_what_the_endpoint_lacks_is_refused_by_name(lacking, parameters):
    with ScriptedEndpoint(lacking=[lacking]) as endpoint:
        async with client_of(endpoint.base_url) as client:
            with pytest.raises(openai.BadRequestError, match=lacking):
                await client.chat.completions.create(**a_request() | parameters)
            await client.chat.completions.create(**a_request())

    assert endpoint.paid == 1


def test_a_share_of_the_calls_is_the_same_for_the_same_seed():
    request = a_request()
    first, again = faulty("500", 0.2, 3), faulty("500", 0.2, 3)
    bad = [first(request) == FAULTS["500"](request) for _ in range(300)]

    assert bad == [again(request) == FAULTS["500"](request) for _ in range(300)]
    assert 30 < sum(bad) < 90
