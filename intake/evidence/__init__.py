"""Proofs of what a rule asks: photos and papers, sealed; before and after filing. It judges no request."""
