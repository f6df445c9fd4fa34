"""The command line: what it prints and how it exits."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.cli import main
from bot.terminal import percentile
from tests.conftest import FAQ


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DANGOL_FAQ", str(FAQ))
    monkeypatch.setenv("DANGOL_DATABASE_URL", f"sqlite:///{tmp_path}/dangol.db")


def test_faq_check_is_content_with_a_good_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["faq", "check"]) == 0
    assert "문제가 없어요" in capsys.readouterr().out


def test_faq_check_names_file_line_and_remedy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text(FAQ.read_text().replace("phrases: [배송비", "phrase: [배송비"))
    assert main(["faq", "check", str(path)]) == 1
    errors = capsys.readouterr().err
    line = next(n for n, text in enumerate(path.read_text().split("\n"), 1) if "phrase:" in text)
    assert f"{path}:{line}: " in errors
    assert "phrases" in errors


def test_faq_check_gives_advice_that_only_strict_holds_against_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "faq.yaml"
    path.write_text(
        FAQ.read_text().replace("phrases: [배송비 얼마예요,", "phrases: [환불 언제 들어와여,")
    )
    assert main(["faq", "check", str(path)]) == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    near = next(line for line in lines if "거의 같아요" in line)
    assert near.startswith(f"{path}:18: 참고: '환불 언제 들어와요'는 shipping_fee의 23번째 줄")
    assert "문제가 없어요" in lines[-1]
    assert told.err == ""
    assert main(["faq", "check", "--strict", str(path)]) == 1
    assert capsys.readouterr().out.splitlines() == lines


def test_the_shipped_faq_passes_the_strict_check(capsys: pytest.CaptureFixture[str]) -> None:
    shipped = FAQ.parent.parent / "faq.yaml"
    assert main(["faq", "check", "--strict", str(shipped)]) == 0
    assert "참고" not in capsys.readouterr().out


def test_faq_try_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["faq", "try", "ghksqnfgowntpdy"]) == 0
    out = capsys.readouterr().out
    assert "판정 answer" in out
    assert "refund_request" in out
    assert main(["faq", "try", "환불해 주세요", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["verdict"] == "answer"
    assert found["candidates"][0]["intent_id"] == "refund_request"
    assert 0 <= found["candidates"][0]["confidence"] <= 1


def test_faq_try_says_how_a_misspelled_line_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    line = "배송빈 얼마에욬ㅋㅋ"
    assert main(["faq", "try", line]) == 0
    assert "이렇게 읽음 ‘배송비 얼마에요ㅋㅋ’" in capsys.readouterr().out
    assert main(["faq", "try", line, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["read"] == "배송비 얼마에요ㅋㅋ"
    assert found["candidates"][0]["intent_id"] == "shipping_fee"
    assert main(["faq", "try", "배송비 얼마예요"]) == 0
    assert "이렇게 읽음" not in capsys.readouterr().out


def test_faq_try_tells_of_every_request_in_a_message(capsys: pytest.CaptureFixture[str]) -> None:
    both = "환불해 주세요. 그리고 배송비 얼마예요?"
    assert main(["faq", "try", both]) == 0
    assert "함께 물음" in capsys.readouterr().out
    assert main(["faq", "try", both, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    named = {one["intent_id"] for one in (found["candidates"][0], *found["also"])}
    assert named == {"refund_request", "shipping_fee"}


def test_what_stands_beside_a_wish_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    line = "거울이 산산조각 나서 왔어요 환불해 주세요"
    assert main(["faq", "try", line]) == 0
    assert re.search(r"바라는 것 말고 .*product_defect", capsys.readouterr().out)
    assert main(["faq", "try", line, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["told"]["intent_id"] == "product_defect"
    assert main(["faq", "try", "환불해 주세요", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["told"] is None


def test_a_matter_and_the_question_behind_it_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    line = "환불 신청할게요 사이즈가 작아요 배송비 얼마예요?"
    assert main(["faq", "try", line]) == 0
    told = capsys.readouterr().out
    assert re.search(r"용건만 보면 .*refund_request", told)
    assert re.search(r"질문만 보면 .*shipping_fee", told)
    assert main(["faq", "try", line, "--json"]) == 0
    matter, question = json.loads(capsys.readouterr().out)["halves"]
    assert matter[0]["intent_id"] == "refund_request"
    assert question[0]["intent_id"] == "shipping_fee"
    assert main(["faq", "try", "배송비 얼마예요?"]) == 0
    assert "보면" not in capsys.readouterr().out


def test_faq_test_exits_with_1_when_a_test_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "faq.yaml"
    fees = "    answer: 배송비는 3,000원이에요."
    path.write_text(FAQ.read_text().replace(fees, fees + "\n    tests: [배송비 얼마예요]"))
    assert main(["faq", "test", str(path)]) == 0
    path.write_text(FAQ.read_text().replace(fees, fees + "\n    tests: [깨져서 왔어요]"))
    assert main(["faq", "test", str(path)]) == 1
    assert "깨져서 왔어요" in capsys.readouterr().out


@pytest.mark.slow
def test_faq_eval_prints_a_table_or_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = tmp_path / "cases.tsv"
    cases.write_text("refund_request\ta\t환불해 주세요\nnone\tn\t오늘 비가 올까요\n")
    assert main(["faq", "eval", "--cases", str(cases)]) == 0
    table = capsys.readouterr().out
    assert "1순위" in table
    assert re.search(r"p50 \d+\.\d\d ms · p99 \d+\.\d\d ms", table)
    assert main(["faq", "eval", "--cases", str(cases), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["cases"] == sum(row["count"] for row in told["bins"]) == 2
    assert 0 < told["milliseconds"]["p50"] <= told["milliseconds"]["p99"]
    cases.write_text("no tabs here\n")
    assert main(["faq", "eval", "--cases", str(cases)]) == 1


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [((), 50, 0.0), ((3.0,), 99, 3.0), ((4.0, 1.0, 3.0, 2.0), 50, 2.0), (range(1, 201), 99, 198)],
)
def test_a_percentile_is_a_value_that_was_measured(
    values: Sequence[float], share: int, expected: float
) -> None:
    assert percentile(values, share) == expected


def test_migrate_and_operator_add_work_on_an_empty_database(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["migrate"]) == 0
    assert "empty ->" in capsys.readouterr().out
    assert main(["migrate"]) == 0
    assert "already" in capsys.readouterr().out
    assert main(["operator", "add", "지현", "--role", "seller"]) == 0
    assert "one-time password" in capsys.readouterr().out
    assert main(["operator", "add", "지현"]) == 1
    assert "이미 있어요" in capsys.readouterr().err
    assert main(["operator", "reset", "지현"]) == 0
    assert "one-time password" in capsys.readouterr().out
    assert main(["operator", "reset", "민호"]) == 1
    assert "계정이 없어요" in capsys.readouterr().err


def test_chat_talks_and_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("환불해 주세요\n네\n"))
    assert main(["chat"]) == 0
    out = capsys.readouterr().out
    assert "refund_request" in out
    assert "환불은 상품을 확인한 뒤에" in out
    assert "접수번호는 1번이에요" in out


def test_a_setting_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DANGOL_PORT", "http")
    assert main(["serve"]) == 1
    assert "DANGOL_PORT" in capsys.readouterr().err


def test_an_unknown_command_is_a_wrong_call() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["nonsense"])
    assert caught.value.code == 2
