"""A tree laid out: nobody on top of another, no wider than the text, each below its superior."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kadocs.render.word.diagrams.boxes import MM, Node, narrowest
from kadocs.render.word.diagrams.layout import laid_out

ROOM = 160 * MM
NAMES = st.sampled_from(["周亦衡", "Rosalind Achterberg", "王", "综合监控专业工程师组"])
TREES = st.recursive(
    st.builds(Node, NAMES),
    lambda below: st.builds(Node, NAMES, children=st.lists(below, max_size=5).map(tuple)),
    max_leaves=25,
)


def node(name, *children):
    return Node(name, children=children)


def overlap(one, other):
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@settings(max_examples=100, deadline=None)
@given(st.lists(TREES, min_size=1, max_size=4))
def test_boxes_never_overlap_and_stay_in_the_drawing(roots):
    block = laid_out(roots, ROOM)
    for number, box in enumerate(block.boxes):
        assert not any(overlap(box, other) for other in block.boxes[number + 1 :])
        assert box.x >= 0 and box.x + box.width <= block.width
        assert box.y >= 0 and box.y + box.height <= block.height
    for rule in block.rules:
        assert rule.width >= 0 and rule.height >= 0 and rule.x + rule.width <= block.width


@settings(max_examples=50, deadline=None)
@given(st.lists(TREES, min_size=1, max_size=4))
def test_everybody_has_one_box(roots):
    def count(each):
        return 1 + sum(map(count, each.children))

    assert len(laid_out(roots, ROOM).boxes) == sum(map(count, roots))


def test_a_few_stand_side_by_side_below_their_superior():
    block = laid_out([node("甲", node("乙"), node("丙"), node("丁"))], ROOM)
    boss, *others = block.boxes
    assert len({box.y for box in others}) == 1
    assert all(box.y > boss.y + boss.height for box in others)
    assert boss.x == others[1].x


def test_those_without_room_beside_each_other_hang_below():
    wide = node("甲", *(node(f"组{n}", *(node(f"员{n}{m}") for m in range(6))) for n in range(4)))
    block = laid_out([wide], ROOM)
    groups = [box for box in block.boxes if box.node.name.startswith("组")]
    assert block.width <= ROOM
    assert len({box.y for box in groups}) == 1
    people = [box for box in block.boxes if box.node.name.startswith("员0")]
    assert len({box.x for box in people}) == 1


def test_too_many_for_one_row_stand_in_several():
    block = laid_out([node("甲", *(node(f"乙{n}", node(f"丙{n}")) for n in range(30)))], ROOM)
    assert block.width <= ROOM


def test_no_word_is_broken():
    assert narrowest(node("Priya Venkataraghavan")) > narrowest(node("Priya"))
    [box] = laid_out([node("Wolfeschlegelsteinhausenbergerdorff")], ROOM).boxes
    assert box.width >= narrowest(box.node)
