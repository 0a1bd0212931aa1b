"""What of a deal tells whose bid it is: our names, numbers and addresses, and what may stand for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kadocs.figures.text import folded, is_placeholder, tidy
from kadocs.findings import Text
from kadocs.model import Deal
from kadocs.model.vendor import Vendor

BIDDER = Text("投标人", "the bidder")
_MEMBER = Text("联合体成员", "a member of the consortium")
_SUBCONTRACTOR = Text("分包人", "a subcontractor")
_CUSTOMER = Text("某客户", "a customer")
_REPRESENTATIVE = Text("投标人代表", "a representative of the bidder")

_FIRM = Text("单位名称", "name of the firm")
_PERSON = Text("人名", "name of a person")
_REACHED = Text("联系方式", "way to reach us")
_NUMBER = Text("证照号码", "number of a registration")
_PRODUCT = Text("自有品牌或型号", "own brand or model")
_PAST = Text("以往客户", "earlier customer")
_BANNED = Text("招标文件禁用的词", "word that the tender forbids")

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)+|[A-Za-z]+[0-9][A-Za-z0-9]+")
"""What a model is called, which nobody else's is: letters with a number or a dash."""

_ASIDE = re.compile(r"[（(，,；;：:].*", re.DOTALL)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/\s@]+\.[^/\s@]+)")
_SHORTEST = 5
"""How many characters a number or an address must have to be nobody else's."""


class Giveaway(NamedTuple):
    """Words that tell whose a bid is, what `kind` they are, and what may stand for them; None for nothing."""

    words: str
    kind: Text
    instead: Text | None = None


def giveaways(deal: Deal) -> tuple[Giveaway, ...]:
    """All that tells whose bid it is, each once; the buyer's own names are none."""
    found: dict[str, Giveaway] = {}
    buyers = {folded(name) for name in _buyers(deal) if name}
    for each in (*_firms(deal), *_people(deal), *_numbers(deal), *_products(deal), *_customers(deal)):
        words = each.words.strip()
        if len(words) > 1 and folded(words) not in buyers and not is_placeholder(tidy(words)):
            found.setdefault(folded(words), each._replace(words=words))
    anonymous = deal.tender.anonymous if deal.tender else None
    for word in anonymous.forbidden if anonymous else ():
        found.setdefault(folded(word), Giveaway(word, _BANNED))
    return tuple(found.values())


def _buyers(deal: Deal) -> Iterator[str | None]:
    account, tender = deal.account, deal.tender
    yield from (account.name, account.short_name, *account.aliases) if account else ()
    yield from (tender.buyer, tender.agency) if tender else ()


def _firms(deal: Deal) -> Iterator[Giveaway]:
    vendor, bid = deal.vendor, deal.bid
    if vendor:
        names = [vendor.legal_name, vendor.short_name, *(_ASIDE.sub("", line) for line in vendor.affiliates)]
        yield from (Giveaway(name, _FIRM, BIDDER) for name in names if name)
    if bid:
        members = [bid.consortium_name, *(member.name for member in bid.consortium)]
        yield from (Giveaway(name, _FIRM, _MEMBER) for name in members if name)
        others = [row.subcontractor for row in bid.subcontracts]
        yield from (Giveaway(name, _FIRM, _SUBCONTRACTOR) for name in others if name)


def _people(deal: Deal) -> Iterator[Giveaway]:
    """Our people, who are called by what they do."""
    named: dict[str, Text | None] = {}
    for name, post in _posts(deal):
        if name and not named.get(name):
            named[name] = Text(post, post) if post else None
    for name, post_ in named.items():
        yield Giveaway(name, _PERSON, post_ or _REPRESENTATIVE)


def _posts(deal: Deal) -> Iterator[tuple[str | None, str | None]]:
    solution, bid, held, vendor = deal.solution, deal.bid, deal.qualifications, deal.vendor
    people = {person.id: person.name for person in held.people} if held else {}
    if solution:
        yield from ((member.name, member.role) for member in solution.team)
    if bid:
        yield from ((people.get(post.person, post.person), post.post) for post in bid.posts)
        yield from ((member.legal_rep, None) for member in bid.consortium)
        yield from ((bid.agent.name, bid.agent.title),) if bid.agent else ()
    if held:
        yield from ((person.name, person.title) for person in held.people)
    if vendor:
        yield vendor.legal_rep, vendor.legal_rep_title
        yield vendor.agent, vendor.agent_title
        yield vendor.contact, None
    triangle = deal.opportunity.triangle if deal.opportunity else None
    if triangle:
        yield from ((name, None) for name in triangle.model_dump().values() if isinstance(name, str))


def _numbers(deal: Deal) -> Iterator[Giveaway]:
    agent = deal.bid.agent if deal.bid else None
    found = list(_of_vendor(deal.vendor)) if deal.vendor else []
    if agent:
        found += [(agent.id_number, _NUMBER), (agent.phone, _REACHED), (agent.email, _REACHED)]
    service = deal.solution.service if deal.solution else None
    if service and service.hotline:
        found += [(service.hotline, _REACHED), (_ASIDE.sub("", service.hotline), _REACHED)]
    if held := deal.qualifications:
        found += [
            pair for each in held.people for pair in ((each.phone, _REACHED), (each.id_number, _NUMBER))
        ]
        found += [(each.number, _NUMBER) for each in held.certificates]
    yield from (Giveaway(words, kind) for words, kind in found if words and len(words) >= _SHORTEST)


def _of_vendor(us: Vendor) -> Iterator[tuple[str | None, Text]]:
    yield from ((each, _NUMBER) for each in (us.uscc, us.legal_rep_id))
    yield from ((each, _REACHED) for each in (us.address, us.phone, us.fax, us.contact_phone))
    yield from ((each, _REACHED) for each in (us.legal_rep_phone, us.email, us.contact_email))
    yield from ((each, _REACHED) for each in _hosts(us.website, us.email))
    yield from ((account.account, _NUMBER) for account in (us.bank, us.basic_account) if account)


def _hosts(*addresses: str | None) -> Iterator[str]:
    """The names of our own computers in addresses of pages and mail."""
    for address in addresses:
        found = _HOST.search((address or "").rpartition("@")[2])
        if found:
            yield found[1]


def _products(deal: Deal) -> Iterator[Giveaway]:
    """Brand and model of what we make ourselves."""
    vendor = deal.vendor
    own = {folded(name) for name in ((vendor.legal_name, vendor.short_name) if vendor else ()) if name}
    for item in deal.quote.items if deal.quote else ():
        if item.maker and folded(item.maker) in own:
            model = _CODE.search(item.model or "")
            words = (item.brand, item.model, model[0]) if model else (item.brand,)
            yield from (Giveaway(each, _PRODUCT) for each in words if each)


def _customers(deal: Deal) -> Iterator[Giveaway]:
    rows: list[tuple[str | None, str | None]] = []
    if deal.solution:
        rows += [(each.customer, each.public_name) for each in deal.solution.references]
    if deal.qualifications:
        rows += [(each.buyer, each.public_name) for each in deal.qualifications.projects]
        rows += [(each.buyer, each.public_name) for each in deal.qualifications.ongoing]
    for name, instead in rows:
        if name:
            yield Giveaway(name, _PAST, Text(instead, instead) if instead else _CUSTOMER)
