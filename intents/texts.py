"""Every sentence the bot itself says, with what `texts:` of a FAQ puts in its place.

Answers to questions are the seller's, entry by entry. Names that begin alike belong together:
`button_` is what a tap says, `matter_` stands in sentences for a matter that nobody named.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Final

from intents.normalize import squash
from intents.sentences import Sentence

#: A ticket's number: a placeholder as long as the ticket is not stored.
Number = int | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The sentences, each by its name; those with variables are called with them."""

    # Understood, or not.
    miss: str = (
        "죄송해요, 저는 가게 문의를 도와드리는데 말씀하신 내용을 잘 이해하지 못했어요.\n"
        "조금만 다르게 적어 주시겠어요? 원하시면 상담원에게 바로 전해 드릴게요."
    )
    miss_twice: str = (
        "제가 답해 드리기 어려운 내용이라 상담원에게 전달했어요.\n"
        "성함이나 주문번호, 언제 있었던 일인지 남겨 주시면 더 빨리 찾아 드릴 수 있어요."
    )
    ours_only: str = "저는 우리 가게의 주문, 배송, 교환, 환불 같은 문의만 도와드릴 수 있어요."
    ours_only_again: str = (
        "그 부분은 제가 도와드릴 수 없어 아쉬워요. "
        "주문이나 배송처럼 가게와 관련된 일을 말씀해 주세요.\n"
        "사람의 도움이 필요하시면 ‘상담원 연결’이라고 적어 주세요."
    )
    no_ads: str = "제안은 감사하지만, 이 창에서는 광고나 제휴 제안을 받지 않고 있어요."
    who: str = (
        "저는 가게의 문의에 답하는 자동 응답이에요. 사람과 이야기하고 싶으시면 "
        "‘상담원 연결’이라고 적어 주세요."
    )
    who_reads: Sentence[Number] = Sentence(
        "저는 가게의 문의에 답하는 자동 응답이에요. "
        "접수하신 문의({{ ticket }}번)는 담당자가 직접 읽고 답변드려요.",
        "ticket",
    )
    help: str = "네, 무엇을 도와드릴까요? 궁금하신 점을 편하게 적어 주세요."
    help_again: str = "편하게 말씀해 주세요. 주문, 배송, 교환, 환불 무엇이든 도와드릴게요."
    broken: str = "죄송해요, 지금 답변을 드리지 못했어요. 남겨 주신 내용은 상담원에게 전달했어요."

    # Several entries fit.
    choose: str = "어떤 내용이 궁금하신가요? 번호로 답해 주셔도 돼요."
    choose_one: Sentence[str] = Sentence(
        "혹시 {{ title | quote }}에 관해 말씀하신 건가요?", "title", required=("title",)
    )
    choose_again: str = "몇 번인지 알려 주시겠어요?"
    choose_none: str = "찾으시는 내용이 없으면 ‘상담원 연결’이라고 적어 주세요."
    choose_range: Sentence[int] = Sentence(
        "보기는 {{ last }}번까지 있어요. 번호를 다시 골라 주시겠어요?", "last"
    )
    ask_more: str = "그럼 어떤 점이 궁금하신지 조금만 더 적어 주시겠어요?"
    which: Sentence[str] = Sentence(
        "{{ topic | quote | josa('은/는') }} 이렇게 안내하고 있어요.", "topic"
    )

    # Below an answer.
    ask_file: str = "상담원에게 접수해 드릴까요?"
    confirm: Sentence[str] = Sentence("주문번호 {{ number }} 건을 지금 접수해 드릴까요?", "number")
    offer_number: str = "상담원이 확인해 드릴까요? 주문번호를 알려 주시면 바로 접수할게요."
    no_card: str = "카드 번호는 필요하지 않으니 적지 않으셔도 돼요. 적어 주신 번호는 가려 두었어요."
    no_resident: str = (
        "주민등록번호는 필요하지 않으니 적지 않으셔도 돼요. 적어 주신 번호는 가려 두었어요."
    )
    not_in_faq: str = "그 내용은 제가 가진 안내에 나와 있지 않아요."
    not_in_faq_too: str = "그 내용도 제가 가진 안내에는 없어서 함께 적어 두었어요."
    not_all_in_faq: str = "함께 물어보신 나머지 내용은 제가 가진 안내에 나와 있지 않아요."
    search: str = "혹시 더 확인이 필요하시면 상담원에게 접수해 드릴게요."
    again: str = "다시 안내해 드릴게요."
    again_short: str = "바로 위에 안내해 드린 내용이 제가 아는 전부예요."
    twice: str = "해결되지 않으셨다면 상담원에게 접수해 드릴까요?"
    not_filed: str = "네, 접수하지 않을게요. 필요하시면 언제든 말씀해 주세요."

    # A person takes over.
    filed: Sentence[str] = Sentence("네, 말씀하신 내용을 접수했어요.", "title")
    filed_at_once: Sentence[str] = Sentence("말씀하신 내용을 바로 접수했어요.", "title")
    number: Sentence[Number] = Sentence("접수번호는 {{ ticket }}번이에요.", "ticket")
    soon: str = "상담원이 확인하고 이 대화로 답변드릴게요."
    soon_first: Sentence[str] = Sentence(
        "지금은 상담 시간({{ closing }}까지)이라 상담원이 먼저 확인하고 이 대화로 답변드릴게요.",
        "closing",
    )
    later: Sentence[str] = Sentence(
        "지금은 상담 시간이 아니에요. {{ opening }}부터 순서대로 확인하고 이 대화로 답변드릴게요.",
        "opening",
    )
    closed: str = "지금은 상담 시간이 아니에요. 상담을 다시 시작하면 이 대화로 답변드릴게요."
    stray: str = (
        "알려 주셔서 감사해요. 다른 분의 택배가 잘못 간 것 같아요.\n"
        "열지 말고 잠시 보관해 주시면 담당자가 확인하고 어떻게 하면 되는지 알려 드려요."
    )
    person: str = "네, 상담원에게 전달했어요."
    #: Behind it, where the order is not known.
    person_faster: str = (
        "주문번호를 남겨 두시면 더 빨리 도와드릴 수 있어요. 적지 않으셔도 괜찮아요."
    )
    person_called: str = "네, 상담원에게 이미 전달해 두었어요. 더 여쭙지 않을게요."
    ask_call: str = "통화를 원하시면 연락처와 편하신 시간을 남겨 주세요. 담당자에게 함께 전할게요."
    not_called: str = "네, 알겠어요. 궁금하신 점을 다시 적어 주시면 찾아볼게요."
    hand_over: str = "더 여쭙지 않고 상담원에게 바로 전달했어요. 먼저 확인하도록 표시해 두었어요."

    # What a ticket needs.
    ask_detail: Sentence[str] = Sentence(
        "{{ details }} 알려 주시겠어요?", "details", required=("details",)
    )
    ask_missing: str = "빠진 내용을 알려 주시겠어요?"
    ask_wish: str = "교환과 환불 중 어떤 쪽을 원하시나요?"
    ask_wish_size: str = (
        "다른 사이즈로 교환해 드릴 수도 있어요. 교환과 환불 중 어떤 쪽을 원하시나요?"
    )
    ask_wish_missing: str = (
        "빠진 것을 보내 드릴 수 있어요. 교환이나 환불도 괜찮아요. 어떤 쪽을 원하시나요?"
    )
    ask_number_again: str = (
        "주문을 찾아야 바로 확인할 수 있어서 주문번호를 여쭤봤어요. 주문 내역에 있는 숫자예요.\n"
        "찾기 어려우시면 성함과 연락처 뒷자리를 알려 주시거나, ‘상담원 연결’이라고 적어 주세요."
    )
    which_order: Sentence[str] = Sentence(
        "말씀하신 주문 {{ number }} 가운데 어느 주문인가요?", "number"
    )
    ask_once_more: Sentence[str] = Sentence(
        "{{ ask }}\n지금 알기 어려우시면 ‘몰라요’라고 적어 주셔도 돼요.", "ask", required=("ask",)
    )
    ask_back: Sentence[str, str] = Sentence(
        "이어서 여쭤볼게요. {{ ask }}", "ask", "matter", required=("ask",)
    )
    got_number: Sentence[str] = Sentence(
        "주문번호 {{ number | josa('을/를') }} 확인했어요.", "number"
    )
    got_it: str = "알려 주셔서 감사해요."
    got_it_too: str = "네, 이것도 함께 적어 두었어요."
    asked_person: str = "그 내용은 담당자가 확인해서 알려 드릴게요."
    asked_within: str = "물어보신 것은 담당자가 확인해서 함께 알려 드릴게요."
    what_happened: str = "어떤 일로 문의하셨는지 알려 주시겠어요?"
    wish_changed: Sentence[str] = Sentence(
        "네, {{ wish | josa('으로/로') }} 바꿔 두었어요.", "wish"
    )
    put_off: str = "네, 편하실 때 알려 주세요. 지금까지 말씀하신 내용은 적어 두었어요."
    put_off_plain: str = "네, 천천히 확인하시고 편하실 때 말씀해 주세요."
    as_you_like: str = "네, 알겠어요. 필요하시면 언제든 말씀해 주세요."
    no_number: str = "네, 번호를 모르셔도 괜찮아요."
    skipped: str = "네, 괜찮아요. 지금 알려 주신 내용으로 확인해 볼게요."
    corrected: Sentence[str, str] = Sentence(
        "네, {{ old | quote | josa('을/를') }} {{ new | quote | josa('으로/로') }} 고쳐 두었어요.",
        "old",
        "new",
    )
    also_filed: Sentence[str, Number] = Sentence(
        "{{ title | quote }} 문의도 함께 접수했어요. (접수번호 {{ ticket }}번)", "title", "ticket"
    )
    filed_beside: Sentence[str] = Sentence(
        "말씀하신 {{ title | quote }} 건도 함께 접수했어요.", "title"
    )
    fetching_noted: Sentence[str] = Sentence(
        "네, 수거 요청으로 {{ wish | quote | josa('을/를') }} 적어 두었어요.", "wish"
    )
    fetching_off: str = (
        "네, 수거는 취소하시는 것으로 적어 두었어요. 상품을 따로 보내실 예정이면 알려 주세요."
    )
    fetching_missed: str = (
        "수거가 되지 않아 기다리셨겠어요. 죄송해요. 기사님이 가지 않은 점을 적어 두었어요."
    )
    switched: Sentence[str] = Sentence(
        "네, {{ title | quote | josa('으로/로') }} 바꿔 두었어요.", "title"
    )

    # Photos.
    photo: str = (
        "사진 잘 받았어요. 사진만으로는 어떤 점이 불편하신지 알기 어려워요.\n"
        "어떤 일이 있었는지 한 줄만 적어 주시겠어요?"
    )
    photo_kind: str = "주문번호도 함께 알려 주시면 더 빨라요."
    photo_helps: str = "사진이 있으면 함께 보내 주세요. 없어도 괜찮아요."
    photo_here: str = "사진은 이 대화창에 바로 보내 주시면 돼요. 없어도 괜찮아요."
    photo_kept: str = "사진 잘 받았어요."
    photo_added: Sentence[Number] = Sentence(
        "사진 잘 받았어요. 접수된 문의에 더해 두었어요. (접수번호 {{ ticket }}번)", "ticket"
    )

    # Beside an open ticket.
    added: Sentence[Number] = Sentence(
        "남겨 주신 내용을 접수된 문의에 더해 두었어요. (접수번호 {{ ticket }}번)", "ticket"
    )
    complete: Sentence[Number] = Sentence(
        "말씀하신 내용을 모두 접수했어요. (접수번호 {{ ticket }}번)", "ticket"
    )
    so_far: Sentence[Number] = Sentence(
        "지금까지 말씀하신 내용을 접수했어요. (접수번호 {{ ticket }}번)", "ticket"
    )
    no_promise: str = (
        "금액이나 날짜는 제가 약속드릴 수 없어서, 담당자가 확인한 뒤에 정확히 알려 드릴게요."
    )
    heard: str = "네, 확인되는 대로 이 대화로 알려 드릴게요."
    here: str = "네, 듣고 있어요."
    status: Sentence[Number] = Sentence(
        "접수하신 문의({{ ticket }}번)는 상담원이 순서대로 확인하고 있어요.", "ticket"
    )
    filed_now: Sentence[str, Number] = Sentence(
        "지금 접수된 문의는 한 건이고, {{ matter | quote }} 문의({{ ticket }}번)예요.",
        "matter",
        "ticket",
    )
    status_again: str = (
        "계속 확인하고 있어요. 새로 알려 드릴 내용이 나오는 대로 이 대화로 말씀드릴게요."
    )
    patience: str = "바로 답변드리지 못해 죄송해요. 남겨 주신 내용은 그대로 접수되어 있어요."
    number_anew: str = "네, 맞는 주문번호를 다시 알려 주시겠어요?"
    number_where: str = "주문번호는 주문 내역에서 주문을 열면 보이는 숫자예요."
    status_answered: Sentence[Number] = Sentence(
        "접수하신 문의({{ ticket }}번)에는 상담원이 답변드렸어요. 더 필요하신 점을 남겨 주세요.",
        "ticket",
    )
    status_withdrawn: str = "네, 거두신 문의는 접수되어 있지 않아요. 그대로 진행되는 일은 없어요."
    status_closed: Sentence[str, Number] = Sentence(
        "{{ matter | quote }} 문의({{ ticket }}번)는 마무리됐어요. "
        "아직 해결되지 않은 점이 있으면 편하게 말씀해 주세요.",
        "matter",
        "ticket",
    )
    status_not_filed: str = "아직 접수되기 전이에요."
    number_needless: str = "아니요, 이 문의는 주문번호를 알려 주지 않으셔도 괜찮아요."
    status_none: str = (
        "지금 접수되어 있는 문의는 보이지 않아요.\n"
        "주문, 배송, 환불, 교환 가운데 어떤 일로 말씀 나누셨는지 알려 주시겠어요?"
    )
    found: Sentence[str, str, Number] = Sentence(
        "{{ filed }} 접수하신 {{ matter | quote }} 문의({{ ticket }}번)를 찾았고, "
        "먼저 확인하도록 표시했어요.",
        "filed",
        "matter",
        "ticket",
    )
    withdrawn: str = "네, 알겠어요. 접수는 거둬 둘게요. 필요하시면 언제든 다시 말씀해 주세요."
    done_himself: Sentence[Number] = Sentence(
        "네, 직접 처리하셨군요. 접수하신 문의({{ ticket }}번)는 마무리해 둘게요. "
        "필요하시면 언제든 다시 말씀해 주세요.",
        "ticket",
    )
    settled: Sentence[Number] = Sentence(
        "해결됐다니 다행이에요. 문의({{ ticket }}번)는 마무리해 둘게요.", "ticket"
    )
    reopened: Sentence[Number] = Sentence("지난번 문의({{ ticket }}번)를 다시 열었어요.", "ticket")
    group_solved: Sentence[str] = Sentence(
        "문의하신 {{ title | quote }} 내용이 해결됐어요. 기다려 주셔서 감사해요.", "title"
    )

    # Courtesy, and apologies.
    thanks: str = "네, 더 궁금하신 점이 있으면 언제든 말씀해 주세요."
    okay: str = "네, 알겠어요."
    small_talk: str = "말씀 감사해요. 무엇을 도와드릴까요? 궁금하신 점을 편하게 적어 주세요."
    kind_words: str = "따뜻한 말씀 감사해요."
    no_harm: str = "아니에요, 괜찮아요. 마음 써 주셔서 감사해요."
    thanks_glad: str = "다행이에요. 알려 주셔서 감사해요."
    slip: str = "네, 괜찮아요. 필요하실 때 편하게 말씀해 주세요."
    quiet: str = "네, 먼저 말을 걸지 않을게요. 필요하실 때 언제든 말씀해 주세요."
    sorry: str = "불편을 드려 정말 죄송해요."
    sorry_wait: str = "답변이 늦어 정말 죄송해요."
    sorry_still: Sentence[str] = Sentence(
        "{{ title | quote }} 문의로 계속 기다리시게 해서 정말 죄송해요. 바로 확인할게요.", "title"
    )
    sorry_again: str = "같은 불편을 다시 겪게 해 드려 거듭 죄송해요."
    sorry_repeat: str = "같은 말씀을 여러 번 하시게 해서 정말 죄송해요."
    calm: str = "속상하신 마음을 상담원에게 그대로 전할게요. 남겨 주신 말씀도 함께 전했어요."
    calm_again: str = "네, 말씀 잘 들었어요. 상담원이 서둘러 확인하도록 할게요."
    understand: str = "많이 답답하셨죠. 얼른 확인해 드리고 싶어요."

    # Said first, by the clock.
    still_looking: Sentence[str, Number] = Sentence(
        "담당자가 {{ matter | quote }} 문의({{ ticket }}번)를 확인하고 있어요. "
        "답변이 늦어져 죄송해요.\n확인되는 대로 이 대화로 알려 드릴게요.",
        "matter",
        "ticket",
    )
    still_looking_late: Sentence[str, Number] = Sentence(
        "기다리고 계신 문의({{ ticket }}번)를 아직 마무리하지 못해 정말 죄송해요.\n"
        "가장 급한 문의로 올려 두었고, 확인되는 대로 이 대화로 알려 드릴게요.",
        "matter",
        "ticket",
    )
    outage: str = (
        "시스템 문제로 답변이 늦게 전달됐어요. 불편을 드려 정말 죄송해요. "
        "남겨 주신 말씀은 모두 받아 두었어요."
    )
    remind_choose: Sentence[str] = Sentence(
        "문의하신 내용을 마저 도와드리고 싶어요.\n{{ titles }} 중에 어떤 내용인지 알려 주시겠어요?",
        "titles",
        required=("titles",),
    )
    remind_detail: Sentence[str, str] = Sentence(
        "{{ matter | quote }} 문의를 이어서 도와드리고 싶어요.\n{{ ask }}",
        "ask",
        "matter",
        required=("ask",),
    )
    remind_file: Sentence[str] = Sentence(
        "{{ matter | quote }} 문의, 상담원에게 접수해 드릴까요? "
        "답해 주시면 바로 이어서 도와드릴게요.",
        "matter",
    )
    remind_person: Sentence[str] = Sentence(
        "{{ matter | quote }} 문의를 아직 해결해 드리지 못했어요. 상담원에게 전해 드릴까요?",
        "matter",
    )
    remind_ticket: Sentence[str, Number] = Sentence(
        "{{ matter | quote }} 문의({{ ticket }}번)에 상담원이 여쭌 내용이 있어요. "
        "확인하고 답해 주시겠어요?\n남겨 주시면 바로 이어서 도와드릴게요.",
        "matter",
        "ticket",
    )
    remind_other: Sentence[str] = Sentence(
        "{{ matter | quote }} 문의를 마저 도와드리고 싶어요. 편하실 때 이어서 적어 주세요.",
        "matter",
    )
    remind_again: str = "전에 여쭌 내용을 아직 기다리고 있어요. 말씀하신 내용은 그대로 남아 있어요."
    remind_photo: str = (
        "보내 주신 사진을 이어서 도와드리고 싶어요. "
        "어떤 점이 불편하셨는지와 주문번호를 알려 주시겠어요?"
    )
    remind_last: str = "이번이 마지막 안내예요. 편하실 때 언제든 이 대화에 답해 주세요."

    # Said by a channel itself: an answer that is late or needs no words, a line it could not take.
    noted: str = "확인하고 있어요. 답변은 이 대화로 드릴게요. 조금만 기다려 주세요."
    doubled: str = "네, 이어서 말씀해 주세요. 드린 답변은 위에 있어요."
    late: str = "답변이 조금 늦어지고 있어요. 준비되는 대로 여기로 보내 드릴게요."
    late_fetch: Sentence[str] = Sentence(
        "답변을 준비하고 있어요. 잠시 뒤에 {{ button | quote | josa('을/를') }} 눌러 주세요.",
        "button",
    )
    not_taken: str = (
        "죄송해요, 잠시 문제가 생겨 말씀을 받지 못했어요. 한 번만 다시 보내 주시겠어요?"
    )
    buttons_below: str = "아래 버튼을 눌러 주세요."

    # The satisfaction question.
    survey: Sentence[Number] = Sentence(
        "문의({{ ticket }}번)가 마무리됐어요. 상담이 얼마나 만족스러우셨나요?\n"
        "1점(아쉬워요)부터 5점(아주 좋아요)까지 골라 주시고, 남기실 말씀도 편하게 적어 주세요.",
        "ticket",
    )
    scored: str = "소중한 평가 감사해요. 더 나은 상담으로 보답할게요."
    scored_words: str = "말씀해 주셔서 고마워요. 점수와 함께 전할게요."
    scored_low: str = (
        "평가 감사해요. 만족스럽지 못하셨다니 죄송해요. "
        "남겨 주신 의견은 담당자에게 그대로 전할게요.\n"
        "더 이야기하고 싶으시면 ‘상담원 연결’이라고 적어 주세요."
    )
    score_how: str = "의견 감사해요. 1점부터 5점 가운데 몇 점인지도 골라 주시겠어요?"
    score_scale: str = (
        "1점은 아쉬웠다는 뜻이고 5점은 아주 좋았다는 뜻이에요. "
        "1점부터 5점 가운데 숫자만 적어 주셔도 돼요."
    )
    score_mended: Sentence[int] = Sentence("네, {{ score }}점으로 남겨 둘게요.", "score")
    score_refused: str = "네, 괜찮아요. 필요하시면 언제든 말씀해 주세요."

    # Names of matters and of buttons.
    matter_unnamed: str = "남겨 주신 내용"
    matter_photo: str = "보내 주신 사진"
    # What has no entry in the FAQ.
    matter_late: str = "도착 지연"
    matter_faulty: str = "상품 불량"
    matter_wrong_item: str = "잘못 온 상품·누락"
    matter_untrue: str = "안내와 다른 상품"
    matter_service: str = "응대 불만"
    matter_exchange: str = "교환 요청"
    matter_refund: str = "환불 요청"
    matter_cancel: str = "주문 취소"
    matter_address: str = "배송지 변경"
    matter_change: str = "주문 변경"
    matter_goods: str = "상품 문의"
    matter_order: str = "주문·결제 오류"
    matter_credit: str = "쿠폰·적립금"
    matter_site: str = "홈페이지·앱 오류"
    button_file: str = "네, 접수해 주세요"
    button_decline: str = "아니요, 괜찮아요"
    button_yes: str = "네, 맞아요"
    button_no: str = "아니요"
    button_call: str = "상담원 연결"
    button_again: str = "다시 물어볼게요"
    button_exchange: str = "교환"
    button_refund: str = "환불"
    button_send: str = "빠진 것 보내 주세요"
    button_fetch: str = "답변 확인"

    _meanings: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        own = {
            _key(getattr(self, one.name)): one.default
            for one in fields(self)
            if one.name.startswith("button_") and getattr(self, one.name) != one.default
        }
        object.__setattr__(self, "_meanings", MappingProxyType(own))

    def meant(self, said: str) -> str:
        """A line that is a seller's own button, typed or tapped, as the default button says it.

        The rules know the words of the defaults; anything else stays as it is.
        """
        return self._meanings.get(_key(said), said) if self._meanings else said


NAMES: Final = tuple(one.name for one in fields(Texts) if one.init)


def _key(said: str) -> str:
    return squash(said) or said.strip()  # a button may be an emoji
