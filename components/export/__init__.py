"""Frame, figures and a Stamp into the bytes of a file."""
