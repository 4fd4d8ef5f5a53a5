"""Part of intake: a client who asks for it in writing is heard before a decision: asked, invited, held or waived."""
