"""The page of a client: what every room of intake knows, on one page. Changes nothing."""
