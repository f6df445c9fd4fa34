"""Every sentence the bot itself says. Answers to questions are the seller's, in faq.yaml.

No placeholder is followed by a particle that would have to agree with it (은/는, 이/가, 을/를).
"""

from __future__ import annotations

from typing import Final

MISS: Final = (
    "죄송해요, 저는 가게 문의를 도와드리는데 말씀하신 내용을 잘 이해하지 못했어요.\n"
    "조금만 다르게 적어 주시겠어요? 원하시면 상담원에게 바로 전해 드릴게요."
)
MISS_TWICE: Final = (
    "제가 답해 드리기 어려운 내용이라 상담원에게 전달했어요.\n"
    "성함이나 주문번호, 언제 있었던 일인지 남겨 주시면 더 빨리 찾아 드릴 수 있어요."
)
OURS_ONLY: Final = "저는 우리 가게의 주문, 배송, 교환, 환불 같은 문의만 도와드릴 수 있어요."
OURS_ONLY_AGAIN: Final = (
    "그 부분은 도와드리기 어려워요. 주문이나 배송처럼 가게와 관련된 일을 말씀해 주세요."
)
HERE: Final = "네, 듣고 있어요."
STATUS_NONE: Final = (
    "지금 접수되어 있는 문의는 보이지 않아요.\n"
    "주문, 배송, 환불, 교환 가운데 어떤 일로 말씀 나누셨는지 알려 주시겠어요?"
)
PERSON: Final = "네, 상담원에게 전달했어요."
PERSON_CALLED: Final = "네, 상담원에게 이미 전달해 두었어요. 더 여쭙지 않을게요."
FILED: Final = "네, 말씀하신 내용을 접수했어요."
NUMBER: Final = "접수번호는 {ticket}번이에요."
SOON: Final = "상담원이 확인하고 이 대화로 답변드릴게요."
LATER: Final = (
    "지금은 상담 시간이 아니에요. {opening}부터 순서대로 확인하고 이 대화로 답변드릴게요."
)
CLOSED: Final = "지금은 상담 시간이 아니에요. 상담을 다시 시작하면 이 대화로 답변드릴게요."
ADDED: Final = "남겨 주신 내용을 접수된 문의에 더해 두었어요. (접수번호 {ticket}번)"
COMPLETE: Final = "말씀하신 내용을 모두 접수했어요. (접수번호 {ticket}번)"
ASK_FILE: Final = "상담원에게 접수해 드릴까요?"
NOT_FILED: Final = "네, 접수하지 않을게요. 필요하시면 언제든 말씀해 주세요."
NOT_CALLED: Final = "네, 알겠어요. 궁금하신 점을 다시 적어 주시면 찾아볼게요."
CHOOSE: Final = "어떤 내용이 궁금하신가요? 번호로 답해 주셔도 돼요."
CHOOSE_ONE: Final = "혹시 ‘{title}’에 관해 말씀하신 건가요?"
CHOOSE_AGAIN: Final = "몇 번인지 알려 주시겠어요?"
CHOOSE_NONE: Final = "찾으시는 내용이 없으면 ‘상담원 연결’이라고 적어 주세요."
CHOOSE_RANGE: Final = "보기는 {last}번까지 있어요. 번호를 다시 골라 주시겠어요?"
HELP: Final = "네, 무엇을 도와드릴까요? 궁금하신 점을 편하게 적어 주세요."
HELP_AGAIN: Final = "편하게 말씀해 주세요. 주문, 배송, 교환, 환불 무엇이든 도와드릴게요."
ASK_MORE: Final = "그럼 어떤 점이 궁금하신지 조금만 더 적어 주시겠어요?"
STATUS: Final = "접수하신 문의({ticket}번)는 상담원이 순서대로 확인하고 있어요."
STATUS_ANSWERED: Final = (
    "접수하신 문의({ticket}번)에는 상담원이 답변드렸어요. 더 필요하신 점을 남겨 주세요."
)
PHOTO: Final = (
    "사진 잘 받았어요. 사진만으로는 어떤 점이 불편하신지 알기 어려워요.\n"
    "어떤 일이 있었는지 한 줄만 적어 주시겠어요?"
)
PHOTO_KEPT: Final = "사진 잘 받았어요."
PHOTO_ADDED: Final = "사진 잘 받았어요. 접수된 문의에 더해 두었어요. (접수번호 {ticket}번)"
PHOTO_MATTER: Final = "보내 주신 사진"
BROKEN: Final = "죄송해요, 지금 답변을 드리지 못했어요. 남겨 주신 내용은 상담원에게 전달했어요."

