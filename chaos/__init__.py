"""What the server bears behind nginx: killed workers, reloads, slow senders, ten thousand callbacks."""
