"""The register of trained models; at most one is live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine, select, update

from bespoke.domain import ModelStatus, ModelVersion
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
    promoted_at: datetime | None = None


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
                        status=ModelStatus.CANDIDATE,
                        artifact=str(model.artifact),
                        data_fingerprint=model.data_fingerprint,
                        parameters=model.parameters,
                        report=model.report,
                        trained_at=model.trained_at,
                    )
                )

    def promote(self, version: ModelVersion, now: datetime, actor: str) -> None:
        """Put a model in service and retire the one that was. Promoting the live one does nothing."""
        table = tables.models
        found = self.get(version)
        if found.status is ModelStatus.LIVE:
            return
        with self.engine.begin() as connection:
            connection.execute(
                update(table).where(table.c.status == ModelStatus.LIVE).values(status=ModelStatus.RETIRED)
            )
            changed = connection.execute(
                update(table)
                .where(table.c.version == version, table.c.status != ModelStatus.LIVE)
                .values(status=ModelStatus.LIVE, promoted_at=now)
            )
            if changed.rowcount != 1:
                raise IllegalTransition("model", version, "promoted", "live")
            audit.record(connection, now, actor, "model promoted", version)

    def live(self) -> RegisteredModel | None:
        """The model in service."""
        found = self._find(tables.models.c.status == ModelStatus.LIVE)
        return found[0] if found else None

    def get(self, version: ModelVersion) -> RegisteredModel:
        """Raises NotFound."""
        found = self._find(tables.models.c.version == version)
        if not found:
            raise NotFound("model", version)
        return found[0]

    def all(self) -> list[RegisteredModel]:
        """Newest first."""
        return self._find()

    def _find(self, *conditions: object) -> list[RegisteredModel]:
        query = select(tables.models).where(*conditions).order_by(tables.models.c.trained_at.desc())  # type: ignore[arg-type]
        with self.engine.connect() as connection:
            return [
                RegisteredModel(
                    version=ModelVersion(row.version),
                    kind=row.kind,
                    status=ModelStatus(row.status),
                    artifact=Path(row.artifact),
                    data_fingerprint=row.data_fingerprint,
                    parameters=row.parameters,
                    report=row.report,
                    trained_at=row.trained_at,
                    promoted_at=row.promoted_at,
                )
                for row in connection.execute(query)
            ]
