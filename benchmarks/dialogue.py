"""What the dialogue adds to a message, beside the matcher's verdict on the same lines.

`python -m benchmarks.dialogue [--rounds 50]`

Conversations of the shipped FAQ (a late order, a return that becomes an exchange, broken goods, an
angry customer, small talk) are decided one message after the other, without a database. What counts
is the time of one decision and its ratio to the letters' verdict in the same run. Every round is
about other goods and another order: what the rules keep of the lines they read last, at most
sixteen each, is of no use for the next line, as in a store, which rarely gets the same line twice.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, cycle
from pathlib import Path
from time import perf_counter

import intents
from benchmarks.talks import after
from bot.dialog import decide, glance
from bot.model import Incoming, State
from bot.terminal import percentile

FAQ = Path(__file__).parent.parent / "faq.yaml"
START = datetime(2026, 11, 25, 6, tzinfo=UTC)
GOODS = """
원피스 청바지 코트 니트 운동화 구두 가방 지갑 머그컵 접시 냄비 프라이팬 이불 베개 커튼 의자 책상
조명 시계 귀걸이 향수 크림 샴푸 치약 사과 김치 커피 쿠키 사료 장난감 텐트 우산 모자
"""
TALKS = """
안녕하세요
지난주에 주문한 {goods} 아직도 안 와요
{order} 이요
대전에서 멈춰 있어요

{goods} 돌려보내고 싶어요 {order}
아니 반품 말고 교환이요
M을 L로요 그저께 받았어요

{goods} 왜 안 와요
아니 왜 안 오냐고요
장난해요? 몇 번을 말해요!!!
진짜 최악이네

{goods} 배송비 얼마예요?
제주도는요?
네 감사합니다
오늘 비 와요?
ㅋㅋㅋ

배송지 바꿔 주세요
{order} 서울 마포구 월드컵로 20, 302호
302호가 아니라 320호요

{goods} 받았는데 깨져 있어요
어제 받았어요
{order}
{goods} 교환해 주세요
고마워요

{goods} 언제 다시 들어와요?
그럼 알림 받을 수 있나요
네 부탁드려요

환불은 언제 들어와요?
{goods} 카드로 샀어요
너무 오래 걸리네요
상담원 연결해 주세요

{goods} 주문 취소하고 싶어요
{order}
아 아니다 그냥 받을게요
죄송해요

{goods} 말고 다른 게 왔어요
검정인데 흰색이 왔어요
{order}요
수거는 언제 와요?

쿠폰이 안 써져요
{goods} 살 때 쓰려고요
앱에서요 결제 화면에서 안 떠요
빨리 좀 봐 주세요

{goods} 사이즈가 어떻게 나와요?
키 165에 55인데요
그럼 M으로 주문할게요

저기요
{goods} 하나가 빠졌어요
{order} 김하나요
하나만 다시 보내 주세요
언제쯤 받을 수 있을까요?

{goods} 냄새가 너무 나요
환불할게요
사진 어디로 보내요?
{order} 지난주 금요일에 받았어요

영수증 발급되나요?
현금영수증이요
010-1234-5678 이에요
"""


def _talks() -> list[list[str]]:
    return [talk.splitlines() for talk in TALKS.strip().split("\n\n")]


def _lines(rounds: int) -> Iterator[tuple[str, ...]]:
    """The conversations of so many rounds, each about other goods and another order."""
    goods, order = cycle(GOODS.split()), count(2026111210000000)
    for talk in _talks() * rounds:
        told = {"goods": next(goods), "order": next(order)}
        yield tuple(line.format(**told) for line in talk)


def main() -> None:
    """Print milliseconds a message."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    faq = intents.load(FAQ)
    matcher = intents.Matcher(faq, meaning=None)
    reading, matching, deciding = [], [], []
    for talk in _lines(rounds):
        state, now = State(), START
        for text in talk:
            now += timedelta(seconds=90)
            opened = perf_counter()
            meant = matcher.readable(text)
            started = perf_counter()
            match = glance(matcher, meant).match
            matched = perf_counter()
            heard = Incoming(channel="web", customer="c", text=text, read=meant)
            decision = decide(state, heard, match, faq, now)
            done = perf_counter()
            reading.append((started - opened) * 1_000)
            matching.append((matched - started) * 1_000)
            deciding.append((done - matched) * 1_000)
            state = after(decision)
    for name, spent in (
        ("reading", reading),
        ("matcher, by letters", matching),
        ("dialogue", deciding),
    ):
        print(f"{name:20}  p50 {percentile(spent, 50):.3f} ms  p99 {percentile(spent, 99):.3f} ms")
    print(f"ratio of the medians  {percentile(deciding, 50) / percentile(matching, 50):.2f}")


if __name__ == "__main__":
    main()
