"""What caseloads come to."""
