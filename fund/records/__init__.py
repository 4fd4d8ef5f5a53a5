"""Part of the fund: the record of a decision, sealed by its hash when it is taken, printable for a court."""