THANKS: Final = "네, 더 궁금하신 점이 있으면 언제든 말씀해 주세요."
THANKS_GLAD: Final = "다행이에요. 알려 주셔서 감사해요."
SLIP: Final = "네, 괜찮아요. 필요하실 때 편하게 말씀해 주세요."
QUIET: Final = "네, 먼저 말을 걸지 않을게요. 필요하실 때 언제든 말씀해 주세요."
SORRY: Final = "불편을 드려 정말 죄송해요."
SORRY_WAIT: Final = "답변이 늦어 정말 죄송해요."
STILL_LOOKING: Final = (
    "담당자가 ‘{matter}’ 문의({ticket}번)를 확인하고 있어요. 답변이 늦어져 죄송해요.\n"
    "확인되는 대로 이 대화로 알려 드릴게요."
)
STILL_LOOKING_LATE: Final = (
    "기다리고 계신 문의({ticket}번)를 아직 마무리하지 못해 정말 죄송해요.\n"
    "책임자에게 다시 전달했고, 먼저 확인하도록 할게요."
)
SORRY_STILL: Final = "‘{title}’ 문의로 계속 기다리시게 해서 정말 죄송해요. 바로 확인할게요."
SORRY_AGAIN: Final = "같은 불편을 다시 겪게 해 드려 거듭 죄송해요."
CALM: Final = "속상하신 마음 상담원에게 그대로 전할게요. 남겨 주신 말씀도 함께 전했어요."
CALM_AGAIN: Final = "네, 말씀 잘 들었어요. 상담원이 서둘러 확인하도록 할게요."
SORRY_REPEAT: Final = "같은 말씀을 여러 번 하시게 해서 정말 죄송해요."
UNDERSTAND: Final = "많이 답답하셨죠. 얼른 확인해 드리고 싶어요."
HAND_OVER: Final = "더 여쭙지 않고 상담원에게 바로 전달했어요. 먼저 확인하도록 표시해 두었어요."
REOPENED: Final = "지난번 문의({ticket}번)를 다시 열었어요."
FOUND: Final = (
    "{filed}에 접수하신 ‘{matter}’ 문의({ticket}번)를 찾았고, 먼저 확인하도록 표시했어요."
)
WITHDRAWN: Final = "네, 알겠어요. 접수는 거둬 둘게요. 필요하시면 언제든 다시 말씀해 주세요."
SETTLED: Final = "해결됐다니 다행이에요. 문의({ticket}번)는 마무리해 둘게요."
SWITCHED: Final = "네, ‘{title}’ 문의로 바꿔 두었어요."
CORRECTED: Final = "네, 고쳐 두었어요. ({old} → {new})\n앞서 말씀하신 내용은 쓰지 않을게요."
SKIPPED: Final = "네, 괜찮아요. 지금 알려 주신 내용으로 확인해 볼게요."
UPDATED: Final = "네, 문의에 반영했어요."
GOT_NUMBER: Final = "주문번호 {number} 확인했어요."
GOT_IT: Final = "알려 주셔서 감사해요."
GOT_IT_TOO: Final = "네, 이것도 함께 적어 두었어요."
WHAT_HAPPENED: Final = "어떤 일로 문의하셨는지 알려 주시겠어요?"
WISH_CHANGED: Final = "네, {wish} 쪽으로 바꿔 두었어요."
PUT_OFF: Final = "네, 편하실 때 알려 주세요. 지금까지 말씀하신 내용은 적어 두었어요."
OKAY: Final = "네, 알겠어요."
HEARD: Final = "네, 확인되는 대로 이 대화로 알려 드릴게요."
NO_PROMISE: Final = (
    "금액이나 날짜는 제가 약속드릴 수 없어서, 담당자가 확인한 뒤에 정확히 알려 드릴게요."
)
CONFIRM: Final = "주문번호 {number} 건을 지금 접수해 드릴까요?"
OFFER_NUMBER: Final = "상담원이 확인해 드릴까요? 주문번호를 알려 주시면 바로 접수할게요."
SEARCH: Final = "혹시 더 확인이 필요하시면 상담원에게 접수해 드릴게요."
AGAIN: Final = "다시 안내해 드릴게요."
TWICE: Final = "해결되지 않으셨다면 상담원에게 접수해 드릴까요?"
WHICH: Final = "‘{topic}’에 관한 안내예요."

