"""Money is told in the currency that a workbook says, in one way everywhere."""

from contextvars import copy_context

import pytest

from optimizer.planning.currency import amount_format, in_money, money, speak_in, whole_money
from optimizer.workbook.table.currency_cell import currency
from optimizer.workbook.table.parse import UnreadableError


def told(sign, say):
    """Return what is said while a currency is spoken in; what others speak in stays."""

    def saying():
        speak_in(sign)
        return say()

    return copy_context().run(saying)


def test_dollars_are_spoken_in_until_something_else_is_said():
    assert (money(123_450), whole_money(123_450), in_money("Pay")) == ("$1,234.50", "$1,234", "Pay, $")


@pytest.mark.parametrize(("sign", "said"), [("€", "€1,234.50"), ("CHF", "CHF\N{NO-BREAK SPACE}1,234.50")])
def test_a_sign_stands_close_and_letters_apart(sign, said):
    assert told(sign, lambda: money(123_450)) == said
    assert told(sign, lambda: in_money("Pay")) == f"Pay, {sign}"
    assert money(100) == "$1"


def test_tables_on_a_page_have_the_sign_too():
    assert told("£", amount_format) == "£%,.0f"
    assert told("£", lambda: amount_format(2)) == "£%,.2f"


@pytest.mark.parametrize("value", ["12", "dollars", 'a"b', "%", " "])
def test_what_is_no_sign_is_a_fault(value):
    with pytest.raises(UnreadableError):
        currency(value)
