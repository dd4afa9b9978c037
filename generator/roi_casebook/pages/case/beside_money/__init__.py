"""What is not money: soft results, what they would have to be worth, what one of them cost."""
