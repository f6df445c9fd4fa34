"""Figures over labelled lines."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents import Candidate, Case, FaqError, Match, Matcher, evaluate, read_cases, run_tests
from intents.evaluate import _auroc
from intents.reliability import BINS, bins, calibration_error
from intents.report import Confusion, Tally, Verdicts
from tests.intents.faqs import bakery

FAQ = bakery()
MATCHER = Matcher(FAQ, meaning=None)
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


def test_of_a_file_that_is_wrong_throughout_the_first_lines_are_told(tmp_path: Path) -> None:
    path = tmp_path / "cases.tsv"
    path.write_text("환불\n" * 50, encoding="utf-8")
    with pytest.raises(FaqError) as caught:
        read_cases(path)
    assert len(caught.value.problems) == 50
    *first, last = str(caught.value).splitlines()
    assert len(first) == 20
    assert first[0].startswith(f"{path}:1:")
    assert last == "이 밖에 30곳이 더 있어요."


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
    assert told["verdict_shares"]["n"] == {"answer": 0.5, "clarify": 0.0, "none": 0.5}
    assert len(told["bins"]) == 10
    table = report.table()
    assert "거절까지 친 정답 60.0%" in table
    assert re.search(r"0\.9~1\.0 +4 +(?:0\.9\d|1\.00) +0\.50", table)
    assert "1순위 정답 66.7%" in table
    assert "wifi → parking" in table


def test_a_report_says_whether_confidence_can_be_believed() -> None:
    report = evaluate(MATCHER, CASES)
    sure = report.bins[-1]
    assert (sure.count, sure.accuracy) == (4, 0.5)
    lost = next(row for row in report.bins if row.count == 1)
    assert (lost.count, lost.accuracy) == (1, 0)
    assert report.ece == pytest.approx(0.8 * (sure.confidence - 0.5) + 0.2 * lost.confidence)
    assert report.verdicts == {"a": Verdicts(1), "b": Verdicts(2), "n": Verdicts(1, 0, 1)}
    assert report.accuracy_with_rejects == pytest.approx(3 / 5)


def test_what_is_not_ours_is_settled_by_asking_back_but_ours_is_not() -> None:
    class Asking:
        def match(self, text: str) -> Match:
            return Match("clarify", (Candidate("wifi", 0.55, text),), (), text)

    report = evaluate(Asking(), (Case("wifi", "a", "가"), Case(None, "n", "나")))
    assert report.accuracy_with_rejects == 0.5
    assert (report.bins[5].count, report.bins[5].accuracy) == (2, 0.5)
    assert report.ece == pytest.approx(0.05)


def test_a_report_of_nothing_has_no_auroc() -> None:
    report = evaluate(MATCHER, ())
    assert (report.auroc, report.helped, report.ece) == (None, 0, 0)
    assert report.accuracy_with_rejects == 0
    assert "문장 0개" in report.table()


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=40))
def test_every_line_is_in_the_bin_of_its_confidence(results: list[tuple[float, bool]]) -> None:
    table = bins(results)
    assert len(table) == BINS
    assert sum(row.count for row in table) == len(results)
    assert sum(row.count * row.accuracy for row in table) == pytest.approx(
        sum(right for _, right in results)
    )
    assert all(row.low - 1e-9 <= row.confidence <= row.high + 1e-9 for row in table if row.count)
    assert 0 <= calibration_error(table) <= 1


def test_the_calibration_error_weighs_bins_by_their_lines() -> None:
    results = [(0.25, False)] * 3 + [(0.25, True)] + [(1.0, True)] * 2 + [(0.05, True)] * 2
    assert calibration_error(bins(results)) == pytest.approx(2 * 0.95 / 8)


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
