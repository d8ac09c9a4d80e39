from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.slots import SLOT, compile_slots, count_characters, fill_slots, find_slots, longest_filling

plain_text = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs", "Cc"]), max_size=40)


@pytest.mark.parametrize(
    ("text", "named", "nameless"),
    [
        ("Hello {{ first_name }},", "Hello Ana,", "Hello,"),
        ("{{ first_name }}, look at this", "Ana, look at this", "Look at this"),
        ("Hi {{first_name}}!", "Hi Ana!", "Hi!"),
        ("New for you, {{ first_name }}", "New for you, Ana", "New for you"),
        ("For you, {{ first_name }}: tea", "For you, Ana: tea", "For you: tea"),
        ("This week, {{ first_name }}, tea", "This week, Ana, tea", "This week, tea"),
        ("Hello,\n\n{{ first_name }}, look", "Hello,\n\nAna, look", "Hello,\n\nLook"),
    ],
)
def test_a_missing_name_leaves_a_clean_sentence(text: str, named: str, nameless: str) -> None:
    assert fill_slots(text, {"first_name": "Ana"}) == named
    assert fill_slots(text, {"first_name": None}) == nameless
    assert fill_slots(text, {"first_name": ""}) == nameless


@given(before=plain_text, value=plain_text.filter(bool), after=plain_text)
def test_a_filled_slot_changes_nothing_around_it(before: str, value: str, after: str) -> None:
    assert fill_slots(before + "{{ first_name }}" + after, {"first_name": value}) == before + value + after


@given(before=plain_text, after=plain_text)
def test_no_slot_survives_filling(before: str, after: str) -> None:
    text = f"{before}{{{{ first_name }}}}{after}{{{{product_1}}}}"

    assert find_slots(fill_slots(text, {"first_name": None, "product_1": "Mug"})) == []


def test_a_value_that_looks_like_a_slot_stays_as_it_is() -> None:
    filled = fill_slots("Hello {{ first_name }}", {"first_name": "{{ product_1 }}", "product_1": "Mug"})

    assert filled == "Hello {{ product_1 }}"


def test_an_unknown_slot_is_an_error_and_not_an_empty_place() -> None:
    with pytest.raises(KeyError):
        fill_slots("Hello {{ last_name }}", {"first_name": "Ana"})


@given(text=plain_text, value=plain_text.filter(bool))
def test_the_longest_filling_is_the_length_of_the_filled_text(text: str, value: str) -> None:
    slotted = text + "{{ product_1 }}"

    assert longest_filling(slotted, {"product_1": len(value)}) == len(
        fill_slots(slotted, {"product_1": value})
    )


def test_spacing_inside_the_braces_does_not_matter() -> None:
    assert SLOT.findall("{{a}} {{  b }} {{ c}}") == ["a", "b", "c"]


@given(
    st.lists(st.sampled_from(["{{ first_name }}", "{{product_1}}", "Hello, ", ", ", "\n", "{{", "}}", "-"])),
    st.sampled_from([None, "", "Ana", "{{ product_1 }}"]),
)
def test_a_compiled_text_is_filled_like_any_other(parts: list[str], name: str | None) -> None:
    text, values = "".join(parts), {"first_name": name, "product_1": "Jug"}
    assert compile_slots(text)(values) == fill_slots(text, values)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("abc", 3),
        ("e\u0301t\u00e9", 3),
        ("👩‍🍳", 1),
        ("👍🏽", 1),
        ("🇩🇪🇫🇷", 2),
        ("❤️", 1),
        ("👨‍👩‍👧‍👦 x", 3),
        ("1️⃣", 1),
    ],
)
def test_characters_are_counted_as_people_count_them(text, count):
    assert count_characters(text) == count
