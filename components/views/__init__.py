"""The parts of the page, one ``show`` each."""
