"""Finding: what can be found, how well it fits what is typed, and the page and box that show it."""
