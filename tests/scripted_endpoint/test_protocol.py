"""The scripted endpoint as the real client sees it: what it answers when all is well, and its limits."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from openai import (
    AsyncOpenAI,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    RateLimitError,
)

from bespoke.settings import LimitSettings
from copywriter.prompts import make_prompt
from copywriter.reply import parse_reply
from guardrails.checking import check_copy
from tests.builders import a_cohort, a_fact_sheet, an_offer
from tests.scripted_endpoint import Fault, ScriptedEndpoint, reply_to
from tests.scripted_endpoint.process import endpoint_process, read_log
from tests.scripted_endpoint.tokens import count_tokens

HELLO: Any = {"model": "small", "messages": [{"role": "user", "content": "Write a `blurb`."}]}


@asynccontextmanager
async def client_of(base_url: str) -> AsyncIterator[AsyncOpenAI]:
    async with AsyncOpenAI(api_key="none", base_url=base_url, max_retries=0, timeout=10) as client:
        yield client


def a_line(custom_id: str, **changes: Any) -> dict[str, Any]:
    return {"custom_id": custom_id, "method": "POST", "url": "/v1/chat/completions", "body": HELLO | changes}


async def start_batch(client: AsyncOpenAI, lines: list[dict[str, Any]], **more: Any) -> Any:
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    file = await client.files.create(file=("lines.jsonl", text.encode()), purpose="batch")
    return await client.batches.create(
        input_file_id=file.id, endpoint="/v1/chat/completions", completion_window="24h", **more
    )


async def lines_of(client: AsyncOpenAI, file_id: str | None) -> dict[str, Any]:
    if file_id is None:
        return {}
    content = await client.files.content(file_id)
    lines = [json.loads(line) for line in content.text.splitlines()]
    return {line["custom_id"]: line for line in lines}


async def test_a_completion_has_content_and_usage_of_the_actual_texts():
    with ScriptedEndpoint() as endpoint:
        async with client_of(endpoint.base_url) as client:
            completion = await client.chat.completions.create(**HELLO)

    content, usage = completion.choices[0].message.content, completion.usage
    assert content is not None
    assert json.loads(content)["blurb"]
    assert usage is not None
    assert usage.completion_tokens == count_tokens(content)
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    assert (endpoint.paid, endpoint.bill.prompt_tokens) == (1, usage.prompt_tokens)


async def test_asking_for_a_stream_is_refused_clearly():
    with ScriptedEndpoint() as endpoint:
        async with client_of(endpoint.base_url) as client:
            with pytest.raises(BadRequestError, match="does not stream"):
                await client.chat.completions.create(**HELLO, stream=True)


async def test_requests_that_make_no_sense_are_refused_clearly():
    with ScriptedEndpoint(models=["small"]) as endpoint:
        async with client_of(endpoint.base_url) as client:
            with pytest.raises(BadRequestError, match="messages"):
                await client.post("/chat/completions", body={"model": "small"}, cast_to=object)
            with pytest.raises(NotFoundError, match="`large` does not exist"):
                await client.chat.completions.create(**HELLO | {"model": "large"})
            with pytest.raises(NotFoundError, match="Unknown request URL"):
                await client.embeddings.create(input="Hello", model="small")
            assert [model.id for model in (await client.models.list()).data] == ["small"]
    assert endpoint.paid == 0


@pytest.mark.parametrize("locale", ["en-GB", "de-DE", "fr-FR", "es-ES"])
def test_replies_to_our_prompts_fit_pass_the_guards_and_differ(locale):
    limits, subjects = LimitSettings(), set()
    for number in range(60):
        offered = number % 2 == 0
        cohort = a_cohort(locale=locale, has_offer=offered)
        offer = an_offer() if offered else None
        sheet = a_fact_sheet(locale=locale, cohort=cohort, offer=offer, theme=f"Theme {number}")
        prompt = make_prompt(sheet, limits)
        strict = {"type": "json_schema", "json_schema": {"name": "copy", "schema": prompt.schema}}
        request = {"model": "small", "messages": list(prompt.messages), "response_format": strict}

        copy = parse_reply(reply_to(request).text, sheet, limits)

        assert check_copy(copy, sheet, limits) == ()
        subjects.add(copy.subject)
    assert len(subjects) > 15


def test_a_reply_fills_whatever_schema_is_asked():
    properties = {
        "subject": {"type": "string"},
        "facts_used": {
            "type": "array",
            "items": {"properties": {"claim": {"type": "string"}, "fact": {"type": "string"}}},
        },
        "score": {"type": "integer"},
        "verdict": {"enum": ["good", "bad"]},
        "notes": {"type": "array", "items": {"type": "string"}},
    }
    schema = {"type": "json_schema", "json_schema": {"name": "any", "schema": {"properties": properties}}}

    reply = reply_to(HELLO | {"response_format": schema}).content

    assert set(reply) == set(properties)
    assert all(set(used) == {"claim", "fact"} for used in reply["facts_used"])
    assert (reply["score"], reply["verdict"]) == (3, "good")
    assert all(isinstance(note, str) for note in reply["notes"])


def test_tokens_are_about_four_latin_letters():
    english = (
        "We have put together a few things that go well with one another, and with a slow morning. " * 20
    )

    assert 3.8 < len(english) / count_tokens(english) < 5
    assert count_tokens("杯子很好看") == 5
    assert count_tokens("") == 0


async def test_a_prompt_that_begins_like_an_earlier_one_is_cached_from_1024_tokens_on():
    begins = "A stable part that many prompts share. " * 200
    with ScriptedEndpoint() as endpoint:
        async with client_of(endpoint.base_url) as client:
            cached = []
            for start, end in (("", "first"), ("", "second"), ("Other. ", "third")):
                message: Any = {"role": "user", "content": start + begins + end}
                completion = await client.chat.completions.create(model="small", messages=[message])
                assert completion.usage is not None
                assert completion.usage.prompt_tokens_details is not None
                cached.append(completion.usage.prompt_tokens_details.cached_tokens)

    assert cached[0] == cached[2] == 0
    assert cached[1] is not None
    assert cached[1] >= 1024
    assert cached[1] % 128 == 0


async def test_an_idempotency_key_gets_the_same_reply_and_is_paid_once():
    with ScriptedEndpoint(latency=0.05) as endpoint:
        async with client_of(endpoint.base_url) as client:
            key = {"Idempotency-Key": "a1"}
            both = await asyncio.gather(
                *(client.chat.completions.create(**HELLO, extra_headers=key) for _ in range(2))
            )
            later = await client.chat.completions.create(**HELLO, extra_headers=key)
            other = await client.chat.completions.create(**HELLO)
            with pytest.raises(BadRequestError, match="another request"):
                await client.chat.completions.create(**HELLO | {"seed": 3}, extra_headers=key)

    assert {one.id for one in both} == {later.id}
    assert other.id != later.id
    assert (endpoint.paid, endpoint.distinct, endpoint.bill.replayed) == (2, 1, 2)
    assert len(endpoint.requests) == 5


async def test_a_reply_that_nobody_waited_for_is_paid_and_kept_for_its_key():
    with ScriptedEndpoint(latency=0.2) as endpoint:
        async with client_of(endpoint.base_url) as client:
            key = {"Idempotency-Key": "a1"}
            with pytest.raises(Exception, match="timed out"):
                await client.chat.completions.create(**HELLO, extra_headers=key, timeout=0.05)
            assert endpoint.paid == 0
            await client.chat.completions.create(**HELLO, extra_headers=key)

    assert (endpoint.paid, endpoint.bill.replayed) == (1, 1)


async def test_errors_are_not_kept_for_an_idempotency_key():
    with ScriptedEndpoint([Fault(status=503), {"blurb": "Plain."}]) as endpoint:
        async with client_of(endpoint.base_url) as client:
            key = {"Idempotency-Key": "a1"}
            with pytest.raises(InternalServerError):
                await client.chat.completions.create(**HELLO, extra_headers=key)
            found = await client.chat.completions.create(**HELLO, extra_headers=key)

    assert found.choices
    assert endpoint.paid == 1


async def test_limits_are_told_on_success_and_a_refusal_says_when_to_come_back():
    with ScriptedEndpoint(requests_per_minute=2, tokens_per_minute=100_000) as endpoint:
        async with client_of(endpoint.base_url) as client:
            raw = client.chat.completions.with_raw_response
            first = await raw.create(**HELLO, max_tokens=4000)
            await raw.create(**HELLO, max_tokens=4000)
            with pytest.raises(RateLimitError) as caught:
                await raw.create(**HELLO, max_tokens=4000)

    assert first.headers["x-ratelimit-limit-requests"] == "2"
    assert first.headers["x-ratelimit-remaining-requests"] == "1"
    assert first.headers["x-ratelimit-remaining-tokens"] == "96000"
    assert first.headers["x-ratelimit-reset-requests"].endswith("s")
    refused = caught.value.response.headers
    assert refused["x-ratelimit-remaining-requests"] == "0"
    assert 25 <= int(refused["Retry-After"]) <= 30
    assert caught.value.code == "rate_limit_exceeded"
    assert endpoint.paid == 2


async def test_tokens_per_minute_count_the_longest_reply_that_a_request_allows():
    with ScriptedEndpoint(tokens_per_minute=6000, says_retry_after=False) as endpoint:
        async with client_of(endpoint.base_url) as client:
            await client.chat.completions.create(**HELLO, max_completion_tokens=4000)
            with pytest.raises(RateLimitError, match="tokens per min") as caught:
                await client.chat.completions.create(**HELLO, max_completion_tokens=4000)
            await client.chat.completions.create(**HELLO, max_completion_tokens=1000)

    assert "retry-after" not in caught.value.response.headers


async def test_files_are_kept_and_given_back_byte_by_byte():
    content = '{"text": "Grüße, 杯子"}\n{"text": "two\u2028lines"}\r\n'.encode()
    with ScriptedEndpoint() as endpoint:
        async with client_of(endpoint.base_url) as client:
            made = await client.files.create(file=("some.jsonl", content), purpose="batch")
            known = await client.files.retrieve(made.id)
            back = await client.files.content(made.id)
            listed = [file.id async for file in client.files.list()]
            gone = await client.files.delete(made.id)
            with pytest.raises(NotFoundError):
                await client.files.retrieve(made.id)

    assert (known.filename, known.purpose, known.bytes) == ("some.jsonl", "batch", len(content))
    assert back.content == content
    assert listed == [made.id]
    assert gone.deleted
    assert any(content in one for one in endpoint.wire)


async def test_a_batch_goes_its_way_and_answers_every_line():
    def script(request: Any) -> Any:
        return Fault(status=500) if "seven" in str(request) else reply_to(request)

    lines = [a_line(f"n{number}") for number in range(6)]
    lines.append(a_line("n7", messages=[{"role": "user", "content": "`blurb` seven"}]))
    lines.append(a_line("n8", stream=True))
    with ScriptedEndpoint(script, batch_seconds=0.5) as endpoint:
        async with client_of(endpoint.base_url) as client:
            batch = await start_batch(client, lines, metadata={"campaign": "spring"})
            seen = [batch.status]
            while seen[-1] != "completed":
                await asyncio.sleep(0.02)
                batch = await client.batches.retrieve(batch.id)
                seen += [batch.status] if batch.status != seen[-1] else []
            good = await lines_of(client, batch.output_file_id)
            bad = await lines_of(client, batch.error_file_id)
            listed = [one async for one in client.batches.list(limit=1)]

    assert seen == ["validating", "in_progress", "finalizing", "completed"]
    assert batch.request_counts is not None
    assert (batch.request_counts.completed, batch.request_counts.failed) == (6, 2)
    assert set(good) == {f"n{number}" for number in range(6)}
    assert good["n0"]["response"]["body"]["choices"][0]["message"]["content"]
    assert bad["n7"]["response"]["status_code"] == 500
    assert "does not stream" in bad["n8"]["response"]["body"]["error"]["message"]
    assert [one.metadata for one in listed] == [{"campaign": "spring"}]
    assert endpoint.paid == 6


async def test_batches_are_listed_newest_first_page_by_page():
    with ScriptedEndpoint() as endpoint:
        async with client_of(endpoint.base_url) as client:
            made = [(await start_batch(client, [a_line("one")])).id for _ in range(5)]
            listed = [one.id async for one in client.batches.list(limit=2)]

    assert listed == made[::-1]


async def test_a_canceled_batch_keeps_what_it_had():
    with ScriptedEndpoint(batch_seconds=1) as endpoint:
        async with client_of(endpoint.base_url) as client:
            batch = await start_batch(client, [a_line(f"n{number}") for number in range(20)])
            await asyncio.sleep(0.3)
            stopping = await client.batches.cancel(batch.id)
            await asyncio.sleep(0.15)
            batch = await client.batches.retrieve(batch.id)
            good = await lines_of(client, batch.output_file_id)
            bad = await lines_of(client, batch.error_file_id)
            with pytest.raises(ConflictError, match="cancelled"):
                await client.batches.cancel(batch.id)

    assert (stopping.status, batch.status) == ("cancelling", "cancelled")
    assert 0 < len(good) < 20
    assert len(good) + len(bad) == 20
    assert {line["error"]["code"] for line in bad.values()} == {"batch_cancelled"}


async def test_an_expired_batch_answers_some_lines_and_says_so_of_the_others():
    with ScriptedEndpoint(batch_outcome="expired") as endpoint:
        async with client_of(endpoint.base_url) as client:
            batch = await start_batch(client, [a_line(f"n{number}") for number in range(8)])
            batch = await client.batches.retrieve(batch.id)
            good = await lines_of(client, batch.output_file_id)
            bad = await lines_of(client, batch.error_file_id)

    assert batch.status == "expired"
    assert (len(good), len(bad)) == (4, 4)
    assert {line["error"]["code"] for line in bad.values()} == {"batch_expired"}


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([a_line("one"), a_line("one")], "duplicate_custom_id"),
        ([a_line("one"), a_line("two", model="large")], "mismatched_model"),
        ([a_line("one") | {"url": "/v1/embeddings"}], "mismatched_url"),
        ([{"custom_id": "one"}], "invalid_json_line"),
        ([], "empty_file"),
    ],
)
async def test_a_batch_with_a_bad_input_file_fails_and_says_where(lines, code):
    with ScriptedEndpoint() as endpoint:
        async with client_of(endpoint.base_url) as client:
            batch = await start_batch(client, lines)
            batch = await client.batches.retrieve(batch.id)

    assert batch.status == "failed"
    assert batch.errors is not None
    assert batch.errors.data is not None
    assert [problem.code for problem in batch.errors.data] == [code]
    assert endpoint.paid == 0


async def test_moderations_flag_what_they_know():
    with ScriptedEndpoint() as endpoint:
        async with client_of(endpoint.base_url) as client:
            found = await client.moderations.create(input=["A lovely mug.", "They hate mugs and kill them."])

    assert [result.flagged for result in found.results] == [False, True]
    assert found.results[1].categories.violence
    assert found.results[1].category_scores.hate > 0.5
    assert not found.results[1].categories.sexual


async def test_a_hundred_at_once_take_hardly_longer_than_one():
    with ScriptedEndpoint(latency=0.5) as endpoint:
        async with client_of(endpoint.base_url) as client:
            started = time.monotonic()
            await asyncio.gather(*(client.chat.completions.create(**HELLO) for _ in range(100)))
            taken = time.monotonic() - started

    assert endpoint.most_in_flight > 64
    assert taken < 5


def test_bytes_that_are_no_request_and_chunked_bodies_are_understood():
    def chunks() -> Any:
        text = json.dumps(HELLO).encode()
        yield text[:20]
        yield text[20:]

    with ScriptedEndpoint() as endpoint, httpx.Client() as client:
        url = f"{endpoint.base_url}/chat/completions"
        assert client.post(url, content=chunks()).status_code == 200
        assert client.post(url, content=b"{nonsense").status_code == 400
        assert client.get(url).status_code == 404


async def test_its_own_process_writes_a_line_for_each_request(tmp_path: Path):
    log = tmp_path / "calls.jsonl"
    with endpoint_process("--log", str(log), "--latency", "0.01", "--fault", "503", "--share", "0.5") as url:
        async with client_of(url) as client:
            for number in range(12):
                body = HELLO | {"seed": number // 2}
                headers = {"Idempotency-Key": f"k{number // 2}"}
                raw = client.chat.completions.with_raw_response
                await asyncio.gather(raw.create(**body, extra_headers=headers), return_exceptions=True)
    lines = read_log(log)

    assert len(lines) == 12
    assert {line["status"] for line in lines} == {200, 503}
    paid = [line["hash"] for line in lines if line["paid"]]
    assert len(paid) == len(set(paid)) > 0
    assert all(line["replayed"] for line in lines if line["status"] == 200 and not line["paid"])
