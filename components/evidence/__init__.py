"""Article text and spans into safe HTML. The only place that makes HTML from article text, and it escapes everything.

Nothing of the text is lost or moved: without tags and without what stands in ``style``, ``summary`` and ``small``,
which is ours, the unescaped HTML is the text again. The work is in proportion to the text and the spans.
"""

from components.evidence.article import Passage, legend, parts, passages, sentence
from components.evidence.claim import AROUND, html
from components.evidence.lines import Kind, Lit
from components.evidence.style import LIMIT, STYLE

__all__ = [
    "AROUND",
    "LIMIT",
    "STYLE",
    "Kind",
    "Lit",
    "Passage",
    "html",
    "legend",
    "parts",
    "passages",
    "sentence",
]
