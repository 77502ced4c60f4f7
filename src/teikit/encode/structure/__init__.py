"""What a text is made of: each module finds one kind of block, page mark or typography."""
