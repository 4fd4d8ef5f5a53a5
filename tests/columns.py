"""The column register: what every column of every table holds, why it is kept, and how it ends.

A block for each table. A line names columns, their class, why they are kept, and a term of TERMS.
Whoever adds a column adds it here; whoever writes erasure or retention begins here.

    personal     tells who a client is, or leads to one
    special      tells that somebody needed help, or why: under professional secrecy
    secret       sealed bytes or a hash; of no use without the keys of the instance
    staff        about a member of staff
    operational  about the house, its offer, its rules: about nobody
    figure       counts and amounts that tell of nobody
"""

from __future__ import annotations

from dataclasses import dataclass

CLASSES = ("personal", "special", "secret", "staff", "operational", "figure")

TERMS = {
    "file": "5 years after the last request when refused, 10 when granted; erasure empties it",
    "link": "as long as the rows on both ends; erasure leaves it, for it then leads to nobody",
    "money": "10 years, as the money trail; erasure leaves it, for it names nobody",
    "counts": "for good: erasure empties who and why, the anonymous count stays",
    "referral": "60 days (a setting) when nobody takes it up, else 30 days after it ended; then it is emptied",
    "use": "until it is filed or thrown away; erasure removes the row",
    "trial": "90 days after it was asked, then the worker removes the row and its job",
    "notice": "90 days after it was read, a year after it was told; then the worker removes the row",
    "session": "30 days after it began, then the worker removes the row",
    "staff": "while what this person did is kept; then the name goes and the number stays",
    "trail": "10 years: proof of who did and saw what; holds numbers only",
    "house": "as long as the house uses it; about nobody",
}

