"""What is known of a model before it serves: how it did on a future it had not seen, and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import JsonValue

from eval.gate import Decision
from eval.judgment import AIM_LABELS, Judgment
from eval.model_plot import draw_scores
from eval.ranking import Interval


@dataclass(frozen=True, slots=True)
class ModelReport:
    """The judgment and the decision, with everything they rest on."""

    kind: str
    decision: Decision
    judgment: Judgment | None  # None where there was nothing to judge
    test_days: int
    cut: datetime | None
    train_events: int
    test_events: int
    parameters: Mapping[str, JsonValue]
    k: int = 10
    notes: tuple[str, ...] = ()  # what tuning changed, and what the model does without
    score_quantiles: tuple[float, ...] = ()  # of the scores of its lists, for the drift watch

    @property
    def promotes(self) -> bool:
        """Whether the model is to be put in service."""
        return self.decision.promotes

    @property
    def reason(self) -> str:
        """The decision in sentences."""
        return self.decision.reason

    def headline(self, way: str = "") -> Interval | None:
        """The mean of the metric that counts, of one way or the candidate; None where not judged."""
        if self.judgment is None:
            return None
        score = self.judgment.score(way or self.decision.candidate, self.decision.aim)
        return None if score is None else score.metrics[self.decision.metric]

    def period(self) -> str:
        """What was learned from and what was judged on, in a sentence; empty without a split."""
        if self.cut is None:
            return ""
        return (
            f"Trained on {self.train_events:,} events before {self.cut:%d %B %Y}, judged on "
            f"{self.test_events:,} events of the {self.test_days} days from then."
        )

    def markdown(self) -> str:
        """The report for people, e.g. as a Prefect artifact."""
        parts = [
            f"# Model report: {self.kind}",
            f"**{self.decision.verdict.capitalize()}.** {self.decision.reason}",
        ]
        if period := self.period():
            parts.append(f"{period} Lists of {self.k}; 95 % intervals over customers in brackets.")
        parts += self.notes
        if self.judgment is not None:
            for aim in self.judgment.aims:
                customers = self.judgment.customers_judged(aim)
                label = AIM_LABELS[aim]
                parts += [
                    f"## {label[0].upper()}{label[1:]} ({customers:,} customers)",
                    self.judgment.table(aim),
                    self.judgment.variety_table(aim),
                ]
                parts += filter(
                    None, (self.judgment.group_table(aim, grouping) for grouping in ("history", "segment"))
                )
            parts.append(explain_metrics(self.judgment))
        return "\n\n".join(parts) + "\n"

    def write_plot(self, path: Path) -> Path:
        """Write NDCG for every aim as a PNG and return its path."""
        values: dict[str, dict[str, Interval]] = {}
        for aim in self.judgment.aims if self.judgment is not None else []:
            assert self.judgment is not None
            scored = [score for score in self.judgment.scores if score.aim is aim]
            values[AIM_LABELS[aim]] = {score.way: score.metrics["ndcg"] for score in scored}
        title = f"NDCG@{self.k} on the last {self.test_days} days"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(draw_scores(values or {"not judged": {}}, title))
        return path


def explain_metrics(judgment: Judgment) -> str:
    """What the columns mean, in a paragraph."""
    return (
        f"Recall, NDCG, MAP and hit rate are at {judgment.k}, over customers who bought something that "
        "counts for the aim; recall is of the min(k, n) products that were possible. Novelty is the mean "
        "of −log2 of the share of customers who bought a product; popularity share is how much of a list "
        "is of the tenth of products with the most buyers; diversity is the share of a list that differs, "
        f"pair by pair, by {judgment.similarity.value}; coverage is the share of {judgment.products:,} "
        "products that stand on anybody's list; Gini is 0 where all get as many places. Leads are paired "
        "by customer."
    )
