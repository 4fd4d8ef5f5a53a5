"""What each kind of block is called."""

from typing import Final

from flask_babel import lazy_gettext as _l

from core.errors import Words
from regulation.shape import case_shape as case
from regulation.vocabulary import amounts as ways
from regulation.vocabulary import blocks, limits, rules
from regulation.vocabulary import ceilings as shapes
from regulation.vocabulary import conditions as c

NAMES: Final[dict[type, Words]] = {
    rules.RuleSet: _l("The regulation itself"),
    rules.Source: _l("Source"),
    rules.Validity: _l("Validity"),
    rules.Council: _l("Decision of the council"),
    blocks.Article: _l("Article"),
    case.OwnWord: _l("Own word"),
    blocks.Question: _l("Question"),
    rules.Series: _l("Series of figures"),
    case.Figures: _l("Row of figures"),
    blocks.Condition: _l("Condition"),
    c.HasStatus: _l("Has a status"),
    c.HasAge: _l("Is of an age"),
    c.LivesHere: _l("Lives in the municipality"),
    c.HasRole: _l("Role in the household"),
    c.HasMember: _l("Has somebody in the household"),
    c.Judged: _l("A person judges"),
    c.AnswerIs: _l("Answer to a question"),
    c.NumberIs: _l("Number or amount that answers a question"),
    c.Waited: _l("Waiting period"),
    c.FirstTime: _l("The first time"),
    c.IncomeUpTo: _l("Income ceiling"),
    c.AllOf: _l("All of this holds"),
    c.AnyOf: _l("One of these is enough"),
    c.NoneOf: _l("None of this holds"),
    shapes.Ceiling: _l("Ceiling"),
    shapes.FixedCeiling: _l("One amount for everybody"),
    shapes.PercentOfSeries: _l("A percentage of a series"),
    shapes.PerDependant: _l("A base and more per dependant"),
    shapes.PercentPerMember: _l("A base and a percentage per member"),
    shapes.Scale: _l("A scale of adults and children"),
    shapes.TableOfDependants: _l("A table by dependants"),
    rules.Scheme: _l("Scheme"),
    rules.Exclusive: _l("Not together with"),
    limits.Window: _l("Of which time the cost is"),
    limits.Deadline: _l("Last day to ask"),
    limits.Cover: _l("For what"),
    limits.Deduct: _l("Other payers first"),
    limits.Minimum: _l("Least cost"),
    ways.Amount: _l("Amount"),
    ways.Percent: _l("A percentage"),
    ways.OwnShare: _l("An own share"),
    ways.PerUnit: _l("An amount per unit of time"),
    ways.Lump: _l("A fixed sum"),
    ways.Split: _l("Split between client, provider and network"),
    ways.JudgedAmount: _l("A person sets the amount"),
    ways.Round: _l("Rounding"),
    limits.Cap: _l("Maximum"),
    rules.Budget: _l("Money of the fund"),
    rules.Evidence: _l("Proof"),
    rules.Apply: _l("How to ask"),
    rules.Decide: _l("Who decides"),
    rules.Basis: _l("On what it rests"),
    rules.TimeLimits: _l("Time limits and appeal"),
    rules.Pay: _l("Payment"),
    case.Facts: _l("Facts of all examples"),
    case.Case: _l("Example"),
    ways.OpenAmount: _l("No amount: the text leaves it open"),
}
