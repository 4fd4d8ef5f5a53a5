"""How few households a figure may never tell of: one number for releases, trials of rules and earlier years."""

from typing import Final

FEWEST_HOUSEHOLDS: Final = 5
