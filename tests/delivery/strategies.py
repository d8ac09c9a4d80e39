"""What hypothesis draws from for mail: any text, ids and names as shops have them."""

from __future__ import annotations

from hypothesis import strategies as st

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
message_ids = st.binary(min_size=16, max_size=16).map(bytes.hex)
short_ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
