"""The commands, as a salesperson meets them."""

import json
import re
from pathlib import Path

import docx
import pytest

from tests.conftest import LETTER


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_new_workspace_builds_its_example_with_no_further_word(tmp_path, monkeypatch, kadocs, language):
    monkeypatch.chdir(tmp_path)
    status, out, _ = kadocs("init", "mine", lang=language)
    assert status == 0
    assert "kadocs build proposal" in out
    monkeypatch.chdir(tmp_path / "mine")
    assert kadocs("check", lang=language)[0] == 0
    status, out, err = kadocs("build", "proposal", "--no-pages", lang=language)
    assert status == 0, err
    [document] = Path("out").rglob("*.docx")
    assert document.as_posix() in out
    docx.Document(str(document))


def test_init_changes_nothing_that_is_there(tmp_path, monkeypatch, kadocs):
    monkeypatch.chdir(tmp_path)
    Path("mine").mkdir()
    Path("mine/kadocs.yaml").write_text("out: here", "utf-8")
    assert kadocs("init", "mine")[0] == 0
    assert Path("mine/kadocs.yaml").read_text("utf-8") == "out: here"
    assert Path("mine/deals/example/deal.yaml").is_file()


def test_build_names_the_files_and_tells_the_rest_apart(world, kadocs):
    status, out, err = kadocs("build", "letter", "deals/a", "--templates", "templates")
    assert status == 0
    assert out.startswith("已生成  out/a/letter/P-1-函.docx")
    assert err == ""


def test_build_takes_several_deliverables_another_folder_language_and_draft(world, kadocs):
    words = ["--templates", "templates", "--out", "o", "--lang", "en", "--draft"]
    assert kadocs("build", "letter,letter", "deals", *words)[0] == 0
    assert world.files("o") == ["a/letter/P-1-Letter-DRAFT.docx", "a/manifest/letter.en.draft.json"]


def test_a_draft_prints_the_list_of_gaps(world, kadocs):
    world.letter("{{ account.address }}")
    status, _, err = kadocs("build", "letter", "deals", "--templates", "templates", "--draft")
    assert status == 0
    assert "待补充（1）" in err and "客户地址" in err


def test_findings_that_block_give_status_1_and_no_file(world, kadocs):
    world.deal("vendor: {legal_name: a}")
    status, out, err = kadocs("build", "letter", "deals", "--templates", "templates")
    assert (status, out) == (1, "未生成  a › 函  (有错误 NEED001)\n")
    assert "deals/a/deal.yaml:1: 错误 NEED001" in err
    assert world.files("out") == []


@pytest.mark.parametrize(
    "words",
    [
        ("letter,note", "deals"),
        ("letter", "note", "deals"),
        ("all", "deals"),
        ("note，letter", "deals/a/deal.yaml"),
    ],
)
def test_several_documents_are_made_in_one_run(world, kadocs, monkeypatch, words):
    from kadocs import deliverables

    monkeypatch.setattr(deliverables, "shipped", lambda: world.templates)
    world.describe(LETTER.replace("letter.zh", "../letter/letter.zh").replace("letter.en", "a.en"), "note")
    status, out, _ = kadocs("build", *words, "--templates", "templates")
    assert status == 0
    assert {name.split("/")[1] for name in world.files() if name.endswith("docx")} == {"letter", "note"}
    assert re.search(r"共：已生成 2 份（\d+(\.\d)? kB），未生成 0 份\n$", out)


def test_a_deal_may_be_called_like_a_document(world, kadocs):
    (world.folder / "letter").mkdir()
    (world.folder / "deals/a/deal.yaml").rename(world.folder / "letter/deal.yaml")
    status, _, _ = kadocs("build", "letter", "letter", "--templates", "templates")
    assert status == 0
    assert "letter/letter/P-1-函.docx" in world.files()


def test_all_is_done_where_the_rest_is_not_due_yet_and_says_what_it_lacks(world, kadocs):
    status, out, err = kadocs("build", "all", "deals", "--templates", "templates", "--no-pages")
    assert status == 0
    assert "已生成  out/a/letter/P-1-函.docx" in out
    assert "解决方案建议书还缺：" in err
    assert "解决方案建议书" in out.split("未生成  a › ")[1].splitlines()[0]


def test_json_is_all_there_is_on_standard_output(world, kadocs):
    status, out, err = kadocs("build", "letter", "deals", "--templates", "templates", "--json")
    told = json.loads(out)
    assert (status, err) == (0, "")
    assert [file["file"] for file in told["files"]] == ["out/a/letter/P-1-函.docx"]
    assert told["findings"] == told["gaps"] == []


def test_check_tells_everything_and_its_number(world, kadocs):
    world.deal("requirements: [{id: R-1, text: a}]\nacount: {}")
    status, out, _ = kadocs("check", "deals")
    assert status == 1
    assert "PROP001" in out and "DATA011" in out
    assert "kadocs check --for proposal" in out
    assert out.splitlines()[-1].startswith("2 个错误，")
    english = kadocs("check", "deals", lang="en")[1]
    assert english.splitlines()[-1].startswith("2 errors, ")
    told = json.loads(kadocs("check", "deals", "--json")[1])["findings"]
    assert [finding["code"] for finding in told if finding["severity"] == "error"] == ["PROP001", "DATA011"]


def test_check_for_a_document_asks_for_what_it_needs(world, kadocs):
    world.deal("language: zh")
    assert kadocs("check", "deals")[0] == 0
    status, out, _ = kadocs("check", "deals", "--for", "letter", "--templates", "templates")
    assert (status, out.count("NEED001")) == (1, 2)


