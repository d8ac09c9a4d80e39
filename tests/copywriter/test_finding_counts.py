from __future__ import annotations

from bespoke.domain import Finding, Severity, WrittenCopy
from bespoke.encoding import decode, encode
from copywriter.finding_counts import RuleCount, count_by_rule, describe_rule_count, list_rule_counts
from tests.builders import a_copy


def written(*findings: Finding, **changes: object) -> WrittenCopy:
    return WrittenCopy(a_copy(), "small", findings=findings, **changes)  # type: ignore[arg-type]


def finding(rule: str, severity: Severity = Severity.BLOCK) -> Finding:
    return Finding(rule, severity, "body", "why")


def test_drafts_are_counted_once_a_rule_however_often_it_was_found():
    counts = count_by_rule(
        [
            written(sent_back=(("shouting", "too_long"), ("shouting",))),  # both mended in the end
            written(sent_back=(("shouting",), ("too_long",), ("too_long",)), sent_back_in_vain=True),
            written(finding("shouting", Severity.HOLD), finding("shouting", Severity.HOLD)),
            written(finding("shouting", Severity.HOLD), sent_back=(("shouting",),)),
            written(finding("pressure", Severity.NOTE)),
        ]
    )

    assert counts == (
        RuleCount("shouting", sent_back=3, mended=1, given_up=0, blocked=0, held=2, noted=0),
        RuleCount("too_long", sent_back=2, mended=1, given_up=1, blocked=0, held=0, noted=0),
        RuleCount("pressure", sent_back=0, mended=0, given_up=0, blocked=0, held=0, noted=1),
    )


def test_counts_are_told_in_a_line_and_in_a_table():
    (count,) = count_by_rule([written(finding("shouting"), sent_back=(("shouting",),))])

    assert describe_rule_count(count) == (
        "shouting: 1 sent back to the model, 0 of them mended and 0 left to the phrasebook; "
        "1 blocked as they stand"
    )
    assert list_rule_counts([count])[-1] == "| shouting | 1 | 0 | 0 | 1 | 0 | 0 |"
    assert list_rule_counts([]) == []


def test_copy_that_was_kept_before_rounds_were_counted_is_still_read():
    old = encode(written()).replace('"sent_back":[],"sent_back_in_vain":false,', "")

    assert "sent_back" not in old
    assert decode(WrittenCopy, old) == written()
