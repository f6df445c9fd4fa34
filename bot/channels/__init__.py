"""One module per messenger: parse what it sends, render what it accepts, push what must leave."""
