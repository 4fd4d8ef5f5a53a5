"""Files that may be of the same person: found by a full match anywhere, by a likeness in one's own teams."""
