"""What is made only when somebody asks for it."""

import pickle
from dataclasses import replace

import pytest

from auditor.model.finding import Judgement
from auditor.model.later import Later


@pytest.fixture
def asked():
    return []


@pytest.fixture
def judgement(asked):
    def working():
        asked.append("working")
        return "2 + 2 = 4"

    return Judgement("c1", "agrees", "exact", working)


def test_it_is_made_once_and_not_before(asked, judgement):
    assert asked == []
    assert (judgement.working, judgement.working) == ("2 + 2 = 4", "2 + 2 = 4")
    assert asked == ["working"]


def test_it_makes_no_difference_to_who_holds_it(judgement):
    given = Judgement("c1", "agrees", "exact", "2 + 2 = 4")
    assert judgement == given
    assert repr(judgement) == repr(given)
    assert replace(judgement, verdict="disagrees").working == "2 + 2 = 4"
    assert Judgement("c1", "agrees").working == ""


def test_values_that_are_made_later_are_as_a_tuple_of_them(asked):
    later = Later(lambda: (asked.append("values"), 1, 2)[1:])
    assert asked == []
    assert later == (1, 2) == later
    assert (len(later), later[0], later[:1], list(later), repr(later)) == (2, 1, (1,), [1, 2], "(1, 2)")
    assert hash(later) == hash((1, 2))
    assert asked == ["values"]
    assert not Later(tuple)


def test_another_process_gets_the_values():
    assert pickle.loads(pickle.dumps(Later(lambda: (1, 2)))) == (1, 2)
