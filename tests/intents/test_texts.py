"""The bot's own sentences: their defaults, the seller's words for them, and what is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import intents
from intents import FaqError, Sentence, Texts, rewording, wording
from intents.particles import josa
from intents.sentences import SAMPLES, SentenceError
from intents.texts import NAMES
from tests.intents.faqs import entry
from tests.intents.test_schema import TOP, complaints

ROOT: Final = Path(__file__).parents[2]
TEXTS: Final = Texts()
SENTENCES: Final = {
    name: words for name in NAMES if isinstance(words := getattr(TEXTS, name), Sentence)
}
PLAIN: Final = {name: words for name in NAMES if isinstance(words := getattr(TEXTS, name), str)}
ROW: Final = re.compile(r"^\| `(\w+)` \| `(.+)` \| (.*) \|$", re.MULTILINE)


def source(name: str) -> str:
    """A default as one would write it."""
    words = getattr(TEXTS, name)
    return str(words.source if isinstance(words, Sentence) else words)


def faq(texts: str) -> intents.Faq:
    """A FAQ with these `texts`, the first of them on line 2."""
    indented = texts.replace("\n", "\n  ")
    return intents.parse(f"texts:\n  {indented}\n{entry()}", "shop.yaml")


def problems(texts: str) -> list[tuple[int, str, str]]:
    with pytest.raises(FaqError) as caught:
        faq(texts)
    return [(problem.line, problem.message, problem.fix) for problem in caught.value.problems]


# ---- The defaults ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SENTENCES)
def test_every_sentence_is_said_with_its_variables(name: str) -> None:
    sentence = SENTENCES[name]
    said = sentence(*(SAMPLES[variable] for variable in sentence.variables))
    assert said == sentence.sample()
    assert "{" not in said
    for variable in sentence.required:
        assert SAMPLES[variable] in said


@pytest.mark.parametrize("name", NAMES)
def test_every_default_is_short_and_polite(name: str) -> None:
    said = SENTENCES[name].sample() if name in SENTENCES else PLAIN[name]
    assert len(said) <= min(130, rewording.limit(name))
    if rewording.limit(name) == rewording.MAX_TEXT:
        for sentence in wording._sentences(said):
            assert wording.is_polite(sentence), sentence
            assert not sentence.rstrip(".?! ").endswith(("니다", "니까", "시오")), sentence


@pytest.mark.parametrize("name", SENTENCES)
def test_no_particle_stands_fixed_behind_what_changes(name: str) -> None:
    fixed = re.compile(r"\}\}[’)]?(?:은|는|이|가|을|를|과|와|으로|로)(?=\s|$|[,.?])")
    assert not fixed.search(SENTENCES[name].source)


def test_defaults_may_be_written_down_as_they_are() -> None:
    lines = [f"{name}: {_quoted(source(name))}" for name in NAMES]
    written = faq("\n".join(lines))
    assert written.texts == TEXTS
    assert dict(written.text_lines) == {name: line for line, name in enumerate(NAMES, start=2)}


def _quoted(text: str) -> str:
    return '"' + text.replace("\n", "\\n") + '"'


# ---- The seller's own words --------------------------------------------------------------------


def test_a_text_takes_the_place_of_its_default_and_the_others_stay() -> None:
    texts = faq("miss: 잘 모르겠어요.\nnumber: '{{ ticket }}번으로 기억해 주세요.'").texts
    assert texts.miss == "잘 모르겠어요."
    assert texts.number(12) == "12번으로 기억해 주세요."
    listing = ("ours_only", "ours_only_again", "help_again", "status_none")
    same = {name: getattr(TEXTS, name) for name in ("miss", "number", *listing)}
    assert replace(texts, **same) == TEXTS


def test_a_store_is_said_to_do_only_what_it_has_entries_for() -> None:
    bare = faq("miss: 잘 모르겠어요.").texts
    assert bare.ours_only == "저는 우리 가게의 주문, 환불 같은 문의만 도와드릴 수 있어요."
    assert "배송" not in bare.ours_only_again + bare.help_again + bare.status_none
    own = faq("ours_only: 배송과 교환만 도와드려요.").texts
    assert own.ours_only == "배송과 교환만 도와드려요."
    assert intents.load(ROOT / "faq.yaml").texts == TEXTS


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("환불 요청", "‘환불 요청’을 환불 요청으로 접수했어요."),
        ("배송비", "‘배송비’를 배송비로 접수했어요."),
        ("A/S", "‘A/S’를 A/S로 접수했어요."),
        ("사이즈 XL", "‘사이즈 XL’을 사이즈 XL로 접수했어요."),
    ],
)
def test_particles_agree_with_what_is_put_in(title: str, said: str) -> None:
    text = """{{ title|quote|josa("을/를") }} {{ title | josa("로/으로") }} 접수했어요."""
    assert faq(f"filed: '{text}'").texts.filed(title) == said


@given(st.text(max_size=50))
def test_any_title_is_put_in_letter_by_letter(title: str) -> None:
    sentence: Sentence[str] = Sentence("{{ title | quote | josa('이/가') }}!", "title")
    assert sentence(title) == josa(f"‘{title}’", "이/가") + "!"


def test_what_a_customer_wrote_is_never_read_as_a_template() -> None:
    assert TEXTS.which("{{ 7 * 7 }}{% if %}") == "‘{{ 7 * 7 }}{% if %}’는 이렇게 안내하고 있어요."
    assert TEXTS.sorry_still("<b>").startswith("‘<b>’ 문의로")


@pytest.mark.parametrize(
    ("texts", "line", "message", "fix"),
    [
        ("nmber: 네", 2, "'nmber'", "혹시 'number'인가요?"),
        ("miss: 네\nremind_lats: 네", 3, "'remind_lats'", "혹시 'remind_last'인가요?"),
        ("miss: ''", 2, "miss가 비어 있어요", "줄을 지워"),
        ("miss: '  '", 2, "miss가 비어 있어요", "줄을 지워"),
        ("miss: [네]", 2, "글이 와야", "따옴표"),
        ("number: {{ ticket }}번", 2, "'{{'로 시작", "큰따옴표"),
        ("number: {{ ticket }}", 2, "글이 와야", "큰따옴표"),
        ("miss: 네\nmiss: 네", 3, "'miss'가 두 번", "지워"),
        ("miss: " + "가" * 1_001, 2, "miss가 너무 길어요 (1,001자)", "1,000자까지"),
        ("button_no: 아니요 그건 전혀 아니에요!!", 2, "너무 길어요 (16자)", "14자까지"),
        ("matter_photo: " + "가" * 31, 2, "너무 길어요 (31자)", "30자까지"),
        ("got_number: '" + "{{number}}" * 80 + "'", 2, "변수를 채우면 너무 길어요", "1,000자"),
        ("number: '{{ tikcet }}번'", 2, "변수예요: tikcet", "쓸 수 있는 변수: ticket"),
        ("found: '{{ title }}'", 2, "변수예요: title", "변수: filed, matter, ticket"),
        ("miss: '{{ ticket }}번'", 2, "변수예요: ticket", "변수가 없어요"),
        ("number: '{{ ticket }번'", 2, "사이를 읽을 수 없어요", "'{{ title }}'"),
        ("number: '{{ ticket '", 2, "사이를 읽을 수 없어요", "'{{ title }}'"),
        ("miss: '{{ }}'", 2, "사이를 읽을 수 없어요", "'{{ title }}'"),
        ("filed: '{{ title | josa }}'", 2, "조사 한 쌍", "josa('을/를')"),
        ("filed: '{{ title | josa(\"을\") }}'", 2, "조사 한 쌍", "josa('을/를')"),
        ("filed: '{{ title | jsoa(\"을/를\") }}'", 2, "quote, josa만", "josa"),
        ("number: '{{ ticket | josa(\"을/를\") }}'", 2, "접수번호에는 josa", "'번'"),
        ("ask_back: 다시 여쭤볼게요.", 2, "'{{ ask }}'가 빠져서", "꼭 넣어"),
        ("choose_one: 이거 맞으세요?", 2, "'{{ title }}'이 빠져서", "꼭 넣어"),
        ("button_no: 네\nbutton_yes: 네", 2, "button_no와 button_yes", "서로 다르게"),
        ("button_call: 교환!", 2, "button_call과 button_exchange", "서로 다르게"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(
    texts: str, line: int, message: str, fix: str
) -> None:
    (problem,) = problems(texts)
    assert problem[0] == line
    assert message in problem[1]
    assert fix in problem[2]


def test_every_mistake_of_the_section_is_told_at_once() -> None:
    found = problems("nmber: 네\nmiss: '{{ x }}'\nfiled: '{% x %}'\nsorry: 네")
    assert [line for line, *_ in found] == [2, 3, 4]


@pytest.mark.parametrize(
    "expression",
    [
        "title.__class__",
        "title.__class__.__mro__[1].__subclasses__()",
        "title['upper']",
        "title.upper()",
        "title()",
        "'x' * 10**9",
        "title ~ title",
        "10**10**10",
        "-title",
        "title if title else title",
        "title == title",
        "title is defined",
        "(title, title)",
        "[title]",
        "{'a': title}",
        "'가'",
        "7",
        "title | upper",
        "title | attr('x')",
        "title | quote('x')",
        "title | quote | quote",
        "title | josa('을/를') | quote",
        "title | josa('을/를', 'x')",
        "title | josa(pair='을/를')",
        "title | josa(*title)",
        "title | josa(title)",
        "range(10**9)",
        "self",
        "lipsum()",
        "cycler",
        "(" * 900 + "title",
        "(" * 40 + "title.x" + ")" * 40,
    ],
)
def test_only_names_and_two_filters_may_stand_in_braces(expression: str) -> None:
    with pytest.raises(SentenceError):
        Sentence(f"{{{{ {expression} }}}}", "title")


@pytest.mark.parametrize(
    "text",
    [
        "{% for i in range(10**9) %}가{% endfor %}",
        "{%- set x = 1 -%}",
        "{% include '/etc/passwd' %}",
        "{% raw %}{{ title }}{% endraw %}",
        "{# 메모 #}",
        "{{ title }}{%",
    ],
)
def test_statements_and_comments_are_refused(text: str) -> None:
    with pytest.raises(SentenceError, match="쓸 수 없어요"):
        Sentence(text, "title")


@given(st.text(st.sampled_from("{}%#|()'\"~ .*[]titleask\\-0을/를"), max_size=40))
def test_whatever_is_written_is_said_or_refused(text: str) -> None:
    try:
        sentence: Sentence[str] = Sentence(text, "title")
    except SentenceError:
        return
    said = sentence("{{ ask }}")
    assert said.count("{{ ask }}") >= text.count("{{title}}")
    assert len(said) <= len(text) * 10


def test_a_sentence_says_nothing_with_a_value_too_few() -> None:
    number: Any = TEXTS.number
    with pytest.raises(ValueError, match="zip"):
        number()


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intents.sentences._SANDBOX", None)
    assert "320호" in TEXTS.corrected("302호", "320호")


# ---- Advice, the schema, the papers --------------------------------------------------------------


def test_banmal_among_the_texts_is_advised_against() -> None:
    shop = faq(
        "miss: 그건 모르겠어.\nsorry: 미안해요.\nnumber: '번호 알려 줄게. {{ ticket }}번이에요.'"
    )
    advice = [problem for problem in intents.advise(shop) if "반말" in problem.message]
    assert [(problem.line, problem.message.split(":")[0]) for problem in advice] == [
        (2, "다른 답변은 존댓말인데 이 글은 반말이에요"),
        (4, "존댓말 글에 반말로 끝나는 문장이 섞여 있어요"),
    ]


def test_the_schema_knows_every_text_its_length_its_default_and_its_variables() -> None:
    known = TOP["texts"]["properties"]
    assert list(known) == list(NAMES)
    for name in NAMES:
        assert known[name]["maxLength"] == rewording.limit(name)
        shown = source(name).replace("\n", " ")
        assert f"“{shown}”" in known[name]["description"]
        variables = SENTENCES[name].variables if name in SENTENCES else ()
        assert ", ".join(variables) in known[name]["description"]


@pytest.mark.parametrize(
    "texts",
    [
        "nmber: 네",
        "miss: ''",
        "miss: [네]",
        "button_no: 아니요 그건 전혀 아니에요!!",
        "miss: {가: 나}",
    ],
)
def test_an_editor_underlines_what_is_wrong_by_its_form(texts: str) -> None:
    problems(texts)
    assert complaints(f"texts:\n  {texts}\n{entry()}")


@pytest.mark.parametrize("paper", ["docs/faq.md", "docs/faq.ko.md"])
def test_the_papers_list_every_text_with_its_default_and_its_variables(paper: str) -> None:
    rows = {
        name: (default.replace("\\|", "|"), variables)
        for name, default, variables in ROW.findall((ROOT / paper).read_text("utf-8"))
        if name in NAMES
    }
    assert list(rows) == list(NAMES)
    for name, (default, variables) in rows.items():
        sentence = SENTENCES.get(name)
        shown = [
            f"`{variable}`{'*' * (variable in sentence.required)}"
            for variable in (sentence.variables if sentence else ())
            if sentence
        ]
        assert default == source(name).replace("\n", " ")
        assert variables == ", ".join(shown)


def test_every_variable_has_a_sample_and_is_used() -> None:
    assert set(SAMPLES) == {one for words in SENTENCES.values() for one in words.variables}
