"""From the words that carry events and the part that each mention has in them to draft events."""

from dragoman.relations.confidence import Confidence, weighed
from dragoman.relations.drafts import Draft, bared, both_ways, drafts, once, vouched, without
from dragoman.relations.filling import filled

__all__ = ["Confidence", "Draft", "bared", "both_ways", "drafts", "filled", "once", "vouched", "weighed", "without"]
