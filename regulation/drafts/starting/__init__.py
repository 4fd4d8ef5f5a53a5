"""The two ways to a new draft: six answers, or a rule that exists."""
