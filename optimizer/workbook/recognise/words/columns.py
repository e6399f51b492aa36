"""What the titles of columns say, in the languages that rosters come in."""

import re
from functools import lru_cache

from optimizer.workbook.recognise.words.calendar import folded

CONCEPTS: dict[str, str] = {
    "first name": "first name|first|firstname|given name|forename|fname|vorname|nombre de pila|prenom|imie|名|이름(성제외)|voornaam|förnamn|fornavn|etunimi",
    "surname": "surname|last name|lastname|last|family name|lname|nachname|familienname|apellido|apellidos|nom de famille|nazwisko|cognome|achternaam|efternamn|etternavn|姓",
    "name": "name|staff name|employee name|full name|fullname|nurse|nurses|nurse name|employee|staff|staff member|worker|person|member|caregiver|clinician|resident|doctor|physician|provider|name of staff|names|staff names|team member|colleague|nombre|nombre completo|enfermera|enfermero|enfermera/o|empleado|personal|trabajador|profesional|nom|nom complet|nom prenom|nom et prenom|soignant|agent|infirmier|infirmiere|salarie|imie i nazwisko|nazwisko i imie|pracownik|pielegniarka|mitarbeiter|mitarbeiterin|mitarbeitende|vorname nachname|name vorname|pflegekraft|nome|nome completo|funcionario|colaborador|enfermeiro|infermiere|dipendente|nominativo|naam|medewerker|namn|navn|nimi|氏名|名前|担当者|職員|職員名|スタッフ|看護師|姓名|名字|护士|護士|员工|員工|人员|이름|성명|간호사|간호사명|직원|직원명|ชื่อ|ชื่อ-สกุล|ชื่อสกุล|พยาบาล|ho ten|ho va ten|ho ten nhan vien|nama|nama perawat|perawat|имя|фио|ф.и.о|сотрудник|медсестра|ονοματεπωνυμο|ονομα|isim|ad soyad|adi soyadi|hemsire|personel|jmeno|prijmeni a jmeno|nev|dolgozo|jmeno a prijmeni|meno|nume|nume si prenume|assigned to|assigned|assignee|who|on call person|personnel|staff_member|nurse assigned|allocated to|covered by",
    "id": "id|staff id|employee id|nurse id|emp id|empid|employee no|employee number|staff no|staff number|payroll|payroll no|payroll number|personnel number|personalnummer|personal nr|persnr|matricule|matricula|legajo|dni|sap|code employe|badge|badge no|사번|직번|職員番号|社員番号|工号|員工編號|学号|编号|รหัส|numer|nr|no|no.|number|#|worker id|person id|user id|uid|pin|esr|assignment number|nik|nip|id empleado|id pracownika|member id|caregiver id|资格|kennung",
    "role": "role|job|job title|position|title|grade|band|designation|rank|license type|licence type|license|licence|credential|credentials|discipline|profession|occupation|job role|job code|job class|classification|category|staff type|type of staff|stanowisko|stanowisko/funkcja|funkcja|rolle|funktion|qualifikation|beruf|dienstart|puesto|cargo|categoria|rol|categoria profesional|profesion|fonction|poste|grade/fonction|metier|qualifica|ruolo|mansione|funcao|cargo/funcao|functie|befattning|stilling|職種|役職|资历|职称|职务|岗位|角色|직책|직급|직위|역할|ตำแหน่ง|chuc vu|chuc danh|jabatan|должность|θεση|gorev|unvan|funkce|beosztas|skill mix|staff group",
    "team": "team|group|crew|zespol|grupa|gruppe|equipo|equipe|grupo|squadra|チーム|グループ|班|组|组别|小组|팀|조|ทีม|tim|команда|бригада",
    "unit": "unit|ward|department|dept|dept.|floor|area|location|site|home unit|unit name|cost center|cost centre|service|clinic|facility|oddzial|station|abteilung|bereich|unidad|unidad asignada|servicio|planta|departamento|unite|service/unite|reparto|unita|unidade|setor|afdeling|avdelning|病棟|部署|所属|科室|病区|单位|部门|병동|부서|หน่วยงาน|แผนก|khoa|ruang|unit kerja|отделение|κλινικη|servis|birim|work location|assigned unit|primary unit",
    "home": "home name|care home|home",
    "contract": "contract|contract type|contract kind|employment type|employment|emp type|fte type|full/part time|ft/pt|type of contract|rodzaj umowy|umowa|vertrag|vertragsart|beschaftigung|jornada|contrato|tipo de contrato|tipo contrato|contrat|type de contrat|contratto|vinculo|dienstverband|雇用形態|勤務形態|合同|用工|고용형태|계약|ประเภท|hop dong|тип занятости|status pegawai|anstellung",
    "fte": "fte|wte|percent|percentage|%|employment %|pensum|stellenanteil|beschaftigungsgrad|wymiar czasu pracy|etat|wymiar etatu|porcentaje|% jornada|quotite|temps de travail|taux|part time %|ставка|workload|work percentage|wte contracted",
    "hours per week": "hours per week|weekly hours|contract hours|contracted hours|hrs per week|hrs/week|hours/week|hours worked per week|hrs/wk|hours per wk|target hours per week|target hours|wochenstunden|stunden pro woche|stunden/woche|sollstunden|horas semanales|horas por semana|horas semana|heures par semaine|heures hebdo|heures hebdomadaires|ore settimanali|godziny tygodniowo|godzin tygodniowo|horas/semana|carga horaria|uren per week|timer per uke|週時間|周工时|每周工时|주당시간|주당근무시간|contr hours|hours contracted|wkly hrs|contracted hours per week|hours weekly|часов в неделю",
    "max hours per week": "max hours per week|max hours|max weekly hours|maximum hours|maximum hours per week|max hrs|max hrs/week|hochststunden|max stunden|horas maximas|horas max semana|max. hours",
    "min hours per week": "min hours per week|min hours|minimum hours|min weekly hours",
    "hours": "hours|hrs|stunden|horas|heures|godziny|ore|uren|時間|工时|시간|total hours|hours worked|duration|dauer|duracion|duree|length|paid hours|czas|shift length|work hours|часы",
    "shifts per week": "shifts per week|shifts worked per week|shifts/week",
    "nights": "nights",
    "weekends": "weekends",
    "skill": "skill level|skill|competency|competence|required skill|level|kompetenz|habilidad|competencia|competenza",
    "skills": "skills|skill set|skillset|specialties|specialty|specialities|competencies|qualifications|kompetenzen|habilidades|competencias|competences|umiejetnosci|especialidad|especialidades|スキル|技能|기술",
    "certificates": "certifications|certificates|certification|certs|zertifikate|certificaciones",
    "years": "years experience|years|experience|years of experience|experiencia anos|anos experiencia|experiencia|anos de experiencia|経験年数|年数|工作年限|경력|annees experience|erfahrung|experience years|exp years|exp|yrs exp",
    "years of service": "years of service|연차|seniority|antiguedad|dienstjahre|anciennete|勤続年数",
    "year joined": "year joined|입사년도|입사연도|joined",
    "start date": "start date|hire date|date of hire|joining date|date joined|doj|employment start|eintritt|eintrittsdatum|fecha ingreso|fecha de ingreso|fecha de inicio|date embauche|date d'embauche|data zatrudnienia|入職日|入社日|入职日期|입사일|start of employment",
    "end date": "end date|leaving date|termination date|end|to date|date to|until|bis|hasta|fin|fecha fin|date fin|data do|do dnia|終了日|结束日期|종료일|enddate|enddatum|end_date|fecha de fin|leave end",
    "begin date": "from date|date from|begin|begin date|von datum|desde|fecha inicio|date debut|data od|od dnia|開始日|开始日期|시작일|startdate|startdatum|period start|week start|week commencing|week beginning|w/c|week of|week|leave start",
    "shift preference": "shift preference|shift preferences|preferred shift|preferred shifts|preference|preferences|preferencia turno|turno preferido|preferencia|schichtwunsch|wunschschicht|preferencia de turno|希望シフト|shift pref|preferred",
    "disliked shifts": "disliked shifts|기피근무|avoid shifts|unwanted shifts",
    "availability": "availability|availability slots|disponibilidad|disponibilite|verfugbarkeit|dyspozycyjnosc|available days|available times",
    "days not available": "days not available|unavailable days|unavailable dates|unavailability|unavailable|dias indisponibles|dias no disponibles|indisponibilites|nicht verfugbar|days off requested|blocked days",
    "available": "available|is available|disponible|verfugbar|can work|可用|가능",
    "status": "status|employment status|state|estado|statut|stan|active status|状态|상태",
    "active": "is active|active|aktiv|activo|aktywny",
    "is manager": "is manager|is management|management",
    "manager": "manager|supervisor|line manager|reports to|vorgesetzter",
    "e-mail": "email|e-mail|mail|email address|correo|correo electronico|メール|邮箱|이메일|courriel",
    "phone": "phone|phone number|telephone|tel|mobile|contact|contact number|contact no|cell|telefon|telefono|telefone|電話|电话|手机|전화|전화번호|연락처|numer telefonu|handy|bleep|pager",
    "hourly rate": "hourly rate|rate|pay rate|pay|wage|hourly wage|stundenlohn|tarifa|tarifa hora|salario hora|salario|stawka|stawka godzinowa|taux horaire|時給|时薪|시급|cost per hour|rate/hr|hourly cost|salary",
    "languages": "languages|language|sprachen|sprache|idiomas|idioma|langues|jezyki|語言|언어|spoken languages|languages spoken",
    "leave days a year": "annual leave days|leave days|leave entitlement|annual leave entitlement|urlaubstage|dias de vacaciones|leave days a year|al entitlement|annual leave",
    "shift pattern": "shift pattern|pattern|rota pattern|work pattern|schichtmuster|rotation",
    "workload level": "workload level|업무레벨|work level",
    "short-hours factor": "short-hours factor|단축근무",
    "shifts the person can lead": "shifts the person can lead|리더가능|can lead|charge shifts|lead shifts|charge capable",
    "preceptor": "preceptor|프리셉터|프리셉터(파트너)|mentor|buddy",
    "people to avoid": "people to avoid|기피대상|기피대상(이름)|avoid",
    "preferred shifts": "선호근무|preferred shift codes",
    "tags": "tags|특수태그|tag|labels",
    "gender": "gender|sex|geschlecht|sexo|sexe|plec|性別|性别|성별",
    "age": "age|alter|edad|wiek|年齢|年龄|나이",
    "date of birth": "dob|date of birth|birth date|birthdate|birthday|geburtsdatum|fecha de nacimiento|fecha nacimiento|date de naissance|data urodzenia|生年月日|出生日期|생년월일",
    "password": "password|passwort|contrasena|haslo",
    "date": "date|shift date|work date|duty date|day date|dates|datum|fecha|fechas|jour|data|dia|dzien|日付|日期|日にち|날짜|일자|วันที่|ngay|tanggal|дата|ημερομηνια|tarih|pvm|dato|service date|requested date|request date|leave date|date of shift|date requested|schedule date|roster date|day of month|rota date|assignment date|日",
    "weekday": "day|weekday|day of week|dow|wochentag|tag|dia semana|dia de la semana|jour semaine|dzien tygodnia|曜日|星期|요일|วัน|thu|hari|день|день недели|giorno",
    "month": "month|monat|mes|mois|miesiac|月|月份|월|เดือน|thang|bulan|месяц|mese",
    "year": "year|jahr|ano|annee|rok|年|年份|년|년도|ปี|nam|tahun|год|anno",
    "shift": "shift|shift id|shift code|shift name|shift type|duty|duty code|duty type|code|shift worked|schicht|dienst|schichtart|turno|turnos|codigo turno|poste horaire|quart|zmiana|dyzur|nazwa zmiany|turno/guardia|guardia|シフト|勤務|勤務区分|勤務種別|班次|班别|班種|排班|근무|근무조|근무형태|근무코드|เวร|กะ|ca|ca truc|shift kerja|смена|βαρδια|vardiya|nobet|smena|muszak|tura|vuoro|vakt|pass|assignment|skrot|kod|symbol|shift label|tour|tour of duty|rota code",
    "request": "request|type|request type|leave type|absence type|absence|leave|wish|reason type|kind|kind of request|absence code|rodzaj|art|abwesenheit|abwesenheitsart|tipo|tipo de ausencia|tipo ausencia|tipo solicitud|motif|type d'absence|nature|種別|申請|休暇|類型|类型|假别|유형|신청|휴가|휴가종류|ประเภทการลา|loai nghi|jenis cuti|тип|solicitud|peticion|wunsch",
    "required": "required|need|needed|demand|required staff|staff required|number required|min staff|minimum staff|required number|number needed|count|headcount|staff needed|min|minimum|bedarf|soll|benotigt|personal requerido|requerido|necesario|necesarios|demanda|effectif|besoin|effectif requis|zapotrzebowanie|wymagane|wymagana liczba|liczba|richiesto|fabbisogno|necessario|必要人数|必要数|人数|需求|需求人数|所需人数|필요인원|필요인력|인원|จำนวน|so luong|jumlah|требуется|количество|ihtiyac|target|quota|num staff|required count|number of staff|nurses required|nurses needed|staffing|requirement|minimum required|min required|min nurses|positions",
    "census": "census|patients|patient count|patient census|beds|occupied beds|occupancy|adc|midnight census|residents|children|belegung|patienten|pacientes|camas|ocupacion|patients presents|lits|pacjenci|患者数|入院患者数|病人数|在院人数|환자수|재원환자|ผู้ป่วย|inpatients|number of patients|patient numbers|average census",
    "from": "from|start|start time|time from|begin time|starts|start hour|shift start|von|beginn|anfang|inicio|hora inicio|hora de inicio|desde hora|debut|heure debut|heure de debut|od|poczatek|inizio|ora inizio|開始|開始時刻|开始|开始时间|시작|시작시간|เริ่ม|gio bat dau|jam mulai|начало|baslangic|time in|clock in|in|begins",
    "to": "to|end time|finish|finish time|ends|end hour|shift end|bis zeit|ende|fin hora|hora fin|hora de fin|fin|heure fin|heure de fin|do|koniec|fine|ora fine|終了|終了時刻|结束|结束时间|종료|종료시간|สิ้นสุด|gio ket thuc|jam selesai|конец|bitis|time out|clock out|out",
    "break": "break|break minutes|unpaid break|break mins|pause|pausa|przerwa|休憩|휴게",
    "counts as work": "counts as work|zmiana pracujaca|is work|working|works",
    "colour": "colour|color|kolor|farbe|couleur",
    "value": "value|wert|valor|valeur|wartosc|setting|値|值|값|limit|amount value",
    "parameter": "parameter|param|rule|rule name|constraint|setting name|key|option|regel|regla|restriccion|parametro|regle|contrainte|zasada|規則|ルール|규칙|variable",
    "comment": "comment|comments|note|notes|remark|remarks|description|bemerkung|bemerkungen|kommentar|anmerkung|comentario|observaciones|observacion|notas|commentaire|remarque|uwagi|opis|備考|摘要|备注|비고|메모|หมายเหตุ|ghi chu|catatan|примечание|reason|explanation|details|grund|motivo",
    "patient": "patient|patient name|client|client name|member name|member|patient full name|beneficiary|enrollee|paciente|patientin|nom du patient|pacjent|患者|患者名|患者氏名|病人|환자|환자명|resident name|service user",
    "patient id": "patient id|patientid|mrn|medical record number|member id|memberid|medicaid id|medicare id|mbi|client id|subscriber id|subject id|person number|nhs number|chart|chart number|chart no|beneficiary id|bene id|desynpuf id|enrollee id|patient number|patient no|id paciente|pat id|pid|hicn",
    "diagnosis": "diagnosis|diagnoses|dx|icd|icd10|icd-10|icd code|icd10 code|diagnosis code|dx code|primary diagnosis|condition|conditions|problem|diagnostico|diagnose|diagnostic|rozpoznanie|診断|诊断|진단|dx1|icd9 dgns cd 1|principal diagnosis|chronic conditions|reason code|reasondescription|comorbidities",
    "drug": "drug|drug name|medication|medication name|medicine|ndc|ndc code|product|drug description|rx name|medicament|medikament|medicamento|lek|薬剤|药品|약품|prescription|generic name|brand name|prod srvc id|rxnorm|drug_name|med name",
    "fill date": "fill date|dispensed|dispense date|date dispensed|dispensed date|date filled|filled|srvc dt|rx date|dispensed on|last fill|last fill date|date of fill",
    "days supply": "days supply|day supply|days' supply|days suply num|supply days|supply|days of supply|dispensed days",
    "quantity": "quantity|qty|qty dispensed|quantity dispensed|qty dspnsd num|units|menge|cantidad",
    "claim id": "claim id|claim number|claim no|claim|claimid|clm id|claim_id|claim #",
    "amount": "amount|paid amount|paid|charge|charges|billed amount|total charge|allowed amount|cost|total cost|clm pmt amt|claim amount|total paid|allowed|billed|payment|importe|betrag",
    "procedure": "procedure|cpt|cpt code|hcpcs|procedure code|procedure code(s)|rev code|revenue code|service code|hcpcs cd",
    "admission date": "admission date|admit date|admitted|date of admission|admission|fecha ingreso paciente|discharge date|discharged",
    "risk": "risk|risk score|lace|acuity|acuity score|risk level|hcc|hcc score|raf|tier|charlson|acuity level",
    "zip": "zip|zip code|postcode|postal code|plz|codigo postal|code postal|service area zip",
    "address": "address|street|city|county|adresse|direccion|state code",
    "payer": "payer|payer enrollment|payers|insurance|plan|coverage|health plan|payor",
    "vaccination": "vaccination|covid vaccination status|vaccination status",
    "radius miles": "coverage radius miles|radius miles|radius",
}
KNOWN = {folded(word): concept for concept, words in reversed(CONCEPTS.items()) for word in words.split("|")}
EXTRA = re.compile(r"\b(?:de|del|la|of|the|name|nr|num)\b")
PARTS = re.compile(r"[\s_\-./]+")


