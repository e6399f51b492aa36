"""What laws, contracts and guidance say: statutes with their citations, and whether a schedule complies."""
