"""The words of the rule editor: a label and a line of help for every field of every block."""
