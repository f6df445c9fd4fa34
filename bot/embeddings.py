"""An OpenAI-compatible embeddings endpoint as the matcher's model.

`POST URL` with `{"model": ..., "input": [...]}` answers `{"data": [{"index": 0, "embedding":
[...]}]}` (OpenAI API reference, "Create embeddings"; llama.cpp, Ollama, vLLM and TEI speak it too).
Called from worker threads only.
"""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.settings import Settings
from intents import EmbeddingError, Meaning
from intents.embedding import Vectors, bundled

#: Seconds for one customer's line, and for each of many phrases on top of it.
PATIENCE = 2.0
PATIENCE_A_TEXT = 0.25
#: Bytes of an answer for one text: 4,096 numbers of 25 characters.
LARGEST = 100_000


def meaning(settings: Settings) -> Meaning | None:
    """The model that tells what lines mean: the endpoint that is set, the bundled one, or none."""
    cache = Path(settings.vectors)
    if settings.embedding_url:
        endpoint = Endpoint(
            settings.embedding_url, settings.embedding_key, settings.embedding_model
        )
        return Meaning(endpoint, cache)
    model = bundled()
    return Meaning(model, cache) if model is not None else None


class Endpoint:
    """A model behind HTTP. One request for all texts of a call."""

    def __init__(self, url: str, key: str, model: str) -> None:
        self._url = url
        self._key = key
        self._model = model

    @property
    def name(self) -> str:
        """Vectors of another address or model are not compared with these."""
        return f"{self._url} {self._model}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        """See intents.embedding.Embedder."""
        if not texts:
            return np.zeros((0, 0), np.float32)
        try:
            answer = self._post({"model": self._model, "input": list(texts)}, len(texts))
            rows = sorted(answer["data"], key=lambda row: row["index"])
            vectors = np.array([row["embedding"] for row in rows], np.float32)
        except urllib.error.HTTPError as exc:
            exc.close()
            raise EmbeddingError(
                f"{self._url} answered {exc.code}; check DANGOL_EMBEDDING_KEY and _MODEL"
            ) from exc
        except (OSError, http.client.HTTPException) as exc:
            raise EmbeddingError(f"{self._url} cannot be reached") from exc
        except (ValueError, KeyError, TypeError) as exc:
            raise EmbeddingError(f"{self._url} does not answer as an embeddings endpoint") from exc
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True) if vectors.ndim == 2 else None
        if lengths is None or len(vectors) != len(texts) or not np.all(np.isfinite(lengths)):
            raise EmbeddingError(f"{self._url} did not answer with one vector for each text")
        found: Vectors = vectors / np.maximum(lengths, 1e-12)
        return found

    def _post(self, body: object, count: int) -> dict[str, Any]:
        request = urllib.request.Request(  # noqa: S310 - settings allow http and https only
            self._url,
            json.dumps(body).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {self._key}"},
        )
        patience = PATIENCE + PATIENCE_A_TEXT * (count - 1)
        with urllib.request.urlopen(request, timeout=patience) as response:  # noqa: S310 - as above
            answer = json.loads(response.read(LARGEST * count))
        if not isinstance(answer, dict):
            raise TypeError(answer)
        return answer
