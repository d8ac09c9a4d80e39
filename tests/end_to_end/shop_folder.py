"""A shop in a folder, as `bespoke` finds it there."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bespoke.settings import DeliverySettings, Settings
from tests.sample_shops import quick_recommender


@dataclass(frozen=True)
class ShopFolder:
    """A folder in which the `bespoke` command finds a shop."""

    path: Path

    @property
    def settings(self) -> Settings:
        """What `bespoke` uses in this folder, with whole paths."""
        return Settings(
            state_dir=self.path / "var",
            database_url=f"sqlite:///{self.path}/var/bespoke.db",
            delivery=DeliverySettings(outbox=self.path / "var" / "outbox"),
            recommender=quick_recommender(),
        )

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start Python with the arguments in this folder."""
        return subprocess.Popen(
            [sys.executable, *arguments],
            cwd=self.path,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def bespoke(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Start `bespoke` with the arguments, as a person would in a terminal."""
        return self.start("-c", "from flows.cli import main; main()", *arguments, **environment)
