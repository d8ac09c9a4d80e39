from __future__ import annotations

from bespoke.domain import Blurb, ProductId
from bespoke.settings import LimitSettings
from tests.builders import a_product
from tests.guardrails.checks import check

RULE = "too_many_dynamic_blocks"


def rules(body: str, **options: object) -> set[str]:
    return {finding.rule for finding in check(body, **options)}


def test_slots_and_products_count_together():
    limits = LimitSettings(dynamic_blocks=4)
    greeting = "Hello {{ first_name }}, here is {{ product_1 }}."

    assert RULE not in rules(greeting, limits=limits, products_per_email=2)
    assert RULE in rules(greeting, limits=limits, products_per_email=3)


def test_sentences_for_products_count_where_nobody_said_how_many_are_shown():
    limits = LimitSettings(dynamic_blocks=1)
    blurbs = tuple(Blurb(ProductId(f"mug-{n}"), "A hand-thrown mug.") for n in (1, 2))
    products = tuple(a_product(f"mug-{n}") for n in (1, 2))

    assert RULE in rules("Hello.", limits=limits, copy={"blurbs": blurbs}, products=products)
    assert RULE not in rules("Hello.", limits=limits, products=products)
