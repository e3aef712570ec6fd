"""What a chart gives back, where its figures come from, and the views that hold charts."""
