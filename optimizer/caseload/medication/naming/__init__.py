"""By what a medicine is known: names, labels, brands, product codes and ATC codes, and what each stands for."""
