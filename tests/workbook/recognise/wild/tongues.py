"""The languages that invented rosters are written in: people, codes and the words around a roster."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tongue:
    """A language: ``codes`` are early, late and night, or day and night; ``words`` are name, role, total and need."""

    locale: str
    people: tuple[str, ...]
    codes: tuple[str, ...]
    away: tuple[str, ...]
    off: tuple[str, ...]
    title: str
    words: tuple[str, str, str, str]
    roles: tuple[str, ...]
    monthly: str = "LLLL y"


ENGLISH = Tongue(
    "en",
    (
        "Mary Smith",
        "John O'Brien",
        "Aisha Khan",
        "Grace Owusu",
        "Peter Jones",
        "Li Wei",
        "Ana-Maria Costa",
        "Tom Baker",
        "Ruth Cohen",
        "Sam Green",
        "Priya Patel",
        "Olu Ade",
    ),
    ("E", "L", "N"),
    ("AL", "SL"),
    ("", "OFF", "DO", "X"),
    "Ward 7 Duty Roster",
    ("Name", "Role", "Total", "Required"),
    ("RN", "HCA", "Charge Nurse"),
)
AMERICAN = Tongue(
    "en",
    (
        "Smith, Mary",
        "Brown, Kevin",
        "Garcia, Luis",
        "Nguyen, Kim",
        "Davis, Ann",
        "Moore, Pat",
        "Lee, Jordan",
        "White, Sue",
    ),
    ("D", "E", "N"),
    ("PTO", "SICK"),
    ("", "OFF"),
    "4 West Nursing Schedule",
    ("Employee", "Title", "Total", "Needed"),
    ("RN", "CNA", "LPN"),
)
GERMAN = Tongue(
    "de",
    (
        "Müller, Anna",
        "Schmidt, Jörg",
        "Weber, Petra",
        "Fischer, Uwe",
        "Wagner, Ilse",
        "Becker, Max",
        "Schulz, Eva",
        "Koch, Lars",
    ),
    ("F", "S", "N"),
    ("U", "K"),
    ("", "X", "-"),
    "Dienstplan Station 3B",
    ("Name", "Funktion", "Summe", "Soll"),
    ("Pflegefachkraft", "Azubi", "Leitung"),
)
FRENCH = Tongue(
    "fr",
    ("Dupont Marie", "Martin Luc", "Bernard Zoé", "Petit Hélène", "Moreau Jean", "Laurent Inès", "Simon Paul"),
    ("M", "S", "N"),
    ("CA", "AM"),
    ("", "RH", "R"),
    "Planning du service",
    ("Nom", "Fonction", "Total", "Besoin"),
    ("IDE", "AS", "Cadre"),
)
SPANISH = Tongue(
    "es",
    ("María García", "José López", "Ana Martínez", "Luis Pérez", "Carmen Ruiz", "Pablo Díaz", "Elena Sanz"),
    ("M", "T", "N"),
    ("V", "B"),
    ("", "L"),
    "Cuadrante de turnos",
    ("Nombre", "Categoría", "Total", "Necesarios"),
    ("Enfermera", "Auxiliar", "Supervisora"),
)
PORTUGUESE = Tongue(
    "pt",
    ("Joana Silva", "Rui Santos", "Inês Ferreira", "Tiago Costa", "Marta Sousa", "Pedro Gomes"),
    ("M", "T", "N"),
    ("FE", "BX"),
    ("", "F", "D"),
    "Escala de Enfermagem",
    ("Nome", "Cargo", "Total", "Necessário"),
    ("Enfermeiro", "Técnico"),
)
POLISH = Tongue(
    "pl",
    ("Anna Kowalska", "Jan Nowak", "Ewa Wiśniewska", "Piotr Wójcik", "Zofia Lis", "Marek Król", "Iga Dudek"),
    ("D", "N"),
    ("U", "L4"),
    ("", "W"),
    "Grafik pracy - oddział wewnętrzny",
    ("Imię i nazwisko", "Stanowisko", "Razem", "Zapotrzebowanie"),
    ("pielęgniarka", "opiekun"),
)
ITALIAN = Tongue(
    "it",
    ("Rossi Giulia", "Bianchi Marco", "Ricci Sara", "Gallo Luca", "Conti Elisa", "Greco Paolo"),
    ("M", "P", "N"),
    ("FE", "MAL"),
    ("", "R", "S"),
    "Turni reparto Medicina",
    ("Nominativo", "Qualifica", "Totale", "Fabbisogno"),
    ("Infermiere", "OSS"),
)
DUTCH = Tongue(
    "nl",
    ("Jan de Vries", "Sanne Jansen", "Piet Bakker", "Lotte Visser", "Kees Smit", "Emma Mulder"),
    ("V", "L", "N"),
    ("VAK", "ZK"),
    ("", "X"),
    "Dienstrooster afdeling C",
    ("Naam", "Functie", "Totaal", "Benodigd"),
    ("Verpleegkundige", "Verzorgende"),
)
SWEDISH = Tongue(
    "sv",
    ("Anna Svensson", "Erik Lund", "Karin Åberg", "Olof Ek", "Maja Nyström", "Nils Öberg"),
    ("D", "K", "N"),
    ("SEM", "SJ"),
    ("", "L"),
    "Schema avdelning 12",
    ("Namn", "Befattning", "Summa", "Behov"),
    ("Sjuksköterska", "Undersköterska"),
)
CZECH = Tongue(
    "cs",
    ("Jana Nováková", "Petr Svoboda", "Eva Dvořáková", "Jiří Černý", "Lucie Veselá", "Ivan Horák"),
    ("R", "O", "N"),
    ("DOV", "PN"),
    ("", "V"),
    "Rozpis služeb",
    ("Jméno", "Funkce", "Celkem", "Potřeba"),
    ("sestra", "sanitář"),
)
JAPANESE = Tongue(
    "ja",
    ("佐藤 花子", "鈴木 一郎", "高橋 美咲", "田中 健", "伊藤 愛", "渡辺 翔", "山本 結衣"),
    ("早", "遅", "夜"),
    ("有", "病"),
    ("", "休", "公休"),
    "看護師勤務表",
    ("氏名", "職種", "合計", "必要人数"),
    ("看護師", "准看護師"),
    "y年M月",
)
CHINESE = Tongue(
    "zh",
    ("王芳", "李娜", "张伟", "刘洋", "陈静", "杨丽", "赵敏"),
    ("早", "中", "晚"),
    ("年假", "病假"),
    ("", "休"),
    "护士排班表",
    ("姓名", "职称", "合计", "需求"),
    ("护士", "护师"),
    "y年M月",
)
KOREAN = Tongue(
    "ko",
    ("김민지", "이서연", "박지훈", "최수빈", "정하은", "강도윤"),
    ("D", "E", "N"),
    ("연차", "병가"),
    ("", "OFF"),
    "간호사 근무표",
    ("이름", "직급", "합계", "필요인원"),
    ("간호사", "수간호사"),
    "y년 M월",
)
THAI = Tongue(
    "th",
    ("สมชาย ใจดี", "สุดา มีสุข", "วิภา ทองดี", "อรทัย แก้วใส", "นภา ศรีสุข", "มานี รักดี"),
    ("ช", "บ", "ด"),
    ("ลา",),
    ("", "หยุด"),
    "ตารางเวรพยาบาล",
    ("ชื่อ", "ตำแหน่ง", "รวม", "ต้องการ"),
    ("พยาบาล", "ผู้ช่วย"),
)

TONGUES = (
    ENGLISH,
    AMERICAN,
    GERMAN,
    FRENCH,
    SPANISH,
    PORTUGUESE,
    POLISH,
    ITALIAN,
    DUTCH,
    SWEDISH,
    CZECH,
    JAPANESE,
    CHINESE,
    KOREAN,
    THAI,
)
