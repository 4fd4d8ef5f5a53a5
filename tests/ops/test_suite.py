"""The sum that `make test` ends with: nothing that went wrong is counted as well."""

from pathlib import Path

import pytest

from ops import suite
from ops.sentences import Refusal
from ops.suite import Count

REPORT = """<testsuites><testsuite>
<testcase name="good"/>
<testcase name="wrong"><failure/></testcase>
<testcase name="broken"><error/></testcase>
<testcase name="passed and broken at its end"><error/></testcase>
<testcase name="left out"><skipped/></testcase>
</testsuite></testsuites>"""


@pytest.mark.parametrize(("strict", "expected"), [(False, Count(1, 3)), (True, Count(1, 4))])
def test_errors_fail_and_so_do_skips_where_we_are_strict(
    tmp_path: Path, strict: bool, expected: Count
) -> None:
    report = tmp_path / "report.xml"
    report.write_text(REPORT)
    assert suite.counted(report, strict=strict) == expected


def test_a_run_without_a_report_has_failed(tmp_path: Path) -> None:
    assert suite.counted(tmp_path / "none.xml", strict=False) == Count(failed=1)


def test_a_run_without_tests_has_failed(tmp_path: Path) -> None:
    assert suite.tests([str(tmp_path), "-p", "no:cacheprovider"]) == Count(failed=1)


def test_a_part_that_cannot_run_has_failed(capsys: pytest.CaptureFixture[str]) -> None:
    def impossible() -> Count:
        raise Refusal("Chromium is missing.")

    assert suite.timed("browser", impossible) == Count(failed=1)
    assert "Error: Chromium is missing." in capsys.readouterr().out


def end_of(parts: dict[str, Count], monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(suite, "parts", lambda: {n: lambda c=c: c for n, c in parts.items()})
    with pytest.raises(SystemExit) as end:
        suite.main()
    return end.value.code


def test_the_last_line_is_the_sum_and_one_failure_is_enough(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = end_of({"a": Count(failed=1), "b": Count(7), "c": Count(2, 3)}, monkeypatch)
    assert code == 1
    assert capsys.readouterr().out.splitlines()[-1] == "9 passed, 4 failed"


def test_all_good_is_good(monkeypatch: pytest.MonkeyPatch) -> None:
    assert end_of({"a": Count(1), "b": Count(7)}, monkeypatch) == 0


def test_nothing_at_all_is_not_good(monkeypatch: pytest.MonkeyPatch) -> None:
    assert end_of({"a": Count()}, monkeypatch) == 1
