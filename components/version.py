"""The version of the reading rules, raised whenever the same article would give other rows."""

PARSER_VERSION = "6"
