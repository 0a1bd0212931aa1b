"""决策链: people who are known, owned and spoken to, and an organisation chart without loose ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates import stages
from kadocs.gates.develop.information import FRESH
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import listed, nearest
from kadocs.model.contacts import BuyingRole, Contact, Preference
from kadocs.model.opportunity import Stage
from kadocs.model.relations import KEY, decision_makers
from kadocs.tree.node import Path

_CONTACTS: Path = ("contacts",)
_WHO = Text("请改成联系人表里的姓名，或补上这个人", "Write the name of a contact, or add the person")


@rule(
    "DEV040",
    Severity.ERROR,
    needs_whole=(_CONTACTS,),
    zh="""
    汇报对象都在联系人里。

    检查什么：“汇报对象”写的是联系人表里另一个人的姓名，而且不会绕回自己。
    为什么：组织架构图按汇报关系画；写错名字或绕成圈，图就断了。
    依据：引用必须指向存在的条目。
    示例：汇报对象写“周副总”，而联系人里的姓名是“周亦衡”。
    怎么办：改成联系人表里的姓名，或把这个人加进联系人。
    """,
)
def known_superiors(case: Case) -> Iterator[Breach]:
    """Whom a contact reports to is a contact.

    What: “Reports to” is the name of another contact, and does not lead back to the person.
    Why: the organisation chart is drawn from it; a wrong name or a circle breaks it.
    Basis: a reference must lead somewhere.

    Example: one reports to “the vice president”, and the contact is called Rosalind Achterberg.

    What to do: write the name as it stands among the contacts, or add the person.
    """
    above = {contact.name: contact.reports_to for contact in case.deal.contacts}
    for index, contact in enumerate(case.deal.contacts):
        path, superior = (*_CONTACTS, index, "reports_to"), contact.reports_to
        if superior and superior not in above:
            message = Text("“{n}”的汇报对象“{s}”不在联系人里", "“{n}” reports to “{s}”, who is no contact")
            yield Breach(path, message.fill(n=contact.name, s=superior), nearest(superior, above, _WHO))
        elif superior and contact.name in _line(superior, above):
            yield Breach(
                path,
                Text("“{n}”的汇报关系绕回了自己", "“{n}” in the end reports to himself or herself").fill(
                    n=contact.name
                ),
                Text("请改正汇报对象", "Correct whom they report to"),
            )


@rule(
    "DEV041",
    Severity.WARNING,
    zh="""
    每位关键人都有我方对接人。

    检查什么：影响力 4 分以上的联系人都填了我方对接人。
    为什么：没有人负责的关系没有人维护，关键人往往就这样被对手抢先。
    依据：决策链管理的通行要求：关键人一人一责。
    示例：影响力 5 的副总经理，我方对接人空白。
    怎么办：指定一位对接人，级别尽量相当。
    """,
)
def owned(case: Case) -> Iterator[Breach]:
    """Every key person has an owner on our side.

    What: contacts with influence 4 or more have an owner.
    Why: a relation that nobody owns nobody keeps, and a rival gets there first.
    Basis: the common rule of account work: one owner for each key person.

    Example: the vice president has influence 5, and no owner.

    What to do: name one, best of the same rank.
    """
    for index, contact in enumerate(case.deal.contacts):
        if (contact.influence or 0) >= KEY and not contact.owner:
            message = Text(
                "关键人“{n}”（影响力 {i}）没有我方对接人", "the key person “{n}” ({i}) has no owner"
            )
            yield Breach(
                (*_CONTACTS, index, "owner"),
                message.fill(n=contact.name, i=contact.influence),
                Text("请指定我方对接人", "Name someone on our side"),
            )


@rule(
    "DEV042",
    Severity.WARNING,
    zh="""
    决策者和教练在 30 天内接触过。

    检查什么：签约之前，决策者、经济决策人、教练、支持者的最近接触日距今天（或 --as-of 的日期）不超过 30 天。
    为什么：最关键的几个人一个月没有消息，情况很可能已经变了。
    依据：大客户关系维护的通行做法；与项目信息 30 天核实一次一致。
    示例：今天是 2026-11-20，经济决策人最近一次接触是 2026-10-15。
    怎么办：安排一次见面或电话，并更新最近接触日。
    """,
)
def recently_met(case: Case) -> Iterator[Breach]:
    """Decision makers and coaches were met within 30 days.

    What: until the contract, the last contact with decision makers, economic buyers, coaches and champions
    is at most 30 days before today (or --as-of).
    Why: a month without a word from those who matter most, and things have mostly changed.
    Basis: the custom of account work, as with information, which is verified every 30 days.

    Example: today is 2026-11-20, and the economic buyer was last met on 2026-10-15.

    What to do: meet or call, and set the day.
    """
    deciders = decision_makers(case.deal.contacts)
    for index, contact in enumerate(case.deal.contacts):
        matters = contact.role in (BuyingRole.ECONOMIC, BuyingRole.COACH, BuyingRole.CHAMPION)
        age = (case.today - contact.last_contact).days if contact.last_contact else 0
        if age > FRESH and (matters or contact in deciders) and stages.at_most(case, Stage.NEGOTIATE):
            yield Breach(
                (*_CONTACTS, index, "last_contact"),
                Text("“{n}”（{r}）已经 {d} 天没有接触", "“{n}”, {r}, was last met {d} days ago").fill(
                    n=contact.name,
                    r=contact.role.label if contact.role else Text("最高决策者", "decision maker"),
                    d=age,
                ),
                Text("请安排接触，并更新最近接触日", "Meet or call, and set the day"),
            )


@rule(
    "DEV043",
    Severity.WARNING,
    needs_whole=(_CONTACTS,),
    zh="""
    联系人不重名。

    检查什么：联系人表里每个姓名只出现一次。
    为什么：汇报对象、拜访参与人都按姓名引用，重名就不知道指谁；多半是同一个人录了两遍。
    依据：按姓名引用的条目须唯一。
    示例：“王强”在设备处和财务处各有一行。
    怎么办：合并重复的两行；确有同名的人，在姓名后加部门区分。
    """,
)
def names_once(case: Case) -> Iterator[Breach]:
    """Each contact's name stands once.

    What: no name is twice among the contacts.
    Why: superiors and visits refer by name, and nobody knows who is meant; mostly it is one person twice.
    Basis: what is referred to by name has a name of its own.

    Example: “John Smith” is both in engineering and in finance.

    What to do: merge the two; where there are two such people, add the department to the name.
    """
    seen = Counter[str]()
    for index, contact in enumerate(case.deal.contacts):
        seen[contact.name] += 1
        if seen[contact.name] == 2:
            yield Breach(
                (*_CONTACTS, index, "name"),
                Text("联系人“{n}”出现了不止一次", "the contact “{n}” is there more than once").fill(
                    n=contact.name
                ),
                Text("请合并，或加上部门区分", "Merge them, or add the department to the name"),
            )


@rule(
    "DEV044",
    Severity.WARNING,
    zh="""
    联系人的角色与立场不矛盾。

    检查什么：教练和支持者的立场不为负、不倾向竞品；反对者的立场不为正；倾向我方的人立场不为负，倾向竞品的人立场不为正。
    为什么：把反对者当教练，得到的消息会把我们引错方向。
    依据：决策链分析：角色、立场、倾向互相印证；教练须希望我方赢。
    示例：角色是“教练”，立场却是 -1。
    怎么办：重新判断，改正角色、立场或倾向。
    """,
)
def role_fits_stance(case: Case) -> Iterator[Breach]:
    """A contact's role and stance do not contradict each other.

    What: coaches and champions have no negative stance and prefer no rival; detractors have no positive one;
    who prefers us is not against us, and who prefers a rival not for us.
    Why: taking an opponent for a coach leads us astray.
    Basis: the analysis of a decision: role, stance and preference agree; a coach wants us to win.

    Example: the role is Coach, and the stance −1.

    What to do: judge again, and correct role, stance or preference.
    """
    for index, contact in enumerate(case.deal.contacts):
        if odd := _contradiction(contact):
            yield Breach(
                (*_CONTACTS, index, "stance"),
                Text("“{n}”的“{a}”与“{b}”矛盾", "“{n}”: “{a}” contradicts “{b}”").fill(
                    n=contact.name, a=odd[0], b=odd[1]
                ),
                Text("请改正角色、立场或倾向", "Correct role, stance or preference"),
            )


@rule(
    "DEV045",
    Severity.WARNING,
    needs_whole=(_CONTACTS,),
    zh="""
    拜访的客户参与人都在联系人里。

    检查什么：联系人不为空时，拜访记录的客户参与人都是联系人表里的姓名。
    为什么：见过的人没有录进决策链，影响力和立场就没有人评估。
    依据：决策链应覆盖每个参与采购的人。
    示例：拜访了“财务处许婧”，联系人里没有这个人。
    怎么办：把这个人加进联系人，或改正姓名。
    """,
)
def visitors_known(case: Case) -> Iterator[Breach]:
    """Whom we visit is among the contacts.

    What: where there are contacts, those whom a visit names are among them.
    Why: who was met and not written down is judged by nobody, neither influence nor stance.
    Basis: the decision chain covers everyone who takes part in the purchase.

    Example: Jane Roe of finance was visited, and is no contact.

    What to do: add the person to the contacts, or correct the name.
    """
    known = {contact.name for contact in case.deal.contacts}
    visits = case.deal.opportunity.visits if case.deal.opportunity and known else ()
    for index, visit in enumerate(visits):
        if strangers := [name for name in visit.contacts if name not in known]:
            yield Breach(
                ("opportunity", "visits", index, "contacts"),
                Text("拜访了“{n}”，但联系人里没有", "“{n}” was visited, and is no contact").fill(
                    n=listed(strangers)
                ),
                Text("请加进联系人，或改正姓名", "Add the person to the contacts, or correct the name"),
            )


def _line(name: str, above: dict[str, str | None]) -> list[str]:
    """The names from `name` up, each once."""
    line: list[str] = []
    here: str | None = name
    while here and here not in line:
        line.append(here)
        here = above.get(here)
    return line


def _contradiction(contact: Contact) -> tuple[Text, Text] | None:
    """Two things that are said of the contact and cannot both be true."""
    stance = contact.stance or 0
    feels = Text("立场 {s}", "stance {s}").fill(s=contact.stance)
    helps = contact.role in (BuyingRole.COACH, BuyingRole.CHAMPION)
    if contact.role and ((stance < 0 and helps) or (stance > 0 and contact.role is BuyingRole.DETRACTOR)):
        return contact.role.label, feels
    if contact.prefers is None:
        return None
    prefers = Text("倾向{p}", "prefers {p}").fill(p=contact.prefers.label)
    if contact.role and helps and contact.prefers is Preference.RIVAL:
        return contact.role.label, prefers
    torn = (stance < 0 and contact.prefers is Preference.US) or (
        stance > 0 and contact.prefers is Preference.RIVAL
    )
    return (feels, prefers) if torn else None
