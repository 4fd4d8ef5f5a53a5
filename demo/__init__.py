"""The example network: invented people and plausible prices, made by the real actions. Never in production."""
