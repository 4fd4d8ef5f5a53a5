"""A rule in plain sentences, made from its blocks, for pages and forms. It judges and renders nothing."""
