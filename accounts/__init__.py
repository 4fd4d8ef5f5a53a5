"""Who is it, may they, and what did they look at. Knows no client, request or euro."""
