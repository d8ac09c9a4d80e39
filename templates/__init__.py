"""MJML layouts, compiled once and rendered per person."""
