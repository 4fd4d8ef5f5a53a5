"""What is left for a client and the household under the caps of the rule in force. Changes nothing."""
