"""What somebody has not seen yet is theirs alone, also where they are given what others saw."""

from optimizer.scenarios.asks.my_news import my_news
from optimizer.store.drafts import open_draft
from optimizer.store.publications import publications
from optimizer.store.roles import Actor, Role
from optimizer.store.telling.told import mark_seen, of_publication
from tests.store.made import MANAGER
from tests.store.test_publications import PLAN, act
from tests.stores import begin


def test_what_a_colleague_saw_is_still_new_to_a_manager_who_is_on_the_schedule(tmp_path):
    store = begin(tmp_path)
    draft = open_draft(store, MANAGER, "4 West", "June", b"a workbook", PLAN)
    act(store, 1)
    (last,) = publications(store, MANAGER)
    mark_seen(store, Actor("a", Role.STAFF, "ann"), draft, of_publication(last.number))
    ben = Actor("b", Role.MANAGER, "ben")
    assert my_news(store, ben, draft, last).publication == last.number
    mark_seen(store, ben, draft, of_publication(last.number))
    assert my_news(store, ben, draft, last).publication is None
