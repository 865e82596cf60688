"""Pages as people write them and as readers get them: their text, links and metadata."""
