from pathlib import Path

from roi_casebook.pages.parts.templates import files_below, template_folders


def test_the_generator_brings_its_templates(tmp_path: Path) -> None:
    (shipped,) = template_folders(tmp_path)
    assert (shipped / "theme" / "main.html").is_file()


def test_a_site_overrides_file_by_file(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "assets"
    own.mkdir(parents=True)
    (own / "casebook.css").write_text("p {}", encoding="utf-8")
    (own / "more.css").write_text("b {}", encoding="utf-8")
    files = files_below(template_folders(tmp_path), "assets")
    assert files["casebook.css"] == own / "casebook.css"
    assert files["more.css"] == own / "more.css"
    assert files["components.css"].parent != own
