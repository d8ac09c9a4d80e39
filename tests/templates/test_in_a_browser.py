"""What only a browser can tell: that nothing overflows, columns stack, and rows of cards line up."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from bespoke.domain import Layout
from bespoke.settings import BrandSettings
from templates.layouts import compile_layout
from tests.templates.samples import a_banner, a_card, a_content, cards

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LONG_TITLE = "Set of Six Hand-Blown Tumblers with Donaudampfschifffahrtsgesellschaftskapitänsmützen"
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        yield opened
        opened.close()


def show(browser: Any, layout: Layout, width: int, *, scheme: str = "light", **changes: Any) -> Any:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.set_content(compile_layout(layout, BrandSettings()).render(a_content(**changes)).html)
    return page


def boxes(page: Any, selector: str) -> list[dict[str, float]]:
    return [box for element in page.query_selector_all(selector) if (box := element.bounding_box())]


@pytest.mark.parametrize("layout", list(Layout), ids=str)
@pytest.mark.parametrize("width", [320, 375, 480, 700])
def test_nothing_is_wider_than_the_screen(browser, layout, width):
    products = (a_card(title=LONG_TITLE, price="12.345.678,90 €", list_price="12.345.679,90 €"), *cards(3))

    page = show(browser, layout, width, products=products, offer=a_banner(code="A-VERY-LONG-CODE-OF-2026"))

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_tiles_titles_and_buttons_of_a_pair_line_up(browser):
    products = (a_card(title=LONG_TITLE), a_card(2, blurb=None))

    page = show(browser, Layout.RECOMMENDATIONS, 700, products=products)

    for selector in (".card .tile", ".card h3", ".card .obtn"):
        left, right = boxes(page, selector)
        edge = "y" if selector != ".card .obtn" else "bottom"
        tops = [box["y"] + (box["height"] if edge == "bottom" else 0) for box in (left, right)]
        assert tops[0] == pytest.approx(tops[1], abs=1), selector
        assert left["width"] > 0
        assert left["x"] < right["x"]


def test_a_pair_stacks_on_a_phone_and_fills_its_width(browser):
    page = show(browser, Layout.RECOMMENDATIONS, 375, products=cards(2))

    upper, lower = boxes(page, ".card .tile")
    assert lower["y"] > upper["y"] + upper["height"]
    assert upper["width"] == lower["width"] == 335


def test_the_dark_scheme_reaches_every_surface(browser):
    page = show(browser, Layout.RECOMMENDATIONS, 700, scheme="dark", products=cards(3), offer=a_banner())

    bright = page.evaluate(
        """() => [...document.querySelectorAll('body, body *')].filter(element => {
            const parts = getComputedStyle(element).backgroundColor.match(/[\\d.]+/g).map(Number);
            const box = element.getBoundingClientRect();
            const opaque = parts.length === 3 || parts[3] > 0;
            return opaque && box.width * box.height > 20000 && parts[0] + parts[1] + parts[2] > 300;
        }).map(element => element.className)"""
    )
    assert bright == []
