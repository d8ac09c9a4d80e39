"""Settings from `bespoke.toml` and `BESPOKE_*` variables; `bespoke.example.toml` documents each."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bespoke.brief import summarize_validation
from bespoke.domain import Aim, BrandRules
from bespoke.errors import SettingsError
from bespoke.guard_rules import NEVER_UNSEEN, RULE_NAMES, SECOND_LOOK_RULES, name_near


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


# Each goes into every request; a longer one would cost more than it teaches.
_VoiceExample = Annotated[str, Field(min_length=1, max_length=600)]


class DisclaimerSettings(_Section):
    """A phrase that must stand in every email that may show a product of these categories."""

    phrase: str = Field(min_length=3, max_length=400)
    categories: tuple[str, ...] = ()  # in any case, or a level of "Food > Wine"; none: in every email
    locale: str | None = None  # "en" or "en-GB"; None: whatever the email's language


class BrandSettings(_Section):
    """How the shop appears, what its copy may say, and what the law wants in the footer."""

    name: str = "Juniper & Loom"
    voice: str = "warm, plain and observant; short sentences; no hype"
    currency: str = Field(default="GBP", pattern=r"^[A-Z]{3}$")
    default_locale: str = "en-GB"
    banned_words: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    allowed_claims: tuple[str, ...] = ()
    required_phrases: tuple[str, ...] = ()
    disclaimers: tuple[DisclaimerSettings, ...] = ()
    voice_examples: tuple[_VoiceExample, ...] = Field(default=(), max_length=8)
    from_name: str = "Juniper & Loom"
    from_email: str = "hello@juniperandloom.example"
    reply_to: str | None = None
    postal_address: str = "Juniper & Loom, 12 Weaver's Yard, Bristol BS1 4ND, United Kingdom"
    site_url: str = "https://juniperandloom.example"
    logo_url: str | None = None
    primary_color: str = Field(default="#1f4d3f", pattern=r"^#[0-9a-fA-F]{6}$")
    accent_color: str = Field(default="#c2562d", pattern=r"^#[0-9a-fA-F]{6}$")

    @property
    def rules(self) -> BrandRules:
        """What the writer and the guards need to know of the brand."""
        return BrandRules(
            name=self.name,
            voice=self.voice,
            banned_words=self.banned_words,
            competitors=self.competitors,
            allowed_claims=self.allowed_claims,
            required_phrases=self.required_phrases,
            voice_examples=self.voice_examples,
        )


class AudienceSettings(_Section):
    frequency_cap_messages: int = Field(default=2, ge=1)
    frequency_cap_days: int = Field(default=7, ge=1)
    refuse_load_above: float = Field(default=0.5, gt=0, le=1)  # share of bad rows


class CohortSettings(_Section):
    min_size: int = Field(default=20, ge=1)
    max_count: int = Field(default=60, ge=1)


class RecommenderSettings(_Section):
    """How models are trained; what they are made of is in `recommender.presets`."""

    tune_minutes: float = Field(default=5.0, ge=0)  # 0 takes parameters that suit most shops, at once
    test_days: int = Field(default=28, ge=1)  # held back to judge on, and as long to learn from
    windows: int = Field(default=2, ge=1, le=6)  # earlier periods that weights are learned from
    max_customers: int = Field(default=4000, ge=20)  # learned from, in each of them
    trees: bool = True  # let trees have the last word where they earn it
    components: Mapping[str, Mapping[str, float | int | bool | str]] = Field(default_factory=dict)
    seed: int = Field(default=7, ge=0)


class GateSettings(_Section):
    """What a model must show on held-back orders before it is put in service."""

    aim: Aim = Aim.DISCOVER  # the kind of list that counts
    metric: Literal["ndcg", "recall", "map", "hit_rate"] = "ndcg"
    margin: float = Field(default=0.05, ge=0, lt=1)  # share of the score of the model in service
    fewest_customers: int = Field(default=30, ge=2)  # with fewer the interval cannot be trusted
    draws: int = Field(default=1000, ge=100, le=100_000)  # of the bootstrap


class PriceSettings(_Section):
    """US dollars per million tokens."""

    input: Decimal = Field(ge=0)
    output: Decimal = Field(ge=0)
    cached_input: Decimal | None = Field(default=None, ge=0)  # of the prompt; None: as much as input
    batch_share: Decimal = Field(default=Decimal("0.5"), gt=0, le=1)  # of these, in a batch


class WriterSettings(_Section):
    """The language model; without a key or an endpoint the phrasebook writes everything."""

    api_key: SecretStr | None = None  # OPENAI_API_KEY serves too
    base_url: str | None = None  # OPENAI_BASE_URL serves too
    model: str = "gpt-5-mini"
    temperature: float | None = Field(default=None, ge=0, le=2)  # None leaves it to the endpoint
    max_output_tokens: int = Field(default=4000, ge=100)  # reasoning models think within it
    reasoning_effort: Literal["minimal", "low", "medium", "high"] | None = None  # None: the endpoint's own
    timeout_seconds: float = Field(default=60.0, gt=0)
    max_attempts: int = Field(default=4, ge=1, le=10)
    patience_seconds: float = Field(
        default=90.0, ge=0
    )  # with an endpoint that is down, before the phrasebook
    concurrency: int = Field(default=8, ge=1, le=256)
    requests_per_minute: int | None = Field(default=None, ge=1)  # None: as the endpoint's answers say
    tokens_per_minute: int | None = Field(default=None, ge=1)
    monthly_usd: Decimal | None = Field(default=None, ge=0)  # of all campaigns together; None: no limit
    batch_poll_seconds: float = Field(default=60.0, gt=0)  # between two looks at a batch
    blurbs: bool = True  # have the model write product blurbs too
    prices: Mapping[str, PriceSettings] = Field(default_factory=dict)

    @property
    def is_configured(self) -> bool:
        return self.api_key is not None or self.base_url is not None


class LimitSettings(_Section):
    """Caps that the guards enforce, in characters after slots are filled at their longest."""

    subject: int = 60
    preheader: int = 110
    headline: int = 70
    body: int = 900
    cta: int = 25
    blurb: int = 200
    offers: int = Field(default=1, ge=0)  # in one email
    products: int = Field(default=3, ge=1)  # in one email
    dynamic_blocks: int = Field(default=12, ge=1)  # slots and products together, in one email
    email_kilobytes: int = Field(default=90, ge=10)  # Gmail clips near 102


class JudgeSettings(_Section):
    """A model's opinion on claims that no rule could settle."""

    enabled: bool = False
    model: str = ""  # the writer's, unless set
    runs: int = Field(default=3, ge=2, le=9)  # only where all agree is a hold lifted or raised
    unmatched_claims: bool = False  # ask also about claims for which the writer named no fact there is


