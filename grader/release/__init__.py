"""What students receive, how the hidden tests stay hidden in it, and how their repository grades itself."""
