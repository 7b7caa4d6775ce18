"""How lit words look: each kind by a line, a weight or a ground of its own, none by a colour alone."""

LIMIT = 60_000
"""Characters of an article that are sent to the screen at once; some twenty pages of print."""

STYLE = """
.evidence { line-height: 1.6; overflow-wrap: anywhere; }
.evidence p { margin: 0 0 .7em; }
.evidence p.furniture { opacity: .7; font-size: .9em; }
.evidence summary { cursor: pointer; margin: 0 0 .7em; text-decoration: underline; text-underline-offset: .2em; }
.evidence mark { background: none; color: inherit; padding: 0; }
.evidence mark.sentence { background: rgba(230, 159, 0, .15); padding: .1em 0;
  box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.evidence mark[data-number]::before { content: attr(data-number); margin-right: .25em;
  font-size: .7em; font-variant-numeric: tabular-nums; vertical-align: super; line-height: 0; }
.evidence mark.picked { background: rgba(230, 159, 0, .25); }
.evidence mark.number { background: rgba(230, 159, 0, .34); font-weight: 700; }
.evidence mark.source { border-bottom: 2px solid currentColor; }
.evidence mark.cue { border-bottom: 2px dashed currentColor; }
.evidence mark.date { border-bottom: 4px double currentColor; }
.evidence mark.event { border-top: 1px solid currentColor; }
.evidence mark.leftover { border-bottom: 3px dotted currentColor; }
.evidence.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; font-size: .85rem; }
.evidence.legend .furniture { opacity: .7; font-size: .9em; }
"""
