"""States around a decision: revised, heard, forwarded, its texts and its record."""

from __future__ import annotations

from tests.browser.sight import sent

OURS = "UPDATE request SET team_id = (SELECT id FROM team WHERE name = 'Noord')"
OVERDUE = "UPDATE pause SET to_whom = 'client', answer_by_on = '2026-11-20'"
HEARING = (
    "INSERT INTO hearing (request_id, asked_on, noted_by_id, noted_at, invited_time, place, present,"
    " minutes, waived_why, invited_for_on, invited_by_id, invited_at)"
    " SELECT id, '2026-11-20', 1, '2026-11-20 10:00:00.000000', '14:30', 'Sociaal Huis, bureau 3',"
    " '', '', '', '2026-12-01', 1, '2026-11-21 10:00:00.000000' FROM request"
    " WHERE status = 'submitted' AND id NOT IN (SELECT request_id FROM hearing)"
)
EDITED = (
    "INSERT INTO refusal_text (code, number, words, made_at, made_by_id) VALUES ('cap_reached', 1,"
    " 'Het maximum is bereikt. ({artikel})', '2026-11-20 10:00:00.000000', 1)"
)

STATES = (
    ("revise", "bert", "/worklist/{left}/revise"),
    ("revise-wrong", "bert", sent("/worklist/{left}/revise", "#do-revise")),
    ("decide-overdue", "bert", "/worklist/{waiting}", OVERDUE),
    ("worklist-overdue", "bert", "/worklist?state=waiting", OVERDUE),
    ("decide-to-be-heard", "bert", "/worklist/{open}", HEARING),
    ("hearing-none", "bert", "/requests/{open}/hearing"),
    ("hearing-invited", "bert", "/requests/{open}/hearing", HEARING),
    ("hearing-wrong", "bert", sent("/requests/{open}/hearing", "#do-wish", asked_on="31/02/2026")),
    ("forward", "an", "/requests/{open}/forward", OURS),
    ("forward-wrong", "bert", sent("/requests/{waiting}/forward", "#do-forward")),
    ("refusal-texts", "hilde", "/refusal-texts", EDITED),
    ("refusal-text", "bea", "/refusal-texts/cap_reached", EDITED),
    (
        "refusal-text-wrong",
        "bea",
        sent("/refusal-texts/cap_reached", "#keep", words="Beste {naam}"),
    ),
    ("record", "bert", "/decisions/{undoable}/record"),
)
