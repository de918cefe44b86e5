"""A party that an event needs and its sentence leaves out, found in the sentences before it in the paragraph.

"Kenya met Somalia's envoys. It has since begun to send tents." names nobody who gets the tents, and only one other state is
in play. Where two or more are, nothing is filled: an open side is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.records import Mention
from dragoman.relations.drafts import Draft

REACH = 2
"""How many sentences back a party may stand."""


def filled(draft: Draft, before: Sequence[Sequence[Mention]]) -> Draft:
    """Give the draft with the one other party of the nearest sentence before that names any.

    Args:
        draft: An event without recipient.
        before: The mentions of each earlier sentence of the paragraph, the nearest last.
    """
    acting = {_who(mention) for mention in draft.actors}
    if draft.recipients or None in acting:
        return draft
    for mentions in [*reversed(before)][:REACH]:
        others = [m for m in mentions if m.kind != "pronoun" and _who(m) not in {*acting, None}]
        if others:
            alone = len({_who(mention) for mention in others}) == 1
            return replace(draft, recipients=(others[-1],)) if alone else draft
    return draft


def _who(mention: Mention) -> str | None:
    """One name for all bodies and people of a state, and for all mentions of another actor."""
    return mention.country or mention.actor_id
