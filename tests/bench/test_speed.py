from collections.abc import Iterator

import pytest

from dragoman.bench.speed import figures, network_rate, pace, tables
from dragoman.coder import Coder
from dragoman.engines.work import Item, Outcome, work
from dragoman.records import Coding, Story
from dragoman.sentences import sentences
from tests.engines.fakes import FakeCoder, mixed


def test_rates_are_over_what_was_coded() -> None:
    paced = pace(mixed(), lambda item: work(FakeCoder(), item))
    found = figures(paced, lambda sentence: 3 * len(sentence.split()))
    assert (found["stories"], found["rejected"], found["events"]) == (2, 2, 2)
    assert found["tokens_per_s"] > found["words_per_s"] > found["sentences_per_s"] > 0
    # one sentence a story here: the same rate, printed with one decimal and with two
    assert found["sentences_per_s"] == pytest.approx(found["stories_per_s"], abs=0.06)
    assert found["tokens_per_s"] == pytest.approx(3 * found["words_per_s"], rel=0.01)
    assert dict(tables(paced)[1].rows) == {"empty": 1, "bad_row": 1}


def test_time_is_laid_to_the_room_where_it_goes() -> None:
    def slow(item: Item) -> Outcome:
        for _ in range(40):
            sentences("The envoy of Peru spoke. " * 200)
        return Outcome("", Coding(story=Story(id="0")))

    shares = dict(tables(pace(mixed()[:1], slow))[0].rows)
    assert max(shares, key=shares.get) == "sentences"


def test_nothing_to_code_is_no_error() -> None:
    def none() -> Iterator[Item]:
        return iter(())

    assert figures(pace(none(), lambda item: work(FakeCoder(), item)), len)["stories_per_s"] == 0


def test_the_network_is_timed_on_sentences_of_thirty_tokens() -> None:
    coder = Coder()
    thirty = ("Chad's foreign minister said on Tuesday that the rebels, who shelled a clinic, "
              "would be asked to hand over their rifles to the army.")  # fmt: skip
    rate = network_rate(coder, [thirty, "Short one."])
    assert rate is not None
    assert 10 < rate < 10_000
    assert network_rate(coder, ["Short one."]) is None
