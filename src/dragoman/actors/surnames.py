"""Who is meant by a family name alone."""

from __future__ import annotations

from datetime import date

from dragoman.actors.base import ActorBase
from dragoman.actors.fold import CAPS, tokenise
from dragoman.actors.links import Context, Link, link_actor

_RECENT_DAYS = 3 * 366
_HERS = frozenset({"mrs", "ms", "miss", "madam", "madame", "lady"})
_HIS = frozenset({"mr", "sir", "lord", "monsieur"})
_LEADS = frozenset(
    ["president", "prime minister", "premier", "chancellor", "king", "queen", "emir", "sultan", "supreme leader", "taoiseach"]
)


def link_surname(key: str, base: ActorBase, on: date | None, context: Context, *, title: str = "") -> Link | None:
    """Link a family name alone: to the person whom the story named in full, else to the one office-holder who fits.

    A family name that is a common given name too counts only where the story names the country, or after a title. "Mrs" and
    "Mr" pass over who cannot be meant. Of several in office, the one who leads a state is meant. Another spelling counts
    when one person fits, and the story names the country or a title stands before it.
    """
    key = key.rstrip(CAPS)
    told = context.people.get(key)
    if told is not None and _may_be(told.name, title, base):
        return told
    respelt = () if key in base.surnames or key in base.given else base.spellings.family(key)
    everybody = [who for who in base.surnames.get(key, respelt) if _may_be(base.actors[who].names[0], title, base)]
    bearers = [who for who in everybody if _in_public(base, who, on)]
    if title in _HERS and len(everybody) == 1:
        bearers = everybody
    near = [who for who in bearers if context.countries[base.period(who, on).country or ""]]
    fitting = near or ([] if (respelt or key in base.given) and not title else bearers)
    current = [who for who in fitting if base.period(who, on).role] or fitting
    leading = [who for who in current if (base.period(who, on).role or "") in _LEADS]
    if len(current) != 1 and (respelt or not near):
        current = leading if on is not None and len(leading) == 1 else []
    best = max(current, key=lambda who: (_rank(base, who, on), -current.index(who)), default=None)
    score, why = (0.6, "respelt") if respelt else (0.85 if near else 0.65, "person")
    return link_actor(base, best, on, score, why) if best else None


def _may_be(name: str | None, title: str, base: ActorBase) -> bool:
    """Whether a title suits a name: "Mrs" none but a woman's, "Mr" any but hers."""
    if name is None or title not in _HERS | _HIS:
        return True
    hers = any(word.key in base.women for word in tokenise(name)[:1])
    return hers == (title in _HERS)


def _rank(base: ActorBase, actor_id: str, on: date | None) -> int:
    role = base.period(actor_id, on).role or ""
    return 3 if role.startswith(("president", "prime minister", "chancellor", "king", "leader")) else 2 if role else 0


def _in_public(base: ActorBase, actor_id: str, on: date | None) -> bool:
    """Whether a person holds office on the day or did in the three years before; who never held any always counts."""
    periods = base.actors[actor_id].periods
    if on is None or not periods:
        return True
    return any((p.start is None or p.start <= on) and (p.end is None or (on - p.end).days <= _RECENT_DAYS) for p in periods)
