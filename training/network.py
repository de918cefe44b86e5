"""The network: a MiniLM encoder and its heads, in plain torch so that nothing but weights comes from outside."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from dragoman.model.tokens import DISTANCES
from training import labels


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder (those of MiniLM-L6) and of the heads."""

    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    heads: int = 12
    inner: int = 1536
    layers: int = 6
    cases: int = 4
    attention_heads: int = 6
    hidden: int = 512

    def to_dict(self) -> dict[str, int]:
        return asdict(self)


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT (Devlin et al. 2019)."""

    def __init__(self, shape: Shape, dropout: float):
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.norm1 = nn.LayerNorm(shape.width, eps=1e-12)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm2 = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        query, key, value = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        weights = query @ key.transpose(-1, -2) / math.sqrt(width // self.heads)
        if bias is not None:
            weights = weights + bias
        mixed = (self.dropout(weights.softmax(-1)) @ value).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Token ids and letter cases in, one vector a token out; letter case, which the vocabulary drops, is added back."""

    def __init__(self, shape: Shape, dropout: float = 0.1):
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.cases = nn.Embedding(shape.cases, shape.width)
        nn.init.zeros_(self.cases.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, cases: Tensor, mask: Tensor | None = None) -> Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.dropout(self.norm(self.words(ids) + self.positions(places) + self.cases(cases)))
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_minilm(self, path: Path) -> None:
        """Take the weights of the published MiniLM; its token-type vector is folded into the positions."""
        old = load_file(str(path))
        new = {"words.weight": old["embeddings.word_embeddings.weight"], "cases.weight": self.cases.weight.data}
        new["positions.weight"] = (
            old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0]
        )
        new["norm.weight"], new["norm.bias"] = old["embeddings.LayerNorm.weight"], old["embeddings.LayerNorm.bias"]
        names = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
                 "down": "output.dense", "norm2": "output.LayerNorm"}  # fmt: skip
        for i in range(len(self.layers)):
            prefix = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                new[f"layers.{i}.qkv.{part}"] = torch.cat(
                    [old[f"{prefix}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
                )
                for mine, theirs in names.items():
                    new[f"layers.{i}.{mine}.{part}"] = old[f"{prefix}{theirs}.{part}"]
        self.load_state_dict(new)


class TagHead(nn.Module):
    """Mentions, as BIO tags of two layers (outermost spans of four kinds, and actors nested in them); the words that carry
    events, each with its type, whoever takes part; and source, cue and content of what is said, as BIO tags of three layers."""

    def __init__(self, shape: Shape):
        super().__init__()
        self.outer = nn.Linear(shape.width, len(labels.TAGS))
        self.inner = nn.Linear(shape.width, len(labels.INNER_TAGS))
        self.trigger = nn.Linear(shape.width, len(labels.TYPES) + 1)
        self.said = nn.Linear(shape.width, 3 * len(labels.SAID))
        self.dropout = nn.Dropout(0.1)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        states = self.dropout(states)
        return self.outer(states), self.inner(states), self.trigger(states), self.said(states)


class PairHead(nn.Module):
    """What one span is to another, in a sentence already encoded.

    Used twice: an actor and a recipient give the relation between them; the words of an event and a mention give the part that
    the mention has in it, and the words alone (second span absent) what event it is and how it is told.

    The two spans are pooled, and their pair asks the whole sentence, by attention, for the words that carry the event. The
    first attention head is also trained to lie on the evidence, so that a reader sees why.
    """

    def __init__(self, shape: Shape, dropout: float = 0.2):
        super().__init__()
        width = shape.width
        self.heads = shape.attention_heads
        self.absent = nn.Parameter(torch.zeros(width))
        self.query = nn.Linear(3 * width, width)
        self.key = nn.Linear(width, width)
        self.value = nn.Linear(width, width)
        self.actor_side = nn.Linear(width, width, bias=False)
        self.recipient_side = nn.Linear(width, width, bias=False)
        self.trigger = nn.Linear(len(labels.TYPES) + 1, width)
        self.actor_near = nn.Embedding(DISTANCES, shape.attention_heads)
        self.recipient_near = nn.Embedding(DISTANCES, shape.attention_heads)
        nn.init.zeros_(self.actor_near.weight), nn.init.zeros_(self.recipient_near.weight)
        self.body = nn.Linear(5 * width, shape.hidden)
        self.event_type = nn.Linear(shape.hidden, len(labels.TYPES) + 1)
        self.state_body = nn.Linear(3 * width, 256)
        self.polarity = nn.Linear(256, len(labels.POLARITIES))
        self.modality = nn.Linear(256, len(labels.MODALITIES))
        self.tense = nn.Linear(256, len(labels.TENSES))
        self.mode = nn.Linear(shape.hidden, len(labels.MODES))
        self.context = nn.Linear(shape.hidden, len(labels.CONTEXTS))
        self.role = nn.Linear(shape.hidden, len(labels.ROLES))
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, states: Tensor, trigger: Tensor, where: Tensor | None, actor: Tensor, recipient: Tensor, mask: Tensor,
        actor_near: Tensor, recipient_near: Tensor, project: Callable[[Tensor], Sequence[Tensor]] | None = None,
    ) -> dict[str, Tensor]:  # fmt: skip
        """States [B, T, W] of the sentences; ``where`` [P] the sentence of each pair, ``None`` when there is only one sentence;
        actor, recipient and mask [P, T] of 0 and 1.

        ``trigger`` [B, T, types + 1] are the tag head's logits; ``actor_near`` and ``recipient_near`` [P, T] the buckets of
        each token's distance from the two spans. A recipient row of zeros is no recipient. Projections are made once a
        sentence, not once a pair; ``project`` makes all that :attr:`sides` make in another way.
        """
        width = states.shape[-1]
        states = states + self.trigger(trigger.softmax(-1))

        def spread(rows: Tensor) -> Tensor:
            return rows if where is None else rows[where]

        def summed(parts: Tensor) -> Tensor:
            """Sums of token states, weighed by [P, T]."""
            return parts @ states[0] if where is None else (parts[:, None, :] @ states[where])[:, 0]

        def meet(rows: Tensor, columns: Tensor) -> Tensor:
            """[P, heads, 1, N] @ [P or 1, heads, N, M]; of one sentence all pairs at once, which is faster."""
            return rows @ columns if where is not None else (rows.transpose(0, 2) @ columns).transpose(0, 2)

        a = summed(actor) / actor.sum(1, keepdim=True).clamp(min=1)
        r = summed(recipient) / recipient.sum(1, keepdim=True).clamp(min=1)
        r = r + (1 - recipient.amax(1, keepdim=True)) * self.absent
        query = self.split(self.query(torch.cat([a, r, a * r], 1)))

        def asked(keys: Tensor) -> Tensor:
            return meet(query, spread(self.split(keys)).transpose(-1, -2))

        keys, actor_keys, recipient_keys, values = project(states) if project else [side(states) for side in self.sides]
        logits = asked(keys) + asked(actor_keys) * actor[:, None, None, :]
        logits = logits + asked(recipient_keys) * recipient[:, None, None, :]
        logits = logits / math.sqrt(width // self.heads)
        near = self.actor_near(actor_near) + self.recipient_near(recipient_near)
        logits = logits + near.transpose(1, 2)[:, :, None, :] + (1 - mask[:, None, None, :]) * -1e4
        weights = logits.softmax(-1)
        heard = meet(weights, spread(self.split(values))).flatten(1)
        seen = summed(weights[:, 0, 0])
        hidden = self.dropout(F.gelu(self.body(self.dropout(torch.cat([a, r, a * r, heard, seen], 1)))))
        status = self.dropout(F.gelu(self.state_body(self.dropout(torch.cat([a, heard, seen], 1)))))
        return {
            "type": self.event_type(hidden), "evidence": logits[:, 0, 0], "polarity": self.polarity(status),
            "modality": self.modality(status), "tense": self.tense(status), "mode": self.mode(hidden),
            "context": self.context(hidden), "role": self.role(hidden),
        }  # fmt: skip

    @property
    def sides(self) -> tuple[nn.Linear, ...]:
        """What is made of the states of a sentence: keys, keys of the two spans' own tokens, and values."""
        return self.key, self.actor_side, self.recipient_side, self.value

    def split(self, flat: Tensor) -> Tensor:
        """[N, T, W] or [N, W] to [N, heads, T or 1, W / heads]."""
        if flat.dim() == 2:
            flat = flat[:, None]
        return flat.view(flat.shape[0], flat.shape[1], self.heads, -1).transpose(1, 2)


class Network(nn.Module):
    """Encoder and heads together, as trained."""

    def __init__(self, shape: Shape | None = None, dropout: float = 0.1):
        super().__init__()
        self.shape = shape or Shape()
        self.encoder = Encoder(self.shape, dropout)
        self.tags = TagHead(self.shape)
        self.pairs = PairHead(self.shape)
        self.roles = PairHead(self.shape)
