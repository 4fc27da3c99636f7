"""What is kept from one look at a project to the next is never what an edit has changed."""

import pytest

from builder.content.problems import ProblemsFound
from builder.content.project import Project
from builder.rendering.site import Site


def test_what_is_saved_while_a_project_is_read_is_kept_as_neither(project, monkeypatch):
    figures = project / "data" / "figures.yml"
    right = figures.read_text(encoding="utf-8")
    read = Project.read

    def saved_meanwhile(*arguments):
        figures.write_text(right.replace("value: 7374", "value: 7375"), encoding="utf-8")
        return read(*arguments)

    monkeypatch.setattr(Project, "read", saved_meanwhile)
    site = Site(project)
    figures.write_text(right, encoding="utf-8")
    with pytest.raises(ProblemsFound, match="7,375 does not stand in"):
        site.check()
    monkeypatch.setattr(Project, "read", read)
    Site(project).check()


@pytest.mark.parametrize(
    ("file", "edit", "said"),
    [
        (
            "docs/assets/mark.svg",
            lambda path: path.rename(path.parents[2] / "mark.svg") and path.symlink_to("../../mark.svg"),
            "no regular file",
        ),
        ("requirements-extra.in", lambda path: path.write_text("left-pad>=1\n"), "left-pad"),
        (
            "docs/background/drawn.svg",
            lambda path: path.write_text("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
            "script",
        ),
    ],
)
def test_what_rules_look_at_beside_the_records_is_not_taken_as_it_was(project, file, edit, said):
    Site(project).check()
    edit(project / file)
    with pytest.raises(ProblemsFound, match=said):
        Site(project).check()