REGISTER = """
absence
    id person_id stand_in_id from_on until_on made_by_id made_at ended_at  staff  who sees to whose files  staff
    duty                                staff        files or decisions                          staff
access_link
    id kind team_id until_on most_uses uses  operational  what a partner may send, until when    house
    made_at withdrawn_at                operational  since when, and until when                  house
    token_hash                          secret       the link itself is not kept                 house
    organisation                        operational  who holds it: an organisation               house
    made_by_id withdrawn_by_id          staff        who made it, who took it back               staff
account
    id person_id                        staff        whose way in this is                        staff
    username language shortcuts         staff        to sign in, and how pages speak             staff
    passphrase_hash                     secret       proves who signs in                         staff
    passphrase_changed_at must_change   staff        one-time passphrases are replaced           staff
    disabled_at                         staff        since when nobody gets in with it           staff
activity
    id provider_id name sort_name category price_cents closed_on  operational  the offer  house
    theme age_from age_until days times checked_on  operational  for whom and when it is         house
address
    id                                  operational  number of the row                           link
    household_id                        personal     whose address it is                         link
    street postal_code town             personal     where letters go                            file
    neighbourhood                       personal     figures by neighbourhood                    counts
    from_on until_on                    personal     which address held on which day             file
agenda_item
    id meeting_id position kind stage   operational  what stands where on which agenda           money
    request_id                          personal     which request                               link
    urgent_grant_id decision_id         operational  what it ratifies, what it became            money
    outcome reason_code deviates_from   special      what is proposed                            counts
    granted_cents assessed_cents        figure       how much, and what the rule gives           money
    reasons remark late_why             special      why, in words for the client or the minutes file
    request_version_id drafted_at       operational  on what the proposal was written, and when  money
    drafted_by_id taken_out_by_id recorded_by_id  staff  who wrote it, set it apart, recorded it staff
    is_clean is_late by_consensus voted_at  operational  how it is voted on, and when            money
    admitted_by votes_for votes_against abstained  figure  how the vote fell: of nobody by name  money
appeal
    id body reference job_id received_on noted_at lock_version  operational  before whom, and when      money
    outcome outcome_on outcome_at       operational  what came of it                             money
    request_id decision_id              personal     against which decision                      link
    noted_by_id outcome_by_id           staff        who noted it                                staff
    file_id file_asked_at file_made_at  operational  the file for the court, sealed, for 90 days use
audit_entry
    seq at action kind                  operational  what was done or seen, in one order         trail
    actor_id                            staff        who did it                                  trail
    object_id                           personal     to what: a number that may lead to a client trail
    why                                 operational  one word of the code, never typed           trail
    prev_hash hash                      secret       chain of keyed hashes                       trail
audit_head
    id seq                              operational  where the trail ends                        trail
    hash                                secret       the end of the chain                        trail
batch
    id stage filters job_id asked_at    operational  which list was looked through, how far it is  house
    account_id person_id                staff        who decides together                        staff
batch_line
    id batch_id stage                   operational  what became of it                           link
    request_id                          personal     which request                               link
    seen_version                        operational  the request as it was seen                  link
    amount_cents                        special      what the rule gave                          money
    lines why                           special      how, or why it was not decided              file
budget
    id year purpose lock_version        operational  which money                                 money
budget_share
    id budget_id source_id priority     operational  who gives to which budget                   money
    amount_cents committed_cents        figure       what there is and what is promised          money
claim
    request_id                          personal     which request is read now                   link
    person_id claimed_at                staff        by whom, since when                         staff
calendar_feed
    id person_id made_at withdrawn_at   staff        whose calendar may be fetched               staff
    token_hash                          secret       the address itself is not kept              staff
client
    id                                  operational  number of the row                           counts
    row_key                             operational  binds sealed columns to this row            file
    file_number                         personal     the centre's own number of the person       file
    given_name family_name              personal     who it is                                   file
    sort_name sort_name_reversed        personal     the name folded, to find it by              file
    birth_on died_on                    personal     caps and conditions by age                  file
    case_number                         personal     the case in the centre's own system         file
    phone email languages annex_language  personal   to speak and write with the client          file
    merged_into_id                      personal     the file that was kept of this person       link
    no_post reach_safely                special      not everybody at home may know              file
    sealed_national_number sealed_iban  secret       where the law asks; to pay the client       file
    national_number_key                 secret       finds the number without opening it         file
    made_at                             operational  since when there is a file                  counts
client_contact
    id client_id mandate_id             personal     about whom, by which mandate                link
    held_on with_whom how words         special      with whom the service spoke, and of what    file
    made_by_id made_at                  staff        who noted it                                staff
client_merge
    id merged_at undone_at              operational  when two files became one                   link
    kept_id gone_id                     personal     which files are of one person               link
    merged_by_id undone_by_id           staff        who did it                                  staff
    moves                               personal     which rows moved, to move them back         link
client_note
    id client_id                        personal     about whom                                  link
    row_key kind                        operational  binds the sealed words; for how many        file
    sealed_words                        secret       what the service noted, sealed              file
    made_by_id made_at                  staff        who wrote it                                staff
client_status
    id client_id                        personal     whose status                                link
    status from_on until_on             special      opens a right while it lasts                file
    proof_seen_on                       special      that nobody has to prove it twice           file
committee_seat
    id body                             operational  in which body somebody sits                 house
    person_id is_chair from_on until_on given_by_id  staff  who sits there, until when, by whom  staff
complaint
    id received_on answer_by_on answered_on outcome lock_version  operational  when it came, and how it ended  counts
    request_id                          personal     about which request                         link
    about answer                        special      how the service worked, as told             file
    noted_by_id noted_at outcome_by_id  staff        who noted it                                staff
decision
    id number request_version_id rule_version_id  operational  on what it was decided            money
    request_id                          personal     which request                               link
    decided_by_id on_behalf_of_id undone_by_id  staff  who decided, for whom, who took it back    staff
    second_by_id second_on_behalf_of_id  staff       who confirmed it, for whom                  staff
    revises_id revised_at               operational  which decision took the place of which      money
    body capacity                       operational  in what capacity                            money
    decided_at undone_at                operational  when                                        money
    outcome reason_code article         special      what was decided, by which article          counts
    deviates_from                       special      which line of the calculation it leaves     counts
    scheme category                     special      which part of the rule, what kind           counts
    record_hash                         secret       SHA-256 of the record                       money
    record_format                       operational  in which form the record was hashed         money
    recovery_cents                      figure       what it asks back of what was paid          money
    recovery_ground                     special      on what ground it asks that                 counts
    assessed_outcome                    special      what the rule said, or that a person judged counts
    assessed_cents granted_cents        figure       what the rule gave and what was granted     money
    reasons                             special      the reasons that the client may read        file
    facts lines                         special      what was known and how it was judged        file
    caps budget                         figure       room left before and after                  money
    booked_quarter leaf_sector leaf_kind leaf_funding_source  figure  figures as of that day     counts
    leaf_again leaf_provider_type leaf_provider_id  figure    figures as of that day             counts
    leaf_neighbourhood leaf_age_band leaf_household_type  personal  figures, with few others      counts
    unit_household_id leaf_client_id    personal     households and people are counted once      counts
counter_look
    decision_id                         operational  which grant at the counter                  money
    seen_by_id seen_at                  staff        who looked at it, when                      staff
discount_agreement
    id provider_id client_percent provider_percent network_percent  operational  who pays what  house
    from_on until_on                    operational  while it holds                              house
dispatch
    id kind stage lacks made_at row_key  operational  which letter, and where it stands          money
    request_id decision_id revises_id   personal     what it tells                               link
    sealed_words                        secret       the words of a question, sealed             file
    letter_id                           operational  what was frozen                             money
    sent_on way tracking marked_at      operational  terms run from sending                      money
    marked_by_id                        staff        who sent it                                 staff
draft
    id kind version                     operational  which form, which state of it               use
    owner_id                            staff        nobody else reads it                        use
    subject                             personal     the client's number: warns a colleague      use
    body                                secret       what was typed, sealed                      use
    saved_at                            operational  when it was kept                            use
    session_key                         secret       hash that tells windows apart               use
evidence
    id content_type size_bytes pages    operational  a paper that came as a proof                file
    draft_key request_id                personal     with which form or request                  link
    kind                                special      which proof                                 file
    sent_name                           secret       how its sender called it; goes with it      file
    sent_hash                           secret       the same file sent twice is one             file
    content_id preview_id               personal     the sealed file, and its first page         link
    added_by_id added_at                staff        who brought it in                           staff
    withdrawn_at withdrawn_by_id        staff        who took it back                            staff
    withdrawn_why                       special      why                                         file
    replaced_by_id                      operational  which paper stands in its stead             link
evidence_later
    id remind_on done_at                operational  when to be reminded                         file
    draft_key request_id                personal     with which form or request                  link
    kind                                special      which proof is still to come                file
    noted_by_id noted_at                staff        who noted it                                staff
file_opening
    id row_key opened_at open_until     operational  since and until when it was open            trail
    person_id                           staff        who opened another team's file              staff
    client_id                           personal     which one                                   link
    reason                              special      why, in a word of a list                    file
    sealed_words                        secret       why, in own words                           file
favourite
    team_id activity_id                 operational  what a team keeps at hand                   house
    made_by_id                          staff        who gave the star                           staff
    made_at                             operational  since when                                  house
filing
    id idempotency_key receipt_number letter_id  operational  one filing of one form             money
    filed_by_id                         staff        who filed: cannot decide                    staff
    filed_at                            operational  starts the term                             counts
    life_domain goal                    special      the goal in the help plan                   file
    plan_goal_id                        personal     the goal of the plan that it serves         link
    report                              special      why, in the worker's words                  file
    barriers barrier_words              special      what stands in the way                      file
    guide_organisation guide_name       personal     who brought the client                      file
first_ruling
    request_id                          personal     on which request                            link
    decided_by_id on_behalf_of_id       staff        who ruled first, for whom                   staff
    body capacity decided_at            operational  in what capacity, when                      money
    outcome reason_code deviates_from   special      what was ruled                              counts
    granted_cents assessed_cents        figure       how much, and what the rule gave            money
    reasons                             special      the reasons that the client may read        file
first_run
    id made_at used_at                  operational  the link makes one administrator            session
    token_hash                          secret       the link itself is not kept                 session
fund_budget
    id scheme year budget_id            operational  which budget a scheme draws on              money
forwarding
    id request_id                       personal     of which request                            link
    centre address why                  special      where the client belongs, and why           file
    forwarded_at due_on late_days       operational  whether it went in time                     counts
    forwarded_by_id                     staff        who sent it on                              staff
funding_source
    id code name                        operational  where money comes from                      money
gauge
    id year word set_at                 figure       how much is left, as one of three words     house
heartbeat
    name at                             operational  whether the worker lives                    house
hearing
    id request_id                       personal     of which request                            link
    asked_on invited_for_on invited_time place held_on  special  that a client was heard, when and where file
    present minutes waived_why          special      who was there, what was said, why not       file
    noted_by_id invited_by_id held_by_id waived_by_id  staff  who noted it                       staff
    noted_at invited_at waived_at       operational  when                                        counts
household
    id household_type                   personal     the unit of figures and household caps      counts
    made_at                             operational  since when it is known                      counts
instance
    id mode created_at                  operational  demo or production                          house
    keys_fingerprint                    secret       whether the keys fit this database          house
item_absence
    id item_id                          operational  for which item of an agenda                 link
    person_id why                       staff        who sat out, in conflict or away            staff
item_presence
    id item_id                          operational  at the vote on which item                   link
    person_id how                       staff        who was there at it, and how                staff
job
    id kind state tries done total      operational  how far the work is                         house
    owner_id                            staff        who waits for it                            staff
    args result                         personal     numbers of what it is about                 use
    error                               operational  the class of an error, never its text       house
    created_at started_at ended_at      operational  when                                        house
ledger_entry
    id posted_at reverses_id            operational  one posting                                 money
    cause                               personal     the number of the decision behind it        money
ledger_line
    id entry_id account source_id budget_id  operational  which money moved                      money
    cents                               figure       how much                                    money
letter
    id kind text_version language       operational  which letter                                money
    subject_kind subject_id             personal     what it is about                            link
    content                             secret       all that it says, sealed                    file
    issued_at sent_at sent_way          operational  terms run from sending                      money
    file_id                             operational  its PDF, sealed on disk                     file
letter_text
    id of words made_at                 operational  sentences of letters, about nobody          house
    made_by_id                          staff        who changed them                            staff
letter_translation
    id language of words made_at        operational  translated sentences, about nobody          house
    dutch_hash approved_at              operational  of which Dutch, and since when it is good   house
    made_by_id approved_by_id           staff        who changed and who approved them           staff
look_back
    id request_id                       personal     of which request                            link
    went helped hindrance               special      whether it helped, for the evaluation       counts
    answered_by_id                      staff        who heard it                                staff
    answered_at                         operational  on that day it can be taken back            counts
mandate
    id client_id                        personal     whose word it is                            link
    party scope signed_by               special      with whom the service may speak             file
    signed_on until_on withdrawn_on     special      and when                                    file
    made_by_id made_at                  staff        who noted it                                staff
meeting
    id body year number starts_at place stage  operational  which session of which body          money
    is_elsewhere number_elsewhere       operational  whether its agenda lives elsewhere, its number  money
    second_of_id lock_version           operational  after which one it was convened              money
    planned_by_id secretary_id signed_by_id  staff   who planned, recorded, signed               staff
    convened_at opened_at closed_at signed_on  operational  when                                 money
    late_why                            operational  why it was convened later than the rules ask money
    access_until_on                     operational  until when its members read the files       money
    decided                             special      the list of decisions, by numbers, frozen   money
    decided_hash                        secret       SHA-256 of that list                        money
    minutes                             special      what was said beside the votes              file
meeting_member
    id meeting_id                       operational  to which session                            money
    person_id is_chair is_present       staff        who was convened, and was there             staff
membership
    id household_id client_id           personal     who lives with whom                         link
    role from_on until_on               personal     as what, and when                           file
minutes_correction
    id meeting_id item_id made_at       operational  of which minutes, when                      money
    words                               special      what was not right in them                  file
    made_by_id                          staff        who put it right                            staff
notice
    id kind told_at                     operational  what somebody was told, and when            notice
    person_id read_at handing_at mailed_at  staff    who was told, and read it                   notice
    subject_id about                    personal     number of the request or paper that it is about  notice
notice_choice
    person_id way address round_on mailed_at refused_at  staff  how she wants mail of notices    staff
number_counter
    name year last                      operational  numbers without gaps                        house
other_payer_part
    id request_id                       personal     of which request                            link
    payer answer                        special      who pays first: no double funding           file
    amount_cents                        figure       how much                                    money
outbox_message
    id kind created_at due_at delivered_at tries  operational  what must still be done           house
    payload                             personal     numbers of what it is about                 use
    last_error                          operational  the class of an error, never its text       house
pause
    id request_id                       personal     of which request                            link
    question answer                     special      asked and answered about the client         file
    to_whom answer_by_on                operational  whom it was asked, until when               counts
    asked_by_id answered_by_id          staff        who asked and answered                      staff
    asked_at ended_at                   operational  how long the clock stood still              counts
person_link
    person_id same_as_id sphere made_by_id made_at  staff  two persons who are one, and who said so  staff
person
    id name sort_name team_id           staff        who works here, in which team               staff
    sphere                              staff        the wall: clients or figures                staff
    lock_version                        operational  two administrators at once                  house
plan_goal
    id client_id                        personal     whose goal                                  link
    row_key                             operational  binds the sealed words                      file
    life_domain state aimed_on          special      in what part of life, and where it stands   file
    sealed_words                        secret       what is to be reached, sealed               file
plan_goal_event
    id goal_id                          personal     of which goal                               link
    state                               special      what became of it                           file
    made_by_id made_at                  staff        who noted it                                staff
plan_step
    id goal_id                          personal     towards which goal                          link
    row_key                             operational  binds the sealed words                      file
    sealed_words                        secret       what is done, sealed                        file
    who due_on done_on                  special      by whom, by when, and whether it was done   file
    made_by_id made_at                  staff        who noted it                                staff
provider
    id name sort_name provider_type neighbourhood closed_on  operational  who offers activities  house
    address contact names_asked facilities  operational  what it is like to come there           house
provider_suggestion
    id                                  operational  which suggestion                            house
    name what place contact why         operational  a provider that is missed; about no client  house
    made_by_id answered_by_id           staff        who missed it, who answered                 staff
    made_at state answer answered_at provider_id  operational  what became of it                 house
print_run
    id asked_at job_id file_id          operational  letters that were printed together          money
    asked_by_id                         staff        who printed them                            staff
print_run_line
    id run_id is_printed problem        operational  what lay in the run                         money
    dispatch_id                         personal     which letter                                link
published_total
    id entered_at withdrawn_at source   operational  since when, until when, by which document   house
    year requests_n households_n clients_n granted_cents  figure  as a document published it    house
recusal
    id request_id                       operational  from which request                          link
    person_id at lifted_at lifted_by_id  staff       who stepped back, who lifted that            staff
refusal_text
    id code number words                operational  words of refusals, version by version       house
    made_by_id made_at                  staff        who changed them                            staff
referral
    id form_key link_id team_id organisation arrived_at  operational  who sent how many          counts
    state ended_at aside_reason         operational  what came of it                             counts
    row_key                             operational  binds the sealed column to this row         referral
    sealed_told                         secret       name, contact, wish, mandate, sealed        referral
    client_id                           personal     whose file it went to                       link
    typed_by_id ended_by_id             staff        who typed it in, who saw to it              staff
release
    id period periods kind made_at      figure       which period was published                  house
    settings_hash previous_hash hash    secret       hashes: nothing is published twice          house
    code_version solver_version         operational  by which code                               house
release_audit
    release_id findings                 figure       why cells are hidden                        house
release_cell
    id release_id table_name leaf at    figure       one cell                                    house
    requests_n households_n clients_n granted_cents  figure  hidden where few stand behind it    house
release_member
    decision_id release_id              personal     which rows a release holds, for ever        counts
reminder
    id kind due_on step made_at         operational  which reminder was given, once              counts
    subject_id                          personal     number of the request or paper              link
request
    id number filing_id scheme          operational  which request                               counts
    client_id household_id              personal     for whom                                    link
    worker_id team_id                   staff        whose request it is: cannot decide          staff
    body                                operational  who decides by the rule                     house
    sent_to                             operational  to which body it was sent on                house
    first_by_id                         staff        who ruled first: cannot confirm it          staff
    kind status lock_version            operational  where it stands                             counts
    activity_id provider_id provider_type category  special  what is asked, in kind              counts
    what provider_name                  special      what is asked, as typed                     file
    bookings                            personal     whose room of a cap it takes, by number      link
    strand                              special      which part of the rule: caps count by it    counts
    pieces                              figure       for how many pieces: caps count tickets     counts
    cost_cents cost_on                  figure       what it costs, and when                     money
    payment_on invoice_on activity_on   figure       when it was paid, billed, done: caps count  money
    instalment_of                       personal     of which request it is a later part         link
    reason                              special      why, from the list                          counts
    look_back_on                        operational  from when it is looked back on              counts
    payee                               operational  whom to pay                                 money
    submitted_at legal_due_on waited_days decided_at left_at  operational  terms                 counts
    corrected_at added_to_at            operational  since when it says something else           counts
    proposed_cents proposed_most_cents  figure       what it gives, or the most a person gives   money
    cap_reached granted_cents freed_cents  figure    what it gives, under caps                   money
    assessed_cents                      figure       what the rule gave at the decision          money
    assessed_lines                      special      how it was judged, for who filed it         file
    paid_cents paid_on recovery_due_cents  figure    what was paid and must come back            money
    notify_due_on notified_on notified_way appeal_until_on  operational  terms of the letter     money
    outcome                             special      what was decided                            counts
    reasons                             special      the reasons that the client may read        file
request_event
    id request_id                       personal     of which request                            link
    at verb from_status to_status       operational  what happened, in order                     counts
    by_id                               staff        who did it                                  staff
    why                                 special      in whose words: question, answer, reasons   file
request_version
    id request_id number                personal     of which request                            link
    made_by_id                          staff        who made it                                 staff
    made_at rule_version_id by_paper    operational  when, by which rule, and why                money
    facts evidence_seen                 special      what was known: the input of the judgement  file
    told                                special      what the worker told beside it, and why     file
    former                              special      what stood there before a correction        file
responsible
    id client_id                        personal     whose file                                  link
    worker_id team_id from_on until_on  staff        who may open it, and when                   staff
role_grant
    id account_id person_id role sphere  staff       what this account may do                    staff
rule_replay
    id job_id title rule_text from_on until_on  operational  which rule, tried on which days     trial
    sha256                              operational  tells the same trial asked twice            trial
    asked_by_id                         staff        nobody else finds it                        trial
    asked_at                            operational  when it may go                              trial
    with_examples                       operational  who asked could read every file             trial
    result                              personal     counts, and numbers of requests as examples  trial
rule_draft
    id rule_id title based_on_id source_toml lock_version  operational  a rule being changed      house
    previous_toml                       operational  what it said before the last change          house
    started_at changed_at ended_at brought_in_id  operational  when, and what came of it           house
    started_by_id changed_by_id         staff        who works on it                             staff
rule_version
    id rule_id version title origin valid_from valid_until source_toml  operational  the rules   house
    sha256                              operational  that the text has not changed               house
    brought_in_at in_force_at           operational  when                                        house
    brought_in_by_id in_force_by_id     staff        two persons                                 staff
    council_on council_number           operational  which decision of the council               house
saved_search
    id signed_in_id made_at             staff        whose search                                session
    sealed_query                        secret       the words, sealed: names stand in them      session
saved_view
    id list_name name filters is_first  staff        how somebody looks at a list; names no client staff
    person_id made_at                   staff        whose it is                                 staff
setting
    key value changed_at                operational  how this house works                        house
    changed_by_id                       staff        who set it                                  staff
sign_in_count
    subject_key                         secret       keyed hash of an account or address         session
    failures last_failed_at             operational  slows down guessing                         session
signed_in
    id account_id began_at seen_at ended_at browser  staff  one's own sessions, to end them      session
    token_hash                          secret       the browser alone holds the token           session
stored_file
    id name content_type size_bytes created_at store  operational  a sealed file, and where it lies  file
    sha256                              operational  of the sealed bytes: backups prove them     file
takeover
    id kind state mapping job_id new_count known_count made_at ended_at  operational  which list was brought in  house
    file_id                             operational  the list itself, sealed, while it is needed  use
    made_by_id worker_id                staff        who brought it in, and for whom             staff
takeover_mapping
    id kind mapping changed_at          operational  which column stands where                   house
    headings_sha256                     operational  by which headings it is remembered          house
team
    id name closed_at                   operational  who works together                          house
urgent_grant
    id body outcome settled_at          operational  what the chair granted, and what came of it money
    request_id decision_id              personal     on which request                            link
    why reasons ground                  special      why it could not wait, why not ratified     file
    spent_cents recover_cents           figure       what had been spent and must come back      money
    settled_by_id                       staff        who recorded that                           staff
usual_grant
    category most_cents counted         figure       what is usual for a kind of activity        counts
    worked_out_at                       operational  of the last year before it                  counts
voucher
    id cause kind code                  operational  the neutral proof                           money
    request_id                          personal     of which request                            link
    amount_cents client_cents provider_cents used_cents  figure  what it is worth                money
    issued_at valid_until_on handed_over_at revoked_at  operational  while it is worth that      money
"""


@dataclass(frozen=True)
class Column:
    """What the register says of one column."""

    kind: str
    why: str
    term: str


def read(text: str) -> dict[tuple[str, str], Column]:
    """The register by table and column; ValueError on a line that says too little or twice."""
    table, found = "", {}
    for line in filter(None, text.splitlines()):
        if not line.startswith(" "):
            table = line.strip()
            continue
        words = line.split()
        at = next((place for place, word in enumerate(words) if word in CLASSES), 0)
        *why, term = words[at + 1 :]
        if not at or not why or term not in TERMS:
            raise ValueError(f"{table}: {line.strip()}")
        for name in words[:at]:
            if (table, name) in found:
                raise ValueError(f"{table}.{name} stands twice")
            found[table, name] = Column(words[at], " ".join(why), term)
    return found


COLUMNS = read(REGISTER)
