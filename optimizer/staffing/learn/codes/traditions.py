"""What codes in rosters usually mean: words that mean it anywhere, and letters that mean it in one language.

They are conventions as we know them from rosters, not facts from one source: what is read by them is always said to be
a guess.
"""

import re
from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Sense(StrEnum):
    """What a code can stand for."""

    EARLY = "early"
    DAY = "day"
    LATE = "late"
    NIGHT = "night"
    LONG_DAY = "long day"
    LONG_NIGHT = "long night"
    WHOLE_DAY = "24 hours"
    LATE_AND_NIGHT = "late and night"
    OFF = "day off"
    LEAVE = "leave"
    SICK = "sick leave"
    CALL = "on call"
    STUDY = "education"
    ORIENTATION = "orientation"


AT_WORK = frozenset(Sense) - {Sense.OFF, Sense.LEAVE, Sense.SICK, Sense.CALL, Sense.STUDY, Sense.ORIENTATION}
"""The senses in which somebody is on duty."""
TIME = re.compile(r"\d{1,2}(?::?\d\d)?[ap]m?\d*")
ABSENT = (Sense.OFF, Sense.LEAVE, Sense.SICK)


class Tradition(NamedTuple):
    """How the codes of one language are usually read; all codes are in lower case."""

    name: str
    senses: Mapping[str, Sense]


def _read(text: str) -> dict[str, Sense]:
    """Return codes by sense, written as "sense: code code; sense: code"."""
    lines = (line.partition(":") for line in text.split(";"))
    return {code: Sense(sense.strip()) for sense, _, codes in lines for code in codes.split()}


WORDS = _read(
    "early: early morning am früh frühdienst matin mañana manhã mattina rano vroeg förmiddag morgen tidlig aamu"
    " ranní утро pagi เช้า 早番 早班 早出 데이 早 a班 manana;"
    "day: day days jour tag tagdienst dzień dag päivä giorno dia día день 日勤 白班 主班 출근 work 出 出勤 日;"
    "late: late pm afternoon evening eve spät spätdienst soir après-midi tarde pomeriggio popołudnie laat aften"
    " kveld kväll avond siang ilta odpolední вечер บ่าย 遅番 晚班 中班 小夜 準夜 이브닝 遅 siang;"
    "night: night nights nacht nachtdienst nuit noche noite notte noc nat natt yö noční malam ночь ดึก 夜勤 夜班"
    " 深夜 大夜 나이트 夜 深 nd dem;"
    "long day: long ld dd longday lange dag12 長日勤;"
    "long night: ln longnight;"
    "24 hours: 24h 24 dn d/n сутки garde 当直;"
    "day off: x × off do d/o rdo rd r/o rest restday day-off dayoff frei wolne repos libre folga riposo vrij fri"
    " vapaa libur volno выходной - — / 休 休息 公休 休み 夜勤明 夜勤明け 明け 휴무 오프 หยุด wo lib #;"
    "leave: leave loa fmla bereavement jury"
    " vacation vac annual al a/l pto holiday hol ml mat lv urlaub urlop congé conge vacances vacaciones"
    " férias ferie ferias verlof maternity paternity compassionate cuti ferien semester loma dovolená отпуск ลา 有給"
    " 有休 年休 特休 年假 연차 휴가 ul cl 有;"
    "sick leave: sick sl s/l mal krank krankheit l4 baja malattia ziek sjuk больничный 病假 病欠 病 병가;"
    "on call: oc call on-call oncall bereitschaft rufdienst astreinte reperibilità wacht guardia dyżur pikett"
    " standby jour-vagt 待機 オンコール;"
    "education: edu ed train training study sd course class fortbildung formation formación szkolenie scholing 研修"
    " อบรม 교육;"
    "orientation: ori orient orientation precept preceptee einarbeitung"
)
"""Words and signs that hardly mean anything else, in any language."""

TRADITIONS = (
    Tradition("English (day, evening, night)", _read("day: d; late: e; night: n; long day: ld; long night: ln")),
    Tradition("British (early, late, night)", _read("early: e; late: l; night: n; long day: ld; day: d")),
    Tradition("English (morning, afternoon, night)", _read("early: m; late: a e p s; night: n; day: d")),
    Tradition(
        "German",
        _read("early: f fd; late: s sd; night: n nd; day: t td; leave: u; sick leave: k; day off: x; education: fb"),
    ),
    Tradition(
        "Polish",
        _read(
            "early: r r1; late: p p1 p2; long day: d rp d1 d2; long night: n; night: n8; 24 hours: dn rpn;"
            "late and night: pn; leave: u op iz op8 op12 ok8 ok12; day off: w"
        ),
    ),
    Tradition("Spanish or Portuguese", _read("early: m; late: t; night: n; long day: mt; leave: v; day off: l f")),
    Tradition("French", _read("early: m; late: s; day: j; night: n; day off: r rh; leave: ca rtt cm")),
    Tradition("Italian", _read("early: m; late: p; night: n; day off: r s; leave: f")),
    Tradition("Dutch", _read("early: v; day: d; late: l; night: n")),
    Tradition("Scandinavian", _read("early: f; day: d; late: a k; night: n")),
    Tradition("Finnish", _read("early: a; late: i; night: y; day off: v; leave: vl")),
    Tradition("Czech or Slovak", _read("early: r; late: o; night: n; day: d; leave: dov")),
    Tradition("Japanese", _read("early: 早; day: 日; late: 遅 準; night: 夜 深; day off: 休 明 公; leave: 有 年")),
    Tradition("Chinese", _read("early: 早; day: 白; late: 中 晚; night: 夜; day off: 休; leave: 假")),
    Tradition("Thai", _read("early: ช; late: บ; night: ด; day off: ย; leave: ล")),
    Tradition("Russian", _read("early: у; day: д; night: н; 24 hours: с; day off: в; leave: о от б")),
)
"""One letter means different things in two languages: which is meant, the other codes of the roster tell."""

ELSEWHERE = _read(
    "leave: u v al h c ca fer; sick leave: k it ch; day off: o w r f; day: d td t1; night: n; early: e m fd f1;"
    "late: l p t a s; on call: rb bd; education: st tr"
)
"""What a code of no tradition in use may mean: the weakest of guesses."""


def tradition_of(times: Mapping[str, int]) -> Tradition | None:
    """Return the tradition that makes duties of most cells, written so many times a code; the first of equals, or None.

    Codes are in lower case, and D12 speaks as D does.
    """
    letters: Counter[str] = Counter()
    for code, number in times.items():
        letters[_letters(code)] += number
    best = max(TRADITIONS, key=lambda tradition: _explained(tradition, letters))
    return best if _explained(best, letters) else None


def _letters(code: str) -> str:
    """Return a code without the number beside its letters; the a of 7a is of the clock."""
    return code if TIME.fullmatch(code) else code.strip("0123456789") or code


def _explained(tradition: Tradition, letters: Mapping[str, int]) -> int:
    """Return how many cells a tradition makes duties; where nobody is late, V is no early shift in Dutch but leave."""
    late = any(tradition.senses.get(code) is Sense.LATE for code in letters)
    return sum(
        number
        for code, number in letters.items()
        if tradition.senses.get(code) in AT_WORK and (late or ELSEWHERE.get(code) not in ABSENT)
    )
