"""The same template and data give the same bytes: in any process, place and thread."""

import hashlib
import json
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from kadocs.render.word import Template
from tests.render.word.docs import heading, template

CONTEXT = {
    "who": "甲 & <乙>",
    "rows": [{"a": f"r{i}", "b": i} for i in range(50)],
    "names": {"x": 1, "y": 2, "z": 3},
    "day": "2026-03-05",
}
RENDER = """
import hashlib, json, sys
from kadocs.render.word import Template
data = open(sys.argv[1], "rb").read()
print(hashlib.sha256(Template(data).render(json.loads(sys.argv[2]))).hexdigest())
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


def digest(data):
    return hashlib.sha256(data).hexdigest()


def test_in_any_process_hash_seed_time_zone_and_language(tmp_path):
    file = tmp_path / "template.docx"
    file.write_bytes(everything())
    expected = digest(Template(file.read_bytes()).render(CONTEXT))
    for seed, zone, lang in (
        ("0", "UTC", "C"),
        ("1", "Asia/Shanghai", "zh_CN.UTF-8"),
        ("random", "US/Alaska", "C"),
    ):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": lang}
        ran = subprocess.run(
            [sys.executable, "-c", RENDER, str(file), json.dumps(CONTEXT)],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        )
        assert ran.stdout.strip() == expected


def test_eight_threads_share_a_template():
    shared = Template(everything())
    contexts = [{**CONTEXT, "who": f"客户 {i}", "rows": CONTEXT["rows"][: i + 1]} for i in range(8)]
    alone = [digest(Template(everything()).render(context)) for context in contexts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda i: digest(shared.render(contexts[i % 8])), range(64)))
    assert together == alone * 8


def test_languages_do_not_mix_in_threads():
    shared = Template(template("{{ flag }} {{ day | date }}"))
    data = {"flag": True, "day": "2026-03-05"}
    alone = {language: digest(shared.render(data, language=language)) for language in ("zh", "en")}
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda i: digest(shared.render(data, language=("zh", "en")[i % 2])), range(40)))
    assert made == [alone["zh"], alone["en"]] * 20 and alone["zh"] != alone["en"]


def test_a_template_travels_to_another_process():
    first = Template(everything())
    assert pickle.loads(pickle.dumps(first)).render(CONTEXT) == first.render(CONTEXT)


def test_the_order_of_data_does_not_matter_where_the_template_does_not_ask_for_it():
    backwards = dict(reversed(CONTEXT.items()))
    assert Template(everything()).render(CONTEXT) == Template(everything()).render(backwards)
