"""At which rate money is discounted, and what its factors start from."""
