"""Public benchmark families, read into the product's own unit and policy, a family a file."""
