"""What codes of duty are likely to mean, from their own letters and from the clock times in them."""

import re

from optimizer.workbook.recognise.proposal import Meaning
from optimizer.workbook.recognise.words.calendar import folded

SORTS: tuple[tuple[str, str], ...] = (
    ("off", "x|×|o|off|f|frei|libre|l|休|休み|休息|公休|오프|휴무|wo|rd|rest|do|d/o|r/o|-|/|#|wolne|w|repos|riposo|folga|lib|day off|days off|libur|หยุด"),
    ("leave", "u|al|a/l|lv|leave|annual leave|v|vac|vacation|vacaciones|urlaub|urlop|ul|hol|holiday|pto|cl|c|ca|ferie|fer|年休|有休|有|年假|연차|휴가|ลา|cuti|conge"),
    ("leave (sick)", "sl|s/l|sick|l4|k|krank|baja|it|mal|病|病假|병가|sick leave|ml|ch"),
    ("work night", "n|n1|n2|night|nd|nacht|noche|noc|nuit|notte|ln|夜|夜勤|深|深夜|나이트|大夜|夜班|ดึก|malam|nights|night shift|night duty|ночь|dem"),
    ("work early", "e|m|early|morning|fd|f1|früh|am|mañana|manana|早|早番|早班|데이|เช้า|pagi|rano|mattina|matin|a班"),
    ("work late", "l|late|evening|pm|t|tarde|sd|s|spät|遅|遅番|中班|小夜|準夜|이브닝|บ่าย|siang|a|p|popołudnie"),
    ("work day", "d|day|ld|long|long day|dd|日|日勤|白班|td|t1|dia|día|tag|day shift|dzień"),
    ("work day+night", "dn|d/n|24|24h|dzień noc"),
    ("on call", "oc|on call|on-call|rb|bd|guardia|dyżur|pikett"),
    ("training", "st|study|training|tr|edu|研修|교육|szkolenie"),
)
KNOWN = {folded(word): sort for sort, words in reversed(SORTS) for word in words.split("|")}
CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm|a|p)?\s*(?:-|–|—|~|〜|to|bis)\s*(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm|a|p)?(?!\d)", re.IGNORECASE)


def meanings_of(codes: tuple[tuple[str, int], ...]) -> tuple[Meaning, ...]:
    """Return a guess for each code, in the order given."""
    return tuple(_meaning(code, count) for code, count in codes)


def _meaning(code: str, count: int) -> Meaning:
    times = times_in(code)
    if times:
        return Meaning(code, count, _by_clock(times), times, "the clock times stand in the code")
    sort = KNOWN.get(folded(code)) or KNOWN.get(folded(re.split(r"[\s(（]", code)[0]))
    if sort:
        return Meaning(code, count, sort, None, "what the code usually stands for")
    return Meaning(code, count, "work", None, "not told; a duty of unknown time of day")


def times_in(text: str) -> str | None:
    """Return clock times that a text holds as "09:00-12:00", None when there are none."""
    found = CLOCK.search(text)
    if found is None:
        return None
    start, end = _clock(*found.group(1, 2, 3)), _clock(*found.group(4, 5, 6))
    return f"{start}-{end}" if start and end else None


def _clock(hour: str, minute: str | None, half: str | None) -> str | None:
    at = int(hour) % 12 + 12 if half and half.casefold().startswith("p") else int(hour)
    return f"{at:02d}:{int(minute or 0):02d}" if at <= 24 and int(minute or 0) < 60 else None


def _by_clock(times: str) -> str:
    start = int(times[:2])
    if start >= 18 or start < 4:
        return "work night"
    return "work early" if start < 8 else "work day" if start < 11 else "work late"
