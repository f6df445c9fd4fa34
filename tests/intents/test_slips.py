"""Slips of the finger, read as they are meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents import bank
from intents.knowledge import shipped
from intents.normalize import normalize
from intents.runs import EDGE, Runs
from intents.slips import Slips
from intents.spelling import Speller, spelled

RUNS = Runs(["돗도리 재고 있나요"], shipped().runs)
SLIPS = Slips(RUNS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("주문버호요", "주문번호요"),
        ("택배 기사님잉 안 오세요", "택배 기사님이 안 오세요"),
        ("처리 화인되셨나요", "처리 확인되셨나요"),
        ("바꿘주세요", "바꿔주세요"),
        ("재곤 있나요", "재고 있나요"),
        ("받은건 토욘일이에요", "받은건 토요일이에요"),
        ("괘찮은데 포장만요", "괜찮은데 포장만요"),
        ("배숑 언제 와요", "배송 언제 와요"),
        ("환붏해 주세요", "환불해 주세요"),
        ("반픔 신청했어요", "반품 신청했어요"),
        # Right as they are, or nobody's business.
        *(
            (line, line)
            for line in ("서울 해운대구 센텀로 10", "이공이육 일일이공 공구구팔 칠일이에요")
        ),
        *(
            (line, line)
            for line in ("아직 통장에 안들어옴", "카드사엔 없대요", "목도리 언제 재입고돼요")
        ),
        *(
            (line, line)
            for line in (
                "돗도리 재고 있나요",
                "앗 그레이 말고 블랙",
                "받는 분은 김예은이에요",
                "뷁쉛 궯뷁",
                "",
            )
        ),
    ],
)
def test_a_slip_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert SLIPS.mend(typed) == meant


def test_most_slips_are_mended_and_hardly_anything_else() -> None:
    # Every line is mended by what the other lines know.
    lines = bank.talk()[::30]
    kept = set(lines)
    others = [line for line in bank.talk() if line not in kept]
    slips = Slips(Runs([*others, *shipped().lines]))
    changed = [line for line in lines if slips.mend(line) != line]
    assert len(lines) > 500
    assert len(changed) <= 14, changed


def test_what_is_learnt_from_is_spelled_well() -> None:
    assert [line for line in bank.talk() if spelled(line) != line] == []
    assert [line for line in bank.talk() if normalize(line) != line] == []
    assert list(bank.talk()) == sorted(set(bank.talk()))


def test_the_store_s_own_lines_count() -> None:
    own = Slips(Runs(["퓰리처 양말", "퓰리처 모자", "퓰리처 장갑", "퓰리처 가방"] * 3))
    assert own.mend("퓰리천 양말") == "퓰리처 양말"
    assert Slips(Runs([])).mend("퓰리천 양말") == "퓰리천 양말"


@given(st.text(max_size=80))
def test_no_letter_is_added_or_lost(text: str) -> None:
    mended = SLIPS.mend(text)
    assert len(mended) == len(text)
    assert [x for x in zip(text, mended, strict=True) if x[0].isspace() and x[0] != x[1]] == []


def test_a_long_text_is_left_alone() -> None:
    line = "주문버호요 " * 60
    assert SLIPS.mend(line) == line


def test_runs_are_counted_without_spaces_and_never_across_lines() -> None:
    runs = Runs(["가 나다", "나다라", ""])
    assert [runs.count(run) for run in ("가나", "나다", "가나다", "다나", "가")] == [1, 2, 1, 0, 1]
    assert runs.count(f"{EDGE}나") == 1
    assert runs.count(f"다{EDGE}") == 1
    both = Runs(["나다"], runs)
    assert (both.count("나다"), both.count("나다", own=5)) == (3, 7)
    assert both.holds("나다라")
    assert not both.holds("라나")


def test_likelihoods_of_all_letters_add_up_to_one() -> None:
    runs = Runs(["가나다", "가나라", "나나나"])
    letters = {letter for letter in runs.letters() if letter != EDGE}
    known = sum(runs.likelihood(letter, "가나") for letter in letters | {EDGE})
    assert 0.7 < known < 1.01
    assert runs.likelihood("다", "가나") > runs.likelihood("가", "가나")


def test_a_line_is_mended_by_sound_first() -> None:
    assert Speller(RUNS).mend("처리됬나요 언재 와요") == "처리됐나요 언제 와요"
