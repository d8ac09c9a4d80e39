"""One database: tables, migrations, and a class per subject that speaks the domain."""
