"""Putting right what is asked, and adding to it, while nobody has decided yet. The form is that of filing."""
