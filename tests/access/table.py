"""Who gets what answer where: written by hand, from what people do in the house, never from the code.

A row is an address, a method that exists there, the answer to one who may (to a form with nothing
in it, but with a good token), and a word for each person:

    all     every object there is
    team    those of one's own team
    own     what one made oneself
    body    what one's own body decides by the rule, or what its chair or its members may; in this
            house that is nothing of the head's, and no approver sits in the committee
    item    what stands on an agenda that one may read: the secretary every one, a member that of a
            meeting which she was convened to, until its files close
    none    one may ask, and nothing there is within one's reach
    mine    what belongs to one's own account or session
    -       as if the address did not exist: 404, whatever the method

A stranger is sent to sign in (303) or gets 401, but for what is `open`.
"""

from __future__ import annotations

from dataclasses import dataclass

PEOPLE = ("an", "arne", "bert", "hilde", "fien", "carla", "dirk", "bea", "sara", "mia")

OPEN = """
GET    /sign-in                                                  200
POST   /sign-in                                                  422
POST   /language                                                 303
GET    /first-run/<token>                                        404
POST   /first-run/<token>                                        404
GET    /refer/<token>                                            200
POST   /refer/<token>                                            422
GET    /calendar/<feed_token>.ics                                200
GET    /received                                                 200
GET    /healthz                                                  200
GET    /readyz                                                   503
GET    /static/<path:filename>                                   200
"""

