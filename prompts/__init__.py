"""What a teacher is told, and the category tree that every record is filed under."""
