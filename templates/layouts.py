"""Layouts compiled once per brand, then rendered per person.

A layout passes two template engines. At compile time `[[ … ]]` and `[% … %]` put in
what is the same for everybody (partials, colors, words of one language), and MJML
becomes HTML. What is different for each person stands in `{{ … }}` and `{% … %}`,
which MJML leaves alone in text, attributes and `mj-raw`.

Partials are included by the first engine, not by `mj-include`: sections that
mj-include brings in lose the body's width.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateError
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup
from mjml import mjml2html

from bespoke.domain import Layout, Segment
from bespoke.errors import LayoutBroken
from bespoke.settings import BrandSettings
from templates.content import EmailContent, OfferBanner, ProductCard, RenderedEmail
from templates.palette import Palette, derive_palette
from templates.text import write_text
from templates.wordings import WORDINGS, Wording, wording_for

TEMPLATES_DIR = Path(__file__).parent

FONTS = {
    "serif": "Georgia,'Times New Roman',serif",
    # No Roboto, Lato, Ubuntu or Open Sans: MJML would import them from Google.
    "sans": "'Helvetica Neue',Helvetica,Arial,sans-serif",
    "mono": "Menlo,Consolas,'Courier New',monospace",
}
SPACE = {"s": "8px", "m": "20px", "l": "40px"}

# Keeps clients from filling the preview up with the body's first words.
_PREHEADER_PADDING = Markup("&#847;&zwnj;&nbsp;" * 60)

_FOLD = re.compile(r"(?<=[>}])\s*\n\s*(?=[<{])|^\s+|\s+$")
_INDENTATION = re.compile(r"\s*\n\s*")
_BEFORE_ROW = re.compile(r"(?<=>)(?=<(?:table|tr|div|style)\b)")


@dataclass(frozen=True, slots=True)
class _TileStyle:
    """A tile's light colors, and the number of its class for dark mode."""

    number: int
    background: str
    ink: str
    edge: str


@dataclass(frozen=True, slots=True)
class CompiledLayout:
    """One layout in one brand, in every language, ready to be filled."""

    layout: Layout
    brand_name: str
    postal_address: str
    _pages: Mapping[str, Template]  # by language
    _tiles: tuple[_TileStyle, ...]

    def render(self, content: EmailContent) -> RenderedEmail:
        """One person's email, as HTML and as plain text."""
        return RenderedEmail(html=self.render_html(content), text=self.render_text(content))

    def render_html(self, content: EmailContent) -> str:
        """One person's email as HTML."""
        return "".join(self.generate_html(content))

    def render_text(self, content: EmailContent) -> str:
        """One person's email as plain text."""
        return write_text(content, self.layout, self.brand_name, self.postal_address)

    def generate_html(self, content: EmailContent) -> Iterator[str]:
        """The HTML in pieces: what everybody gets, and between it what is particular to one person.

        A sender can encode each shared piece once instead of every page as a whole.
        """
        wording = wording_for(content.locale)
        page = self._pages[wording.language]
        values = {
            "mail": content,
            "cards": self._place(content.products),
            "thanks": wording.thanks.get(content.segment),
            "misses": wording.misses.get(content.segment),
        }
        return page.root_render_func(page.new_context(values))

    def _place(self, products: Sequence[ProductCard]) -> list[tuple[ProductCard, _TileStyle]]:
        """Each product with a tile; neighbors get different ones."""
        tiles = self._tiles
        return [(product, tiles[place % len(tiles)]) for place, product in enumerate(products)]


def compile_layout(layout: Layout, brand: BrandSettings, folder: Path = TEMPLATES_DIR) -> CompiledLayout:
    """The layout `<folder>/<layout>.mjml` in the brand's name, colors and every language.

    Raises LayoutBroken, on one line, where it does not compile or cannot be filled.
    """
    palette = derive_palette(brand.primary_color, brand.accent_color)
    try:
        pages = {
            language: _compile_page(layout, brand, palette, wording, folder)
            for language, wording in WORDINGS.items()
        }
        compiled = CompiledLayout(layout, brand.name, brand.postal_address, pages, _tile_styles(palette))
        for trial in _trial_contents():
            compiled.render_html(trial)
    except (TemplateError, AttributeError, ValueError, OSError) as error:
        raise LayoutBroken(f"layout {layout.value!r} in {folder}: {_on_one_line(error)}") from error
    return compiled


