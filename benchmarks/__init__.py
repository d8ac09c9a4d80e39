<<<<<<< HEAD
"""What `make bench` runs."""
=======
"""Speed and memory against honest peers: `make bench`."""
>>>>>>> 4dd49f538a3e39ca881316d0dbc7c27eafee7d5c
