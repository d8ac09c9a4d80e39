"""What the pages show, and that what they show stays text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import FactUse, Finding, Money, Segment, Severity, WrittenCopy
from bespoke.settings import Settings
from review.app import make_app
from review.highlighting import mark_findings
from review.listing import DraftFilter, describe_draft, find_neighbors, list_drafts, read_filter
from review.previewing import Scheme, in_scheme
from store.database import Store
from tests.builders import a_cohort, a_draft, a_fact_sheet, a_product
from tests.review.desk import (
    CLEAN,
    SECRET,
    SPRING,
    Clock,
    a_blurb_draft,
    a_browser,
    a_campaign,
    draft_address,
    fields_of,
)

HOSTILE = "<img src=x onerror=alert(1)></textarea><script>alert(2)</script>\"'{{ 7*7 }}"


def a_hostile_draft() -> object:
    sheet = a_fact_sheet(
        products=(a_product(title=HOSTILE, description=HOSTILE, category=HOSTILE),),
        cohort=a_cohort(category=HOSTILE),
        theme=HOSTILE,
    )
    copy = CLEAN.__class__(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    findings = (Finding(HOSTILE, Severity.HOLD, "subject", HOSTILE, span=(1, 9), fact=HOSTILE),)
    return a_draft(fact_sheet=sheet, written=WrittenCopy(copy, HOSTILE, note=HOSTILE, findings=findings))


def test_hostile_titles_and_copy_stay_inert(sqlite_store: Store) -> None:
    a_campaign(sqlite_store, [a_hostile_draft(), a_blurb_draft(HOSTILE, title=HOSTILE)])  # type: ignore[list-item]
    browser = a_browser(sqlite_store, reviewer=HOSTILE[:60])

    addresses = [f"/campaign?id={SPRING}", f"/campaign?id={SPRING}&kind=blurb", draft_address()]
    for address in [*addresses, draft_address("blurb/mug-1"), "/", draft_address(path="/preview")]:
        page = browser.get(address).text
        assert "<img src=x" not in page
        assert "<script>" not in page
        assert "</textarea><script" not in page
    fields = fields_of(browser.get(draft_address()).text)
    assert fields["body"] == HOSTILE


def test_hostile_queries_stay_inert(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)

    for name in (
        "status",
        "variant",
        "segment",
        "findings",
        "written_for",
        "done",
        "was",
        "scheme",
        "name",
        "id",
        "page",
    ):
        page = browser.get("/campaign", params={"id": SPRING} | {name: HOSTILE}).text
        draft = browser.get(draft_address() + "&" + name, params={name: HOSTILE}).text
        assert "<img src=x" not in page + draft


def test_a_preview_can_neither_run_anything_nor_reach_us(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)

    headers = browser.get(draft_address(path="/preview")).headers

    policy = headers["content-security-policy"]
    assert policy.startswith("sandbox;")
    assert "allow-" not in policy
    assert "script-src" not in policy
    frame = re.search(r"<iframe[^>]*>", browser.get(draft_address()).text)
    assert frame is not None
    assert " sandbox " in frame[0]
    assert "allow-" not in frame[0]


def test_a_preview_is_the_e_mail_of_somebody_made_up(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)

    page = a_browser(sqlite_store).get(draft_address(path="/preview")).text

    assert "Something for your kitchen" in page
    assert "Hello Robin," in page
    assert "Speckled Stoneware Mug" in page
    assert "{{" not in page


def test_a_preview_shows_nobody_and_the_longest_name(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)

    assert "Hello," in browser.get(draft_address(path="/preview", name="none")).text
    assert "Hello Maximiliane-," in browser.get(draft_address(path="/preview", name="longest")).text


def test_a_preview_takes_the_copy_in_the_form_without_saving_it(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)
    fields = fields_of(browser.get(draft_address()).text)

    page = browser.post("/preview", data=fields | {"headline": "<b>Not yet</b> saved"}).text

    assert "&lt;b&gt;Not yet&lt;/b&gt; saved" in page
    assert sqlite_store.drafts.get(a_draft().draft_id).copy == CLEAN


def test_a_preview_that_cannot_be_made_says_why(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)
    fields = fields_of(browser.get(draft_address()).text)

    answer = browser.post("/preview", data=fields | {"headline": "For {{ shoe_size }}"})

    assert answer.status_code == 200
    assert "shoe_size" in answer.text


def test_a_product_sentence_is_previewed_in_an_e_mail_of_its_campaign(sqlite_store: Store) -> None:
    a_campaign(sqlite_store, [a_draft(copy=CLEAN), a_blurb_draft("Fish & chips go in it.")])

    page = a_browser(sqlite_store).get(draft_address("blurb/mug-1", path="/preview")).text

    assert CLEAN.headline in page
    assert re.search(r'<mark id="sentence"[^>]*>Fish &amp; chips go in it.</mark>', page)


def test_a_preview_settles_the_color_scheme_in_styles_only() -> None:
    style = "<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){a{}}</style>"

    dark = in_scheme(style + "say (prefers-color-scheme:dark)", Scheme.DARK)

    assert "color-scheme:dark}@media (min-width:0px){" in dark
    assert dark.endswith("say (prefers-color-scheme:dark)")
    assert "@media (max-width:0px){" in in_scheme(style, Scheme.LIGHT)


def test_local_pictures_are_put_into_the_preview_and_nothing_else_is(
    sqlite_store: Store, tmp_path: Path
) -> None:
    (tmp_path / "mug.png").write_bytes(b"\x89PNG")
    (tmp_path.parent / "secret.png").write_bytes(b"secret")
    site = "https://shop.example/images/"
    products = (
        a_product("mug-1", image_url=f"{site}mug.png"),
        a_product("mug-2", image_url=f"{site}../secret.png"),
    )
    a_campaign(sqlite_store, [a_draft(copy=CLEAN, fact_sheet=a_fact_sheet(products=products))])
    browser = a_browser(sqlite_store)
    browser.app = make_app(sqlite_store, Settings(), Clock(), SECRET, pictures={site: tmp_path})
    browser._transport.app = browser.app  # type: ignore[attr-defined]

    page = browser.get(draft_address(path="/preview")).text

    assert 'src="data:image/png;base64,iVBORw=="' in page
    assert "c2VjcmV0" not in page


def test_the_draft_page_shows_facts_limits_and_findings(sqlite_store: Store) -> None:
    finding = Finding(
        "false_scarcity",
        Severity.BLOCK,
        "preheader",
        "Not in the facts.",
        span=(2, 5),
        suggestion="Leave it.",
    )
    a_campaign(sqlite_store, [a_draft(written=WrittenCopy(CLEAN, "phrasebook", findings=(finding,)))])

    page = a_browser(sqlite_store).get(draft_address()).text

    assert "A hand-thrown stoneware mug that holds 350 ml." in page
    assert f"{len(CLEAN.subject)} of 60" in page
    assert '<mark class="block" title="False scarcity">few</mark>' in page
    assert "<b>False scarcity.</b> Not in the facts. <i>Leave it.</i>" in page


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ({}, ["A", "B", "C"]),
        ({"variant": "B"}, ["B"]),
        ({"segment": "at_risk"}, ["C"]),
        ({"status": "approved"}, []),
        ({"findings": "some"}, ["B"]),
        ({"findings": "none"}, ["A", "C"]),
        ({"findings": "note"}, ["B"]),
        ({"findings": "block"}, []),
        ({"written_for": "customer"}, ["C"]),
        ({"written_for": "cohort"}, ["A", "B"]),
    ],
)
def test_the_list_shows_what_the_filter_asks_for(
    sqlite_store: Store, chosen: dict[str, str], shown: list[str]
) -> None:
    note = Finding("long", Severity.NOTE, "body", "Rather long.")
    at_risk = a_cohort(cohort_id="customer-00001", segment=Segment.AT_RISK, size=3, crowd_id="at-risk")
    a_campaign(
        sqlite_store,
        [
            a_draft("A", variant="A"),
            a_draft("B", variant="B", written=WrittenCopy(CLEAN, "phrasebook", findings=(note,))),
            a_draft("C", variant="C", fact_sheet=a_fact_sheet(cohort=at_risk)),
        ],
    )

    page = a_browser(sqlite_store).get("/campaign", params={"id": SPRING} | chosen).text

    assert re.findall(r'name="draft" value="(\w)"', page) == shown


def test_neighbors_are_those_that_match_even_for_a_draft_that_does_not(sqlite_store: Store) -> None:
    a_campaign(sqlite_store, [a_draft(name, variant=name) for name in "ABCD"])
    listed = list_drafts(sqlite_store, SPRING, DraftFilter().kind)

    all_of_them = find_neighbors(listed, DraftFilter(), listed[1].draft.draft_id)
    only_c = find_neighbors(listed, read_filter({"variant": "C"}), listed[1].draft.draft_id)

    assert (all_of_them.previous, all_of_them.next, all_of_them.position) == ("A", "C", 2)
    assert (only_c.previous, only_c.next, only_c.position, only_c.count) == (None, "C", 0, 1)


def test_a_long_list_comes_in_pages(sqlite_store: Store) -> None:
    a_campaign(sqlite_store, [a_draft(f"d{number:03}") for number in range(130)])
    browser = a_browser(sqlite_store)

    first = browser.get(f"/campaign?id={SPRING}").text
    last = browser.get(f"/campaign?id={SPRING}&page=99").text

    assert first.count('name="draft"') == 100
    assert last.count('name="draft"') == 30
    assert "Page 2 of 2" in last


def test_a_merged_cohort_has_a_name_and_a_filter(sqlite_store: Store) -> None:
    everyone = a_fact_sheet(cohort=a_cohort(segment=None, category=None))
    a_campaign(sqlite_store, [a_draft(fact_sheet=everyone)])

    page = a_browser(sqlite_store).get(f"/campaign?id={SPRING}&segment=all").text

    assert describe_draft(a_draft(fact_sheet=everyone)) in page
    assert page.count('name="draft"') == 1


spans = st.tuples(st.integers(-5, 40), st.integers(-5, 40)) | st.none()


@given(st.text(max_size=30), st.lists(st.tuples(spans, st.sampled_from(Severity)), max_size=6))
def test_marked_pieces_always_join_to_the_text(
    text: str, found: list[tuple[tuple[int, int] | None, Severity]]
) -> None:
    findings = [Finding(f"r{n}", one[1], "body", "", span=one[0]) for n, one in enumerate(found)]

    pieces = mark_findings(text, findings)

    assert "".join(piece.text for piece in pieces) == text
    for n, finding in enumerate(findings):
        start, end = finding.span or (0, 0)
        marked = "".join(piece.text for piece in pieces if f"r{n}" in piece.rules)
        assert marked == (text[max(start, 0) : max(end, 0)] if finding.span else "")


def test_prices_and_products_of_other_currencies_can_be_shown(sqlite_store: Store) -> None:
    product = a_product(price="9.90")
    euro = product.__class__(
        product.product_id, product.title, product.description, None, Money(product.price.amount, "EUR")
    )
    a_campaign(sqlite_store, [a_draft(copy=CLEAN, fact_sheet=a_fact_sheet(products=(euro,)))])

    assert "€9.90" in a_browser(sqlite_store).get(draft_address()).text


def test_reviewers_see_what_each_claim_rests_on_and_which_rest_on_nothing(sqlite_store: Store) -> None:
    uses = (
        FactUse("A few pieces", "product 1.price", "12.50 GBP", "body"),
        FactUse("for <your> table", "product 9.award", None, "body"),
    )
    a_campaign(sqlite_store, [a_draft(written=WrittenCopy(CLEAN, "small", facts_used=uses))])
    browser = a_browser(sqlite_store)

    page = browser.get(draft_address()).text

    assert "What its claims rest on" in page
    assert "Speckled Stoneware Mug: 12.50 GBP <code>product 1.price</code>" in page
    assert page.index("No such fact") < page.index("A few pieces</q>")  # what needs a person comes first
    assert "for &lt;your&gt; table" in page

    form = fields_of(page) | {"do": "check", "body": "Hello,\n\nSomething else for the table."}
    checked = browser.post(draft_address(), data=form).text
    assert "Not in the copy" in checked


def test_a_draft_of_the_phrasebook_names_no_claims(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)

    assert "What its claims rest on" not in a_browser(sqlite_store).get(draft_address()).text
