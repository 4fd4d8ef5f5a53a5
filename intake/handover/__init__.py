"""Files that change hands: given to a colleague, seen to during an absence, opened with a reason."""
