"""Many clean requests decided in one go, each by its own decision. It knows no way of deciding by itself."""
