"""Top products per customer from what customers did."""
