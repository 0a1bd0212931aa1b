"""Files that hold deals → Deal or findings."""
