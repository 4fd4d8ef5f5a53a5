"""Work in the background: the outbox, jobs with progress, and the worker that does both."""
