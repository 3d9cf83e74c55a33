"""Random walks of people acting on many records at once, on a real Board, watched by checks that trust nothing."""
