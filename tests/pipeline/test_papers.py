"""The internal papers of a bid: what they are told beside the deal, and what stands in them."""

import zipfile
from datetime import date
from pathlib import Path, PurePath

import openpyxl
import pytest
from pypdf import PdfReader

from kadocs import gates, office, pipeline
from kadocs.deliverables import load, shelf
from kadocs.findings import Finding, Place, Refused, Severity, Text
from kadocs.model import Audience, Deal
from kadocs.pipeline import templates
from kadocs.pipeline.papers import selfcheck
from kadocs.plan import Subject, jobs, papers
from kadocs.render.templates import compiled
from tests.pipeline.fit import tight

SAMPLES = Path(__file__).parents[2] / "samples"
BID = load("bid", shelf([]))
PAPERS = [output for output in BID.says.outputs if BID.says.is_paper(output)]
INSIDE = "内部资料-勿外发"


def subject(*findings: Finding, rules: tuple[str, ...] = ("BID003", "BID010", "BID016"), **deal: object):
    said = {"opportunity": {"id": "P-1", "name": "升级", "regime": "ndrc_equipment_2017"}, **deal}
    return Subject("rail", Deal.model_validate(said), (), findings, rules=rules)


def checked(about: Subject, readers: Audience = Audience.INTERNAL) -> dict[str, dict[str, object]]:
    """The rows of the self-check by their codes."""
    return {row["code"]: row for row in selfcheck(about, about.deal, "zh", readers)["rules"]}


def finding(code: str, path: str) -> Finding:
    return Finding(
        code, Severity.ERROR, Place("deal.yaml"), Text("超过限价", "above"), Text("降价", "lower"), path
    )


def test_papers_lie_in_a_folder_of_their_own_and_are_for_our_own_people():
    [job] = jobs([(subject(tender={"deadline": "2026-12-25 09:30"}), BID)]).jobs
    for document in job.documents:
        inside = document.path.parent == PurePath("rail/bid") / INSIDE
        assert inside == (document.volume is None)
        assert job.readers(document.path) is (Audience.INTERNAL if inside else Audience.CUSTOMER)
        assert job.readers(document.path.with_suffix(".pdf")) is job.readers(document.path)
    assert job.readers(PurePath("rail/bid/all.zip")) is Audience.CUSTOMER


def test_a_rule_passed_or_found_something_or_waits_until_the_bid_is_sealed():
    row = checked(subject(finding("BID016", "bid.opening_price")))
    assert {code: each["state"] for code, each in row.items()} == {
        "BID003": "passed",
        "BID010": "waits",
        "BID016": "found",
    }
    assert checked(subject(bid={"status": "sealed"}))["BID010"]["state"] == "passed"


def test_a_rule_tells_its_ground_and_what_a_breach_leads_to():
    rule = checked(subject())["BID016"]
    assert rule["effect"] == "否决投标"
    assert "实施条例第五十一条" in str(rule["basis"])
    assert rule["certainty"] == "法律条文，已核对原文"
    assert rule["grave"]


def test_in_government_procurement_a_bid_is_invalid_and_not_rejected():
    purchase = {"id": "P-1", "name": "升级", "regime": "gov_goods"}
    assert checked(subject(opportunity=purchase))["BID016"]["effect"] == "投标（响应）无效"


def test_what_ends_the_bid_comes_first():
    rows = checked(subject(rules=("BID001", "BID024", "BID016"))).values()
    assert [row["code"] for row in rows] == ["BID016", "BID024", "BID001"]


def test_a_finding_is_told_with_the_titles_of_its_field():
    [said] = checked(subject(finding("BID016", "bid.forms[2].signer")))["BID016"]["found"]
    assert said == {"message": "超过限价", "hint": "降价", "where": "投标信息 › 投标文件格式 › 签字人"}


def test_a_finding_about_what_the_readers_may_not_see_keeps_it_to_itself():
    [said] = checked(subject(finding("BID016", "bid.rival_prices[0].price")))["BID016"]["found"]
    assert "限价" not in str(said)
    assert "限价" in str(checked(subject(finding("BID016", "bid.rival_prices")), Audience.SECRET))


def test_rules_of_the_regime_are_those_that_were_asked():
    judged = gates.judged(subject().deal, ["BID"], date(2026, 11, 23))
    codes = {rule.code for rule in judged}
    assert "BID016" in codes
    assert "BID002" not in codes  # which is of government procurement


