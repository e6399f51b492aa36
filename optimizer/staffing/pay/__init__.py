"""What duties cost, and how that stands against what was budgeted."""
