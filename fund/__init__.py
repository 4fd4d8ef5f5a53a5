"""The approver's room: worklist, decision, undo. Knows no payment and no statistics."""
