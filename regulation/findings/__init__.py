"""What is found before any amount: who, what, when, and the assessment that gathers it. Pure."""
