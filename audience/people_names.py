"""Made-up people for demonstrations, at addresses that can never receive mail."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

DEMO_DOMAIN = "example.test"  # RFC 2606: reserved, reaches nobody

_FIRST = """
    Aisha Alan Alice Amelia Amir Amy Andrew Anna Anya Arthur Aurora Beatrice Ben Beth Callum Cara
    Carys Charlotte Chloe Clara Connor Daisy Daniel David Diana Dylan Edith Eleanor Elena Ellie
    Emily Emma Erin Esme Ethan Eva Farah Fergus Finn Fiona Flora Frances Freya George Georgia Grace
    Hana Hannah Harriet Harry Hazel Helen Holly Hugh Ines Ingrid Iris Isaac Isla Ivy Jack Jacob
    James Jasmine Joanna Joel Josie Julia Kate Kiran Laila Laura Lena Leo Lewis Lily Louise Lucas
    Lucy Maeve Maisie Marcus Maria Martha Maya Megan Mina Molly Naomi Nadia Nell Nia Niamh Nina Noah
    Nora Oliver Olivia Oscar Owen Paula Penny Petra Phoebe Poppy Priya Rachel Rebecca Rhys Robin
    Rory Rosa Rose Ruby Ruth Sam Sara Sasha Sean Selma Simon Sofia Sophie Stella Susan Tamsin Tara
    Tessa Theo Thomas Tom Uma Vera Victor Violet Will Yasmin Zara Zoe
"""
_LAST = """
    Abbott Ahmed Allen Archer Bailey Baker Barnes Begum Bell Bennett Bishop Booth Brooks Burke Burns
    Byrne Carter Chapman Clarke Cole Collins Cooper Cox Cross Dale Davies Dawson Dixon Doyle Duffy
    Edwards Ellis Evans Farrell Fisher Fletcher Flynn Foster Fox Gallagher Gibson Grant Gray Green
    Griffiths Hall Harper Harris Hart Hayes Hill Holmes Howard Hughes Hunt Hussain Jackson James
    Jenkins Jones Kaur Kelly Kennedy Khan King Knight Lambert Lane Lawson Lee Lewis Lloyd Lowe Marsh
    Martin Mason Mills Moore Morgan Morris Murphy Murray Nash Newton Nolan North Oliver Owen Palmer
    Parker Patel Pearce Perry Porter Powell Price Quinn Reed Rees Reid Rose Ross Rowe Ryan Scott
    Sharma Shaw Singh Smith Spencer Stone Sutton Taylor Thomas Tucker Turner Walker Walsh Ward
    Warren Watson Webb Wells West White Wilson Wood Wright Young
"""
FIRST_NAMES, LAST_NAMES = tuple(_FIRST.split()), tuple(_LAST.split())

Words = NDArray[Any]


def pick_names(numbers: NDArray[np.uint64]) -> tuple[Words, Words]:
    """First and last names, the same for the same numbers."""
    first = np.array(FIRST_NAMES, dtype=object)[(numbers % len(FIRST_NAMES)).astype(np.int64)]
    last = np.array(LAST_NAMES, dtype=object)[(numbers // 1009 % len(LAST_NAMES)).astype(np.int64)]
    return first, last


def make_addresses(first: Words, last: Words, customer_ids: Words) -> list[str]:
    """One address for each customer, unique by the id in it."""
    return [
        f"{f}.{n}.{_address_part(i)}@{DEMO_DOMAIN}".lower()
        for f, n, i in zip(first, last, customer_ids, strict=True)
    ]


def _address_part(customer_id: str) -> str:
    return (
        "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in customer_id).strip("-")[:20]
        or "x"
    )
