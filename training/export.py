"""Turn trained weights into the ONNX files that the coder runs: ``python -m training.export --help``."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training import labels
from training.network import Network, PairHead

ROUGH = {"weights": [0.1, 0.2, 0.3, 0.2, 0.1, 0.3, 0.0, 0.0, 0.0, -1.5], "floor": 0.3}
"""Confidence of weights that ``training.calibrate`` has not seen yet."""
PARTS = {"encoder": ("encoder.", "tags."), "pairs": ("pairs.",), "roles": ("roles.",)}
"""The files of weights, and what of the network is in each."""
PAIR_OUTPUTS = ("type", "evidence", "polarity", "modality", "tense", "mode", "context", "role")


class _Encode(nn.Module):
    def __init__(self, network: Network):
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, cases: Tensor) -> tuple[Tensor, ...]:
        states = self.network.encoder(ids, cases)
        outer, inner, trigger, said = self.network.tags(states)
        return states, outer[0], inner[0], trigger, said[0]


class _AtOnce(nn.Module):
    """Several linear maps of the same input as one, which is faster and gives the same numbers, also in int8 by channel."""

    def __init__(self, maps: Sequence[nn.Linear]):
        super().__init__()
        self.parts = len(maps)
        self.whole = nn.Linear(maps[0].in_features, sum(each.out_features for each in maps))
        biases = [torch.zeros(each.out_features) if each.bias is None else each.bias for each in maps]
        with torch.no_grad():
            self.whole.weight.copy_(torch.cat([each.weight for each in maps]))
            self.whole.bias.copy_(torch.cat(biases))

    def forward(self, states: Tensor) -> tuple[Tensor, ...]:
        return self.whole(states).chunk(self.parts, -1)


class _Relate(nn.Module):
    def __init__(self, head: PairHead):
        super().__init__()
        self.head = head
        self.project = _AtOnce(head.sides)

    def forward(self, states: Tensor, trigger: Tensor, actor: Tensor, recipient: Tensor, actor_near: Tensor,
                recipient_near: Tensor) -> tuple[Tensor, ...]:  # fmt: skip
        out = self.head(states, trigger, None, actor, recipient, torch.ones_like(actor), actor_near, recipient_near,
                        self.project)  # fmt: skip
        return tuple(out[name] for name in PAIR_OUTPUTS)


def _export(module: nn.Module, inputs: tuple[Tensor, ...], names: list[str], outputs: list[str],
            dynamic: dict[str, dict[int, Any]], path: Path) -> None:  # fmt: skip
    program = torch.onnx.export(
        module,
        inputs,
        input_names=names,
        output_names=outputs,
        dynamic_shapes=tuple(dynamic[name] for name in names),
        dynamo=True,
    )
    assert program is not None
    program.save(str(path))


def quantized(source: Path, target: Path) -> None:
    """Write an int8 form: weights a channel, activations at run time.

    Activation scales then depend on the sentence alone as long as each sentence is run alone, which the coder does: the
    same sentence gives the same bytes in any company. Seven-bit weights (``reduce_range``) keep processors without VNNI
    from saturating, so integer products are the same there.
    """
    quantize_dynamic(str(source), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                     op_types_to_quantize=["MatMul", "Gemm", "Gather"])  # fmt: skip


def strip(path: Path) -> None:
    """Drop what exporters leave behind (names of source files among it), so that files hold nothing of the machine."""
    model = onnx.load(str(path))
    for node in model.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    for value in (*model.graph.value_info, *model.graph.input, *model.graph.output, *model.graph.initializer):
        del value.metadata_props[:]
        value.doc_string = ""
    del model.metadata_props[:], model.graph.metadata_props[:], model.functions[:]
    del model.graph.value_info[:]
    onnx.save(model, str(path))


def alike(network: Network, path: Path) -> float:
    """Give the least cosine of a token's state in an exported encoder and in torch's, on one made-up sentence."""
    ids = torch.randint(1000, 20000, (1, 21), generator=torch.Generator().manual_seed(5))
    cases = torch.arange(21)[None] % 4
    with torch.no_grad():
        wanted = network.encoder(ids, cases)
    given = torch.from_numpy(ort.InferenceSession(str(path)).run(None, {"ids": ids.numpy(), "cases": cases.numpy()})[0])
    return float(torch.cosine_similarity(wanted, given, dim=-1).min())


def _compare(network: Network, path: Path, floor: float) -> None:
    """Hold exported states against torch's: exporters have folded two inputs into one without a word."""
    cosine = alike(network, path)
    if cosine < floor:
        raise RuntimeError(f"{path.name}: exported states agree with torch's only to cosine {cosine:.3f}; {floor} is wanted")


def raw_graphs(network: Network, folder: Path) -> None:
    """Write encoder and pair heads to ``folder`` in float32."""
    tokens, pairs = torch.export.Dim("tokens", min=2, max=512), torch.export.Dim("pairs", min=1, max=4096)
    ids, actor = torch.ones(1, 9, dtype=torch.long), torch.zeros(3, 9)
    actor[:, 2] = 1
    _export(_Encode(network), (ids, torch.zeros_like(ids)), ["ids", "cases"],
            ["states", "outer", "inner", "trigger", "said"], {"ids": {1: tokens}, "cases": {1: tokens}},
            folder / "encoder.onnx")  # fmt: skip
    near = torch.ones(3, 9, dtype=torch.long)
    states, trigger = torch.randn(1, 9, network.shape.width), torch.randn(1, 9, len(labels.TYPES) + 1)
    per_pair = {0: pairs, 1: tokens}
    span_pair = {"states": {1: tokens}, "trigger": {1: tokens}, "actor": per_pair, "recipient": per_pair,
                 "actor_near": per_pair, "recipient_near": per_pair}  # fmt: skip
    for name, head in (("pairs", network.pairs), ("roles", network.roles)):
        inputs = (states, trigger, actor, actor.flip(1), near, near + 1)
        _export(_Relate(head), inputs, list(span_pair), list(PAIR_OUTPUTS), span_pair, folder / f"{name}.onnx")
    for part in PARTS:
        strip(folder / f"{part}.onnx")


def export(network: Network, tokenizer: Path, out: Path, version: str, extra: dict[str, Any]) -> None:
    """Write encoder, pair heads, tokenizer and settings to ``out``."""
    network.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder)
        raw_graphs(network, raw)
        for name in (f"{part}.onnx" for part in PARTS):
            quantized(raw / name, out / name)
            strip(out / name)
        _compare(network, raw / "encoder.onnx", floor=0.999)
        _compare(network, out / "encoder.onnx", floor=0.95)
    shutil.copy(tokenizer, out / "tokenizer.json")
    settings = {
        "version": version, "types": labels.TYPES, "polarities": labels.POLARITIES, "modalities": labels.MODALITIES,
        "tenses": labels.TENSES, "modes": labels.MODES, "contexts": labels.CONTEXTS, "tags": labels.TAGS,
        "inner_tags": labels.INNER_TAGS, "roles": labels.ROLES, "temperature": 1.0, "confidence": ROUGH,
        **extra,
    }  # fmt: skip
    (out / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Export a run's weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, default=Path("training/runs/last"))
    parser.add_argument("--minilm", type=Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    network = Network()
    network.load_state_dict(torch.load(options.run / "weights.pt", weights_only=True))
    export(network, options.minilm / "tokenizer.json", options.out, options.version, {})


if __name__ == "__main__":
    main()
