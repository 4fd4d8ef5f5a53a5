"""The coordinator's room: figures from frozen releases. Reaches no person, household or request."""
