"""MinHash signatures (Broder 1997) from UTF-8 bytes in one compiled pass: see signing.py."""

from filters.minhash.hashing import shingle_hash, shingle_hash32
from filters.minhash.signing import Signatures, Sketch, bands, signatures
from filters.minhash.texts import Texts

__all__ = [
    "Signatures",
    "Sketch",
    "Texts",
    "bands",
    "shingle_hash",
    "shingle_hash32",
    "signatures",
]
