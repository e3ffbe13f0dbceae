"""A node of the category tree for a request: a light classifier, trained on the spot on requests that are filed.

Words and word pairs, and runs of two to four characters inside words, are hashed into two tables of 2^14 columns each
(Weinberger et al. 2009, arXiv 0902.2206), weighted by TF-IDF, and separated by one linear support vector machine a
node (scikit-learn's `LinearSVC`, which is deterministic). Its margins become probabilities by a softmax with one
temperature for all nodes (Guo et al. 2017, arXiv 1706.04599), fitted on margins of requests that the machine had not
seen.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from prompts import tree

COLUMNS = 2**14
"""Of each table. 2^13 costs 0.7 points of accuracy on DINGO's leaves, 2^16 gains nothing (docs/log.md)."""
FLOOR = 0.5
"""A request is given no node unless one is likelier than this; the project's own: more likely right than wrong."""
PENALTY = 1.0
"""The C of the support vector machines: 0.3 is 1.5 points worse on DINGO's leaves, 3 no better."""
FOLDS = 3
"""For the temperature. A node needs as many examples to take part in the fit."""
WEIGHTS, DESCRIPTION = "weights.npz", "labeller.json"

Margins = npt.NDArray[np.float64]
"""(N, C): requests by nodes."""


class LabelError(ValueError):
    """Examples or a saved labeller that cannot be used: a sentence."""


@dataclass(frozen=True, slots=True)
class Labeller:
    """A trained classifier over C nodes and F = 2 * `COLUMNS` features."""

    nodes: tuple[str, ...]
    weights_FC: npt.NDArray[np.float32]
    idf_F: npt.NDArray[np.float32]
    """Inverse document frequencies."""
    temperature: float
    floor: float = FLOOR

    def label(self, texts: Sequence[str]) -> list[tuple[str, float]]:
        """For each request the likeliest node and its probability; "" in place of one not above the floor."""
        if not texts:
            return []
        chances = _softmax(self._margins(texts) / self.temperature)
        best, highest = chances.argmax(axis=1), chances.max(axis=1)
        return [
            (self.nodes[place] if chance > self.floor else "", float(chance))
            for place, chance in zip(best, highest, strict=True)
        ]

    def save(self, folder: Path) -> None:
        """Plain numbers and JSON, nothing that runs when it is read."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(folder / WEIGHTS, weights=self.weights_FC, idf=self.idf_F)
        described = {
            "tree": tree.version(),
            "columns": COLUMNS,
            "nodes": self.nodes,
            "temperature": self.temperature,
            "floor": self.floor,
        }
        (folder / DESCRIPTION).write_text(json.dumps(described, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    def _margins(self, texts: Sequence[str]) -> Margins:
        found: Margins = _weighted(_counted(texts), self.idf_F) @ self.weights_FC
        return found


def load(folder: Path) -> Labeller:
    """Raises LabelError for a folder without a labeller, and for one of another tree or of other features."""
    try:
        described: dict[str, Any] = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
        with np.load(folder / WEIGHTS, allow_pickle=False) as arrays:
            weights, idf = arrays["weights"], arrays["idf"]
    except FileNotFoundError as error:
        raise LabelError(
            f"{folder}: no labeller is there ({Path(error.filename).name} is missing); train one"
        ) from None
    except (OSError, ValueError, KeyError) as error:
        raise LabelError(f"{folder}: the labeller cannot be read ({error}); train it again") from None
    if described["tree"] != tree.version() or described["columns"] != COLUMNS:
        raise LabelError(f"{folder}: the labeller was trained for another tree or version; train it again")
    return Labeller(tuple(described["nodes"]), weights, idf, described["temperature"], described["floor"])


def train(texts: Sequence[str], paths: Sequence[str], floor: float = FLOOR) -> Labeller:
    """A labeller from requests and the paths of the nodes that they are filed under.

    Raises LabelError for fewer than two nodes, for lists of unequal length, and for a path that is not in the tree.
    """
    _require_examples(texts, paths)
    counted = _counted(texts)
    idf = _inverse_document_frequency(counted)
    features = _weighted(counted, idf)
    machines = _fitted(features, paths)
    weights = np.ascontiguousarray(machines.coef_.T, dtype=np.float32)
    if len(machines.classes_) == 2:  # scikit-learn keeps one machine, for the second node
        weights = np.hstack([-weights, weights])
    return Labeller(tuple(map(str, machines.classes_)), weights, idf, _temperature(features, paths), floor)


def _require_examples(texts: Sequence[str], paths: Sequence[str]) -> None:
    if len(texts) != len(paths):
        raise LabelError(f"labels: {len(texts)} texts but {len(paths)} paths; each text needs one")
    for path in dict.fromkeys(paths):
        try:
            tree.require(path)
        except ValueError as error:
            raise LabelError(f"labels: {error}; name the nodes as prompts/tree.json does") from None
    if len(set(paths)) < 2:
        raise LabelError(f"labels: examples of {len(set(paths))} nodes, at least 2 are needed to tell them apart")


def _counted(texts: Sequence[str]) -> Any:
    """Hashed counts, (N, F) sparse."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import HashingVectorizer

    plain = {"n_features": COLUMNS, "norm": None, "alternate_sign": False, "dtype": np.float32}
    words = HashingVectorizer(ngram_range=(1, 2), token_pattern=r"[\u3400-\u9fff]|\w+", **plain)
    characters = HashingVectorizer(analyzer="char_wb", ngram_range=(2, 4), **plain)
    return hstack([words.transform(texts), characters.transform(texts)], format="csr")