TABLE = """
                                                                      an   arne bert hild fien carl dirk bea  sara mia
GET    /                                                         303  all  all  all  all  all  all  all  all  all  all
GET    /account                                                  200  all  all  all  all  all  all  all  all  all  all
POST   /account                                                  422  all  all  all  all  all  all  all  all  all  all
GET    /account/passphrase                                       200  all  all  all  all  all  all  all  all  all  all
POST   /account/passphrase                                       422  all  all  all  all  all  all  all  all  all  all
POST   /account/notices                                          422  all  all  all  all  all  all  all  all  all  all
GET    /notices                                                  200  all  all  all  all  all  all  all  all  all  all
POST   /notices/<int:notice_id>/open                             303  mine mine mine mine mine mine mine mine mine mine
POST   /notices/read                                             303  all  all  all  all  all  all  all  all  all  all
POST   /account/calendar                                         200  all  all  all  all  all  all  all  all  all  all
POST   /account/calendar/withdraw                                303  all  all  all  all  all  all  all  all  all  all
POST   /account/sessions/<int:session_id>/end                    303  mine mine mine mine mine mine mine mine mine mine
GET    /keys                                                     200  all  all  all  all  all  all  all  all  all  all
POST   /session/extend                                           303  all  all  all  all  all  all  all  all  all  all
POST   /sign-out                                                 303  all  all  all  all  all  all  all  all  all  all

GET    /search/<search_id>                                       200  mine mine mine mine -    -    -    -    -    -
POST   /search                                                   303  all  all  all  all  -    -    -    -    -    -
POST   /search/suggest                                           303  all  all  all  all  -    -    -    -    -    -
GET    /search/<search_id>/open                                  200  mine mine -    -    -    -    -    -    -    -
POST   /search/<search_id>/open                                  422  mine mine -    -    -    -    -    -    -    -
GET    /referrals                                                200  all  all  -    -    -    -    -    -    -    -
GET    /referrals/new                                            200  all  all  -    -    -    -    -    -    -    -
POST   /referrals/new                                            422  all  all  -    -    -    -    -    -    -    -
GET    /referrals/<int:referral_id>                              200  team team -    -    -    -    -    -    -    -
POST   /referrals/<int:referral_id>/open                         422  team team -    -    -    -    -    -    -    -
POST   /referrals/<int:referral_id>/link                         422  team team -    -    -    -    -    -    -    -
POST   /referrals/<int:referral_id>/set-aside                    422  team team -    -    -    -    -    -    -    -
GET    /referrals/links                                          200  all  all  -    -    -    -    -    all  -    -
POST   /referrals/links                                          422  all  all  -    -    -    -    -    all  -    -
POST   /referrals/links/<int:link_id>/withdraw                   303  team team -    -    -    -    -    all  -    -
GET    /openings                                                 200  -    -    -    all  -    -    all  -    -    -
GET    /absences                                                 200  all  all  all  all  -    -    -    -    -    -
POST   /absences                                                 422  all  all  all  all  -    -    -    -    -    -
POST   /absences/<int:absence_id>/end                            303  own  own  own  all  -    -    -    -    -    -
GET    /clients/<int:client_id>                                  200  team team all  all  -    -    -    -    -    -
GET    /clients/<int:client_id>/year                             200  team team all  all  -    -    -    -    none none
GET    /clients/<int:client_id>/year.pdf                         200  team team all  all  -    -    -    -    none none
GET    /clients/<int:client_id>/requests                         200  team team all  all  -    -    -    -    none none
GET    /clients/new                                              200  all  all  -    -    -    -    -    -    -    -
POST   /clients/new                                              422  all  all  -    -    -    -    -    -    -    -
POST   /clients/new/rows                                         200  all  all  -    -    -    -    -    -    -    -
POST   /clients/new/twins                                        200  all  all  -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/edit                             200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/edit                             422  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/address                          200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/address                          422  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/members/new                      200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/members/new                      422  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/members/<int:membership_id>      200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/members/<int:membership_id>      422  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/members/<int:membership_id>/adult 422  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/death                            200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/death                            303  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/reach                            200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/reach                            303  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/numbers                          200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/numbers                          303  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/merge                            200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/merge                            422  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/merge/undo                       422  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/timeline                         200  team team all  all  -    -    -    -    -    -
GET    /clients/<int:client_id>/notes                            200  team team -    all  -    -    -    -    -    -
POST   /clients/<int:client_id>/notes                            422  team team -    all  -    -    -    -    -    -
GET    /clients/<int:client_id>/plan                             200  team team all  all  -    -    -    -    -    -
POST   /clients/<int:client_id>/plan                             422  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/plan/<int:goal_id>               200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/plan/<int:goal_id>               422  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/plan/<int:goal_id>/steps         422  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/plan/<int:goal_id>/steps/<int:step_id> 303  team  team  -  -  -  -  -  -  -  -
GET    /clients/<int:client_id>/mandates                         200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/mandates                         422  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/mandates/<int:mandate_id>/withdraw 303  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/contacts/new                     200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/contacts/new                     422  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/worker                           200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/worker                           422  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/statuses/new                     200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/statuses/new                     422  team team -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/statuses/<int:status_id>/end     200  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/statuses/<int:status_id>/end     422  team team -    -    -    -    -    -    -    -
POST   /clients/<int:client_id>/statuses/<int:status_id>/proof   303  team team -    -    -    -    -    -    -    -

GET    /filings/new                                              200  all  all  -    -    -    -    -    -    -    -
GET    /clients/<int:client_id>/again                            200  team team -    -    -    -    -    -    -    -
POST   /filings                                                  422  all  all  -    -    -    -    -    -    -    -
POST   /filings/assess                                           200  all  all  -    -    -    -    -    -    -    -
POST   /filings/activities                                       200  all  all  -    -    -    -    -    -    -    -
GET    /filings/drafts/<uuid:draft_id>                           200  own  own  -    -    -    -    -    -    -    -
POST   /filings/drafts/<uuid:draft_id>                           303  own  own  -    -    -    -    -    -    -    -
POST   /filings/drafts/<uuid:draft_id>/delete                    303  own  own  -    -    -    -    -    -    -    -
GET    /filings/drafts/<uuid:draft_id>/evidence                  200  own  own  -    -    -    -    -    -    -    -
POST   /filings/drafts/<uuid:draft_id>/evidence                  422  own  own  -    -    -    -    -    -    -    -
POST   /filings/drafts/<uuid:draft_id>/evidence/later            422  own  own  -    -    -    -    -    -    -    -
GET    /filings/<int:filing_id>/receipt                          200  team team all  all  -    -    -    -    item item
GET    /filings/<int:filing_id>/receipt.pdf                      200  team team all  all  -    -    -    -    item item
GET    /filings/empty                                            200  all  all  -    -    -    -    -    -    -    -
GET    /filings/empty.pdf                                        200  all  all  -    -    -    -    -    -    -    -
GET    /requests                                                 200  all  all  all  all  -    -    -    -    all  all
POST   /requests/views                                           422  all  all  all  all  -    -    -    -    all  all
POST   /requests/views/<int:view_id>                             422  mine mine mine mine -    -    -    -    mine mine
POST   /requests/views/<int:view_id>/first                       303  mine mine mine mine -    -    -    -    mine mine
POST   /requests/views/<int:view_id>/remove                      303  mine mine mine mine -    -    -    -    mine mine
GET    /requests/<int:request_id>                                200  team team all  all  -    -    -    -    item item
GET    /requests/<int:request_id>/form                           200  team team all  all  -    -    -    -    item item
GET    /requests/<int:request_id>/form.pdf                       200  team team all  all  -    -    -    -    item item
POST   /requests/<int:request_id>/answer                         422  team team -    -    -    -    -    -    -    -
POST   /requests/<int:request_id>/withdraw                       422  team team -    -    -    -    -    -    -    -
POST   /requests/<int:request_id>/add                            422  team team -    -    -    -    -    -    -    -
GET    /requests/<int:request_id>/correct                        200  team team -    -    -    -    -    -    -    -
POST   /requests/<int:request_id>/correct                        422  team team -    -    -    -    -    -    -    -
GET    /requests/<int:request_id>/forward                        200  team team all  -    -    -    -    -    -    -
POST   /requests/<int:request_id>/forward                        422  team team all  -    -    -    -    -    -    -
GET    /requests/<int:request_id>/hearing                        200  team team all  -    -    -    -    -    -    -
POST   /requests/<int:request_id>/hearing                        422  team team all  -    -    -    -    -    -    -
POST   /requests/<int:request_id>/hearing/invite                 422  team team all  -    -    -    -    -    -    -
POST   /requests/<int:request_id>/hearing/hold                   422  team team all  -    -    -    -    -    -    -
POST   /requests/<int:request_id>/hearing/waive                  422  team team all  -    -    -    -    -    -    -
POST   /requests/<int:request_id>/look-back                      422  team team -    -    -    -    -    -    -    -
POST   /requests/<int:request_id>/look-back/undo                 303  team team -    -    -    -    -    -    -    -
GET    /requests/<int:request_id>/evidence                       200  team team all  all  -    -    -    -    item item
POST   /requests/<int:request_id>/evidence                       422  team team -    -    -    -    -    -    -    -
POST   /requests/<int:request_id>/evidence/later                 422  team team -    -    -    -    -    -    -    -
GET    /evidence                                                 200  all  all  -    -    -    -    -    -    -    -
GET    /evidence/<int:paper_id>                                  200  team team all  all  -    -    -    -    item item
GET    /evidence/<int:paper_id>/picture                          200  team team all  all  -    -    -    -    item item
GET    /evidence/<int:paper_id>/file                             200  team team all  all  -    -    -    -    item item
POST   /evidence/<int:paper_id>/replace                          422  team team -    -    -    -    -    -    -    -
POST   /evidence/<int:paper_id>/withdraw                         422  team team -    -    -    -    -    -    -    -

GET    /worklist                                                 200  -    -    all  all  -    -    -    -    -    -
GET    /worklist/<int:request_id>                                200  -    -    all  all  -    -    -    -    -    -
GET    /worklist/<int:request_id>/alike                           200  -    -    all  all  -    -    -    -    -    -
POST   /worklist/<int:request_id>/grant                          409  -    -    all  body -    -    -    -    -    -
POST   /worklist/<int:request_id>/amount                         422  -    -    all  body -    -    -    -    -    -
POST   /worklist/<int:request_id>/refuse                         422  -    -    all  body -    -    -    -    -    -
POST   /worklist/<int:request_id>/ask                            422  -    -    all  body -    -    -    -    -    -
POST   /worklist/<int:request_id>/confirm                        409  -    -    all  body -    -    -    -    -    -
POST   /worklist/<int:request_id>/send-back                      422  -    -    all  body -    -    -    -    -    -
POST   /worklist/<int:request_id>/send-on                        422  -    -    all  body -    -    -    -    -    -
POST   /worklist/<int:request_id>/step-back                      409  -    -    all  body -    -    -    -    -    -
POST   /recusals/<int:recusal_id>/lift                           409  -    -    -    all  -    -    -    -    -    -
POST   /worklist/<int:request_id>/undo                           409  -    -    all  body -    -    -    -    -    -
POST   /requests/<int:request_id>/counter                        409  team team -    -    -    -    -    -    -    -
GET    /counter                                                  200  -    -    all  -    -    -    -    -    -    -
POST   /counter/seen                                             303  -    -    all  -    -    -    -    -    -    -
POST   /worklist/<int:request_id>/claim                          303  -    -    all  body -    -    -    -    -    -
POST   /worklist/<int:request_id>/release                        303  -    -    all  body -    -    -    -    -    -
POST   /worklist/next                                            303  -    -    all  all  -    -    -    -    -    -
GET    /worklist/together                                        200  -    -    all  all  -    -    -    -    -    -
POST   /worklist/together                                        303  -    -    all  all  -    -    -    -    -    -
GET    /worklist/together/<int:batch_id>                         200  -    -    mine mine -    -    -    -    -    -
POST   /worklist/together/<int:batch_id>/decide                  422  -    -    mine mine -    -    -    -    -    -
POST   /worklist/together/<int:batch_id>/again                   409  -    -    mine mine -    -    -    -    -    -
GET    /worklist/narrow                                          200  -    -    all  all  -    -    -    -    -    -
POST   /worklist/views                                           422  -    -    all  all  -    -    -    -    -    -
POST   /worklist/views/<int:worklist_view_id>                    422  -    -    mine mine -    -    -    -    -    -
POST   /worklist/views/<int:worklist_view_id>/first              303  -    -    mine mine -    -    -    -    -    -
POST   /worklist/views/<int:worklist_view_id>/remove             303  -    -    mine mine -    -    -    -    -    -
POST   /worklist/<int:request_id>/refuse/text                    200  -    -    all  body -    -    -    -    -    -
GET    /worklist/<int:request_id>/revise                         409  -    -    all  body -    -    -    -    -    -
POST   /worklist/<int:request_id>/revise                         409  -    -    all  body -    -    -    -    -    -
GET    /decided                                                  200  -    -    all  all  -    -    -    -    -    -
GET    /appeals                                                  200  all  all  all  all  -    -    -    -    -    -
GET    /requests/<int:request_id>/appeals                        200  team team all  all  -    -    -    -    -    -
POST   /requests/<int:request_id>/appeals                        422  team team all  all  -    -    -    -    -    -
POST   /requests/<int:request_id>/complaints                     422  team team all  all  -    -    -    -    -    -
POST   /requests/<int:request_id>/appeals/letter                 422  team team all  all  -    -    -    -    -    -
GET    /appeals/<int:appeal_id>                                  200  team team all  all  -    -    -    -    -    -
POST   /appeals/<int:appeal_id>/outcome                          422  team team all  all  -    -    -    -    -    -
POST   /appeals/<int:appeal_id>/file                             303  -    -    all  all  -    -    -    -    -    -
GET    /appeals/<int:appeal_id>/file.zip                         200  -    -    all  all  -    -    -    -    -    -
GET    /complaints/<int:complaint_id>                            200  team team all  all  -    -    -    -    -    -
POST   /complaints/<int:complaint_id>/answer                     422  team team all  all  -    -    -    -    -    -
POST   /complaints/<int:complaint_id>/file                       303  -    -    all  all  -    -    -    -    -    -
GET    /complaints/<int:complaint_id>/file.zip                   200  -    -    all  all  -    -    -    -    -    -
GET    /overdue                                                  200  all  all  all  all  -    -    -    -    all  -
POST   /decided/<int:request_id>/sent                            409  -    -    all  all  -    -    -    -    item -
GET    /letters                                                  200  -    -    all  all  -    -    -    -    all  -
GET    /letters/<int:dispatch_id>                                200  -    -    all  all  -    -    -    -    all  -
GET    /letters/<int:dispatch_id>.pdf                            200  -    -    all  all  -    -    -    -    all  -
POST   /letters/<int:dispatch_id>/sent                           422  -    -    all  all  -    -    -    -    all  -
GET    /letters/runs                                             200  -    -    all  all  -    -    -    -    all  -
POST   /letters/runs                                             303  -    -    all  all  -    -    -    -    all  -
GET    /letters/runs/<int:run_id>                                200  -    -    all  all  -    -    -    -    all  -
GET    /letters/runs/<int:run_id>.pdf                            200  -    -    all  all  -    -    -    -    all  -
GET    /letters/runs/<int:run_id>/list.pdf                       200  -    -    all  all  -    -    -    -    all  -
POST   /letters/runs/<int:run_id>/again                          409  -    -    all  all  -    -    -    -    all  -
POST   /letters/runs/<int:run_id>/sent                           422  -    -    all  all  -    -    -    -    all  -
GET    /letters/translations                                     200  -    -    -    all  -    -    -    all  -    -
GET    /letters/translations/<language>/<code>                   200  -    -    -    all  -    -    -    all  -    -
POST   /letters/translations/<language>/<code>                   422  -    -    -    all  -    -    -    all  -    -
POST   /letters/translations/<language>/<code>/approve           409  -    -    -    all  -    -    -    all  -    -
GET    /letters/translations/<language>/<code>/example.pdf       200  -    -    -    all  -    -    -    all  -    -
GET    /letters/texts                                            200  -    -    -    all  -    -    -    all  -    -
GET    /letters/texts/<code>                                     200  -    -    -    all  -    -    -    all  -    -
POST   /letters/texts/<code>                                     422  -    -    -    all  -    -    -    all  -    -
GET    /letters/texts/<code>/example.pdf                         200  -    -    -    all  -    -    -    all  -    -
POST   /letters/texts/<code>/shipped                             409  -    -    -    all  -    -    -    all  -    -
GET    /letters/logo                                             200  -    -    -    -    -    -    -    all  -    -
POST   /letters/logo                                             422  -    -    -    -    -    -    -    all  -    -
GET    /letters/logo.jpg                                         200  -    -    -    -    -    -    -    all  -    -
GET    /requests/<int:request_id>/letter.pdf                     200  team team all  all  -    -    -    -    item item
GET    /central                                                  200  all  all  -    -    -    -    -    -    -    -
GET    /central.csv                                              200  all  all  -    -    -    -    -    -    -    -
GET    /decisions/<int:request_id>.csv                           200  team team all  all  -    -    -    -    item item
GET    /decisions/<int:request_id>.pdf                           200  team team all  all  -    -    -    -    item item
GET    /decisions/<int:request_id>/record                        200  team team all  all  -    -    -    -    item item
GET    /decisions/<int:request_id>/record.pdf                    200  team team all  all  -    -    -    -    item item
GET    /refusal-texts                                            200  -    -    -    all  -    -    -    all  -    -
GET    /refusal-texts/<reason>                                   200  -    -    -    all  -    -    -    all  -    -
POST   /refusal-texts/<reason>                                   422  -    -    -    all  -    -    -    all  -    -
POST   /refusal-texts/<reason>/shipped                           303  -    -    -    all  -    -    -    all  -    -
GET    /proofs/<int:request_id>                                  200  team team -    -    -    -    -    -    -    -
GET    /proofs/<int:request_id>.pdf                              200  team team -    -    -    -    -    -    -    -
POST   /proofs/<int:request_id>/handed-over                      303  team team -    -    -    -    -    -    -    -

GET    /meetings                                                 200  -    -    all  all  -    -    -    -    all  all
POST   /meetings                                                 422  -    -    -    all  -    -    -    -    all  -
GET    /meetings/<int:meeting_id>                                200  -    -    all  all  -    -    -    -    all  item
POST   /meetings/<int:meeting_id>/items                          422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/convene                        409  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/call-off                       422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/again                          422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/open                           422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/present                        409  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/block                          409  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/close                          409  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/write                          409  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/sign                           422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:meeting_id>/correct                        422  -    -    -    all  -    -    -    -    all  -
GET    /meetings/<int:meeting_id>/<any(agenda, decisions, minutes):kind>      200  -  -  all  all  -  -  -  -  all  item
GET    /meetings/<int:meeting_id>/<any(agenda, decisions, minutes):kind>.pdf  200  -  -  all  all  -  -  -  -  all  item
GET    /meetings/items/<int:item_id>                             200  -    -    all  all  -    -    -    -    all  item
POST   /meetings/items/<int:item_id>/draft                       422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/items/<int:item_id>/text                        200  -    -    -    all  -    -    -    -    all  -
POST   /meetings/items/<int:item_id>/off                         422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/items/<int:item_id>/take-out                    303  -    -    body all  -    -    -    -    all  item
POST   /meetings/items/<int:item_id>/sit-out                     422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/items/<int:item_id>/admit                       422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/items/<int:item_id>/vote                        409  -    -    -    all  -    -    -    -    all  -
POST   /meetings/items/<int:item_id>/retract                     409  -    -    -    all  -    -    -    -    all  -
GET    /meetings/items/<int:item_id>/extract                     200  -    -    all  all  -    -    -    -    all  item
GET    /meetings/items/<int:item_id>/extract.pdf                 200  -    -    all  all  -    -    -    -    all  item
GET    /meetings/members                                         200  -    -    -    all  -    -    -    -    all  -
POST   /meetings/members                                         422  -    -    -    all  -    -    -    -    all  -
POST   /meetings/members/<int:seat_id>/end                       409  -    -    -    all  -    -    -    -    all  -
GET    /meetings/<int:meeting_id>/extracts.pdf                    200  -    -    all  all  -    -    -    -    all  item
GET    /meetings/<int:elsewhere_id>/documents.zip                200  -    -    -    all  -    -    -    -    all  -
GET    /meetings/<int:elsewhere_id>/outcomes                     200  -    -    -    all  -    -    -    -    all  -
POST   /meetings/<int:elsewhere_id>/outcomes                     422  -    -    -    all  -    -    -    -    all  -
GET    /meetings/template                                        200  -    -    -    all  -    -    -    all  -    -
POST   /meetings/template                                        422  -    -    -    all  -    -    -    all  -    -
GET    /meetings/template.docx                                   200  -    -    -    all  -    -    -    all  -    -
GET    /meetings/template/example.docx                           200  -    -    -    all  -    -    -    all  -    -
GET    /worklist/<int:request_id>/urgent                         200  -    -    body -    -    -    -    -    -    -
POST   /worklist/<int:request_id>/urgent                         422  -    -    body -    -    -    -    -    -    -

GET    /regulation                                               200  all  all  all  all  all  -    -    all  all  all
GET    /regulation/published                                     200  all  all  all  all  all  -    -    all  all  all
GET    /regulation/published/<rule_id>                           200  all  all  all  all  all  -    -    all  all  all
GET    /regulation/versions                                      200  all  all  all  all  all  -    -    all  all  all
GET    /regulation/versions/<int:version_id>                     200  all  all  all  all  all  -    -    all  all  all
GET    /regulation/versions/<int:version_id>/text                200  all  all  all  all  all  -    -    all  all  all
GET    /regulation/versions/<int:version_id>/file                200  all  all  all  all  all  -    -    all  all  all
GET    /regulation/versions/<int:version_id>/changes             200  all  all  all  all  all  -    -    all  all  all
GET    /regulation/drafts                                        200  -    -    -    all  -    -    -    all  -    -
GET    /regulation/drafts/new                                    200  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/new                                    422  -    -    -    all  -    -    -    all  -    -
GET    /regulation/drafts/copy                                   200  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/copy                                   422  -    -    -    all  -    -    -    all  -    -
POST   /regulation/versions/<int:version_id>/draft               303  -    -    -    all  -    -    -    all  -    -
GET    /regulation/drafts/<int:rule_draft_id>                    200  -    -    -    all  -    -    -    all  -    -
GET    /regulation/drafts/<int:rule_draft_id>/changes            200  -    -    -    all  -    -    -    all  -    -
GET    /regulation/drafts/<int:rule_draft_id>/block/<path:at>    200  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/<int:rule_draft_id>/block/<path:at>    422  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/<int:rule_draft_id>/kept/<path:at>     303  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/<int:rule_draft_id>/forget/<path:at>   303  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/<int:rule_draft_id>/try/<path:at>      200  -    -    -    all  -    -    -    all  -    -
GET    /regulation/drafts/<int:rule_draft_id>/remove/<path:at>   200  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/<int:rule_draft_id>/remove/<path:at>   409  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/<int:rule_draft_id>/move/<path:at>     409  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/<int:rule_draft_id>/undo               409  -    -    -    all  -    -    -    all  -    -
GET    /regulation/drafts/<int:rule_draft_id>/bring-in           200  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/<int:rule_draft_id>/bring-in           409  -    -    -    all  -    -    -    all  -    -
GET    /regulation/drafts/<int:rule_draft_id>/discard            200  -    -    -    all  -    -    -    all  -    -
POST   /regulation/drafts/<int:rule_draft_id>/discard            409  -    -    -    all  -    -    -    all  -    -
GET    /regulation/versions/new                                  200  -    -    -    all  -    -    -    all  -    -
POST   /regulation/versions/new                                  422  -    -    -    all  -    -    -    all  -    -
GET    /regulation/versions/<int:version_id>/enact               200  -    -    -    all  -    -    -    all  -    -
POST   /regulation/versions/<int:version_id>/enact               422  -    -    -    all  -    -    -    all  -    -
GET    /regulation/replays                                       200  -    -    -    all  -    -    -    all  -    -
GET    /regulation/replays/new                                   200  -    -    -    all  -    -    -    all  -    -
POST   /regulation/replays/new                                   422  -    -    -    all  -    -    -    all  -    -
GET    /regulation/replays/<int:replay_id>                       200  -    -    -    mine -    -    -    mine -    -
POST   /regulation/replays/<int:replay_id>/again                 409  -    -    -    mine -    -    -    mine -    -
GET    /takeover                                                 200  -    -    -    all  -    -    -    -    -    -
GET    /takeover/new                                             200  -    -    -    all  -    -    -    -    -    -
POST   /takeover/new                                             422  -    -    -    all  -    -    -    -    -    -
GET    /takeover/<int:takeover_id>                               200  -    -    -    mine -    -    -    -    -    -
POST   /takeover/<int:takeover_id>/columns                       409  -    -    -    mine -    -    -    -    -    -
POST   /takeover/<int:takeover_id>/store                         409  -    -    -    mine -    -    -    -    -    -
POST   /takeover/<int:takeover_id>/again                         409  -    -    -    mine -    -    -    -    -    -
POST   /takeover/<int:takeover_id>/drop                          409  -    -    -    mine -    -    -    -    -    -
GET    /statistics                                               200  -    -    -    -    -    all  -    -    -    -
GET    /statistics/protection                                    200  -    -    -    -    -    all  -    -    -    -
GET    /access-log                                               200  -    -    -    -    -    -    all  -    -    -

GET    /offer                                                    200  all  all  all  all  -    all  -    all  -    -
GET    /offer/sheet                                              200  all  all  all  all  -    all  -    all  -    -
GET    /offer/providers                                          200  all  all  all  all  -    all  -    all  -    -
GET    /offer/providers/<int:provider_id>                        200  all  all  all  all  -    all  -    all  -    -
GET    /offer/providers/new                                      200  -    -    -    -    -    all  -    all  -    -
POST   /offer/providers/new                                      422  -    -    -    -    -    all  -    all  -    -
GET    /offer/providers/<int:provider_id>/edit                   200  -    -    -    -    -    all  -    all  -    -
POST   /offer/providers/<int:provider_id>/edit                   422  -    -    -    -    -    all  -    all  -    -
POST   /offer/providers/<int:provider_id>/close                  303  -    -    -    -    -    all  -    all  -    -
POST   /offer/providers/<int:provider_id>/check                  303  -    -    -    -    -    all  -    all  -    -
GET    /offer/providers/<int:provider_id>/activities/new         200  -    -    -    -    -    all  -    all  -    -
POST   /offer/providers/<int:provider_id>/activities/new         422  -    -    -    -    -    all  -    all  -    -
GET    /offer/providers/<int:provider_id>/agreements/new         200  -    -    -    -    -    all  -    all  -    -
POST   /offer/providers/<int:provider_id>/agreements/new         422  -    -    -    -    -    all  -    all  -    -
GET    /offer/providers/<int:provider_id>/agreements/<int:agreement_id>/end   200  -  -  -  -  -  all  -  all  -    -
POST   /offer/providers/<int:provider_id>/agreements/<int:agreement_id>/end   422  -  -  -  -  -  all  -  all  -    -
GET    /offer/activities/<int:activity_id>/edit                  200  -    -    -    -    -    all  -    all  -    -
POST   /offer/activities/<int:activity_id>/edit                  422  -    -    -    -    -    all  -    all  -    -
POST   /offer/activities/<int:activity_id>/close                 303  -    -    -    -    -    all  -    all  -    -
POST   /offer/activities/<int:activity_id>/star                  303  all  all  -    -    -    -    -    -    -    -
GET    /offer/suggestions                                        200  -    -    -    -    -    all  -    all  -    -
GET    /offer/suggestions/new                                    200  all  all  -    -    -    -    -    -    -    -
POST   /offer/suggestions/new                                    422  all  all  -    -    -    -    -    -    -    -
GET    /offer/suggestions/<int:suggestion_id>/adopt              200  -    -    -    -    -    all  -    all  -    -
POST   /offer/suggestions/<int:suggestion_id>/adopt              422  -    -    -    -    -    all  -    all  -    -
GET    /offer/suggestions/<int:suggestion_id>/aside              200  -    -    -    -    -    all  -    all  -    -
POST   /offer/suggestions/<int:suggestion_id>/aside              422  -    -    -    -    -    all  -    all  -    -
GET    /offer/takeover                                           200  -    -    -    -    -    -    -    all  -    -
GET    /offer/takeover/new                                       200  -    -    -    -    -    -    -    all  -    -
POST   /offer/takeover/new                                       422  -    -    -    -    -    -    -    all  -    -
GET    /offer/takeover/<int:takeover_id>                         200  -    -    -    -    -    -    -    mine -    -
POST   /offer/takeover/<int:takeover_id>/columns                 409  -    -    -    -    -    -    -    mine -    -
POST   /offer/takeover/<int:takeover_id>/store                   409  -    -    -    -    -    -    -    mine -    -
POST   /offer/takeover/<int:takeover_id>/again                   409  -    -    -    -    -    -    -    mine -    -
POST   /offer/takeover/<int:takeover_id>/drop                    409  -    -    -    -    -    -    -    mine -    -

GET    /budgets                                                  200  -    -    all  all  all  -    -    all  -    -
GET    /budgets/new                                              200  -    -    -    -    -    -    -    all  -    -
POST   /budgets/new                                              422  -    -    -    -    -    -    -    all  -    -
GET    /budgets/sources/new                                      200  -    -    -    -    -    -    -    all  -    -
POST   /budgets/sources/new                                      422  -    -    -    -    -    -    -    all  -    -
GET    /budgets/earlier-years                                    200  -    -    all  all  all  -    -    all  -    -
POST   /budgets/earlier-years/<int:total_id>/withdraw            303  -    -    -    -    -    -    -    all  -    -
GET    /budgets/<int:budget_id>/sources                          200  -    -    -    -    -    -    -    all  -    -
POST   /budgets/<int:budget_id>/sources                          422  -    -    -    -    -    -    -    all  -    -
GET    /budgets/shares/<int:share_id>                            200  -    -    -    -    -    -    -    all  -    -
POST   /budgets/shares/<int:share_id>                            422  -    -    -    -    -    -    -    all  -    -
GET    /setup                                                    200  -    -    -    -    -    -    -    all  -    -
GET    /setup/questions                                          200  -    -    -    -    -    -    -    all  -    -
POST   /setup/questions                                          422  -    -    -    -    -    -    -    all  -    -
GET    /settings                                                 200  -    -    -    -    -    -    -    all  -    -
POST   /settings                                                 422  -    -    -    -    -    -    -    all  -    -
GET    /teams                                                    200  -    -    -    -    -    -    -    all  -    -
POST   /teams                                                    422  -    -    -    -    -    -    -    all  -    -
GET    /teams/<int:team_id>                                      200  -    -    -    -    -    -    -    all  -    -
POST   /teams/<int:team_id>                                      422  -    -    -    -    -    -    -    all  -    -
POST   /teams/<int:team_id>/close                                422  -    -    -    -    -    -    -    all  -    -
GET    /staff                                                    200  -    -    -    -    -    -    -    all  -    -
GET    /staff/new                                                200  -    -    -    -    -    -    -    all  -    -
POST   /staff/new                                                422  -    -    -    -    -    -    -    all  -    -
GET    /staff/<int:person_id>                                    200  -    -    -    -    -    -    -    all  -    -
GET    /staff/<int:person_id>/same-person                        200  -    -    -    -    -    -    -    all  -    -
POST   /staff/<int:person_id>/same-person                        422  -    -    -    -    -    -    -    all  -    -
POST   /staff/<int:person_id>/same-person/undo                   422  -    -    -    -    -    -    -    all  -    -
POST   /staff/<int:person_id>                                    422  -    -    -    -    -    -    -    all  -    -
POST   /staff/<int:person_id>/accounts                           422  -    -    -    -    -    -    -    all  -    -
POST   /staff/<int:person_id>/accounts/<int:account_id>/roles         409  -  -  -  -  -  -    -    all  -    -
POST   /staff/<int:person_id>/accounts/<int:account_id>/passphrase    200  -  -  -  -  -  -    -    all  -    -
POST   /staff/<int:person_id>/accounts/<int:account_id>/<any(disable, enable):act>   409  -  -  -  -  -  -  -  all  -  -
"""

