"""Coreference against UD English-GUM: MUC, B-cubed, CEAF-e and their mean, with mentions given and with mentions of ours.

A found mention counts as an annotated one when it lies inside it and holds its least span (the words that carry it), as in
MUC's own scoring: annotated mentions reach over relative clauses, ours do not. Chains of one are left out, as in the CoNLL
campaigns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dragoman.actors import ActorBase
from dragoman.bench.coref_scores import Chain, Pair, scores
from dragoman.bench.gum import GoldMention, GoldStory, read_stories
from dragoman.bench.report import Cell, Report, Sheet
from dragoman.errors import DragomanError
from dragoman.mentions import context_of, find_mentions, make_mention
from dragoman.mentions.coreference import chains, refer
from dragoman.records import Mention

KINDS = frozenset({"person", "organization", "place"})
"""Entity types that may be actors."""
GENRES = ("news", "interview", "speech")
"""The genres nearest to what is coded; rules were tuned on their training part."""
_FILE = "gum-dev.conllu.gz"
Solved = list[tuple[GoldStory, list[GoldMention], tuple[tuple[int, ...], ...]]]


def run(data: Path) -> Report:
    """Score the chains of a CoNLL-U file of GUM, or of the folder that holds ``gum-dev.conllu.gz``.

    Raises:
        DragomanError: the file is not there, is not CoNLL-U, or has no entities.
    """
    stories = read_stories(data / _FILE if data.is_dir() else data)
    if not any(story.mentions for story in stories):
        raise DragomanError(f"{data}: no entities in its MISC column. Point at a CoNLL-U file of UD English-GUM.")
    base = ActorBase.load()
    near = [story for story in stories if story.genre in GENRES] or stories
    given = solved(stories, base)
    given_near = [entry for entry in given if entry[0].genre in GENRES] or given
    ours = [found_pair(story, base) for story in near]
    parts = (
        ("actors' types, mentions given", scores(pairs(given_near, KINDS))),
        ("all types, mentions given", scores(pairs(given_near, None))),
        ("actors' types, mentions found", scores(ours)),
        ("all genres, actors' types, given", scores(pairs(given, KINDS))),
        ("all genres, all types, given", scores(pairs(given, None))),
    )
    figures = {
        "conll_f1_actors_given": parts[0][1]["conll_f1"],
        "conll_f1_all_given": parts[1][1]["conll_f1"],
        "conll_f1_actors_found": parts[2][1]["conll_f1"],
        "conll_f1_actors_given_all_genres": parts[3][1]["conll_f1"],
        "conll_f1_all_given_all_genres": parts[4][1]["conll_f1"],
        "pronoun_accuracy": pronoun_accuracy(given_near),
        "pronoun_accuracy_actors": pronoun_accuracy(given_near, KINDS),
        "stories": len(near),
        "stories_all_genres": len(stories),
    }
    rows: list[tuple[Cell, ...]] = [(measure, *(told[measure] for _, told in parts)) for measure in parts[0][1]]
    by_word = [(word, accuracy, count) for word, accuracy, count in by_pronoun(given_near)]
    return Report(
        "coref",
        figures,
        (
            Sheet("By mentions", ("measure", *(name for name, _ in parts)), tuple(rows)),
            Sheet("Pronouns, mentions given", ("pronoun", "right", "times"), tuple(by_word)),
        ),
    )


def solved(stories: Iterable[GoldStory], base: ActorBase) -> Solved:
    """Give each story with its annotated mentions and our chains over them."""
    return [(story, story.mentions, chains(story.text, story.sentences, linked(story, base), base)) for story in stories]


def linked(story: GoldStory, base: ActorBase) -> list[Mention]:
    """Link the annotated spans as if they had been found."""
    context = context_of(story.text, story.sentences, base, None)
    return [make_mention(story.text, m.begin, m.end, base, None, context) for m in story.mentions]


def pairs(entries: Solved, kinds: frozenset[str] | None) -> list[Pair]:
    """Give annotated chains and ours, both of the mentions of some types only."""
    made: list[Pair] = []
    for _, mentions, found in entries:
        kept = {n for n, m in enumerate(mentions) if kinds is None or m.kind in kinds}
        made.append((_gold_chains(mentions, kept), [frozenset(set(chain) & kept) for chain in found if set(chain) & kept]))
    return made


def _gold_chains(mentions: Sequence[GoldMention], kept: Iterable[int]) -> list[Chain]:
    by_chain: dict[int, set[int]] = {}
    for number in sorted(kept):
        by_chain.setdefault(mentions[number].chain, set()).add(number)
    return [frozenset(members) for members in by_chain.values()]


def found_pair(story: GoldStory, base: ActorBase) -> Pair:
    """Give annotated chains of actors' types and ours over the mentions that we find."""
    mentions = refer(story.text, story.sentences, find_mentions(story.text, story.sentences, base, None), base)
    gold = [m for m in story.mentions if m.kind in KINDS]
    met = align(gold, mentions)
    every = align(story.mentions, mentions)
    names = {ours: theirs for theirs, ours in met.items()}
    other = {ours for theirs, ours in every.items() if story.mentions[theirs].kind not in KINDS and ours not in names}
    kept = [n for n in range(len(mentions)) if n not in other]
    found = [
        frozenset(names.get(n, -1 - n) for n in chain if n in set(kept))
        for chain in chains(story.text, story.sentences, mentions, base)
    ]
    return _gold_chains(gold, range(len(gold))), [chain for chain in found if chain]


