"""A cost shared by client, provider and network, purely, in the regulation room."""

from decimal import Decimal

from regulation.findings.assessment import Answer, Kind, Parts
from regulation.findings.eligibility import holds
from regulation.findings.findings import remark
from regulation.findings.matter import Matter
from regulation.judge.calculation import Calculation, part_of
from regulation.vocabulary.amounts import Split
from regulation.vocabulary.facts import Facts, Shares


def shares_of(block: Split, facts: Facts) -> Shares | None:
    """As the rule prints them, else as the agreement with the provider says."""
    if block.client_percent is None:
        return facts.shares
    return Shares(
        client_percent=block.client_percent,
        provider_percent=block.provider_percent or 0,
        network_percent=block.network_percent or 0,
    )


def split_between(block: Split, shares: Shares, sums: Calculation, matter: Matter) -> None:
    """The network's share is the amount. Where the client's part is waived, the network pays it."""
    percent = shares.network_percent
    said = remark(Kind.NETWORK_SHARE, block, percent=str(percent))
    sums.step(said, part_of(sums.at_cents, Decimal(percent)))
    if block.waived is None or shares.client_percent == 0:
        return
    found = holds(block.waived, matter)
    if found.answer is Answer.ASK:
        sums.missing |= found.missing
    if found.answer is Answer.YES:
        provider = part_of(sums.base_cents, Decimal(shares.provider_percent))
        said = remark(Kind.NETWORK_WAIVED, block.waived, percent=str(shares.client_percent))
        sums.step(said, sums.base_cents - provider)


def parts_of(sums: Calculation, facts: Facts) -> Parts | None:
    """Who pays what of a shared cost. What the network does not pay falls to the client."""
    if not isinstance(sums.used, Split):
        return None
    shares = shares_of(sums.used, facts)
    if shares is None:
        return None
    provider = part_of(sums.base_cents, Decimal(shares.provider_percent))
    # Another payer may leave less to pay than provider and network would give together.
    client = max(0, sums.base_cents - provider - sums.at_cents)
    return Parts(
        client_cents=client,
        provider_cents=sums.base_cents - client - sums.at_cents,
        network_cents=sums.at_cents,
    )
