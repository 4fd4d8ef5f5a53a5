"""The form: its draft, what it shows while one types, and the receipt. The life of a request is intake.requests."""
