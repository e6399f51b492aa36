"""Small tables show text as it is."""

import pandas as pd
from streamlit.testing.v1 import AppTest

from optimizer.ui.parts.plain import plain


def test_a_dash_is_no_bullet_and_dollars_are_no_formula():
    def draw():
        import pandas as pd

        from optimizer.ui.parts.tables import plain_table

        plain_table(pd.DataFrame({"Per FTE": ["-", "$5 to $6"]}, index=["Nights", "# Weekends"]))

    shown = AppTest.from_function(draw).run().table[0].value
    wanted = pd.DataFrame({plain("Per FTE"): [plain("-"), plain("$5 to $6")]}, index=["Nights", plain("# Weekends")])
    assert shown.equals(wanted)
    assert shown.iloc[0, 0] == "\\-"
