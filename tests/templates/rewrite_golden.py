"""Rewrites the golden emails: `python -m tests.templates.rewrite_golden`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bespoke.domain import Layout, Segment
from bespoke.settings import BrandSettings
from templates.layouts import compile_layout
from tests.templates.samples import a_banner, a_card, a_content, cards

GOLDEN_DIR = Path(__file__).parent / "golden"


@lru_cache(maxsize=1)
def golden_emails() -> dict[str, str]:
    """File names with what they should hold: one email of each layout, as HTML and text."""
    contents = {
        Layout.RECOMMENDATIONS: a_content(segment=Segment.CHAMPION, offer=a_banner()),
        Layout.WIN_BACK: a_content(
            locale="de-DE",
            segment=Segment.LAPSED,
            products=(a_card(1, image_url="https://shop.example/towel.png"), *cards(1)),
        ),
    }
    emails = {}
    for layout, content in contents.items():
        rendered = compile_layout(layout, BrandSettings()).render(content)
        emails[f"{layout}.html"], emails[f"{layout}.txt"] = rendered.html + "\n", rendered.text
    return emails


def rewrite_golden() -> None:
    """Write every golden email anew."""
    GOLDEN_DIR.mkdir(exist_ok=True)
    for name, text in golden_emails().items():
        (GOLDEN_DIR / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    rewrite_golden()
