"""Thanks, greetings and good news."""

from __future__ import annotations

import re
from typing import Final

from bot.dialog.manner.asking import asks_or_reports, is_question
from bot.dialog.manner.places_named import names_inquiry, short_topic
from bot.dialog.words import once, squash
from bot.patterns import searched

#: `고마워 얘기 들어줘서`: what is thanked for is not asked for.
_FOR_WHAT: Final = searched(r"(?:주셔서|줘서)요?[\s.!~ㅎ^]*$")
_THANKS: Final = searched(
    r"감사|고마[워웠우버바]|고맙|땡큐|thank|수고(?:하|많|링|염|요|용|$)|ㄱㅅ|ㄳ|ㅅㄱ"
)
# What is said around thanks and says nothing of its own.
_AROUND_THANKS: Final = searched(
    r"감사(?:합니[다당닷더]|혀유|혀라|해유|해라|해요|드려요|드립니다|드림|하구요|했습니다|인사)?|고마워[요용]?|고맙(?:습니[다당]|네요|구만유|심더|수다|지라|당께|다카이|데이|소|소이다|구려)?|고마[버바][요유]?|고마우이|감사하오"
    r"|고마웠[가-힣]{0,4}|땡큐|thank(?:s|you)?|ㄱㅅ(?:ㄱㅅ)?|ㄳ|ㅅㄱ[요용]?"
    r"|수고(?:요|용|하세요|하십니다|하셨[가-힣]*|많으세요|많으십니다|많으셨[가-힣]*|해주셔서|링|염)?|얘기|이야기|하소연"
    r"|네에?|넵|넹|예|아|오|와|앗|우와|우왕|헐|ㅇㅋ|오케이?|그럼|그래도|정말|너무|진짜|대단히|매우|항상|늘|다시한번|덕분(?:에|입니다)|많이|모두|다들|참|또"
    r"|그리고|근데|아무튼|어쨌든|일단|다행(?:이네요|이에요|입니다|이다|히)|그(?:렇|랬)(?:군요|구나|네요)"
    r"|(?:알려|도와|들어|답변|확인|처리|해결|신경써|챙겨|보내|안내|설명|말씀|응대|배려|연락|상담|수고)(?:를|을|도)?(?:해|하여)?(?:주셔서|주신|주시고"
    r"|주심|줘서|주시니|주셨네요|주셔가|주시느라|해주시다니)"
    r"|주셔서|주신|답변|응대|상담|처리|설명|안내|배송|연락|늦게라도|이제라도|최고(?:예요|에요)?|(?:친절하시?|빠르시?|신속하시?|대단하시?)네요|(?:빨라|좋아)요|좋네요|만족(?:해요|합니다)?"
    r"|(?:빠른|친절한|빠르고친절한|자세한|신속한|좋은|고마운|세심한)(?:답변|응대|처리|상담|설명|배송|대응|안내)?(?:에|도|로)?"
    r"|(?:빨리|빠르게|친절하게|자세히|잘|금방|신속하게|바로|이렇게)"
    r"|(?:잘)?(?:받았|도착했|들어왔|왔|됐|되었|해결됐|처리됐|입금됐|환불됐|취소됐|발급됐|쓸|입을|먹을|쓰고|입고|신고|먹고|사용)(?:어요|습니다|네요|고요|는데요|게요|있어요|있습니다"
    r"|하겠습니다|할게요)?"
    r"|(?:잘)?(?:알겠|확인했)(?:습니다|어요)?|좋은하루(?:되세요|보내세요)?"
    r"|(?:행복한|즐거운|편안한)?(?:하루|저녁|주말|밤|오후|명절)(?:되세요|보내세요|되십시오)?|복받으세요|번창하세요|대박나세요|건강하세요|또올게요|또살게요"
    r"|안녕히계세요|계세요"
    r"|(?:합|입)니다|세요|해요|드려요|요|용|당|님|상담원|사장님|선생님|담당자|고객센터|여러분|하|히|ㅇㅇ"
)
_HEARD: Final = re.compile(
    r"(?:네에?|넵|넹|예|아|오|음|그럼|일단|ㅇㅋ?)*(?:(?<=[네넵넹])확인|확인(?:했|하였|완료|됐)(?:습니다|어요|네요)?"
    r"|알(?:겠|았|겄)(?:습니다|어요|네요|심더|수다|당|어유|구먼유|구만유|소|음|다)|알겠슴다"
    r"|그(?:정도면|럼)?(?:됐|되었)(?:습니다|어요)|그(?:렇|러)(?:군[요여용]?|구[나낭]|구만[요유]?|구먼[요유]?|네[요유]?)|글(?:쿤|군)[요용]?"
    r"|글쿠[나낭]|(?:안|못)(?:되|돼|하|쓰|받)는(?:거|것|건)?(?:군요?|구나|구만요?|네요)|아하|오호|오케이?(?:요|이요)?|오키(?:도키)?(?:요)?"
    r"|기다(?:릴|려볼|리고있을)[게께]요?|기다려보(?:죠|지요?|겠습니다)|기다리겠습니다|그정도면됐어요|안녕히(?:계세요|가세요|계십시오|가십시오)|들어가세요|이만(?:가볼|갈)[게께]요)+"
    r"(?:네+|넵|넹|예)?"
)
#: What was just learned, or how it is liked, said to oneself: nobody need do anything about it.
_REMARKS: Final = re.compile(
    r"(?:네|넵|넹|예|ㅎ?ㄷㄷ|아하?|앗|오|와|우와|우왕|오호|헐|음|흠|어|그럼|그러면|생각보다|진짜|정말|너무|엄청|꽤|되게|완전)*"
    r"(?:(?<=[아오헐앗어음하와])그래요?"
    r"|[가-힣]{0,16}(?:군[요여용]?|구[나낭]|구만[요유]?|구먼[요유]?)(?:네+|넵|넹|예|감사(?:합니다|해요))*"
    # `그럼 드라이만 해야겠네요`
    r"|[가-힣]{0,12}야(?:겠|되겠|하겠)(?:네요?|군요?|다)(?:네+|넵|넹|예|감사(?:합니다|해요))*"
    # `아직 주문은 안 했어요` looks for no parcel.
    r"|(?:아직|제가|저는?|근데)*(?:주문|구매|결제)(?:은|는|을|도)?(?:아직)?(?:안|못)(?:했|한)(?:어요|습니다|는데요?|상태(?:예요|에요|입니다|인데요?))"
    r"|(?:아직|제가|저는?|근데)*(?:주문|구매|결제)(?:하기)?전(?:이에요|이예요|인데요?|입니다)"
    r"|(?:좋|싸|저렴하|비싸|길|기|짧|빠르|느리|쉽|간단하|복잡하|어렵|편하|괜찮|멋지|신기하|다행이|친절하|자세하|많|대단하)(?:[네당]|구나|다|노)[요여용]?"
    r"|(?<=와)(?:싸|좋|길|비싸|빠르|쉽|멋지|신기하|친절하)다|좋(?:아요|습니다|다)|대박(?:이네요?|이다)?|굿굿?|최고(?:네요|예요|에요)?)"
)
# What follows good news with one of these is the news.
BUT: Final = searched(
    r"(?:는데|은데|지만|더니|면서|다고|근데|그런데|그래도|하지만|다만|아니|안돼|안되)"
)
_SETTLED: Final = searched(
    r"(?<!안)(?<!못)(?:해결|처리|정리)(?:됐|되었|됬|됨|완료|된것|잘)|잘(?:받았|도착|왔|됐|됬|되었|되네|되요|돼요|입을|쓸|쓰고)"
    r"|(?:이제|그럼|그건|이건)됐(?:어요?|습니다|네요)"
    r"|문제(?:없|해결)|(?:고쳐|풀려|나아)졌(?:네요|어요|습니다)|괜찮아졌|(?<!데)(?<!데를)(?<!곳)(?<!곳을)(?<!싼거)(?<!은거)찾았(?:어요|습니다|네요|다(?![고는면던더]))|(?<!못)(?<!안)찾음$|(?<!안)(?<!못)도착했(?:어요|네요|습니다)"
    # `먼지가 들어갔네요` is none.
    r"|^(?:네|아|앗|오|어|와|이제(?:야)?|지금|방금|확인(?:했어요|했습니다|해보니까?)"
    r"|(?:적립금?|포인트|쿠폰|돈|환불(?:금)?|입금|할인)(?:은|이|가|도)?)*(?:다|잘)*들어[왔갔](?:네요|어요|습니다|음|더라고요)"
)
#: `없어서 찾아보니 옆집에 있더라고요`: the parcel that was missed turned up.
_TURNED_UP: Final = searched(
    r"(?:옆집|앞집|윗집|아랫집|경비실|관리실|관리사무소|소화전|택배함|무인함|보관함|우편함|현관|문앞|문옆|창고|마당)(?:에|안에|옆에|앞에)?(?:잘|그대로)?있(?:더라[가-힣]{0,3}|었[가-힣]{1,3}|네요?)$"
)
# How, where and after what it came: `상해서`, `생일 지나고`, `옆집으로 도착했어요` is no good news.
_AMISS: Final = searched(
    r"(?:(?<!드디어)(?<!포장해)(?<!포장돼)서|채로?|고(?:나서)?|(?<![바집])로|빼고|없이|늦게(?:야)?|너무늦어|뒤(?:에|늦게)|후에(?:야)?"
    r"|지나|만|[인은는진던]데)(?:야|나)?(?:이제(?:야|서야)?|오늘|어제|방금|지금|그제|아침에|저녁에)*도착했"
)
_NO_SURVEY: Final = searched(
    r"^(?:뭐|음|아|저는|별로)*(?:상관|관심)없(?:음|어요?|습니다|네요?)$|"
    r"(?:설문|평가|만족도|점수|별점)(?:조사)?(?:같은거|이런거|요청|문자|톡)?(?:은|는|를|을|도|좀)?(?:이제|다신|다시는)?(?:보내|묻|물어보|하)지(?:좀)?(?:마|말)|"
    r"(?:설문|평가|만족도|점수|별점|리뷰|후기).{0,8}(?:패스|스킵|안|싫|귀찮|됐|괜찮|그만|필요없|생략|못)"
    r"|^(?:이런)?(?:설문|평가|만족도|점수|별점)(?:은|는|를|을|도)?(?:꼭|굳이|왜|무슨)|^(?:안할래|안해|안합|귀찮|패스|생략|노코멘트)"
    r"|^(?:괜찮|됐|아니|싫|안할|안해|패스|다음에|귀찮|필요없)[가-힣]{0,5}(?:이런)?(?:설문|평가|만족도|점수|별점)(?:조사)?(?:은|는|같은거|같은건)?요?$"
    r"|^(?:이런|그런|저런|이딴)(?:거|것|건|설문|평가)?(?:은|는|을|를|에)?(?:저는?|원래|잘)?(?:안(?:하|해|할|합|써|쓰)|하기싫|귀찮|관심없"
    r"|못(?:하|해))[가-힣]{0,6}$"
)
_RATES: Final = r"(?:설문|평가|만족도|점수|별점|평점|리뷰|후기)"
_LATER: Final = (
    r"(?:나중|이따|있다가|다음에|내일|천천히|집에?가서|퇴근하고|써보고|써본(?:후|다음|뒤)"
    r"|왔을때|오면|받으면|받고(?:나서)?|받아보고|받아본(?:후|다음|뒤)|도착하면|끝나면|해결되면"
    r"|(?:고치|고쳐|수리|교환|환불|처리|입금|확인|설치)(?:받|되|하|지)?(?:고|면|나면|고나서|고나면)(?:나서)?)"
)
_RATES_LATER: Final = searched(
    rf"{_RATES}[가-힣]{{0,4}}{_LATER}[가-힣]{{0,8}}$"
    rf"|{_LATER}[가-힣]{{0,6}}{_RATES}[가-힣]{{0,10}}(?:[게께]요?|겠습니다|려고요|려구요)$"
    r"|^(?:글쎄요?|음+|아직|뭐)*(?:잘)?(?:받아|써|해|먹어|입어|신어|지켜|와)봐야(?:알|될|할)[가-힣]{0,10}$"
    # `글쎄요 아직 안 받아봐서`
    r"|^(?:글쎄요?|음+|아직|뭐|새거|물건|상품|제품|을|를|은|이)*(?:아직)?(?:안|못)(?:받아|써|해|먹어|입어|신어|틀어|켜|열어)봐서(?:요|[가-힣]{0,6}(?:모르겠|나중)[가-힣]{1,5})?$"
    # Who cannot tell is not pressed.
    r"|^(?:음|흠|아|네|뭐|잘|저도|글쎄)*(?:글쎄(?:요|용)?|(?:그냥|걍)(?:뭐|그냥)*요?|뭐그냥|모르겠(?:어요?|네요|는데요?|습니다))$"
    r"|^(?:네|아|음|지금바빠서|지금은?)*(?:나중에|이따가?|다음에)(?:요|할[게께]요?)?$"
    rf"|^(?:네|아|음|일단|우선)*{_LATER}(?:할|드릴|줄|매길|남길)[게께]요?$"
)
_UNDERSTOOD: Final = searched(r"^[^0-9]{0,24}(?:알겠|알았)(?:어요|습니다|네요|슴다|어)$")
_DOES_HIMSELF: Final = re.compile(
    r"(?:(?:아하?|오|네+|넵|넹|그럼|그러면|그렇군요|알겠(?:어요|습니다)|알았(?:어요|습니다)|감사합니다|고마워요)+)"
    r"(?:(?!보내|알려|드릴|드리|접수|신청|교환|환불|반품|취소|변경|주문번호|말씀|남길|부탁|그렇게|그리|그걸|그거|진행|문의|상담|확인|연결|전달|물어|여쭤|맡기"
    r"|기다)[가-힣A-Za-z]){2,20}?"
    r"(?:해볼|가볼|재볼|빨아볼|써볼|입어볼|찾아볼|맡길|할|빨|살|고를|쓸|입을|주문할|시킬|볼|재|해보|가보)(?:[게께]요?|래요|ㄹ게요|겠습니다|려고요)"
    # `네 90으로 살게요`
    r"|(?:네+|넵|넹|아|그럼|그러면|알겠(?:어요|습니다))+(?:[0-9]{2,3}|[xsml]{1,3})(?:호|사이즈)?(?:으로|로)(?:살|주문할|구매할)[게께]요?"
)
#: Letters that something behind thanks must have to be a matter.
LEAST_BESIDE: Final = 4
_HAIL: Final = r"(?:수고|고생)(?:가\s?)?(?:\s?많으|하|\s?많)(?:십니다|시네요|세요|셔요|으십니다)"
_COURTESY: Final = re.compile(
    r"\s*(?:(?:(?:네|넵|예|아|앗|오)[\s,.!~]*)?"
    rf"(?:(?P<hello>안녕(?:하세[요여용]|하십니까|히)?|반갑습니다|{_HAIL})"
    r"|감사(?:합니다|해요|드려요|드립니다|합니당)|고마워요?|고맙습니다|땡큐|ㄱㅅ)"
    r"[?\s,.!~^ㅎㅋ]+)+(?:(?:근데|그런데|그럼|그리고|그리구|혹시|저기요?|저|아|다름이?\s?아니[라고]+)[\s,.]+)*"
)
#: What was bought or sent is named: then a greeting was only the beginning of it.
_OF_AN_ORDER: Final = searched(
    r"주문|구매|구입|샀[는던어]|산지|시[켰킨]|받[았은]|배송|택배|도착|배달|물건|상품|제품"
)
#: It comes in the next line, or is praise.
_ANNOUNCES: Final = searched(r"문의(?!했|드렸|남겼)|질문|여쭤|여쭙|물어|상담|부탁")
#: Nothing is asked yet (`여쭤보고 싶은 게 있어서요`).
_WOULD_ASK: Final = searched(
    r"(?:여쭤|여쭙|물어|문의|상의|상담|질문|부탁|말씀|확인)(?:을|를|좀|하나|한가지)?(?:보고|드리고|하고|받고|고)?(?:싶은|싶었던|드릴|볼|할|받을"
    r"|보려|드리려|하려)(?:고|는|던)?(?:게|것이?|거|말씀이?|일이?|내용이?|점이?|사항이?)?(?:좀|하나|몇가지)*있[가-힣]{0,10}$"
    r"|^(?:저기요?|안녕하세요|혹시|실례지만|죄송한데|죄송하지만|뭐|뭣|뭐하나|좀|하나|한가지|만|잠깐|제가)*(?:여쭤|물어|질문|문의)(?:봐|드려|해|보)?도?"
    r"(?:될까|되나|되죠|돼요|괜찮)[가-힣]{0,6}$"
    # `다른 거 하나 더 문의할게요`
    r"|^(?:아|네|근데|그리고|저|혹시|그럼|참)*(?:다른(?:거|것|건|문의)?|하나|한가지|또)(?:도|만)?(?:하나|한가지)?(?:더)?(?:문의|질문|물어|여쭤)(?:드릴|할|볼|봐도|해도|드려도)(?:[게께]요?|게있|될까|되나|돼요)[가-힣]{0,6}$"
    # `물건 잘 받았는데 하나 물어볼게요`, `문의 하나 더 있는데요`
    r"|(?:하나|한가지|뭐|뭣|좀)(?:만)?(?:더)?(?:물어|여쭤)(?:볼[게께]요?|보려고요|봅니다)$"
    r"|(?:문의|질문)(?:가|이|사항|할게|할거)?(?:하나|한가지)?(?:만)?(?:더)?있(?:는데|어|습|거든)[가-힣]{0,4}$"
)
#: `저기 제가요`, `아니 그게`: the first bubble of several, and no word of what it is about.
_LEADS_IN: Final = re.compile(
    r"(?!(?:저|아|네|음|어|아니)(?:요|요요)?$)(?:저기|저|아니|그게|음|어|아|네|혹시|있잖아|있죠|제가|저는|전|저희가|저희는|내가|나는|이번에|다름이아니라|다름아니라|다른게아니라|근데|그런데|그러니까|그니까|뭐냐면|뭐냐하면|요|여|용)+"
)
#: What is said to be of no matter any more, before another is told.
_LEFT_ASIDE: Final = re.compile(
    r"^(?:아|네|음|이제|그)*(?:교환|환불|반품|취소|배송|변경|그건|그거)(?:건|얘기|문제)?(?:은|는)?(?:이제|그냥|다)*(?:됐|되었|괜찮|해결됐|끝났)"
    r"(?:고요?|구요?|어요|습니다|는데요?|으니까?)"
)
#: `네이버에서 보고 왔는데요`
_CAME_HERE: Final = re.compile(
    r"(?:안녕하세요|저기요?)*(?:네이버|인스타|블로그|유튜브|광고|카톡|검색|지인|친구)[가-힣]{0,6}"
    r"(?:보고|소개로|통해(?:서)?|소개받고)(?:왔|연락|문의|톡)[가-힣]{0,8}"
)
#: `저번에 환불 문의드렸던 사람인데요`: who he is, and not yet what he wants now.
_WROTE_BEFORE: Final = re.compile(
    r"(?:안녕하세요|저기요?|수고(?:하십니다|많으세요)|저는?|제가|네)*(?:저번|지난번|전|아까|어제|그제|그저께|엊그제|지난주|며칠전|방금|오전|오후)(?:에|주에|쯤)*"
    r"[가-힣0-9]{0,16}?(?:문의|상담|연락|전화|톡|문자|접수|신청|통화|주문|교환|환불|반품|취소|구매|결제)(?:을|를)?(?:드렸던|드린|했던|한|받았던|받은|남겼던|남긴|넣었던|넣은|주셨던)"
    r"(?:사람|고객|손님|사람이|거|건)(?:인데|이에|예|입니|이|임)?(?:요|다)?"
    # `저기 어제도 문의드렸는데요`
    r"|(?:안녕하세요|저기요?|저는?|제가|네)*(?:저번|지난번|전|아까|어제|그제|그저께|엊그제|지난주|며칠전|오전|오후)(?:에|주에|쯤|도|에도)*"
    r"(?:제가)?(?:문의|연락|톡|글|문자)(?:를|을|도)?(?:드렸|했|남겼|넣었|보냈)(?:었)?(?:는데요?|거든요|어요|습니다)"
    r"|(?:안녕하세요|저기요?|저는?|제가|네)*(?:저번에?|전에|아까|어제|방금)*(?:[1-5]점|별점)(?:준|줬던|드린|드렸던|남긴|남겼던)(?:사람|고객)(?:인데|이에|예|입니)?(?:요|다)?"
)
#: When goods came that a line only points at; and what names its matter.
_BEFORE_NOW: Final = (
    r"(?:어제|그제|그저께|엊그제|오늘|아까|방금|(?:지난|저번|이번)주?|(?:지난|저)번|며칠|몇일|얼마|일주일"
    r"|이틀|사흘|[0-9]+일|[월화수목금토일](?:요일|욜)날?|주말|아침|저녁|낮|밤|에)+"
)
#: Letters of a line that says no more than what was bought.
_LONGEST_BOUGHT: Final = 80
_NO_MATTER: Final = (
    r"(?!.*(?:환불|반품|교환|취소|송장|언제|영수증|쿠폰|배송|결제|불량|파손|하자|사이즈|말한|말씀|얘기"
    r"|문의|부탁|요청|드린|여쭤|물어|전화|문자|톡|메일|알림|상담|답변|보낸|주신|해준|그거|그건|그것|이거|이건"
    r"|(?:[나까네해돼됐했왔세줘래]|[어아](?!이))(?:요|여)$))"
)
#: Nothing is told yet of what was bought (`다름이 아니라 아이 내복을 샀는데요`).
_ONLY_BOUGHT: Final = re.compile(
    r"(?:안녕하세요|저기요?|다름이아니[라고]|다른게아니[라고]|제가|저희가|저|혹시|거기서|여기서|거기|여기|어제|그제|지난주|저번주|얼마전|며칠전|에|에서)*"
    r"(?!.*(?:[는은던]데(?![요용여]?$)|수(?:는|도)?있|[나까]요.|바꾸|바꿔|변경|잘못|실수|두번|중복|취소|반품|교환|환불|[안못없왜]|언제|얼마|어디))[가-힣a-z0-9]{1,12}?(?:을|를|하나|한개|세트)?"
    r"(?:샀|구[매입]했|구[매입]하였|주문했|주문하였|시켰|(?<!못)받았|수령했)(?:는데|거든|었는데|습니다만)(?:요|용|여)?"
    r"|(?:안녕하세요|안냐세[요여]|저기요?|저는?|제가|어제|아까|지난주|저번에|에|[가-힣]{1,6}(?=주문|구매))*(?:주문|구매|결제)(?:한|했던)(?:사람|고객|손님)(?:인데|인디|이에|예|입니)(?:요|여|유|다)?"
    # `지난주 수요일에 주문했어요`
    r"|(?:안녕하세요|제가|저는?|거기서|여기서|(?:지난|저번|이번)주?|[월화수목금토일]요일|[0-9]{1,2}월|[0-9]{1,2}일|며칠전|얼마전|어제|그제|그저께|아까|방금|오늘|에|쯤)+"
    r"(?:주문|구매|결제)(?:을|를)?했(?:어요|습니다|거든요|음|는데요?)"
    # `어제 주문한 화분이요`
    r"|(?:안녕하세요|저기요?|저|그|혹시|제가|어제|그제|오늘|아까|지난주?|저번주?|이번주?|얼마전|며칠전|[월화수목금토일](?:요일|욜)날?|에)*"
    r"(?:(?:주문|구매|구입|결제|설치)(?:한|했던)|(?<!못)산|시킨|(?:배송|배달)받은|(?:배송|배달|설치)된)(?:(?![거건것]|.*(?:환불|반품|교환|취소|송장|언제))[가-힣a-z0-9]{1,10}(?:이요|[이가]요|인데요|이에요|인데용)|(?:거|건|것)(?:이?요|데요?|인데요?|있잖아요|에요|예요))"
    # `어제 받은 원피스요`, `안녕하세요 지난번 텀블러요`, `저번 의자 건인데요`
    rf"|(?:안녕하세요|안녕히?|저기요?|혹시|그|저|제가)*(?:{_BEFORE_NOW}(?:에|전에)?(?:제가)?(?:(?:배송)?(?<![못안])(?:받은|받았던|온|왔던|도착한))"
    rf"|(?:지난|저)번(?:에)?(?!거|것|건|주|달|답|통화|접수|신청|주문)){_NO_MATTER}(?:거|것|건|상품|물건|[가-힣a-z0-9]{{1,8}}?)(?:건|껀|말)?"
    r"(?<!환불)(?<!반품)(?<!교환)(?<!취소)(?:이?요|이?여|인데(?:요|용)?|이에요|예요|있잖아요)"
    # `저번에 산 김치 맛있어서 또 시킬라는데`
    r"|[가-힣a-z0-9]{0,24}?(?:또|다시|더|재)(?:시[킬키]|[살사]|주문[할하]|구매[할하])(?:라|려)(?:고|구)?(?:는데|하는데|카는데|합니다|하거든)(?:요|용|여)?"
)
#: What it is about is said along with it.
_NAMED: Final = searched(
    r"교환|환불|반품|취소|변경|배송|사이즈|쿠폰|입고|입금|영수증|포인트|결제|송장|세탁|리뷰"
)
# What the young say on coming.
_YOUNG: Final = r"(?:ㅎㅇ)+(?:요)?|하이루|방가(?:방가)?"
_GREETS: Final = re.compile(
    rf"(?:{_YOUNG}|(?:사장님|판매자님)?(?:(?:저|제가)?(?:또|다시|오랜만에|간만에)?왔(?:어요|습니다|네요)(?:저)?|(?:저|제가)?(?:오랜만|간만)(?:이에요|입니다|이네요|이에여)|단골(?:왔(?:어요|습니다)|이에요|입니다))|저기요?|여보세요|계세요|계신가요|(?:여기)?(?:아무도|누구)(?:안계세요|안계신가요|없나요?|없어요|없소|있나요?|있소|계신가요?|계세요)|안녕(?:하세[요여용]|하십니까|히|요)?|하이(?:요)?|반갑습니다|반가워요"
    rf"|좋은(?:아침|오후|저녁)(?:이에요|입니다)?)+"
)
# Said on coming as well as on going.
_HAILS: Final = re.compile(
    rf"{_YOUNG}|"
    r"(?:네|예|저기|안녕하세요)*(?:수고|고생)(?:가)?(?:많으|하|하시|많)(?:십니다|십니더|심더|세요|셔요|시네요|으세요|으십니다|으시네요)"
)
_OWN_SLIP: Final = searched(
    r"(?:제가|내가|저희가)?(?:실수로|잘못)(?:두개|세개|하나|[0-9]개)?(?:적|썼|쓴|봤|본|알|눌|올[렸려린]|샀|산|쟀|재서|시켰|시킨|주문|골[랐라]|고른|입력|넣|선택|결제|보냈|보냄|씀)(?![가-힣]{0,2}(?:는지|는가|나모|을까))"
    r"|(?:입력|선택|기재|주문|결제)(?:을|를)?잘못(?:했|함$|해서|한거)"
    r"|(?:다르게|틀리게|거꾸로)(?:적었|썼|넣었|입력했|골랐|눌렀)"
    r"|(?:제|내)(?:가)?(?:실수|잘못)(?![가-힣]{0,12}아[니닌녜닙])"
)
#: What came is what was ordered after all (`다시 보니 제가 검정을 시켰네요`).
_ORDERED_SO: Final = searched(
    r"(?:제가|내가|저희가|(?:주문)?(?:내역|상세|서)(?:을|를)?(?:다시)?보니)[가-힣a-z0-9]{0,12}?(?:시켰|주문했|골랐|선택했|시킨거|주문한거"
    r"|고른거)(?:네|더라|였|맞)"
    r"|(?:제가|내가)(?:착각|헷갈|오해|잘못(?:봤|알|본))"
    # `페이지 다시 보니 베이지 맞네`
    r"|(?:페이지|내역|주문서|상세)(?:를|에서?|엔|에는)?(?:다시)?보니까?[가-힣]{1,8}?(?:이|가)?맞(?:네|더라|았|아요)"
)
#: Letters that a line of thanks may hold beside them and still tell nothing more.
BESIDE_THANKS: Final = 1


