"""The same template and data give the same bytes: in any process, place and thread."""

import hashlib
import io
import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from kadocs.render.word import Template
from tests.render.word.charts import chart, charted
from tests.render.word.docs import heading, template, xml
from tests.render.word.notes import noted, refer
from tests.render.word.test_any_text import everywhere as anywhere
from tests.render.word.test_restarts import item
from tests.render.word.values.pictures import picture

CONTEXT = {
    "who": "甲 & <乙>",
    "rows": [{"a": f"r{i}", "b": i} for i in range(50)],
    "names": {"x": 1, "y": 2, "z": 3},
    "day": "2026-03-05",
    "x": "甲 & <乙>",
    "sales": {"categories": ["a", "b"], "series": [{"name": "s", "values": [1, 2]}]},
    "text": "# 标题\n\n1. 一\n2. 二\n\n[链接](https://a.example)",
}
RENDER = """
import hashlib, json, sys
from kadocs.render.word import Template
context, *files = sys.argv[1:]
for file in files:
    print(hashlib.sha256(Template(open(file, "rb").read()).render(json.loads(context))).hexdigest())
"""


def everything():
    """A template with a bit of all that is numbered, counted or sorted."""
    return template(
        "{{ who }} {{ day | date }}",
        heading("第 {{ who }} 章"),
        [["a", "b"], ["{%tr for r in rows %}", ""], ["{{ r.a }}", "{{ r.b }}"], ["{%tr endfor %}", ""]],
        "{% for k, v in names|dictsort %}{{ k }}{{ v }} {% endfor %}{{ rows|map(attribute='b')|sum }}",
        header="{{ who }}",
        title="{{ who }}",
    )


def repeated():
    """A template whose loop repeats all that has a number of its own, in the body and in its notes."""
    linked = f"<w:p>{BOOKMARK}<w:r><w:t>{{{{ r.a }}}}</w:t></w:r>{FIELD}</w:p>"
    blocks = [xml(linked), item("{{ r.a }}"), refer(1), pictured, charted(chart("{{ sales }}"))]
    data = template("{% for r in rows %}", *blocks, "{% endfor %}", "{{ text | markdown }}")
    return noted(data, "note {{ r.b }}")


BOOKMARK = '<w:bookmarkStart w:id="1" w:name="here"/><w:bookmarkEnd w:id="1"/>'
FIELD = '<w:fldSimple w:instr=" REF here "><w:r><w:t>x</w:t></w:r></w:fldSimple>'
TEMPLATES = [everything, repeated, anywhere]


def pictured(document):
    document.add_paragraph().add_run().add_picture(io.BytesIO(picture(4, 4)))


def digest(data):
    return hashlib.sha256(data).hexdigest()


def test_in_any_process_hash_seed_time_zone_and_language(tmp_path):
    files = [tmp_path / f"{build.__name__}.docx" for build in TEMPLATES]
    for file, build in zip(files, TEMPLATES, strict=True):
        file.write_bytes(build())
    expected = [digest(Template(file.read_bytes()).render(CONTEXT)) for file in files]
    for seed, zone, lang in (
        ("0", "UTC", "C"),
        ("1", "Asia/Shanghai", "zh_CN.UTF-8"),
        ("random", "US/Alaska", "C"),
    ):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": lang}
        ran = subprocess.run(
            [sys.executable, "-c", RENDER, json.dumps(CONTEXT), *files],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        )
        assert ran.stdout.split() == expected


@pytest.mark.parametrize("build", TEMPLATES)
def test_eight_threads_share_a_template(build):
    data = build()
    shared = Template(data)
    contexts = [{**CONTEXT, "who": f"客户 {i}", "rows": CONTEXT["rows"][: i + 1]} for i in range(8)]
    alone = [digest(Template(data).render(context)) for context in contexts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda i: digest(shared.render(contexts[i % 8])), range(32)))
    assert together == alone * 4


def test_languages_do_not_mix_in_threads():
    shared = Template(template("{{ flag }} {{ day | date }}"))
    data = {"flag": True, "day": "2026-03-05"}
    alone = {language: digest(shared.render(data, language=language)) for language in ("zh", "en")}
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda i: digest(shared.render(data, language=("zh", "en")[i % 2])), range(40)))
    assert made == [alone["zh"], alone["en"]] * 20 and alone["zh"] != alone["en"]


@pytest.mark.parametrize("build", TEMPLATES)
def test_a_template_travels_to_another_process(build):
    first = Template(build())
    assert pickle.loads(pickle.dumps(first)).render(CONTEXT) == first.render(CONTEXT)


def test_the_order_of_data_does_not_matter_where_the_template_does_not_ask_for_it():
    backwards = dict(reversed(CONTEXT.items()))
    assert Template(everything()).render(CONTEXT) == Template(everything()).render(backwards)
