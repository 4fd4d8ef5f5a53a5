"""Part of the fund: the words of refusals, which the service edits: versions, placeholders, what was shipped."""
