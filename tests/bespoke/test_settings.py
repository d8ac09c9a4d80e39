from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from bespoke.errors import SettingsError
from bespoke.settings import Settings, read_settings

SAMPLE = Path(__file__).parents[2] / "bespoke.example.toml"


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_no_file_means_the_defaults() -> None:
    assert read_settings() == Settings()


def test_the_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bespoke.toml").write_text('[brand]\nname = "File"\nfrom_name = "File"\n', encoding="utf-8")
    monkeypatch.setenv("BESPOKE_BRAND__NAME", "Environment")

    brand = read_settings().brand

    assert (brand.name, brand.from_name) == ("Environment", "File")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("databse_url = 'x'", "databse_url: unknown key"),
        ("[brand]\ncolor = 'red'", "brand.color: unknown key"),
        ("[brand]\nprimary_color = 'red'", "brand.primary_color"),
        ("[limits]\nsubject = 'long'", "limits.subject"),
        ("[limits", "not valid TOML"),
        ("[guards.rules]\nshoutin = 'note'", "there is no rule 'shoutin'; did you mean 'shouting'?"),
        ("[guards.phrases]\nshame = ['x']", "guards.phrases: there is no rule 'shame'"),
        ("[guards.rules]\nshouting = 'loud'", "guards.rules.shouting"),
        ("[guards.rules]\nbad_placeholder = 'off'", "bad_placeholder cannot be 'off'.*'hold' at least"),
        ("[[brand.disclaimers]]\nphrase = ''", "brand.disclaimers.0.phrase"),
    ],
)
def test_unusable_settings_say_where_on_one_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "bespoke.toml").write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError, match=says) as refused:
        read_settings()

    assert "\n" not in str(refused.value)


def test_a_config_file_that_is_named_must_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESPOKE_CONFIG", "elsewhere.toml")

    with pytest.raises(SettingsError, match=r"elsewhere\.toml"):
        read_settings()


def test_openais_own_variables_configure_the_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not read_settings().writer.is_configured
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:8080/v1")

    writer = read_settings().writer

    assert writer.is_configured
    assert writer.base_url == "http://127.0.0.1:8080/v1"


def test_a_secret_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")

    assert "sk-very-secret" not in repr(read_settings())


def test_postgres_urls_use_the_driver_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BESPOKE_DATABASE_URL", "postgres://me@host/shop")

    assert read_settings().database_url == "postgresql+psycopg://me@host/shop"


def test_the_sample_file_holds_the_defaults_and_names_every_key(tmp_path: Path) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    (tmp_path / "bespoke.toml").write_text(text, encoding="utf-8")

    assert read_settings() == Settings()
    assert _keys(Settings) <= _mentioned(text)


def _keys(model: type[BaseModel], prefix: str = "") -> set[str]:
    found: set[str] = set()
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            found |= _keys(kind, f"{prefix}{name}.")
        else:
            found.add(f"{prefix}{name}")
    return found


def _mentioned(text: str) -> set[str]:
    uncommented = "\n".join(
        line.removeprefix("# ") if "=" in line or line.startswith("# [") else line
        for line in text.splitlines()
    )
    return _paths(
        tomllib.loads("\n".join(line for line in uncommented.splitlines() if not line.startswith("#")))
    )


def _paths(values: dict[str, object], prefix: str = "") -> set[str]:
    found: set[str] = set()
    for name, inner in values.items():
        found.add(f"{prefix}{name}")
        if isinstance(inner, dict):
            found |= _paths(inner, f"{prefix}{name}.")
    return found
