"""Any file to sheets of values: workbooks of every make, and separated text in every encoding."""
