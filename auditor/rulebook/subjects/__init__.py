"""The things that a rule can be held against, one module a family; `kinds` lists them."""