def _inverse_document_frequency(counted: Any) -> npt.NDArray[np.float32]:
    """log((1 + N) / (1 + df)) + 1: smooth, as scikit-learn has it."""
    documents = np.bincount(counted.indices, minlength=counted.shape[1])
    return np.asarray(np.log((1 + counted.shape[0]) / (1 + documents)) + 1, dtype=np.float32)


def _weighted(counted: Any, idf_F: npt.NDArray[np.float32]) -> Any:
    """Rows of (1 + log count) * idf, of length 1."""
    from sklearn.preprocessing import normalize

    weighted = counted.copy()
    weighted.data = (1 + np.log(weighted.data)) * idf_F[weighted.indices]
    return normalize(weighted, copy=False)


def _fitted(features: Any, paths: Sequence[str]) -> Any:
    """Without intercepts, so that a request that shares nothing with the examples is equally likely everywhere."""
    from sklearn.svm import LinearSVC

    return LinearSVC(C=PENALTY, fit_intercept=False, random_state=0).fit(features, np.asarray(paths))


def _temperature(features: Any, paths: Sequence[str]) -> float:
    """The one under which unseen examples are likeliest; 1 where too few nodes have enough examples to leave some out.

    Examples that are told apart without a mistake would make every later request certain, so of n examples a node one
    is taken to be wrong: a share of 1 / (n + 2), spread over the other nodes (after Platt 1999).
    """
    from scipy.optimize import minimize_scalar
    from sklearn.model_selection import StratifiedKFold

    counts = Counter(paths)
    places = np.array([place for place, path in enumerate(paths) if counts[path] >= FOLDS])
    named = np.asarray(paths)[places] if len(places) else np.asarray([])
    if len(nodes := np.unique(named)) < 3:
        return 1.0
    margins, right = np.empty((len(places), len(nodes))), np.searchsorted(nodes, named)
    for learnt, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(places, named):
        machines = _fitted(features[places[learnt]], list(named[learnt]))
        margins[unseen] = machines.decision_function(features[places[unseen]])
    doubt = 1 / (len(places) / len(nodes) + 2)
    targets = np.full(margins.shape, doubt / (len(nodes) - 1))
    targets[np.arange(len(places)), right] = 1 - doubt

    def surprise(log_temperature: float) -> float:
        return -float((targets * np.log(_softmax(margins / np.exp(log_temperature)) + 1e-12)).sum(axis=1).mean())

    return float(np.exp(minimize_scalar(surprise, bounds=(-5.0, 3.0), method="bounded").x))


def _softmax(margins: Margins) -> Margins:
    raised = np.exp(margins - margins.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))
