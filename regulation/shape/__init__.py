"""The shape of a rule file: told as a schema, and changed at one place. It judges nothing and stores nothing."""
