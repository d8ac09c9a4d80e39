from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import Layout, Segment
from templates.text import WIDTH, wrap, write_text
from tests.templates.samples import a_banner, a_card, a_content, cards


def text_of(layout: Layout = Layout.RECOMMENDATIONS, **changes: object) -> str:
    return write_text(a_content(**changes), layout, "Juniper & Loom", "12 Weaver's Yard, Bristol")


@given(st.text())
def test_wrapping_keeps_every_word_and_breaks_only_what_is_too_long(text):
    wrapped = wrap(text)

    assert wrapped.split() == text.split()
    assert all(len(line) <= WIDTH or " " not in line for line in wrapped.split("\n"))


def test_every_link_stands_alone_on_its_line():
    url = "https://mail.shop.example/l/" + "a" * 120
    lines = text_of(products=(a_card(url=url),), offer=a_banner()).splitlines()

    assert url in lines
    assert [line for line in lines if "https://" in line and not line.startswith("https://")] == []


def test_the_text_says_everything_the_html_says():
    text = text_of(products=cards(2), offer=a_banner(), segment=Segment.CHAMPION)

    for part in (
        "Good things for a well-laid table\n=====",
        "Hello Maren,",
        "Thank you for choosing us time and again.",
        "15% off",
        "Until 30 April 2026, on orders of £40 or more",
        "SPRING15",
        "£14.00 (was £18.00)",
        "Popular in the United Kingdom",
        "Unsubscribe:\nhttps://mail.shop.example/u/abc",
        "Email preferences:\nhttps://mail.shop.example/p/abc",
        "12 Weaver's Yard, Bristol",
        "You receive this email because you agreed to hear from Juniper & Loom.",
    ):
        assert part in text


def test_no_line_is_longer_than_the_width_but_links():
    text = text_of(paragraphs=("word " * 200,), products=(a_card(title="Very long title " * 12),))

    assert [line for line in text.splitlines() if len(line) > WIDTH and not line.startswith("http")] == []


def test_parts_that_are_missing_leave_no_trace():
    text = text_of(products=(a_card(blurb=None, list_price=None, reason=""),), offer=None)

    assert "None" not in text
    assert "\n\n\n" not in text
    assert "Speckled Stoneware Mug\n£12.50\nhttps://" in text


def test_without_products_there_is_no_heading_for_them():
    assert "A few things" not in text_of(products=())


def test_a_win_back_asks_what_the_customer_would_rather_hear_about():
    assert "Looking for something else?" in text_of(Layout.WIN_BACK)
    assert "Looking for something else?" not in text_of(Layout.RECOMMENDATIONS)
