"""News in, attributed claims out: the rooms of Dispatches (DESIGN.md, section 2)."""