@pytest.mark.parametrize("language", templates.LANGUAGES)
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.title.en)
def test_every_paper_uses_what_its_readers_may_see(paper, language):
    found = [source for source, _ in templates.of(BID, [language])]
    name = f"bid/{getattr(paper.template, language)}"
    [source] = [each for each in found if each.name == name]
    assert (
        compiled(source.data, source.name).check(
            papers.naming(templates.expressions.shape(Audience.INTERNAL))
        )
        == []
    )


def test_a_paper_for_customers_sees_the_volumes_and_neither_rules_nor_plan():
    assert set(papers.names(Audience.CUSTOMER)) == {"pack"}
    assert set(papers.names(Audience.INTERNAL)) == {"pack", "selfcheck", "countdown"}


def bid_of(world, paper: str) -> None:
    """A bid deliverable of one's own with one paper, beside regimes and hosts of the shipped one."""
    folder = world.write(
        "templates/bid/deliverable.yaml",
        "title: {zh: 投标, en: Bid}\nstage: bid\naudience: customer\noutputs:\n"
        "- {template: {zh: host.docx}, volumes: true, file: a.docx}\n"
        f"- {{template: {{zh: paper.docx}}, file: b.docx{paper}}}\n",
    )
    world.letter("{{ pack.volumez }}{{ selfcheck.rules }}", "zh")
    (world.templates / "letter" / "letter.zh.docx").rename(folder.parent / "paper.docx")
    (folder.parent / "host.docx").write_bytes((folder.parent / "paper.docx").read_bytes())


def test_the_check_of_templates_knows_what_papers_see(world):
    bid_of(world, ", audience: internal")
    found = load("bid", shelf([world.templates]))
    source, schema = templates.of(found, ["zh"])[1]
    [wrong, several] = templates.wrong(source, schema)
    assert (wrong.code, several.code) == ("TPL070", "TPL073")
    assert "volumes" in wrong.hint.en


def test_the_check_of_templates_refuses_rules_in_a_paper_for_customers(world):
    bid_of(world, "")
    found = load("bid", shelf([world.templates]))
    source, schema = templates.of(found, ["zh"])[1]
    assert any("selfcheck" in wrong.message.en for wrong in templates.wrong(source, schema))


def test_a_file_for_more_readers_than_its_deliverable_is_refused(world):
    bid_of(world, ", audience: public")
    with pytest.raises(Refused) as refused:
        load("bid", shelf([world.templates]))
    [wrong] = refused.value.findings
    assert (wrong.code, wrong.path, wrong.place.line) == ("CFG017", "outputs[1].audience", 6)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("{id: a, title: {zh: 甲, en: A}, days: -1}", "days"),
        ("{id: a, title: {zh: 甲, en: A}, days: 3, by: 6 pm}", "by"),
        ("{id: a, title: {zh: 甲, en: A}, days: 3}\n- {id: a, title: {zh: 乙, en: B}, days: 2}", "id"),
    ],
)
def test_a_plan_that_is_wrong_is_told_at_its_line(world, said, words):
    bid_of(world, "")
    world.write("templates/bid/countdown.yaml", f"steps:\n- {said}\n")
    with pytest.raises(Refused) as refused:
        load("bid", shelf([world.templates]))
    [wrong] = refused.value.findings
    assert wrong.code == "CFG018"
    assert wrong.place.file.endswith("countdown.yaml")
    assert words in wrong.path + wrong.message.en


def test_a_condition_of_the_plan_that_nobody_knows_is_told(world):
    bid_of(world, "")
    world.write(
        "templates/bid/countdown.yaml",
        "steps:\n- {id: a, title: {zh: 甲, en: A}, days: 3, when: tender.bnd}\n",
    )
    found = load("bid", shelf([world.templates]))
    [wrong] = templates.expressions.faults(found)
    assert (wrong.code, wrong.path) == ("CFG008", "steps[0].when")