def _compile_page(
    layout: Layout, brand: BrandSettings, palette: Palette, wording: Wording, folder: Path
) -> Template:
    source = _brand_environment(folder).get_template(f"{layout.value}.mjml")
    mjml = source.render(
        brand=brand,
        light=palette.light,
        dark=palette.dark,
        w=wording,
        why=wording.why.format(brand=brand.name),
        font={name: Markup(stack) for name, stack in FONTS.items()},
        space=SPACE,
        preheader_padding=_PREHEADER_PADDING,
    )
    return _person_environment().from_string(_minify(_html_from(mjml)))


def _html_from(mjml: str) -> str:
    page = mjml2html(mjml, disable_comments=True)
    # MJML passes elements through that it does not know.
    if stranger := re.search(r"</?(mj-[\w-]+)", page):
        raise ValueError(f"unknown or misplaced element <{stranger[1]}>")
    return page


def _brand_environment(folder: Path) -> Environment:
    return Environment(
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_inert,
    )


class _PersonEnvironment(Environment):
    """Looks values up as plain attributes; Jinja's detour over items costs a quarter of the rendering."""

    getattr = staticmethod(getattr)  # type: ignore[assignment]


@lru_cache(maxsize=1)
def _person_environment() -> Environment:
    environment = _PersonEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.filters["initial"] = find_initial
    return environment


def _inert(value: object) -> object:
    """A brand's own text without power over HTML, MJML or the template that is made of it."""
    if isinstance(value, Markup | StrictUndefined):
        return value
    return Markup(html.escape(str(value)).replace("{", "&#123;").replace("}", "&#125;"))


@lru_cache(maxsize=4096)
def find_initial(title: str) -> str:
    """The first letter or digit of a title, in upper case; a dot for a title without any."""
    return next((char.upper()[:1] for char in title if char.isalnum()), "·")


def _minify(page: str) -> str:
    """The page without indentation; a line break is kept where it shows nothing and lines get long."""
    folded = _INDENTATION.sub(" ", _FOLD.sub("", page))
    return _BEFORE_ROW.sub("\n", folded)


def _tile_styles(palette: Palette) -> tuple[_TileStyle, ...]:
    return tuple(
        _TileStyle(number, tile.background, tile.ink, tile.edge)
        for number, tile in enumerate(palette.light.tiles)
    )


def _trial_contents() -> list[EmailContent]:
    """The fullest and the emptiest email, so that a misspelled name is found before anybody gets one."""
    full = ProductCard("Cup", "£1", "£2", "Because", "A cup.", "https://a.example/c.png", "https://a.example")
    bare = ProductCard("Cup", "£1", None, "", None, None, "https://a.example")
    return [
        _trial(language, segment, products, offer)
        for language in WORDINGS
        for segment, products, offer in (
            (Segment.CHAMPION, (full, bare, full, bare), OfferBanner("15% off", "CODE", "Until May")),
            (Segment.LAPSED, (bare,), OfferBanner("15% off", None, "")),
            (Segment.PROSPECT, (), None),
        )
    ]


def _trial(
    language: str, segment: Segment, products: tuple[ProductCard, ...], offer: OfferBanner | None
) -> EmailContent:
    return EmailContent(
        locale=language,
        segment=segment,
        preheader="",
        headline="Trial",
        paragraphs=("Trial",),
        cta="Go",
        cta_url="https://a.example",
        products=products,
        offer=offer,
        unsubscribe_url="https://a.example/u",
        preferences_url="https://a.example/p",
    )


def _on_one_line(error: Exception) -> str:
    message = " ".join(str(error).split())
    if isinstance(error, TemplateNotFound):
        return f"there is no file {error.name!r}"
    if isinstance(error, TemplateSyntaxError):
        return f"{message} ({error.name or 'after MJML'}, line {error.lineno})"
    return message
