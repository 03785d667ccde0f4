"""What the DAGs are made of: a factory for DAGs and tasks, and the operator that runs bin/numeral."""
