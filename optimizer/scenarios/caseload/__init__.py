"""What a supervisor asks of a panel: who gets whom, few transfers, cover for leave, how many managers it takes."""
