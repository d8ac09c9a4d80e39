from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bespoke.domain import Layout, Segment
from bespoke.errors import LayoutBroken
from bespoke.settings import BrandSettings
from templates.layouts import CompiledLayout, compile_layout, find_initial
from tests.templates.rewrite_golden import GOLDEN_DIR, golden_emails
from tests.templates.samples import a_banner, a_card, a_content, cards

LAYOUTS = {layout: compile_layout(layout, BrandSettings()) for layout in Layout}
LONG_URL = "https://mail.shop.example/l/" + "x" * 140


class Page(HTMLParser):
    """What a reader of an email meets: elements, links, images and words, without conditional comments."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._silent = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._silent += tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def html_of(layout: Layout = Layout.RECOMMENDATIONS, **changes: object) -> str:
    return LAYOUTS[layout].render(a_content(**changes)).html


@pytest.fixture(params=list(Layout), ids=str)
def layout(request: pytest.FixtureRequest) -> Layout:
    return request.param


@pytest.mark.parametrize("count", range(13))
def test_any_number_of_products_is_shown_each_once_and_in_order(layout, count):
    page = Page(html_of(layout, products=cards(count)))

    headings = [attributes["href"] for attributes in page.all("a") if attributes.get("class") == "ink"]
    assert [href for href in headings if "/l/" in (href or "")] == [
        f"https://mail.shop.example/l/{number + 1}" for number in range(count)
    ]


def test_a_title_with_markup_comes_out_inert(layout):
    title = "<script>alert('x')</script>"

    page = Page(html_of(layout, products=(a_card(title=title),)))

    assert page.all("script") == []
    assert title in page.text


def test_text_and_links_cannot_break_out_of_the_page(layout):
    hostile = "\"><img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} & 'quoted'"
    content = {
        "headline": hostile,
        "preheader": hostile,
        "paragraphs": (hostile,),
        "cta": hostile,
        "cta_url": 'https://a.example/?a=1&b="><b>',
        "locale": 'en" onload="x',
        "products": (a_card(title=hostile, reason=hostile, blurb=hostile, image_url='https://a.example/"x'),),
        "offer": a_banner(headline=hostile, terms=hostile, code='A"B'),
    }

    page = Page(html_of(layout, **content))

    assert [image["src"] for image in page.all("img")] == ['https://a.example/"x']
    assert page.all("b") == []
    assert all(not name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert page.text.count(" ".join(hostile.split())) >= 7
    assert content["cta_url"] in [link["href"] for link in page.all("a")]


def test_a_brand_with_template_signs_in_its_name_is_only_text(layout):
    name = "{{ 7*7 }} {% if %} [[ x ]] <b>& Co</b>"
    brand = BrandSettings(
        name=name, postal_address="1 {% Way %} <i>", site_url='https://a.example/?q="{{x}}"'
    )

    page = Page(compile_layout(layout, brand).render(a_content()).html)

    assert name in page.text
    assert "1 {% Way %} <i>" in page.text
    assert brand.site_url in [link["href"] for link in page.all("a")]
    assert page.all("b") == page.all("i") == []


def test_an_e_mail_stays_small_enough_not_to_be_clipped(layout):
    def kilobytes(count: int) -> float:
        products = cards(count, url=LONG_URL, image_url=LONG_URL, list_price="£40.00", blurb="word " * 40)
        html = html_of(layout, products=products, offer=a_banner(), segment=Segment.CHAMPION)
        return len(html.encode()) / 1024

    assert kilobytes(3) < 40
    assert kilobytes(12) < 90


def test_styles_stay_below_what_gmail_reads(layout):
    styles = re.findall(r"<style.*?</style>", html_of(layout), re.DOTALL)

    assert sum(map(len, styles)) < 16 * 1024


def test_nothing_is_used_that_mail_clients_do_not_know(layout):
    html = html_of(layout, offer=a_banner(), products=cards(4))

    for trap in ("var(", "<svg", "data:", ".webp", "url(", "@import", "fonts.g", "<link", "<script", "<mj-"):
        assert trap not in html


def test_it_can_be_read_aloud_and_without_pictures(layout):
    products = (*cards(2, image_url="https://shop.example/mug.png"), a_card(2))

    page = Page(html_of(layout, products=products, locale="de-DE"))

    assert all(table.get("role") == "presentation" for table in page.all("table"))
    assert [image["alt"] for image in page.all("img")] == [product.title for product in products[:2]]
    assert page.all("html")[0]["lang"] == "de-DE"
    assert len(page.all("title")) == 1
    assert [tag for tag, _ in page.elements if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h3", "h3", "h3"]


def test_the_preheader_is_followed_by_padding_so_that_no_body_text_shows_in_the_preview(layout):
    html = html_of(layout, preheader="Slower mornings & tea.")

    hidden = re.search(r'<div style="display:none[^>]*>(.*?)</div>', html, re.DOTALL)
    assert hidden is not None
    assert hidden[1].startswith("Slower mornings &amp; tea.&#847;&zwnj;&nbsp;")
    assert hidden[1].count("&nbsp;") >= 50


def test_dark_mode_is_offered_to_apple_and_to_outlook(layout):
    html = html_of(layout)

    assert '<meta name="color-scheme" content="light dark"' in html
    assert "@media (prefers-color-scheme:dark)" in html
    assert "[data-ogsc] .ink" in html
    assert "[data-ogsb] .sheet" in html


def test_the_footer_has_what_the_law_asks_for(layout):
    page = Page(html_of(layout))

    assert "You receive this email because you agreed to hear from Juniper & Loom." in page.text
    assert BrandSettings().postal_address in page.text
    links = [link["href"] for link in page.all("a")]
    assert "https://mail.shop.example/u/abc" in links
    assert "https://mail.shop.example/p/abc" in links


def test_champions_are_thanked_and_the_lapsed_are_missed(layout):
    thanks, misses = "Thank you for choosing us time and again.", "We have not seen you for a long while"

    champion = LAYOUTS[layout].render(a_content(segment=Segment.CHAMPION))
    lapsed = LAYOUTS[layout].render(a_content(segment=Segment.LAPSED))

    for champions_part, lapsed_part in ((champion.html, lapsed.html), (champion.text, lapsed.text)):
        assert thanks in champions_part
        assert thanks not in lapsed_part
        assert misses in lapsed_part
        assert misses not in champions_part


def test_an_offer_shows_its_code_and_terms_only_where_it_has_them(layout):
    full = Page(html_of(layout, offer=a_banner())).text
    bare = Page(html_of(layout, offer=a_banner(code=None, terms=""))).text

    assert "15% off Until 30 April 2026" in full
    assert "SPRING15" in full
    assert "15% off" in bare
    assert "Your code" not in bare


def test_a_reduced_price_shows_the_old_one_struck_through(layout):
    html = html_of(layout, products=(a_card(price="£14.00", list_price="£18.00"),))

    assert "was <s>£18.00</s>" in html
    assert "<s>" not in html_of(layout, products=(a_card(list_price=None),))


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("de-DE", ("Abmelden", "Produkt ansehen", "statt")),
        ("fr-FR", ("Se désabonner", "Voir l’article", "au lieu de")),
        ("es-ES", ("Darse de baja", "Ver producto", "antes")),
        ("pt-BR", ("Unsubscribe", "View product", "was")),
    ],
)
def test_the_furniture_speaks_the_customers_language(layout, locale, words):
    page = Page(html_of(layout, locale=locale, products=(a_card(list_price="20"),)))

    assert all(word in page.text for word in words)


def test_neighbors_without_pictures_get_tiles_of_different_colors():
    html = html_of(products=cards(4))

    tiles = re.findall(r'class="tile mat (t\d)"', html)
    assert len(set(tiles)) == 4


@pytest.mark.parametrize(
    ("title", "initial"),
    [("speckled mug", "S"), ("“Ünder” the tree", "Ü"), ("3 candles", "3"), ("★ — !", "·"), ("", "·")],
)
def test_a_tile_shows_the_first_letter_or_digit_of_the_title(title, initial):
    assert find_initial(title) == initial


def test_a_logo_takes_the_place_of_the_wordmark(layout):
    brand = BrandSettings(logo_url="https://shop.example/logo.png")

    page = Page(compile_layout(layout, brand).render(a_content(products=())).html)

    assert [(image["src"], image["alt"]) for image in page.all("img")] == [(brand.logo_url, brand.name)]


def test_outlooks_conditional_comments_are_balanced(layout):
    html = html_of(layout, products=cards(3), offer=a_banner())

    assert html.count("<!--[if") == html.count("<![endif]-->") > 10
    for_outlook = re.sub(r"<!--\[if mso \| IE\]>(.*?)<!\[endif\]-->", r"\1", html, flags=re.DOTALL)
    for tag in ("table", "tr", "td", "div", "a"):
        assert len(re.findall(rf"<{tag}[ >]", for_outlook)) == for_outlook.count(f"</{tag}>"), tag


BROKEN = {
    "a tag left open": "<mjml><mj-body><mj-section></mj-body></mjml>",
    "an unknown element": "<mjml><mj-body><mj-bogus /></mj-body></mjml>",
    "an unknown brand value": "<mjml><mj-body>[[ nothing ]]</mj-body></mjml>",
    "an unknown value": "<mjml><mj-body><mj-raw>{{ nothing }}</mj-raw></mj-body></mjml>",
    "an unknown attribute": "<mjml><mj-body><mj-raw>{{ mail.nothing }}</mj-raw></mj-body></mjml>",
    "a block left open": "<mjml><mj-body><mj-raw>{% if mail %}</mj-raw></mj-body></mjml>",
    "a partial that is not there": '<mjml><mj-body>[% include "nothing.mjml" %]</mj-body></mjml>',
    "not MJML": "Hello",
    "an empty file": "",
}


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
def test_a_layout_that_does_not_work_is_refused_in_one_line(tmp_path: Path, source):
    (tmp_path / "win_back.mjml").write_text(source)

    with pytest.raises(LayoutBroken, match=r"^layout 'win_back' in .+: .+$") as refused:
        compile_layout(Layout.WIN_BACK, BrandSettings(), folder=tmp_path)

    assert "\n" not in str(refused.value)


def test_a_layout_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(LayoutBroken, match=r"there is no file 'win_back\.mjml'"):
        compile_layout(Layout.WIN_BACK, BrandSettings(), folder=tmp_path)


@pytest.mark.parametrize("name", sorted(golden_emails()))
def test_rendered_e_mails_are_the_golden_ones(name):
    """After a wanted change: `python -m tests.templates.rewrite_golden`, then look at the difference."""
    assert golden_emails()[name] == (GOLDEN_DIR / name).read_text(encoding="utf-8")


def test_the_compiled_layouts_are_what_the_flows_call():
    compiled = compile_layout(Layout.RECOMMENDATIONS, BrandSettings())

    assert isinstance(compiled, CompiledLayout)
    assert compiled.render_html(a_content()) == compiled.render(a_content()).html


def test_a_product_that_stands_out_says_so_in_both_parts() -> None:
    leading = (a_card(1, stands_out=True), a_card(2), a_card(3))
    for layout in Layout:
        compiled = compile_layout(layout, BrandSettings())
        plain, marked = compiled.render(a_content()), compiled.render(a_content(products=leading))

        assert "Closest to your taste" not in plain.html + plain.text
        assert marked.html.count("Closest to your taste") == marked.text.count("Closest to your taste") == 1
