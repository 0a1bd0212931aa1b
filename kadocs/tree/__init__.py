"""Text with places → raw tree → checked objects."""