def align(gold: Sequence[GoldMention], mentions: Sequence[Mention]) -> dict[int, int]:
    """Pair annotated mentions with found ones, one to one: the same span first, then inside it and round its least span."""
    met: dict[int, int] = {}
    free = dict.fromkeys(range(len(mentions)))
    tests: tuple[Callable[[GoldMention, Mention], bool], ...] = (_same_span, _holds_least)
    for test in tests:
        for number, wanted in enumerate(gold):
            if number in met:
                continue
            options = [n for n in free if test(wanted, mentions[n])]
            if options:
                met[number] = max(options, key=lambda n: (mentions[n].end - mentions[n].begin, -n))
                free.pop(met[number])
    return met


def _same_span(wanted: GoldMention, mention: Mention) -> bool:
    return (wanted.begin, wanted.end) == (mention.begin, mention.end)


def _holds_least(wanted: GoldMention, mention: Mention) -> bool:
    least = mention.begin <= wanted.least[0] and wanted.least[1] <= mention.end
    return least and wanted.begin <= mention.begin and mention.end <= wanted.end


_THIRD = frozenset("he she it they him her them his its their himself herself itself themselves hers theirs".split())


def resolved_pronouns(entries: Solved, kinds: frozenset[str] | None = None) -> list[tuple[str, bool]]:
    """Give each pronoun of the third person that goes back to a name or noun, with whether ours is of the same chain."""
    told = []
    for story, mentions, found in entries:
        ours = {n: chain for chain in found for n in chain}
        for number, mention in enumerate(mentions):
            word = story.text[mention.begin : mention.end].casefold()
            if not mention.pronoun or word not in _THIRD or (kinds is not None and mention.kind not in kinds):
                continue
            before = [n for n in range(number) if not mentions[n].pronoun]
            if any(mentions[n].chain == mention.chain for n in before):
                chosen = [n for n in before if n in ours[number]]
                told.append((word, bool(chosen) and mentions[chosen[-1]].chain == mention.chain))
    return told


def pronoun_accuracy(entries: Solved, kinds: frozenset[str] | None = None) -> float:
    """Give the share of pronouns whose nearest name or noun in our chain is one of theirs."""
    told = resolved_pronouns(entries, kinds)
    return round(sum(right for _, right in told) / len(told), 6) if told else 0.0


def by_pronoun(entries: Solved) -> list[tuple[str, float, int]]:
    """Give each pronoun with the share that is right and how often it occurs, the commonest first."""
    told = resolved_pronouns(entries)
    words = sorted({word for word, _ in told}, key=lambda word: (-sum(w == word for w, _ in told), word))
    rows = [(word, [right for w, right in told if w == word]) for word in words]
    return [(word, round(sum(right) / len(right), 6), len(right)) for word, right in rows]
