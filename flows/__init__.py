"""Entry points: stages as plain functions, Prefect flows over them, the command line."""
