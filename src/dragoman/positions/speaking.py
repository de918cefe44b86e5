"""On whose word a stretch of text stands."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Attribution, Speaker


def speaker_of(text: str, begin: int, attributions: Sequence[Attribution]) -> Speaker | None:
    """Give who says what stands at ``begin``: the source of the smallest content round it.

    ``None`` is the story's own voice.
    """
    around = [
        (last - first, index)
        for index, attribution in enumerate(attributions)
        for first, last in attribution.content
        if first <= begin < last and (attribution.party or attribution.source)
    ]
    if not around:
        return None
    attribution = attributions[min(around)[1]]
    cue = " ".join(text[first:last] for first, last in attribution.cue) or None
    party = attribution.party
    if party is None:
        first, last = attribution.source[0]
        return Speaker(text=text[first:last], begin=first, end=last, cue=cue, manner=attribution.manner)
    return Speaker(
        text=party.text, begin=party.begin, end=party.end, actor_id=party.actor_id, name=party.name, country=party.country,
        sectors=party.sectors, cue=cue, manner=attribution.manner,
    )  # fmt: skip
