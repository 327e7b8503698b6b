"""The coordinators' web console: who is in, who asks to come in, what a form already did."""