class ModerationSettings(_Section):
    """OpenAI's moderation endpoint, at the writer's base_url and with its key."""

    enabled: bool = False
    model: str = "omni-moderation-latest"
    block_above: float = Field(default=0.9, ge=0, le=1)  # a category's score; what is flagged below is held


Treatment = Literal["block", "hold", "note", "off"]


class GuardSettings(_Section):
    """What becomes of what the guards find, and the brand's own phrases for them."""

    rules: Mapping[str, Treatment] = Field(default_factory=dict)  # by rule; the others as they come
    phrases: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)  # by rule, in lexicon notation
    allowed: tuple[str, ...] = ()  # never flagged, in the same notation
    repair: Literal["block", "hold"] = "block"  # from which severity on a model rewrites its copy
    judge: JudgeSettings = Field(default_factory=JudgeSettings)
    moderation: ModerationSettings = Field(default_factory=ModerationSettings)

    @field_validator("rules", "phrases")
    @classmethod
    def _know_the_rules(cls, by_rule: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
        known = RULE_NAMES + (SECOND_LOOK_RULES if info.field_name == "rules" else ())
        for name in by_rule:
            if name not in known:
                raise ValueError(f"there is no rule {name!r}{name_near(name, known)}")
        return by_rule

    @field_validator("rules")
    @classmethod
    def _keep_what_must_be_seen(cls, rules: Mapping[str, Treatment]) -> Mapping[str, Treatment]:
        for name in sorted(NEVER_UNSEEN & rules.keys()):
            if rules[name] not in ("block", "hold"):
                raise ValueError(
                    f"{name} cannot be {rules[name]!r}, since such copy cannot be sent: 'hold' at least"
                )
        return rules


class DeliverySettings(_Section):
    outbox: Path = Path("var/outbox")
    link_base_url: str = "https://mail.juniperandloom.example"  # where tracked links point
    link_secret: SecretStr | None = None  # made and kept in var/link-secret when missing


class Settings(BaseSettings):
    """Everything configurable. Nested keys from the environment: `BESPOKE_BRAND__NAME`."""

    model_config = SettingsConfigDict(
        env_prefix="BESPOKE_", env_nested_delimiter="__", extra="forbid", frozen=True
    )

    database_url: str = "sqlite:///var/bespoke.db"
    state_dir: Path = Path("var")
    review_url: str | None = None  # where reviewers find the review page; `bespoke up` sets its own
    brand: BrandSettings = Field(default_factory=BrandSettings)
    audience: AudienceSettings = Field(default_factory=AudienceSettings)
    cohorts: CohortSettings = Field(default_factory=CohortSettings)
    recommender: RecommenderSettings = Field(default_factory=RecommenderSettings)
    gate: GateSettings = Field(default_factory=GateSettings)
    writer: WriterSettings = Field(default_factory=WriterSettings)
    limits: LimitSettings = Field(default_factory=LimitSettings)
    guards: GuardSettings = Field(default_factory=GuardSettings)
    delivery: DeliverySettings = Field(default_factory=DeliverySettings)

    @field_validator("database_url")
    @classmethod
    def _name_a_driver_we_ship(cls, url: str) -> str:
        # psycopg 3 is the PostgreSQL driver installed with Bespoke.
        for prefix in ("postgres://", "postgresql://"):
            if url.startswith(prefix):
                return "postgresql+psycopg://" + url.removeprefix(prefix)
        return url

    @property
    def artifacts_dir(self) -> Path:
        """Where trained models are kept."""
        return self.state_dir / "models"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        # What is passed in comes from the file, so the environment goes before it.
        return env_settings, init_settings


def read_settings(path: Path | None = None) -> Settings:
    """Settings from the environment and from `path`, by default `$BESPOKE_CONFIG` or `bespoke.toml`.

    Raises SettingsError, on one line, for a file that is missing or not TOML,
    unknown keys, and values of the wrong kind.
    """
    path = path or Path(os.environ.get("BESPOKE_CONFIG", "bespoke.toml"))
    named = "BESPOKE_CONFIG" in os.environ
    if named and not path.is_file():
        raise SettingsError(f"BESPOKE_CONFIG names {str(path)!r}, which is not a file")

    try:
        values = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        found = Settings(**values)
    except ValidationError as error:
        raise SettingsError(
            f"settings ({path} and BESPOKE_* variables): {summarize_validation(error)}"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from None
    return _with_openai_variables(found)


def _with_openai_variables(settings: Settings) -> Settings:
    updates: dict[str, Any] = {}
    if settings.writer.api_key is None and (key := os.environ.get("OPENAI_API_KEY")):
        updates["api_key"] = SecretStr(key)
    if settings.writer.base_url is None and (url := os.environ.get("OPENAI_BASE_URL")):
        updates["base_url"] = url
    return settings.model_copy(update={"writer": settings.writer.model_copy(update=updates)})
