"""Replies: the JSON is found in whatever is said around it, quickly, and nothing else is."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bespoke.canary import canary_of
from bespoke.domain import DraftKind
from bespoke.settings import LimitSettings
from copywriter.embedded_json import drop_last_commas
from copywriter.reply import LONGEST_REPLY_CHARS, Reply, ReplyUnusable, parse_reply, reply_schema
from tests.builders import a_copy, a_fact_sheet, a_product, an_offer

SHEET = a_fact_sheet(offer=an_offer())
BLURB = a_fact_sheet(kind=DraftKind.BLURB, products=(a_product(),), cohort=None, angle=None, slots=())
USES = [{"claim": "things", "fact": "product 1.title"}]
TEXTS = dict(a_copy().texts())
WHOLE = json.dumps({**TEXTS, "facts_used": USES})

words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40).filter(lambda text: text.strip())
prose = st.one_of(
    st.text(st.sampled_from('{}[]",:\\ \n`<>/abcthinksubjec'), max_size=200),
    st.text(max_size=200),
    st.sampled_from(["```json\n", "Here is {the} reply: ", '{"subject": ', '<think>{"subject": 1}</think>']),
)


def parse(text: str) -> Reply:
    return parse_reply(text, SHEET, LimitSettings())


def problem_of(text: str) -> str:
    with pytest.raises(ReplyUnusable) as caught:
        parse(text)
    return str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"```json\n{WHOLE}\n```",
        f"Sure, here it is:\n\n{WHOLE}\n\nTell me if you {{want}} changes.",
        f'<think>The user wants {{"subject": "…"}}. Say "hello"?</think>\n{WHOLE}',
        f"<think>{json.dumps(TEXTS | {'subject': 'A first attempt'})}</think>{WHOLE}",
        WHOLE.replace("}]}", "},]\n,}"),
        json.dumps({"reply": json.loads(WHOLE)}),
        WHOLE.replace("\\n", "\n"),
        f'{{"subject": "half {WHOLE}',
        json.dumps({"subject": "only"}) + WHOLE,
        json.dumps({"subject": "only"}) + WHOLE.replace("}]}", "},]}"),
        f'{{"subject": {WHOLE}}}',
    ],
    ids=[
        "bare",
        "fenced",
        "prose",
        "thoughts",
        "attempt in thoughts",
        "trailing commas",
        "wrapped",
        "raw line breaks",
        "after a half one",
        "after a poor one",
        "trailing comma after a poor one",
        "in place of a text",
    ],
)
def test_a_reply_is_found_in_what_is_said_around_it(text):
    reply = parse(text)

    assert reply.copy == a_copy()
    assert [use.fact for use in reply.facts_used] == ["product 1.title"]


@given(prose, prose, st.fixed_dictionaries({"subject": words, "cta": words}))
def test_any_reply_is_found_in_any_prose(before, after, changes):
    texts = {**TEXTS, **{name: text[:20] for name, text in changes.items()}}
    assume("{{" not in "".join(changes.values()))
    try:
        alone = parse(json.dumps(texts))
    except ReplyUnusable:
        assume(False)

    assert parse(f"{before}\n{json.dumps(texts)}\n{after}").copy == alone.copy


@given(prose, st.text(max_size=300))
def test_nonsense_is_refused_in_a_few_words(text, more):
    assert len(problem_of(text + more)) < 200


@pytest.mark.parametrize(
    "unit",
    [
        '{"subject":',
        '{"a":',
        "[",
        '"',
        '\\"',
        '{"subject": "',
        "{ ",
        "```json{",
        "<think>",
        "</think>",
        ",",
        ", ",
    ],
)
def test_a_trap_takes_no_longer_than_its_length(unit):
    text = unit * (LONGEST_REPLY_CHARS // len(unit))
    started = time.perf_counter()

    problem_of(text)
    problem_of('"' + text[1:])
    problem_of('{"subject": "' + text[13:])

    assert time.perf_counter() - started < 2


def test_ten_megabytes_are_refused_unread():
    huge = WHOLE + " " * 10_000_000
    started = time.perf_counter()

    assert problem_of(huge) == f"it had {len(huge):,} characters"
    assert time.perf_counter() - started < 0.1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "it was empty"),
        (" \n", "it was empty"),
        ("I'd rather not.", "it was not the JSON asked for"),
        (json.dumps(list(TEXTS)), "it was not the JSON asked for"),
        (json.dumps({"subject": "x", "cta": "y"}), "it lacks preheader, headline, body"),
        (json.dumps(TEXTS | {"body": ["x"]}), "body is not a text"),
        (json.dumps(TEXTS | {"x" * 9999: 1}), "it has 1 entry nobody asked for"),
        (json.dumps(TEXTS | {"cta": " "}), "cta is empty"),
        (json.dumps(TEXTS | {"cta": "\u200b\u2060"}), "cta is empty"),
        (
            json.dumps(TEXTS | {"subject": "x" * 61}),
            "subject has 61 characters with its slots filled, at most 60 fit",
        ),
        (json.dumps(TEXTS | {"body": "{{ surname }}"}), "body has the slot 'surname', which does not exist"),
        (json.dumps(TEXTS | {"body": "It is " + canary_of(a_fact_sheet())}), "it repeats the instructions"),
        (
            json.dumps(TEXTS | {"body": "You write the words of one marketing email for a shop. A cohort"}),
            "it repeats the instructions",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong(text, problem):
    assert problem_of(text) == problem


def test_a_reply_without_facts_is_usable():
    assert parse(json.dumps(TEXTS)).facts_used == ()
    assert parse(json.dumps(TEXTS | {"facts_used": "none"})).copy == a_copy()


def test_copy_has_nothing_that_cannot_be_seen():
    subject = parse(json.dumps(TEXTS | {"subject": "A\u200b \x00mug\u202e \ud800for\tyou"})).copy.subject

    assert subject == "A mug for you"


def test_a_blurb_is_read_with_its_facts():
    said = {"blurb": "It holds 350 ml.", "facts_used": [{"claim": "350 ml", "fact": "product.description"}]}

    reply = parse_reply(f"Gladly! {json.dumps(said)}", BLURB, LimitSettings())

    assert reply.copy.blurbs[0].text == "It holds 350 ml."
    assert reply.facts_used[0].is_sound


@pytest.mark.parametrize("kind", DraftKind)
def test_the_schema_is_strict_at_every_level(kind):
    def check(schema: dict) -> None:
        if schema["type"] == "object":
            assert schema["required"] == list(schema["properties"])
            assert schema["additionalProperties"] is False
            for part in schema["properties"].values():
                check(part)
        elif schema["type"] == "array":
            check(schema["items"])

    check(reply_schema(kind))
    assert "facts_used" in reply_schema(kind)["properties"]


def test_commas_inside_texts_stay():
    assert drop_last_commas('{"a": "x,}", "b": [1,\n],}') == '{"a": "x,}", "b": [1\n]}'