def spoken(title: str) -> str:
    """Return a title as words: "Hours_Per_Week" and "hoursPerWeek" are "hours per week"."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title)
    return " ".join(part for part in PARTS.split(parted.strip()) if part).casefold()


@lru_cache(maxsize=20_000)
def concept_of(title: str) -> str | None:
    """Return what a column's title stands for, None when no word of it is known."""
    said = spoken(title)
    for form in (title, said, re.sub(r"\s*[(\[（].*?[)\]）]", "", said), said.replace(" ", "")):
        if (found := KNOWN.get(folded(form))) is not None:
            return found
    return _by_its_end(folded(said))


def _by_its_end(said: str) -> str | None:
    """Return what the last or the first words of a longer title stand for: "dienst am montag", "assigned shift"."""
    words = said.split()
    for size in range(min(3, len(words) - 1), 0, -1):
        for part in (" ".join(words[-size:]), " ".join(words[:size])):
            if len(part) > 2 and part in KNOWN:
                return KNOWN[part]
    return None


def field_of(title: str) -> str:
    """Return the name of a field of things: the known word for it, or the title in plain words."""
    said = spoken(title)
    known = KNOWN.get(folded(said)) or KNOWN.get(folded(title))
    if known in ("comment", "name") and known not in said:  # "description" says more than "comment"
        return spoken(title) if known == "comment" else known
    return known or spoken(re.sub(r"\s*[(\[（].*?[)\]）]", "", title)) or said
