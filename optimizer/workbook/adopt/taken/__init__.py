"""What is taken up of tables: who is who, what was worked, what codes mean, what is asked for and needed."""
