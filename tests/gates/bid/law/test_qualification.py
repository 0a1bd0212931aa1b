"""Qualification demands, and the certificates with which they are met."""

import pytest

TENDER = "tender: {deadline: 2026-12-25 09:30%s}\n"
LEDGER = "qualifications: {%s}\n"
CERTIFICATE = "qualifications.certificates[0].valid_until"


@pytest.mark.parametrize(
    ("demands", "certificate", "found"),
    [
        (", demands: [{demand: x, answered_by: C-01}]", "valid_until: 2026-12-25", []),
        (", demands: [{demand: x, answered_by: C-01}]", "valid_until: 2026-12-24", [CERTIFICATE]),
        (", demands: [{demand: x, answered_by: 质量证书}]", "valid_until: 2026-12-24", [CERTIFICATE]),
        (", demands: [{demand: x, answered_by: C-02}]", "valid_until: 2026-12-24", []),
        ("", "valid_until: 2026-12-24", [CERTIFICATE]),
        ("", "valid_until: 长期", []),
        ("", "valid_from: 2020-01-01", []),
        (", opening: 2026-12-26 09:30", "valid_until: 2026-12-25", [CERTIFICATE]),
    ],
)
def test_certificates_that_are_used_are_valid(paths, demands, certificate, found):
    text = TENDER % demands + LEDGER % f"certificates: [{{id: C-01, name: 质量证书, {certificate}}}]"
    assert paths("BID015", text) == found


def test_without_a_deadline_no_certificate_is_late(paths):
    assert paths("BID015", LEDGER % "certificates: [{name: a, valid_until: 2020-01-01}]") == []


def test_people_and_makers_are_looked_at_too(paths):
    text = (
        TENDER % "" + LEDGER % "people: [{id: P-01, name: 甲, certificates_until: 2026-12-01},"
        " {id: P-02, name: 乙, certificates_until: 2026-12-01}]"
        + "bid: {posts: [{person: P-01}], authorisations: [{maker: 磐序, valid_until: 2026-12-01}]}"
    )
    assert paths("BID015", text) == [
        "qualifications.people[0].certificates_until",
        "bid.authorisations[0].valid_until",
    ]


@pytest.mark.parametrize(
    ("demand", "submitted", "told"),
    [
        ("met: 是, starred: 是", True, 0),
        ("met: 否", False, 1),
        ("starred: 是", False, 0),
        ("starred: 是", True, 1),
        ("starred: 否", True, 0),
    ],
)
def test_we_qualify(paths, demand, submitted, told):
    bid = "bid: {submitted_at: 2026-11-01 10:00}" if submitted else ""
    assert (
        paths("BID015", f"tender: {{demands: [{{demand: x, {demand}}}]}}\n{bid}")
        == ["tender.demands[0].met"] * told
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("qualifications: {certificates: [{id: C-01, name: a, scan: a.pdf}]}", []),
        ("qualifications: {certificates: [{id: C-01, name: a}]}", ["qualifications.certificates[0].name"]),
        ("qualifications: {certificates: [{id: C-02, name: a}]}", []),
        ("qualifications: {projects: [{id: Y-01, name: a}]}", ["qualifications.projects[0].name"]),
        ("qualifications: {people: [{id: P-01, name: 甲, scan: p.pdf}]}", []),
        ("bid: {authorisations: [{maker: 磐序}]}", ["bid.authorisations[0].maker"]),
    ],
)
def test_proofs_that_are_used_are_scanned(paths, text, found):
    demand = "tender: {demands: [{demand: x, answered_by: C-01、Y-01、P-01}]}\n"
    assert paths("BID058", demand + text) == found


@pytest.mark.parametrize(
    ("certificate", "told"),
    [
        ("id: C-02, valid_until: 2026-12-24", 1),
        ("id: C-02, valid_until: 2026-12-25", 0),
        ("id: C-02, permanent: 是", 0),
        ("id: C-01, valid_until: 2026-12-24, scan: a.pdf", 0),  # which is BID015
    ],
)
def test_a_certificate_that_is_printed_is_not_out_of_date(paths, certificate, told):
    text = TENDER % ", demands: [{demand: x, answered_by: C-01}]"
    text += LEDGER % f"certificates: [{{name: 环境证书, {certificate}}}]"
    assert [p for p in paths("BID058", text) if p == CERTIFICATE] == [CERTIFICATE] * told
