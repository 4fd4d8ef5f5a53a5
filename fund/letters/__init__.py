"""Letters of the fund: what a decision tells the client, printed, sent, and which term runs from when."""
