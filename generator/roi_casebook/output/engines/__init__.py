"""The engines that build shells: which there are, what each is given, and the shells themselves."""
