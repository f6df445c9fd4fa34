"""Every sentence the bot itself says. Answers to questions are the seller's, in faq.yaml.

No placeholder is followed by a particle that would have to agree with it (은/는, 이/가, 을/를).
"""

from __future__ import annotations

from typing import Final

MISS: Final = (
    "죄송해요, 말씀하신 내용을 제가 잘 이해하지 못했어요.\n"
    "조금만 다르게 적어 주시겠어요? 원하시면 상담원에게 바로 전해 드릴게요."
)
MISS_TWICE: Final = "제가 답해 드리기 어려운 내용이라 상담원에게 전달했어요."
PERSON: Final = "네, 상담원에게 전달했어요."
FILED: Final = "네, 말씀하신 내용을 접수했어요."
NUMBER: Final = "접수번호는 {ticket}번이에요."
SOON: Final = "상담원이 확인하고 이 대화로 답변드릴게요."
LATER: Final = (
    "지금은 상담 시간이 아니에요. {opening}부터 순서대로 확인하고 이 대화로 답변드릴게요."
)
CLOSED: Final = "지금은 상담 시간이 아니에요. 상담을 다시 시작하면 이 대화로 답변드릴게요."
ADDED: Final = "남겨 주신 내용을 접수된 문의에 더해 두었어요. (접수번호 {ticket}번)"
ASK_FILE: Final = "상담원에게 접수해 드릴까요?"
NOT_FILED: Final = "네, 접수하지 않을게요. 필요하시면 언제든 말씀해 주세요."
NOT_CALLED: Final = "네, 알겠어요. 궁금하신 점을 다시 적어 주시면 찾아볼게요."
CHOOSE: Final = "어떤 내용이 궁금하신가요? 번호로 답해 주셔도 돼요."
CHOOSE_ONE: Final = "혹시 ‘{title}’ 문의가 맞으세요?"
CHOOSE_AGAIN: Final = "몇 번인지 알려 주시겠어요?"
CHOOSE_NONE: Final = "찾으시는 내용이 없으면 ‘상담원 연결’이라고 적어 주세요."
CHOOSE_RANGE: Final = "보기는 {last}번까지 있어요. 번호를 다시 골라 주시겠어요?"
HELP: Final = "네, 무엇을 도와드릴까요? 궁금하신 점을 편하게 적어 주세요."
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
    "‘{matter}’ 문의({ticket}번)에 답변을 드렸어요. 확인해 주시겠어요?\n"
    "더 필요하신 점을 남겨 주시면 이어서 도와드릴게요."
)
REMIND_OTHER: Final = "‘{matter}’ 문의를 마저 도와드리고 싶어요. 편하실 때 이어서 적어 주세요."
REMIND_LAST: Final = (
    "이번이 마지막 안내예요. 문의하신 내용은 대화에 남아 있으니, 편하실 때 언제든 답해 주세요."
)
#: The matter when nobody named it.
MATTER: Final = "남겨 주신 내용"
