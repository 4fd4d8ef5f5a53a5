"""Views of a list that somebody gave a name, each person her own. It knows no list by itself."""