def test_a_deal_of_the_workspace_may_be_named_without_its_folder(world, kadocs):
    world.write("kadocs.yaml", "")
    assert kadocs("build", "letter", "a")[0] == 0
    assert kadocs("build", "letter")[0] == 0


def test_the_workspace_of_the_deal_counts_where_one_stands_outside(world, kadocs, monkeypatch):
    world.write("kadocs.yaml", "account: {}".replace("account: {}", "vendor: {legal_name: 云岭}"))
    monkeypatch.chdir("/")
    assert kadocs("build", "letter", str(world.folder / "deals/a"))[0] == 0
    assert world.files() == ["a/letter/P-1-函.docx", "a/manifest/letter.zh.json"]


@pytest.mark.parametrize(("day", "status"), [("2026-11-30", 0), ("2026年12月21日", 1)])
def test_the_day_of_judgement_can_be_given(world, kadocs, day, status):
    world.deal("quote: {date: 2026-11-20, validity_days: 30}")
    assert kadocs("check", "deals", "--as-of", day)[0] == status


def test_render_fills_any_template_from_any_data(world, kadocs):
    world.letter("{{ who }}：{{ sum | money }} {{ when }}")
    world.write("data.yaml", "who: 华光\nsum: 1234.5\nwhen: 2026-03-05\n")
    status, out, _ = kadocs("render", "templates/letter/letter.zh.docx", "data.yaml", "-o", "new/letter.docx")
    assert (status, out) == (0, "已生成  new/letter.docx\n")
    assert world.read(Path("new/letter.docx")) == "华光：1,234.50 2026-03-05"


@pytest.mark.parametrize(
    ("template", "data"),
    [
        ("gone.docx", "data.yaml"),
        ("data.yaml", "data.yaml"),
        ("templates/letter/letter.zh.docx", "gone.yaml"),
    ],
)
def test_render_refuses_what_it_cannot_read_and_writes_nothing(world, kadocs, template, data):
    world.write("data.yaml", "account: {name: a}")
    status, _, err = kadocs("render", template, data, "-o", "letter.docx")
    assert status == 1
    assert "→" in err
    assert not Path("letter.docx").exists()


@pytest.mark.parametrize(
    "out",
    ["data.yaml", "letter.pdf", "letter", "templates/letter/letter.zh.docx", "./data.docx", "link.docx"],
)
def test_render_never_writes_over_what_it_reads_nor_what_is_no_word_file(world, kadocs, out):
    world.write("data.docx", "account: {name: a}\nopportunity: {name: b}")
    world.write("data.yaml", "account: {name: a}\nopportunity: {name: b}")
    template = Path("templates/letter/letter.zh.docx")
    Path("link.docx").hardlink_to(template)
    before = template.read_bytes()
    data = "data.docx" if "data.docx" in out else "data.yaml"
    status, printed, err = kadocs("render", template.as_posix(), data, "-o", out)
    assert (status, printed) == (2, "")
    assert "-o " in err
    assert template.read_bytes() == before and "account" in Path(data).read_text("utf-8")


def test_explain_prints_the_manual_page_of_a_rule(kadocs):
    assert "付款比例合计为 100%" in kadocs("explain", "prop014")[1]
    assert "What to do:" in kadocs("explain", "PROP014", lang="en")[1]


def test_explain_says_how_sure_a_rule_is_and_since_when_it_is_in_force(kadocs):
    assert "把握：法律条文，已核对原文。\n自 2026-01-01 起施行。" in kadocs("explain", "PROP021")[1]
    assert "In force from 2026-01-01." in kadocs("explain", "PROP021", lang="en")[1]


def test_explain_lists_all_codes(kadocs):
    status, out, _ = kadocs("explain")
    assert status == 0
    for code in ("DEAL001", "DISC003", "DATA013", "TPL012", "OUT001"):
        assert f"\n{code}  " in f"\n{out}"


@pytest.mark.parametrize(
    ("code", "near"), [("PRP014", "PROP014"), ("DATA999", "DATA0"), ("data", "DATA001"), ("DEAL3", "DEAL002")]
)
def test_explain_offers_the_nearest_code(kadocs, code, near):
    status, _, err = kadocs("explain", code)
    assert status == 2
    assert f"是否想写 {near}" in err


@pytest.mark.parametrize("code", ["xyz", "²", ""])
def test_explain_of_what_is_like_no_code_says_where_all_are(kadocs, code):
    status, _, err = kadocs("explain", code)
    assert status == 2
    assert "kadocs explain 列出全部编号" in err


def test_check_says_for_which_field_each_heading_was_taken(tmp_path, monkeypatch, kadocs):
    monkeypatch.chdir(tmp_path)
    Path("报价清单.csv").write_text("名称,数量,单价,颜色\n服务器,2,100,红\n", "utf-8-sig")
    _, out, _ = kadocs("check", "报价清单.csv", "--mapping")
    assert out.startswith("报价清单.csv › 报价清单\n  A1     “名称” → 名称（quote.items[].name）\n")
    assert "  D1     “颜色” 没有读取\n" in out
    told = json.loads(kadocs("check", "报价清单.csv", "--mapping", "--json", lang="en")[1])
    assert [each["path"] for each in told["mapping"][0]["taken"]] == [
        "quote.items[].name",
        "quote.items[].quantity",
        "quote.items[].unit_price",
    ]
    assert "mapping" not in json.loads(kadocs("check", "报价清单.csv", "--json")[1])
