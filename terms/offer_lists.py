"""Codes and their words that describe an offer: what it is about, what a place has, on which days."""

from typing import Final

from flask_babel import lazy_gettext as _

from terms.lists import Term, listed

# What an activity is about, for who searches; which words of the field each one gathers stands in
# uitdatabank.json. It decides nothing: a rule speaks of categories.
THEMES: Final = listed(
    Term("music", _("Music")),
    Term("dance", _("Dance")),
    Term("stage", _("Theatre, circus and comedy")),
    Term("film", _("Film")),
    Term("visual_arts", _("Drawing, painting and photography")),
    Term("making", _("Making and design")),
    Term("reading", _("Books and stories")),
    Term("heritage", _("History and heritage")),
    Term("science", _("Science and technology")),
    Term("nature", _("Nature and animals")),
    Term("food", _("Cooking and food")),
    Term("wellbeing", _("Health and wellbeing")),
    Term("language", _("Language")),
    Term("society", _("Living together")),
    Term("ball_sport", _("Ball and racket sports")),
    Term("swimming", _("Swimming and water sports")),
    Term("gym_sport", _("Gymnastics, fitness and martial arts")),
    Term("running", _("Athletics, walking and cycling")),
    Term("other_sport", _("Other sports")),
)

# What a place has for who needs it. What does not stand there is not known: it may be there.
FACILITIES: Final = listed(
    Term("step_free", _("Wheelchair accessible")),
    Term("toilet", _("Accessible toilet")),
    Term("parking", _("Reserved parking space")),
    Term("companion", _("Companion comes along free")),
    Term("assistance", _("Help on the spot")),
    Term("quiet", _("Few stimuli")),
    Term("hearing", _("Hearing loop or subtitles")),
    Term("sign_language", _("Flemish Sign Language")),
    Term("plain_words", _("Information in plain words")),
    Term("assistance_dog", _("Assistance dogs welcome")),
    Term("baby", _("Baby corner or childcare")),
)

# By the number of the day, Monday first, as dates count them.
WEEKDAYS: Final = listed(
    Term("1", _("Monday")),
    Term("2", _("Tuesday")),
    Term("3", _("Wednesday")),
    Term("4", _("Thursday")),
    Term("5", _("Friday")),
    Term("6", _("Saturday")),
    Term("7", _("Sunday")),
)
