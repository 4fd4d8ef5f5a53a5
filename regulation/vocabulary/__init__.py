"""The words of judging: the blocks of a rule, and the facts and history it is judged by. They judge nothing."""
