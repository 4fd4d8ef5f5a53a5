"""Two files of one person become one: with a preview, traced, and undone within thirty days if need be."""
