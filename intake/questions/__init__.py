"""Part of intake: a question that stops the clock shown: whom it is to, by when, and what the law's clock says."""
