"""Two to four cases side by side: the page, what each case brings to it, when a row would lie."""
