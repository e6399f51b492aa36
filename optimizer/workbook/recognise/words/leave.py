"""What a text begins with, or has in it, that writes leave out in words; without accents, in small letters."""

import re

LEAVE = re.compile(
    r"^(?:u|l4|al|a/l|lv|ul|sl|vac|hol|pto|v)\b|leave|urlop|urlaub|vacation|vacaciones|conge|ferie|ferias|zwolnienie|sick|krank|baja|holiday|"
    r"maternity|有休|休暇|年休|年假|病假|휴가|연차|ลา|cuti|отпуск"
)