@once
def is_thanks(text: str) -> bool:
    """Whether somebody thanks and says nothing else of weight."""
    plain = squash(text)
    if not _THANKS.search(plain) or len(plain) > 30 or asks_or_reports(_FOR_WHAT.sub("", text)):
        return False
    rest = beside_courtesy(text)  # `수고하십니다. 주문한 건 받았는데 …` only greets so
    return rest == text or bool(_FOR_WHAT.search(rest))


@once
def only_thanks(text: str) -> bool:
    """Whether somebody thanks and tells nothing more (`내일 집에 있어요. 감사합니다` does)."""
    return is_thanks(text) and len(_AROUND_THANKS.sub("", squash(text))) <= BESIDE_THANKS


@once
def is_heard(text: str) -> bool:
    """Whether a line only says that one was heard (`네 확인했습니다`)."""
    return bool(_HEARD.fullmatch(squash(text)))


@once
def remarks(text: str) -> bool:
    """Whether a line only takes in what was said (`앱에서 하는군요`, `와 싸다`, `오 그래요?`)."""
    said = text.rstrip(" ?？!~.")
    if not _REMARKS.fullmatch(squash(said)):
        return False
    return not asks_or_reports(said)


def is_settled(text: str) -> bool:
    """Whether the matter is said to be over well (`잘 받았어요`, `해결됐어요`)."""
    plain = squash(text)
    if _TURNED_UP.search(plain) and not is_question(text):
        return True
    good = bool(_SETTLED.search(plain)) and not (BUT.search(plain) or _AMISS.search(plain))
    return good and not asks_or_reports(text)