class Built:
    """The papers of the Chinese sample, and its volumes as PDF."""

    def __init__(self, out: Path) -> None:
        request = pipeline.Request((SAMPLES / "rail-iscs",), date(2026, 11, 23), ("bid",), out, language="zh")
        self.outcome = pipeline.build(request)
        self.folder = out / "rail-iscs" / "bid"

    def sheet(self, paper: str, sheet: str) -> list[list[object]]:
        """The cells of a sheet."""
        [path] = (self.folder / INSIDE).glob(f"*{paper}.xlsx")
        book = openpyxl.load_workbook(path, data_only=True)
        return [list(row) for row in book[sheet].iter_rows(values_only=True)]

    def pages(self, volume: str) -> list[str]:
        """The text of each page of a volume, without blanks."""
        [path] = self.folder.glob(f"*{volume}.pdf")
        return [tight(page.extract_text()) for page in PdfReader(path).pages]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    if office.program() is None:
        pytest.skip("LibreOffice is not installed")
    found = Built(tmp_path_factory.mktemp("papers"))
    assert found.outcome.done, [each for each in found.outcome.findings if each.severity is Severity.ERROR]
    return found


def test_the_pages_of_the_signature_list_are_those_of_the_volumes(built):
    listed = [
        row for row in built.sheet("签章清单", "签章清单") if isinstance(row[0], int | float) and row[9:11]
    ]
    parts = [row for row in listed if str(row[2])[0].isdigit()]
    assert len(parts) > 10
    for _, volume, page, title, *_ in parts:
        first = int(str(page).partition("–")[0])
        assert tight(str(title)) in built.pages(str(volume))[first - 1], (volume, title, page)


def test_who_signs_is_as_the_deal_says(built):
    rows = {row[3]: row for row in built.sheet("签章清单", "签章清单")}
    assert rows["投标函"][5] == "陆知远"
    assert rows["授权委托书"][5] == "沈屹川、陆知远"
    assert rows["投标函"][9] == "☐"
    assert not rows["法定代表人身份证明"][9]  # sealed, not signed


def test_the_score_estimate_adds_up_and_names_pages(built):
    rows = built.sheet("评分对标表", "评分对标")
    factors = [row for row in rows if isinstance(row[0], int | float)]
    total = next(row for row in rows if row[2] == "合计")
    assert (total[4], total[5], total[6]) == (100, 92.5, 7.5)
    price = factors[0]
    assert (price[2], price[9]) == ("投标报价", "开标一览表　开标一览表")
    assert tight("开标一览表") in built.pages("开标一览表")[int(str(price[10])) - 1]
    summary = {row[0]: row for row in built.sheet("评分对标表", "汇总")}
    assert summary["技术"][1] == sum(row[4] for row in factors if row[1] == "技术")


def test_the_selfcheck_holds_every_rule_that_was_asked(built):
    codes = {row[1] for row in built.sheet("废标项自查表", "规则自查")}
    assert {"BID003", "BID016", "BID020", "BID030"} <= codes
    assert "BID002" not in codes
    grounds = [row[1] for row in built.sheet("废标项自查表", "招标文件否决情形")]
    assert "投标报价高于最高投标限价" in grounds
    starred = built.sheet("废标项自查表", "★ 条款")
    assert any(row[1] == "第五章 3.1.3" for row in starred)


def test_the_sealing_list_has_envelopes_volumes_and_uploads(built):
    rows = built.sheet("密封与上传清单", "密封")
    assert {"包封一", "包封二", "包封三"} <= {row[0] for row in rows}
    counted = {row[4]: row[5] for row in rows if str(row[4]).endswith(".pdf")}
    assert counted == {path.name: len(PdfReader(path).pages) for path in built.folder.glob("*册.pdf")} | {
        path.name: len(PdfReader(path).pages) for path in built.folder.glob("*开标一览表.pdf")
    }
    uploads = [row for row in built.sheet("密封与上传清单", "上传") if row[8] == "UP-2026-3322"]
    assert uploads[0][2:5] == [143, 200, 57]


def test_the_countdown_ends_with_the_deadline(built):
    rows = [row for row in built.sheet("倒排计划", "倒排计划") if row[3] == "截止"]
    assert rows[0][0].date() == date(2026, 12, 25)


def test_nothing_that_is_handed_in_holds_a_paper(built):
    handed = [path for path in built.folder.iterdir() if path.is_file()]
    names = [name for path in handed if path.suffix == ".zip" for name in zipfile.ZipFile(path).namelist()]
    names += [path.name for path in handed]
    for paper in PAPERS:
        assert not any(paper.title.zh in name or INSIDE in name for name in names)


def test_the_manifest_says_where_papers_lie_and_who_reads_them(built):
    manifest = (built.folder.parent / "manifest" / "bid.zh.json").read_text("utf-8")
    assert f'"file": "{INSIDE}/' in manifest
    assert manifest.count('"audience": "internal"') == len(PAPERS)
