"""What the labels of rows say that are no people: totals, needs, counts of patients, legends, notes, signatures."""

import re
from functools import lru_cache

from optimizer.workbook.recognise.words.calendar import folded

TOTAL = (
    "total|totals|sum|subtotal|count|counts|razem|suma|summe|gesamt|anzahl|total general|totales|somme|totale|totaal|合計|合計人数|計|小計|"
    "总计|合计|小计|总数|합계|총계|총|계|รวม|tong|tong cong|jumlah|итого|всего|συνολο|toplam|celkem|osszesen|srednia|average|avg|mean|durchschnitt|"
    "media|promedio|moyenne|平均|actual|worked|present|assigned|scheduled|staffed|on duty|variance|difference|over/under|diff|ist|presentes|"
    "obecni|出勤人数|人数合計|head count|headcount|tally|shortfall|gap|balance|surplus|staff count|staff on duty|total staff|checksum"
)
NEED = (
    "need|needed|required|requirement|requirements|demand|min|minimum|target|core|par|bedarf|soll|sollbesetzung|mindestbesetzung|requerido|"
    "requeridos|necesidad|necesarios|demanda|minimo|besoin|effectif requis|requis|zapotrzebowanie|wymagane|fabbisogno|necessari|benodigd|"
    "必要人数|必要数|必要|需求|所需|需要人数|필요인원|필요|ต้องการ|can co|kebutuhan|требуется|потребность|ihtiyac|staffing need|budgeted|quota"
)
CENSUS = (
    "census|patients|patient|beds|occupancy|occupied|residents|children|belegung|patienten|pacientes|camas|pacjenci|lozka|dzieci|kinder|enfants|"
    "ninos|lits|患者数|患者|入院|病人|在院|床|환자|환자수|재원|ผู้ป่วย|benh nhan|pasien|пациенты|койки|hasta|adc|acuity|admissions|discharges|"
    "volunteers|potilaat|patienter|inpatients"
)
LEGEND = "legend|key|legende|leyenda|legenda|legende|凡例|说明|图例|범례|คำอธิบาย|codes|abbreviations|objasnienia|oznaczenia|kod|referencias|simbologia"
NOTE = (
    "note|notes|nb|remark|remarks|comment|uwagi|bemerkung|bemerkungen|hinweis|nota|notas|observaciones|remarque|備考|注|备注|비고|메모|หมายเหตุ|"
    "prepared by|approved by|signature|signed|sporzadzila|sporzadzil|zatwierdzil|dyrektor|unterschrift|erstellt|firma|elaborado|aprobado|signe|"
    "作成|承認|制表|审核|작성자|승인|checked by|authorised|authorized|manager signature|date printed|printed|last updated|updated|stand|please|holiday|holidays|feiertag"
)
VACANT = "vacant|vacancy|open shift|open|unfilled|unassigned|to be filled|tbc|tba|n.n.|nn|vacante|vacant post|wakat|unbesetzt|poste vacant|欠員|空缺|결원"
SAMPLE = "sample|example|beispiel|ejemplo|exemple|przyklad|例|示例|예시|샘플"
INSTRUCTION = "required|optional|mandatory|필수|선택|必須|任意|必填|选填|pflicht|obligatorio|opcional|obligatoire|facultatif|wymagane|opcjonalne"


def _says(words: str) -> re.Pattern[str]:
    """Return what finds whole words, and words of scripts without blanks anywhere."""
    spaced = [folded(word) for word in words.split("|") if word.isascii() or word[0] < "\u0e00"]
    run_on = [folded(word) for word in words.split("|") if not word.isascii() and word[0] >= "\u0e00"]
    parts = [rf"(?<!\w)(?:{'|'.join(map(re.escape, spaced))})(?!\w)"]
    if run_on:
        parts.append("|".join(map(re.escape, run_on)))
    return re.compile("|".join(parts))


PATTERNS = {
    "total": _says(TOTAL),
    "need": _says(NEED),
    "census": _says(CENSUS),
    "legend": _says(LEGEND),
    "note": _says(NOTE),
    "vacant": _says(VACANT),
    "sample": _says(SAMPLE),
    "instruction": _says(INSTRUCTION),
}


@lru_cache(maxsize=20_000)
def says(label: str, sort: str) -> bool:
    """Return whether a label has a word of a sort: total, need, census, legend, note, vacant."""
    return bool(PATTERNS[sort].search(folded(label)))
