"""How domain values lie in columns, alike on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, DateTime, Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from bespoke.encoding import decode, encode

AMOUNT_SCALE = 10_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class UtcMoment(TypeDecorator[datetime]):
    """Aware UTC: `timestamptz` on PostgreSQL, microseconds since 1970 on SQLite.

    An integer keeps SQLite's bulk reads free of text parsing. Naive datetimes are refused.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        integer = dialect.name == "sqlite"
        return dialect.type_descriptor(BigInteger() if integer else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}: give it a time zone")
        return (value - _EPOCH) // _MICROSECOND if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if dialect.name == "sqlite":
            return _EPOCH + timedelta(microseconds=value)
        moment: datetime = value
        return moment.astimezone(UTC)


class Amount(TypeDecorator[Decimal]):
    """A `Decimal` kept exactly, as ten-thousandths in a big integer."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = value * AMOUNT_SCALE
        if scaled != scaled.to_integral_value():
            raise ValueError(f"amount {value} has more than four decimals")
        return int(scaled)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        if value is None:
            return None
        amount = Decimal(value) / AMOUNT_SCALE
        return amount.quantize(Decimal("0.01")) if value % 100 == 0 else amount.normalize()


class Encoded(TypeDecorator[Any]):
    """A domain value as canonical JSON text."""

    impl = Text
    cache_ok = True

    def __init__(self, type_: Any) -> None:
        super().__init__()
        self.type_ = type_

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else encode(value, self.type_)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else decode(self.type_, value)
