"""How a line is said: what the rules of the dialogue ask of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialog import manner
from intents import load

SAID: dict[Callable[[str], bool], tuple[list[str], list[str]]] = {
    manner.only_waits: (
        ["왜 안와요", "아직도 안오시네", "아무도 안오네", "일주일 넘었어요", "20분째 기다리는데요"],
        ["물건이 왜 안와요", "택배가 아직이에요", "쿠폰이 안 먹혀요", "상담원이 불친절해요"],
    ),
    manner.has_arrived: (
        [
            "방금 왔어요",
            "아 경비실에 있었네요",
            "이제 도착했네요",
            "옆집에서 맡아 두셨어요",
            "방금 문앞에 왔네요!! 굿굿",
            "앗 죄송해요 남편이 차 트렁크에 넣어놨대요 ㅋㅋㅋ",
            "와이프가 집안에 들여놨었네요 ㅎㅎ",
            "남편이 받아놨다고 하네요",
        ],
        [
            "엄마가 넣어놨으면 좋겠네요",
            "문앞에 왔는데 박스가 터졌어요",
            "안 왔어요",
            "왔는데 깨졌어요",
            "언제 왔어요?",
            "환불해 주세요",
        ],
    ),
    manner.is_settled: (
        ["잘 도착했어요", "방금 도착했네요", "택배 집에 도착했습니다", "해결됐어요"],
        [
            "다 상해서 도착했어요",
            "생일 지나고 도착했어요",
            "옆집으로 도착했어요",
            "부서진 채로 도착했네요",
            "늦게 도착했어요",
            "소비기한이 어제까진데 오늘 도착했어요",
        ],
    ),
    manner.reports_damage: (
        [
            "김치가 쉬어서 왔어요",
            "화분이 죽어서 왔어요",
            "유통기한 하루 남은 게 왔어요",
            "우유 유통기한이 지났네요",
            "딸기가 다 물렀어요",
            "파본이죠 이거?",
            "40쪽이 백지예요",
            "컵에 금이 가서 왔어요",
            "접시 이나갔어요",
            "전기장판이 뜨뜻하질 않아요",
            "선풍기 소리가 너무 심해요",
            "액자 모서리가 찍혔어요",
            "비 와서 다 젖음",
        ],
        [
            "유통기한 언제까지예요?",
            "유통기한 긴 걸로 보내주세요",
            "입금가능한가요",
            "방금 갔어요",
            "주문 물러주세요",
            "곤지암에서 안 움직이는데요 어제 받기로 했어요",
        ],
    ),
    manner.is_stuck: (
        [
            "옥천에서 나흘째 안 움직여요",
            "배송조회가 그대로예요",
            "발송일이 또 밀렸네요",
            "출고가 계속 미뤄지고 있어요",
        ],
        ["배송 미뤄 주세요", "배송 늦춰 주실 수 있나요", "마우스가 안 움직여요"],
    ),
    manner.tells_no_fault: (
        ["이렇게 왔어요", "물건이 왔는데 뭔가 이상해요", "상태가 엉망이에요"],
        ["다른 게 왔어요", "빨간색이 왔어요", "물건이 안 왔어요"],
    ),
    manner.lacks_a_part: (
        [
            "세 개밖에 없네요",
            "하나만 왔어요",
            "단추가 없이 왔어요",
            "나사가 두 개 모자라요",
            "사은품이 안 왔어요",
            "한 봉지 덜 왔어요",
        ],
        ["하나만 취소해 주세요", "다른 색이 왔어요", "깨져서 왔어요"],
    ),
    manner.was_done_to: (
        [
            "품절이라고 취소당했어요",
            "왜 맘대로 제 주문을 취소하셨어요?",
            "반품 보냈더니 거절당했어요",
            "취소 요청했는데 거부됐네요",
            "취소했는데 쿠폰이 안 돌아왔어요",
            "반품비를 두 번 떼갔어요",
            "불량인데 반품비 왜 받아요?",
            "제가 쓴 리뷰 왜 지웠어요?",
            "카드 문자가 두 번 왔어요",
            "결제했는데 주문내역에 없어요",
        ],
        [
            "취소해 주세요",
            "왜 취소가 안 돼요",
            "반품비 얼마예요",
            "취소하면 쿠폰 돌려주나요",
            "리뷰 지우고 싶어요",
            "불량인데 반품비 제가 내나요",
            "주문내역 어디서 봐요",
        ],
    ),
    manner.blames_courier: (
        [
            "기사님이 벽지를 찢었어요",
            "기사님이 박스를 발로 차는 걸 봤어요",
            "설치기사가 추가비용 5만원 달라고 했어요",
        ],
        ["기사님 연락처 알려 주세요", "기사님이 친절하셨어요", "설치기사님 언제 오세요"],
    ),
    manner.only_tells_stage: (
        ["아직 배송 전인데", "아직 안 보내신 거죠?", "아직 배송준비중이에요", "지금 출고 전이에요"],
        ["일주일째 준비중이에요", "왜 아직 준비중이죠", "준비중이면 취소해 주세요", "아직 안 와요"],
    ),
    manner.mistyped_delivery: (
        [
            "이름 오타났어요",
            "주소를 잘못 적었어요",
            "받는 분 연락처가 틀렸어요",
            "선물하기로 보냈는데 번호를 잘못 넣었어요",
        ],
        ["상세페이지에 오타 있어요", "선물 포장 되나요", "주문을 잘못 했어요"],
    ),
    manner.got_stray_parcel: (
        ["남의 택배가 우리 집에 왔는데요", "옆집 택배가 저희 집 앞에 있어요"],
        ["옆집에 택배가 있었네요", "다른 사람 이름으로 주문했어요", "택배가 안 왔어요"],
    ),
    manner.asks_if_too_late: (
        ["이미 7일 지나서 안 되나요?", "일주일 넘었는데 반품 가능한가요"],
        ["일주일 지났는데 안 와요", "7일 안에 오나요"],
    ),
    manner.wants_it_later: (
        ["배송 일주일만 미뤄 주세요", "발송 늦춰 주실 수 있나요"],
        ["발송이 미뤄졌네요", "배송이 늦어요"],
    ),
    manner.wants_repair: (
        ["수선 되나요", "수리 가능할까요", "as 받고 싶어요"],
        ["수선집에 맡겼어요", "교환 되나요"],
    ),
    manner.fits_badly: (
        [
            "작네 우짜노",
            "너무 크네요 어떡하죠",
            "너무 작네요",
            "바지가 너무 커요",
            "사이즈가 안 맞아요",
            "신발이 작아요",
        ],
        ["작은 사이즈 있나요", "사이즈 커요?", "글씨가 작게 써 있어요", "환불해 주세요"],
    ),
    manner.kept_no_word: (
        [
            "상담원이 오늘 전화 준다고 했는데 안 와요",
            "어제 상담사분이 오늘까지 환불해준다고 했는데 아직 안 됐어요",
        ],
        ["상담원이 환불된다고 했어요", "전화 주세요", "오늘 출고된다고 하셨죠"],
    ),
    manner.still_wants: (
        ["그냥 쓸게요 대신 페이지 수정해주세요", "다음부터 잘 포장해주세요", "사진 좀 바꾸세요"],
        ["그냥 쓸게요", "사이즈 바꿔주세요", "환불해 주세요"],
    ),
    manner.is_opinion: (
        [
            "상담원분이 친절하셔서 좋았습니다",
            "답이 좀 느렸어요",
            "생각보다 빨랐어요",
            "처음엔 깨져서 왔지만 처리는 빨랐어요",
        ],
        [
            "새로 산 컵도 깨져서 왔어요",
            "언제 와요? 너무 늦네요",
            "포장비는 얼마예요",
            "부품 잘 받았어요",
            "또 늦네요",
        ],
    ),
    manner.asks_who_answers: (
        [
            "로봇이세요?",
            "사람이세요 AI세요?",
            "기계랑 얘기하는거죠 지금",
            "너 누구니",
            "자동응답이에요?",
            "상담원 맞나요?",
        ],
        [
            "상담원 연결해주세요",
            "챗봇 말고 사람이요",
            "받는 사람 누구예요?",
            "로봇청소기인가요?",
            "상담원 있나요?",
        ],
    ),
    manner.advertises: (
        [
            "스마트스토어 상위노출 보장!",
            "광고 관심 없으세요?",
            "블로그 체험단 진행하실 생각 없으신가요",
        ],
        ["광고 문자가 자꾸 와요", "광고 보고 샀는데 달라요", "광고에서 본 할인이 안돼요"],
    ),
    manner.chats: (
        ["아이유 좋아해?", "심심하다", "오늘 점심 뭐먹지", "로또번호", "삼성전자 주가 얼마야"],
        ["몇시까지 주문하면 오늘 나가요", "색상 골라봐 주세요", "이 옷 몇살이 입어요?"],
    ),
    manner.greets_kindly: (
        ["요즘 많이 바쁘시죠?", "점심 맛있게 드셨어요?", "날씨가 많이 춥네요"],
        ["점심시간이 언제예요", "바쁘시겠지만 배송 확인 부탁드려요"],
    ),
    manner.sees_to_it: (
        ["네이버에서 볼게요", "제가 확인해볼게요", "그냥 물어본거예요", "주문할때 메모에 쓸게요"],
        ["찾아볼게요", "제가 직접 신청해도 되나요?", "전화로 할게요", "환불할게요"],
    ),
    manner.did_it_himself: (
        ["네이버에서 직접 신청했어요", "이미 했어요", "방금 취소했습니다"],
        ["이미 말했어요", "직접 신청했는데 안돼요", "어제 신청했어요", "이미 결제했어요"],
    ),
    manner.apologises: (
        ["죄송해요~", "아까는 화내서 미안해요 부탁드려요", "제가 너무 예민하게 말했네요 죄송해요"],
        ["죄송한데 환불해주세요", "미안하면 다예요?"],
    ),
    manner.wants_that_silent_too: (
        ["카톡 친구톡도요", "문자도요", "이메일이랑 문자도 그만요"],
        ["문자로 보내주세요", "카톡으로요", "쿠폰도요"],
    ),
    manner.sent_a_photo: (
        ["사진 보냈어요 바빠서 늦었네요", "사진은 방금 올렸어요", "사진 첨부합니다"],
        ["사진 보냈는데 확인하셨나요?", "사진이랑 다른 게 왔어요", "사진 어디로 보내요?"],
    ),
    manner.came_so_again: (
        [
            "다시 온것도 네이비예요",
            "이번에도 빨간색이 왔네요",
            "새로 받은 것도 M이에요",
            "또 파란색이 왔어요",
        ],
        ["이번에도 잘 왔어요", "다시 온 것도 예뻐요", "또 안 왔어요", "다시 온 것도 교환되나요?"],
    ),
    manner.rates_later: (
        [
            "나중에 평가할게요",
            "평가는 나중에요",
            "써보고 후기 남길게요",
            "별점은 집에 가서 드릴게요",
        ],
        ["후기 나중에 써도 되나요?", "나중에 리뷰 이벤트 하나요", "리뷰는 안 쓸래요", "5점"],
    ),
    manner.is_opinion: (
        ["상담이 너무 기계같음", "봇이랑 얘기하는 느낌", "복붙 답변만 하네요", "영혼없는 답변"],
        ["세탁기계 소음이 심해요", "봇 말고 사람 연결해주세요"],
    ),
    manner.declines_survey: (
        ["이런거 안해요", "설문은 패스할게요"],
        ["이런거 안와요", "안 왔어요"],
    ),
    manner.blames_staff: (
        [
            "상담원분이 저한테 소리를 지르던데요",
            "통화한 직원분 태도가 영 아니네요",
            "반품 문의했더니 상담원이 짜증내던데",
            "왜 자꾸 광고문자 보내요",
        ],
        ["상담원이 친절했어요", "상담원 연결해 주세요", "직원 할인 되나요", "문자로 보내주세요"],
    ),
    manner.was_told_otherwise: (
        [
            "무료배송이라 써놓고 배송비 받았네요",
            "상담사가 무료로 교환된다고 했는데 배송비를 내라네요",
            "사이즈표가 틀렸어요",
            "페이지에는 재고 있다고 나오는데 주문하니까 품절이래요",
            "세일가라고 해놓고 결제할땐 정가로 나오네요",
        ],
        ["상세페이지 어디서 봐요", "교환하라고 해서 신청했어요", "배송비 얼마예요"],
    ),
    manner.wants_amends: (
        [
            "배송 늦었으니까 적립금 주시는거죠",
            "기다린 만큼 할인쿠폰 주셔야죠",
            "늦게 온거 보상해주세요",
        ],
        ["쿠폰 어디서 받아요", "배송이 늦어요", "적립금 언제 들어와요"],
    ),
    manner.sets_a_term: (
        ["금요일까지 못 받으면 취소할게요", "오늘 출고 안되면 환불해주세요"],
        ["취소할게요", "못 받았어요 환불해주세요"],
    ),
    manner.wrote_before: (
        ["그저께 남긴 글에 답이 없네요", "카톡 보낸지 이틀 됐어요", "월요일에 물어봤는데"],
        ["문의 좀 드릴게요", "답이 없네요"],
    ),
    manner.puts_off_long: (
        ["내일 다시 연락드릴게요", "집에 가서 알려드릴게요", "나중에 할게요"],
        ["잠시만요", "이따 알려드릴게요", "내일 받을 수 있나요"],
    ),
    manner.greets: (
        ["안녕하세요", "저기요 안녕하세용"],
        ["안녕하세요 환불이요", "네", "감사합니다"],
    ),
    manner.hails: (
        ["수고하십니다", "고생 많으십니다"],
        ["수고하세요 감사합니다", "수고비 얼마예요"],
    ),
    manner.puts_off: (
        [
            "이따 알려드릴게요",
            "집에 가서 확인하고 알려드릴게요",
            "잠시만요",
            "퇴근하고 사진 올릴게요",
        ],
        ["나중에 보내주세요", "나중에 연락 주세요", "2024112012341111이요", "어제 받았어요"],
    ),
    manner.withdraws: (
        [
            "그냥 쓸게요",
            "접수 취소해 주세요",
            "아 됐어요",
            "조금 더 기다려볼게요",
            "환불 안 할래요 그냥 신을게요",
            "제가 할게요",
            "문의 취소할게요",
            *("이제 신경 안쓰셔도 돼요", "이제 안찾으셔도 됩니다", "주소는 그대로 두셔도 돼요"),
            *("제가 연락해서 받을게요 바꾸지마세요", "저번에 교환 말한거 안할게요"),
            *("교환 안해도 될것같아요", "역시 교환할 필요 없을 것 같아요"),
        ],
        [
            *("색은 바꾸지 말아주세요 같은 색으로요", "선물포장은 그대로 두세요"),
            *("신경 좀 써주세요", "답장 안 주셔도 돼요", "교환 말한거 어떻게 됐어요"),
            *("주문 취소해 주세요", "환불해 주세요", "반품할게요"),
            *("벌써 보냈으면 그냥 받을게요", "재고 없으면 그냥 쓸게요", "내야 되면 그냥 쓸게요"),
        ],
    ),
    manner.is_private: (
        ["제 친구 김민수 주문내역 좀 알려주세요", "회원 명단 보여줘", "이 번호 주문자 주소 뭐예요"],
        ["친구 주소 알려드릴게요", "동생 집으로 보내주세요", "주소 바꿔주세요"],
    ),
    manner.went_wrong: (
        [
            "교환 신청한 지 일주일인데 감감무소식이네요",
            "반품 기사님이 안 오세요",
            "취소했는데 물건이 왔어요",
            "취소한 지 2주 됐는데 카드값 그대로 나가요",
            "환불해 준다며 한 달째야",
            "교환 보낸 물건이 아직 안 왔어요",
            "어제 신청한 교환 어떻게 됐나요",
        ],
        [
            "색이 마음에 안 들어서 교환하고 싶어요",
            "교환 신청하고 싶어요",
            "반품은 어떻게 해요",
            "환불 언제 돼요",
        ],
    ),
    manner.misses_an_answer: (
        ["이틀째 답이 없네요", "왜 아무 말이 없어요", "연락이 없어요"],
        ["주문한 물건이 소식이 없어요", "답변 감사합니다"],
    ),
    manner.blames_service: (
        ["상담원이 불친절해요", "직원 말투가 기분 나빠요", "전화를 그냥 끊어 버렸어요"],
        ["소리가 안 나요", "색이 달라요", "아니 통화로 해 준다고 했던 거요"],
    ),
    manner.reports_damage: (
        [
            "접시 깨짐",
            "소리가 안 나요",
            "따뜻해지질 않네요",
            "다리가 부러졌어요",
            "벽시계가 안 가요 어제 받음 교환",
            "이어폰 연결이 안 돼요 오늘 받음",
            "그릇에 금이 갔어요",
            "캐리어 바퀴가 빠졌어요",
            "왜 전원이 안 켜지죠? 새 제품인데",
            "유통기한이 지난 걸 보내셨네요",
        ],
        [
            "환불해 주세요",
            "깨지면 교환되나요?",
            "사이즈가 안 맞아요 교환",
            "마음에 안 들어요 환불",
            "교환 신청이 안 돼요",
            "쿠폰이 안 돼요 어제 받은 건데",
            "가격이 떨어졌네요 차액 환불",
            "고양이가 나갔어요",
        ],
    ),
    manner.wants_promise: (
        [
            "얼마 보상해 줄 건데요",
            "언제까지 처리해 줄지 확답 주세요",
            "내일 오는 거 확실하죠?",
            "약속해 주세요",
            "며칠까지 환불해 주실 거예요",
            "배송비 면제해 주세요",
            "쿠폰이라도 하나 주세요",
        ],
        ["배송비 얼마예요", "언제 와요", "쿠폰 적용이 안 돼요", "내일까지 도착하나요"],
    ),
    manner.only_thanks: (
        ["답변 빨리 주셔서 감사합니다", "넵 알겠습니다 감사합니다", "사장님 최고예요 감사합니다"],
        ["네 내일 집에 있어요. 감사합니다!", "문 앞에 두시면 돼요 감사합니다", "검정이요 감사해요"],
    ),
    manner.wants_silence: (
        [
            *("그만 보내세요", "문자 보내지 마세요", "알림 꺼주세요", "이제 그만 보내주세요"),
            *("알림 자꾸 오는거 짜증나요 그만", "재촉하지 마세요", "답장 그만 하세요"),
            *("자꾸 카톡 울려요 나중에 할게요", "수신거부요"),
        ],
        [
            *(
                "물건 보내지 마세요",
                "예전 주소로 보내지 말고 새 주소로요",
                "사은품은 보내지 마세요",
            ),
            *("카톡 알림이 안 울려요", "빨리 재촉해주세요", "광고 문자가 자꾸 와요"),
            "알람시계 알림이 계속 울려요",
        ],
    ),
    manner.is_settled: (
        ["해결됐어요", "잘 받았습니다", "이제 됐어요"],
        ["아직 안 도착했습니다", "잘 받았는데 너무 커요", "해결됐다더니 아니네요"],
    ),
    manner.is_over: (
        ["해결됐어요", "찾았어요"],
        ["해결됐다면서요", "해결 안 됐어요", "찾았는데 깨졌어요"],
    ),
    manner.is_vague: (
        ["그거 있잖아요 저번에 그거", "저번에 말한 거요"],
        ["그거 환불", "그거요", "저번에 산 컵"],
    ),
    manner.is_late: (
        ["하나 시켰는데 여태 안 왔어요", "소식이 없네요 두 개 시켰는데"],
        ["두 개 시켰는데 하나만 왔어요", "다른 게 왔어요"],
    ),
    manner.got_another: (
        ["180 주문했는데 170이 왔어요", "라지로 주문했는데 스몰이 왔어요"],
        ["어제 주문했는데 택배가 왔어요", "주문했는데 아직 안 왔어요"],
    ),
    manner.was_in_vain: (
        ["껐다 켜 봤는데 똑같아요", "다시 해봤는데 안 돼요"],
        ["해볼게요", "안 돼요"],
    ),
    manner.apologises: (
        ["늦어서 미안해요", "죄송합니다"],
        ["죄송한데 환불해 주세요", "늦어서 화나요"],
    ),
    manner.own_slip: (
        ["제가 주소를 잘못 적었어요", "실수로 두 개 주문했어요"],
        ["주소가 잘못 찍혀 왔어요", "잘못 보내셨어요"],
    ),
    manner.cancels_filing: (
        ["접수 취소해 주세요", "문의한 거 취소할게요"],
        ["주문 취소해 주세요", "접수 취소된 것 같아요"],
    ),
    manner.is_hurt: (
        [
            "크림 바르고 얼굴이 다 뒤집어졌어요",
            "아이가 손을 다쳤어요",
            "먹고 배탈 나서 병원 갔어요",
        ],
        ["알레르기 있는 사람도 써도 되나요?", "병원으로 보내주세요"],
    ),
    manner.blames_courier: (
        ["기사님이 물건을 던지고 갔어요", "택배기사가 반말해요"],
        ["기사님이 아직 안 오세요", "기사님 연락처 알려주세요"],
    ),
    manner.protests: (
        ["택배 왜 안 오죠", "왜 쿠폰이 적용이 안 되나요", "왜 자꾸 결제가 안 되죠?"],
        ["왜 배송비가 두 번 나오나요", "언제 와요?", "안 오네요"],
    ),
    manner.was_told_otherwise: (
        [
            "광고에는 무료배송이라고 써 있었는데 배송비가 나갔어요",
            "면 100%라고 적혀 있었는데 라벨은 달라요",
        ],
        ["무료배송이라고 써 있었는데 맞나요?", "배송비가 나갔어요"],
    ),
    manner.asks_if_needed: (
        ["주문번호까지 알려드려야 하나요?", "번호가 꼭 필요한가요", "주문번호는 왜 필요해요?"],
        ["주문번호 어디서 봐요", "주문번호 알려드릴게요"],
    ),
    manner.wants_call: (
        ["전화 주세요", "통화 가능할까요", "전화로 통화하고 싶어요"],
        ["전화를 안 받아요", "전화번호 바꿔주세요"],
    ),
    manner.names_store: (["재입고 언제 돼요", "옷이 작아요"], ["점심 뭐 먹을까", "오늘 비 와요"]),
}


@pytest.mark.parametrize(
    ("asks", "text", "wanted"),
    [
        pytest.param(asks, text, wanted, id=f"{asks.__name__}-{text}")
        for asks, (yes, no) in SAID.items()
        for wanted, texts in ((True, yes), (False, no))
        for text in texts
    ],
)
def test_a_line_is_taken_as_it_is_meant(
    asks: Callable[[str], bool], text: str, wanted: bool
) -> None:
    assert asks(text) is wanted


@given(st.text(max_size=300))
def test_any_line_has_an_answer(text: str) -> None:
    for asks in SAID:
        assert asks(text) in {True, False}


@pytest.mark.parametrize(
    ("text", "category", "fits"),
    [
        ("여태 안 들어왔어요", "refund", True),
        ("아직 입금이 안 됐네요", "refund", True),
        ("쿠폰도 안 먹혀요", "refund", False),
        ("배송지가 안 바뀌었어요", "shipping", True),
    ],
)
def test_a_short_line_fits_the_matter_before_it(text: str, category: str, fits: bool) -> None:
    assert manner.fits(text, category) is fits


@pytest.mark.parametrize(
    ("said", "anger"),
    [
        ("입금 확인하고 발송해주세요", 0),
        ("받는 주소 송도동이요", 0),
        ("고소한 참기름 주세요", 0),
        ("다시 바꿔주세요", 0),
        ("두 개 같은 색으로 주세요", 0),
        ("운동화 나왔나요", 0),
        ("무드등이 꺼져요", 0),
        ("몇 번을 눌러야 켜지나요", 0),
        ("너무 하얘요", 0),
        ("진짜 화나네요", 1),
        ("개같은 가게네", 1),
        ("몇 번을 말해요", 1),
        ("다신 안 사요", 1),
        ("고소할게요", 2),
        ("인스타에 올릴게요", 2),
        ("구청에 민원 넣을게요", 2),
    ],
)
def test_anger_is_heard_in_words_and_not_over_their_joints(said: str, anger: int) -> None:
    assert manner.anger(said) == anger


def test_what_customers_of_the_shipped_faq_say_is_neither_threat_nor_curse_nor_farewell() -> None:
    faq = load(Path(__file__).parents[2] / "faq.yaml")
    quiet = [
        phrase
        for entry in faq.intents
        for phrase in entry.phrases
        if (manner.anger(phrase) > 1 and entry.category != "service")
        or manner.wants_silence(phrase)
        or manner.is_vague(phrase)
    ]
    assert quiet == []


@pytest.mark.parametrize(
    ("said", "rest"),
    [
        ("감사합니다 근데 제주도도 되나요", "제주도도 되나요"),
        ("네 감사해요 그리고 카드 할부는요?", "카드 할부는요?"),
        ("안녕하세용~ 저 혹시 예약상품은 언제쯤 오나용?", "예약상품은 언제쯤 오나용?"),
        ("감사합니다 좋은 하루 되세요", "감사합니다 좋은 하루 되세요"),
        ("안녕하세요", "안녕하세요"),
        ("환불해 주세요 감사합니다", "환불해 주세요 감사합니다"),
    ],
)
def test_what_is_wanted_stands_behind_courtesies(said: str, rest: str) -> None:
    assert manner.beside_courtesy(said) == rest


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("그거 누가 내요?", "불량이면 배송비는 저희가 내요."),
        ("그건 누가 부담해요", "왕복 6,000원을 내 주시면 돼요."),
        ("그거 얼마에요", "선물 포장 옵션(2,000원)을 고르시면 돼요."),
        ("며칠 안에 해야돼요?", "받으신 날부터 7일 이내에 신청하실 수 있어요."),
        ("얼마나 걸려요?", "영업일로 3일 걸려요."),
    ],
)
def test_what_a_question_asks_of_the_matter_before_it_is_known(said: str, line: str) -> None:
    asked = manner.pursued(said)
    assert asked is not None
    assert asked.is_bare
    assert any(held.search(line) for held in asked.facts)


@pytest.mark.parametrize(
    "said",
    ["배송비 얼마예요", "교환은 며칠 안에 해야 돼요?", "환불해 주세요", "얼마나 작아요 이 옷은"],
)
def test_a_question_that_names_its_matter_needs_none_before_it(said: str) -> None:
    asked = manner.pursued(said)
    assert asked is None or not asked.is_bare


# ---- Questions that go on from what was said -------------------------------------------------


@pytest.mark.parametrize(
    ("said", "line", "other"),
    [
        ("입어봤는데도 되나요", "입거나 세탁한 상품은 반품이 어려워요.", "7일 이내에 신청해요."),
        ("택 없으면?", "택을 뗀 상품은 어려워요.", "택배 기사님이 가요."),
        ("제주도는 더 내요?", "제주·도서산간은 추가 운임이 있어요.", "왕복 배송비예요."),
        ("수거는 언제 오나요?", "기사님이 회수하러 가요.", "재고를 확인해요."),
        ("해외는요?", "국내에만 보내 드려요.", "1~3일 걸려요."),
    ],
)
def test_a_thing_is_found_by_what_an_answer_calls_it(said: str, line: str, other: str) -> None:
    asked = manner.pursued(said)
    assert asked is not None
    assert any(held.search(line) for held in asked.things)
    assert not any(held.search(other) for held in asked.things)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("할부는요?", ("할부",)),
        ("출고됐으면요?", ("출고",)),
        ("언제 환불돼요?", ("환불",)),
        ("버튼이 없으면요?", ("버튼",)),
        ("왜요?", ()),
        ("지금 11신데 그럼 나가겠네요?", ()),
        ("비용은 얼마나 드는지요", ()),
    ],
)
def test_what_a_short_question_calls_by_name(said: str, names: tuple[str, ...]) -> None:
    asked = manner.pursued(said)
    assert asked is not None
    assert asked.names == names


@pytest.mark.parametrize(
    "said", ["환불해 주세요", "네", "어제 받았는데 단추가 하나 없어서 아직 입어 보지도 못했거든요"]
)
def test_what_asks_nothing_goes_on_from_nothing(said: str) -> None:
    assert manner.pursued(said) is None


@pytest.mark.parametrize(
    "said", ["잘 들어갔나요", "확인은 하고 있는거 맞아요?", "어제 밤에 남긴거 보셨나요?"]
)
def test_whether_it_was_heard(said: str) -> None:
    assert manner.asks_if_heard(said)


@pytest.mark.parametrize(
    ("said", "so"),
    [
        ("주말이라 안되나요?", True),
        ("왜 이렇게 일찍 끝나요", True),
        ("더 빨리 안돼요?", True),
        ("주말에도 상담하세요?", False),
        ("주말에 발송하나요?", False),
    ],
)
def test_why_nobody_answers_now(said: str, so: bool) -> None:
    assert manner.asks_for_hours(said) is so


@pytest.mark.parametrize(
    ("said", "so"),
    [
        ("처리됐다면서 돈은 하나도 안들어왔는데요?", True),
        ("환불이 아직 안들어왔어요", True),
        ("환불 언제 들어와요?", False),
        ("돈을 냈어요", False),
    ],
)
def test_money_that_did_not_come(said: str, so: bool) -> None:
    assert manner.misses_money(said) is so


@pytest.mark.parametrize(
    ("text", "other", "alike"),
    [
        ("침대 설치했는데 다리가 흔들려요", "침대 프레임이 휘어서 왔어요", True),
        ("이번엔 원피스 지퍼가 고장났어요", "원피스 단추가 떨어졌어요", True),
        ("의자 바퀴가 빠졌어요", "책상 다리가 휘어서 왔어요", False),
        ("택배가 안 와요", "택배가 젖어서 왔어요", False),
    ],
)
def test_the_same_goods_are_known_by_what_is_named_first(
    text: str, other: str, alike: bool
) -> None:
    assert manner.names_alike(text, other) is alike
