"""The register of trained models, and the order in which they served.

The model in service is the last one put in service that was not taken back. So at most one
is, whatever runs at the same time, and taking it back leaves the one before it in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, func, insert, literal, select, update

from bespoke.domain import ModelStatus, ModelVersion
from bespoke.encoding import decode, encode
from bespoke.errors import IllegalTransition, NotFound
from store import audit, tables


@dataclass(frozen=True, slots=True)
class RegisteredModel:
    version: ModelVersion
    kind: str
    status: ModelStatus
    artifact: Path
    data_fingerprint: str
    parameters: str  # JSON
    report: str  # JSON
    trained_at: datetime
    promoted_at: datetime | None = None  # last put in service
    packages: Mapping[str, str] = field(default_factory=dict)  # versions it was trained with


@dataclass(frozen=True, slots=True)
class Models:
    engine: Engine

    def register(self, model: RegisteredModel) -> None:
        """Add a model as a candidate; a version that is already there stays as it is."""
        table = tables.models
        with self.engine.begin() as connection:
            known = select(table.c.version).where(table.c.version == model.version)
            if connection.execute(known).first() is None:
                connection.execute(
                    table.insert().values(
                        version=model.version,
                        kind=model.kind,
                        artifact=str(model.artifact),
                        data_fingerprint=model.data_fingerprint,
                        parameters=model.parameters,
                        report=model.report,
                        packages=encode(dict(model.packages)),
                        trained_at=model.trained_at,
                    )
                )

    def promote(self, version: ModelVersion, now: datetime, actor: str) -> None:
        """Put a model in service and retire the one that was. Promoting the live one does nothing."""
        self.get(version)
        table = tables.model_services
        row = select(literal(version), literal(now, table.c.since.type), literal(actor))
        put = insert(table).from_select(
            ["version", "since", "actor"], row.where(func.coalesce(_live(), "") != version)
        )
        with self.engine.begin() as connection:
            # Not the row count: PostgreSQL's driver does not tell it of an INSERT … SELECT.
            if connection.execute(put.returning(table.c.place)).first() is not None:
                audit.record(connection, now, actor, "model promoted", version)

    def roll_back(
        self, live: ModelVersion, previous: ModelVersion, now: datetime, actor: str, why: str = ""
    ) -> None:
        """Take `live` out of service, which puts `previous`, the one before it, back.

        Raises IllegalTransition where another is in service by now, or was before it.
        """
        table = tables.model_services
        place = select(func.max(table.c.place)).where(table.c.taken_back_at.is_(None)).scalar_subquery()
        taken = (
            update(table)
            .where(table.c.taken_back_at.is_(None), table.c.place == place, table.c.version == live)
            .where(_previous() == previous)
            .values(taken_back_at=now)
        )
        with self.engine.begin() as connection:
            if connection.execute(taken).rowcount != 1:
                raise IllegalTransition("model", live, f"rolled back to {previous!r}", "no longer in service")
            audit.record(connection, now, actor, "model rolled back", live, to=previous, why=why)

    def live(self) -> RegisteredModel | None:
        """The model in service."""
        found = self._find(tables.models.c.version == _live())
        return found[0] if found else None

    def previous(self) -> RegisteredModel | None:
        """The model that served before the one in service, and would again after a rollback."""
        found = self._find(tables.models.c.version == _previous())
        return found[0] if found else None

    def get(self, version: ModelVersion) -> RegisteredModel:
        """Raises NotFound."""
        found = self._find(tables.models.c.version == version)
        if not found:
            raise NotFound("model", version, "'bespoke models' lists them")
        return found[0]

    def all(self) -> list[RegisteredModel]:
        """Newest first."""
        return self._find()

    def _find(self, *conditions: Any) -> list[RegisteredModel]:
        table, services = tables.models, tables.model_services
        since = (
            select(func.max(services.c.since)).where(services.c.version == table.c.version).scalar_subquery()
        )
        query = (
            select(table, _live().label("live"), since.label("promoted_at"))
            .where(*conditions)
            .order_by(table.c.trained_at.desc(), table.c.version)
        )
        with self.engine.connect() as connection:
            return [_read(row) for row in connection.execute(query)]


def _read(row: Any) -> RegisteredModel:
    status = ModelStatus.CANDIDATE if row.promoted_at is None else ModelStatus.RETIRED
    return RegisteredModel(
        version=ModelVersion(row.version),
        kind=row.kind,
        status=ModelStatus.LIVE if row.version == row.live else status,
        artifact=Path(row.artifact),
        data_fingerprint=row.data_fingerprint,
        parameters=row.parameters,
        report=row.report,
        trained_at=row.trained_at,
        promoted_at=row.promoted_at,
        packages=decode(dict[str, str], row.packages),
    )


def _live() -> Any:
    return _in_service(0)


def _previous() -> Any:
    return _in_service(1)


def _in_service(steps_back: int) -> Any:
    table = tables.model_services.alias()
    return (
        select(table.c.version)
        .where(table.c.taken_back_at.is_(None))
        .order_by(table.c.place.desc())
        .offset(steps_back)
        .limit(1)
        .scalar_subquery()
    )
