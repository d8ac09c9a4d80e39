"""Complete messages, signed links, and the transports that take them."""
