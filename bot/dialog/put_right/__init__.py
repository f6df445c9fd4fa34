"""What was told wrong is put right; what is wanted no more is taken back."""
