"""An expander that unfolds does not scroll inside itself.

Any scroll around a list shuts it, so that a field that is clicked too soon would seem dead.
"""

from tests.ui.apps import open_store
from tests.ui.story import page_over, tab

UNFOLD = """async ([title, field]) => {
  const named = (summary) => summary.textContent.includes(title);
  const details = [...document.querySelectorAll('summary')].find(named).parentElement;
  details.querySelector('summary').click();
  await new Promise(requestAnimationFrame);
  const [unfolding] = details.getAnimations();
  unfolding.pause();
  unfolding.currentTime = 1;
  details.querySelector(`input[aria-label='${field}']`).focus();
  return [details.scrollHeight > details.clientHeight, details.scrollTop, document.activeElement.ariaLabel];
}"""
"""Opens an expander, holds it where it has hardly begun, and goes to a field that does not show yet."""


def test_an_expander_that_unfolds_does_not_scroll_to_the_field_that_is_clicked(browser, tmp_path):
    open_store(tmp_path, "small")
    with page_over(tmp_path / "store.db") as url, tab(browser, url) as it:
        it.go("Staff and credentials")
        assert it.page.evaluate(UNFOLD, ["Whose turn is next", "Turn"]) == [True, 0, "Turn"]  # clipped, scrolled, focus
