"""Letters: versions of their texts, required fields, rendering and sending. Each room owns its letters."""
