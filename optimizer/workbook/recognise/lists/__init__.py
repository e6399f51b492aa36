"""Tables with a header: long lists of duties, staff, requests, needs, shifts, rules and patients."""
