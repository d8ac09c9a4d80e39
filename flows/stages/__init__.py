"""What a campaign goes through, as plain functions: no Prefect, no printing, safe to run again."""