SURVEY: Final = (
    "문의({ticket}번)가 마무리됐어요. 상담이 얼마나 만족스러우셨나요?\n"
    "1점(아쉬워요)부터 5점(아주 좋아요)까지 골라 주시고, 남기실 말씀도 편하게 적어 주세요."
)
SCORED: Final = "소중한 평가 감사해요. 더 나은 상담으로 보답할게요."
SCORED_LOW: Final = (
    "평가 감사해요. 만족스럽지 못하셨다니 죄송해요. 남겨 주신 의견은 담당자에게 그대로 전할게요.\n"
    "더 이야기하고 싶으시면 ‘상담원 연결’이라고 적어 주세요."
)
SCORE_HOW: Final = "의견 감사해요. 1점부터 5점 가운데 몇 점인지도 골라 주시겠어요?"
SCORE_REFUSED: Final = "네, 괜찮아요. 필요하시면 언제든 말씀해 주세요."

ASK_DETAIL: Final = "{details} 알려 주시겠어요?"
ASK_WISH: Final = "교환과 환불 중 어떤 쪽을 원하시나요?"
ASK_WISH_SIZE: Final = "다른 사이즈로 교환해 드릴 수도 있어요. 교환과 환불 중 어떤 쪽을 원하시나요?"
ASK_NUMBER_AGAIN: Final = (
    "주문을 찾아야 바로 확인할 수 있어서 주문번호를 여쭤봤어요. 주문 내역에 있는 숫자예요.\n"
    "찾기 어려우시면 성함과 연락처 뒷자리를 알려 주시거나, ‘상담원 연결’이라고 적어 주세요."
)
ASK_ONCE_MORE: Final = "{ask}\n지금 알기 어려우시면 ‘몰라요’라고 적어 주셔도 돼요."
ASK_BACK: Final = "이어서 여쭤볼게요. {ask}"
PHOTO_HELPS: Final = "사진이 있으면 함께 보내 주세요. 없어도 괜찮아요."
ASK_PHOTO_KIND: Final = "주문번호도 함께 알려 주시면 더 빨라요."

WISH_EXCHANGE: Final = "교환"
WISH_REFUND: Final = "환불"

YES_ONE: Final = "네, 맞아요"
NO_ONE: Final = "아니요"
YES_FILE: Final = "네, 접수해 주세요"
NO: Final = "아니요, 괜찮아요"
CALL: Final = "상담원 연결"
ASK_AGAIN: Final = "다시 물어볼게요"

REMIND_CHOOSE: Final = (
    "문의하신 내용을 마저 도와드리고 싶어요.\n{titles} 중에 어떤 내용인지 알려 주시겠어요?"
)
REMIND_FILE: Final = (
    "‘{matter}’ 문의, 상담원에게 접수해 드릴까요? 답해 주시면 바로 이어서 도와드릴게요."
)
REMIND_PERSON: Final = "‘{matter}’ 문의를 아직 해결해 드리지 못했어요. 상담원에게 전해 드릴까요?"
REMIND_TICKET: Final = (
    "‘{matter}’ 문의({ticket}번)에 상담원이 여쭌 내용이 있어요. 확인하고 답해 주시겠어요?\n"
    "남겨 주시면 바로 이어서 도와드릴게요."
)
REMIND_OTHER: Final = "‘{matter}’ 문의를 마저 도와드리고 싶어요. 편하실 때 이어서 적어 주세요."
REMIND_DETAIL: Final = "‘{matter}’ 문의를 이어서 도와드리고 싶어요.\n{ask}"
REMIND_LAST: Final = (
    "이번이 마지막 안내예요. 문의하신 내용은 대화에 남아 있으니, 편하실 때 언제든 답해 주세요."
)
#: The matter when nobody named it.
MATTER: Final = "남겨 주신 내용"
