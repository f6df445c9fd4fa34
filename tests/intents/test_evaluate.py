"""Figures over labelled lines."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents import Case, FaqError, Matcher, evaluate, read_cases, run_tests
from intents.evaluate import Confusion, Tally, _auroc
from tests.intents.faqs import bakery

FAQ = bakery()
MATCHER = Matcher(FAQ)
CASES = (
    Case("refund", "a", "환불해 주세요"),
    Case("parking", "b", "주차장 있나요"),
    Case("wifi", "b", "주차장 있나요"),
    Case(None, "n", "뷁쉛"),
    Case(None, "n", "안녕하세요"),
)


def test_cases_are_read_from_tabs(tmp_path: Path) -> None:
    path = tmp_path / "cases.tsv"
    path.write_bytes("refund\ta\t환불해 주세요\r\n\nnone\tn\t날씨\n".encode())
    assert read_cases(path) == (Case("refund", "a", "환불해 주세요"), Case(None, "n", "날씨"))


def test_a_line_that_is_no_case_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cases.tsv"
    path.write_text("refund\ta\t환불\nrefund 환불\nrefund\t\t환불\n", encoding="utf-8")
    with pytest.raises(FaqError) as caught:
        read_cases(path)
    assert [problem.line for problem in caught.value.problems] == [2, 3]


def test_a_file_that_cannot_be_read_is_a_faq_error(tmp_path: Path) -> None:
    (tmp_path / "bad.tsv").write_bytes(b"\xff\xfe")
    for name in ("no.tsv", "bad.tsv"):
        with pytest.raises(FaqError, match="UTF-8"):
            read_cases(tmp_path / name)


def test_a_report_counts_right_wrong_and_not_ours() -> None:
    report = evaluate(MATCHER, CASES)
    assert report.in_scope == Tally(cases=3, top1=2, top3=2, helped=2, answered_wrong=1)
    assert (report.cases, report.out_of_scope, report.out_of_scope_answered) == (5, 2, 1)
    assert report.styles == {"a": Tally(1, 1, 1, 1, 0), "b": Tally(2, 1, 1, 1, 1)}
    assert list(report.intents) == ["refund", "parking", "wifi"]
    assert report.confusions == (Confusion("wifi", "parking", 1),)
    assert report.top1 == pytest.approx(2 / 3)
    assert report.auroc == pytest.approx(4.5 / 6)


def test_a_report_is_json_and_a_table() -> None:
    report = evaluate(MATCHER, CASES)
    told = json.loads(json.dumps(report.to_json()))
    assert told["top1"] == pytest.approx(0.6667)
    assert told["styles"]["b"]["answered_wrong"] == 1
    table = report.table()
    assert "1순위 정답 66.7%" in table
    assert "wifi → parking" in table


def test_a_report_of_nothing_has_no_auroc() -> None:
    report = evaluate(MATCHER, ())
    assert (report.auroc, report.helped) == (None, 0)
    assert "문장 0개" in report.table()


@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=8),
    st.lists(st.integers(0, 5), min_size=1, max_size=8),
)
def test_auroc_is_the_share_of_pairs_in_order(ours: list[int], others: list[int]) -> None:
    wins = sum((a > b) + (a == b) / 2 for a in ours for b in others)
    assert _auroc(ours, others) == pytest.approx(wins / (len(ours) * len(others)))


def test_the_faqs_own_tests_must_be_answered_by_their_entry() -> None:
    refund = FAQ.get("refund")
    assert refund is not None
    tested = replace(refund, tests=("환불해 주세요", "주차장 있나요", "뷁쉛"))
    faq = replace(FAQ, intents=(tested,))
    failures = run_tests(faq, MATCHER)
    assert [(failure.intent_id, failure.text) for failure in failures] == [
        ("refund", "주차장 있나요"),
        ("refund", "뷁쉛"),
    ]
    assert failures[0].line == refund.line
