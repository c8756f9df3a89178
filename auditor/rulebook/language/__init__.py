"""The expression language of the rules: small, typed, closed. Text becomes a tree (`grammar`), is checked against the
names a rule may use (`checking`), and becomes a closure (`compiling`) that gives a value and never raises."""
