"""From what was asked for to the answer, one file per intent."""