def declines_survey(text: str) -> bool:
    """Whether somebody does not want to rate."""
    return bool(_NO_SURVEY.search(squash(text)))


def rates_later(text: str) -> bool:
    """Whether somebody will rate, but not now (`평가는 나중에요`)."""
    return bool(_RATES_LATER.search(squash(text))) and not is_question(text)


def understood(text: str) -> bool:
    """Whether a line ends in having understood, and tells nothing that could be written down."""
    return bool(_UNDERSTOOD.search(squash(text)))


def does_himself(text: str) -> bool:
    """Whether who was answered says what he will do now himself (`알겠어요 손빨래할게요`)."""
    return bool(_DOES_HIMSELF.fullmatch(squash(text)))


@once
def only_announces(text: str) -> bool:
    """Whether a line says no more than that something will be asked, however politely.

    `환불은 됐고요 물어볼 게 있는데` names what it is not.
    """
    plain = _LEFT_ASIDE.sub("", squash(text))
    if _CAME_HERE.fullmatch(plain) or _LEADS_IN.fullmatch(plain):
        return True
    return bool(_WOULD_ASK.search(plain)) and not _NAMED.search(plain)


def leaves_aside(text: str) -> bool:
    """Whether a line begins with what it is not about any more (`교환은 됐고요 …`)."""
    return bool(_LEFT_ASIDE.search(squash(text)))


