"""What waits for a role or part is divided once, and as one by one it would be."""

from proeve.sight.brief import briefs_of
from proeve.sight.tasks import is_for, most_urgent
from proeve.site.hats import by_hat, hats
from tests.site import verdicts


def test_each_hat_has_what_is_for_it_in_the_order_of_all() -> None:
    school = verdicts.school()
    waits = (task for brief in briefs_of(school) for task in brief.tasks)
    tasks = most_urgent(waits, school.now)
    divided = by_hat(tasks)
    assert tuple(divided) == hats()
    for hat in hats():
        assert list(divided[hat]) == [one for one in tasks if is_for(one, None, hat)]
    assert sum(map(len, divided.values())) >= len(tasks) > 0
