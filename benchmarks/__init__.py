"""Speed and memory against honest peers: `make bench`."""
