"""What becomes of an export on its way to answers: checked, counted, pseudonymised."""