# Where an empty form says too little to tell "may" from "may not": whose file it is about.
ABOUT_A_CLIENT = frozenset(
    {"/filings", "/filings/assess", "/filings/activities", "/filings/drafts/<uuid:draft_id>"}
)
# Keeping a draft is how a draft begins: under a key that nobody has, it is one's own from then on.
BEGINS = frozenset({("POST", "/filings/drafts/<uuid:draft_id>")})
# An address within the reach of another rule, which answers the methods that it does not know.
SHADOWS = {"/search/suggest": "/search/<search_id>"}
# Signed in already: on to the first page.
ALREADY_IN = {("GET", "/sign-in"): 303}


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    method: str
    rule: str
    answer: int
    words: tuple[str, ...]

    def word_of(self, person: str) -> str:
        """What the table says for this person; Nina is An's colleague and may the same."""
        return self.words[PEOPLE.index("an" if person == "nina" else person)]


def _read(text: str, people: int) -> dict[tuple[str, str], Row]:
    """The lines that begin with a method; the heading and empty lines are for the reader."""
    rows = {}
    for line in text.splitlines():
        if line.startswith(("GET", "POST")):
            method, rest = line.split(maxsplit=1)
            rule, answer, *words = rest.rsplit(maxsplit=people + 1)
            rows[method, rule.strip()] = Row(method, rule.strip(), int(answer), tuple(words))
    return rows


OPEN_ROWS = _read(OPEN, 0)
ROWS = _read(TABLE, len(PEOPLE))
