"""What the dashboard looks like: pure functions of the data and a Selection. No callback, no request, no
global state."""