def presents_himself(text: str) -> bool:
    """Whether a whole line only says that somebody wrote before (`어제 문의드렸던 사람인데요`)."""
    return bool(_WROTE_BEFORE.fullmatch(squash(text)))


def only_bought(text: str) -> bool:
    """Whether a whole line says no more than what was bought: the matter comes in the next."""
    plain = squash(text)
    return len(plain) <= _LONGEST_BOUGHT and bool(_ONLY_BOUGHT.fullmatch(plain))


def beside_courtesy(text: str) -> str:
    """What is asked, wanted or told of an order behind thanks or a greeting; else the text."""
    found = _COURTESY.match(text)
    rest = text[found.end() :].strip() if found else ""
    if found is None or len(squash(rest)) < LEAST_BESIDE:
        return text
    wants = asks_or_reports(rest) or bool(short_topic(rest)) or names_inquiry(rest)
    return rest if wants or (found["hello"] and _tells_of_order(rest)) else text


def _tells_of_order(text: str) -> bool:
    """Whether something is told of what was bought (`이불을 샀는데 솜이 한쪽으로 몰려 있어요`)."""
    plain = squash(text)
    if _THANKS.search(plain) or _ANNOUNCES.search(plain) or is_settled(text):
        return False
    return bool(_OF_AN_ORDER.search(plain))


def greets(text: str) -> bool:
    """Whether a line only greets (`안녕하세요`)."""
    return bool(_GREETS.fullmatch(squash(text)))


def hails(text: str) -> bool:
    """Whether a line is the greeting that serves for a goodbye too (`수고하십니다`)."""
    return bool(_HAILS.fullmatch(squash(text)))


def own_slip(text: str) -> bool:
    """Whether a customer tells of a mistake of his own: nobody apologises to him for that."""
    return bool(_OWN_SLIP.search(squash(text)))


def ordered_so(text: str) -> bool:
    """Whether a customer finds that what came is what he ordered: nobody sent him a wrong thing."""
    return bool(_ORDERED_SO.search(squash(text)))
