"""Rule files: from text to blocks, or one clear error. It needs no database and judges nothing."""
