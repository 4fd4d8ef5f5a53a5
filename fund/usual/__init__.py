"""What is usually granted for each kind of activity, so that a request far above it is seen. It judges nothing."""
