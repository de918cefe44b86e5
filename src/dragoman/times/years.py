"""What the rules of seasons, years, longer spans and holidays make of their match."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.times import holidays
from dragoman.times.calendar import add_days, add_months
from dragoman.times.readers import SOON, TOLD, Context, Match, Verdict, group, year_beside, year_called, year_for, year_of
from dragoman.times.words import DECADES, SEASONS, ordinal

_SEPTEMBER_11 = date(2001, 9, 11)
_HALF_A_YEAR = 182


def season(match: Match, at: Context) -> Verdict:
    """Read "last fall", "summer 2021", "in the spring", "that winter"; a winter has the year in which it began."""
    code, which = SEASONS[group(match, "s")], group(match, "w")
    if group(match, "y"):
        return "DATE", f"{year_of(group(match, 'y'))}-{code}"
    if at.published is None:
        return "DATE", f"XXXX-{code}"
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    if group(match, "of"):
        return "DATE", f"{year_called(group(match, 'of'), at):04d}-{code}"
    told = at.season(which)
    if told and which in TOLD:
        return "DATE", f"{year_beside(which, start, told):04d}-{code}"
    today = add_months(at.published, -2) if code == "WI" and at.published.month < 3 else at.published
    running = start < today.month <= start + 2 and which == "last"
    return "DATE", f"{year_for(which, start, replace(at, published=today)) - running:04d}-{code}"


def quarter(match: Match, at: Context) -> Verdict:
    """Read "the third quarter", "Q3 2021", "the first half of 2021"."""
    number_ = int(group(match, "q") or ordinal(group(match, "o")))
    letter = "H" if group(match, "k") == "half" else "Q"
    if number_ > (2 if letter == "H" else 4):
        return None
    year = group(match, "y") and str(year_of(group(match, "y")))
    if group(match, "now") and at.published:
        year = f"{year_called(group(match, 'now'), at):04d}"
    first_month = number_ * 6 - 5 if letter == "H" else number_ * 3 - 2
    if at.published and (not year or (group(match, "now") == "the" and not at.ahead)):
        running = first_month <= at.published.month < first_month + (6 if letter == "H" else 3)
        year = f"{at.published.year if running else year_for('', first_month, at):04d}"
    return "DATE", f"{year or 'XXXX'}-{letter}{number_}"


def bare_year(match: Match, _: Context) -> Verdict:
    """Read "2021", "early 2021", "the year 2000"."""
    return "DATE", match["y"]


def short_year(match: Match, _: Context) -> Verdict:
    """Read "'98", and "18" in "1914-18", which is of the same century."""
    century = re.search(r"(\d\d)\d\d[-–]['’]?$", match.string[max(0, match.start("y") - 6) : match.start("y")])
    later_one = century is not None and match["y"] > match.string[match.start("y") - 3 : match.start("y") - 1]
    return "DATE", f"{century[1]}{match['y']}" if century and later_one else f"{year_of(match['y']):04d}"


def fiscal_year(match: Match, _: Context) -> Verdict:
    """Read "fiscal 1999", "fiscal year 2021", "FY2020": when it begins differs by country, so it names no days."""
    return "DATE", f"FY{year_of(match['y']):04d}"


def before_christ(match: Match, _: Context) -> Verdict:
    """Read "2000 B.C."."""
    return "DATE", f"BC{int(match['y']):04d}"


def decade(match: Match, _: Context) -> Verdict:
    """Read "the 1990s", "the late '80s", "the nineties"; "the 1800s" are a century."""
    word = group(match, "word")
    year = 1900 + 10 * DECADES[word] if word else year_of(group(match, "y"))
    return "DATE", str(year // 100 if year % 100 == 0 and year < 2000 else year // 10)


def century(match: Match, _: Context) -> Verdict:
    """Read "the 19th century"."""
    return "DATE", f"{ordinal(match['o']) - 1:02d}"


def holiday(match: Match, at: Context) -> Verdict:
    """Read "Thanksgiving", "last Christmas", "New Year's Eve 2020"."""
    if at.published is None and not group(match, "y"):
        return None
    year = year_of(match["y"]) if group(match, "y") else _holiday_year(match, at)
    return "DATE", holidays.day(match["h"], min(year, date.max.year)).isoformat()


def every_holiday(match: Match, _: Context) -> Verdict:
    """Read "every Christmas"."""
    return "SET", holidays.yearly(match["h"])


def september_11(_: Match, at: Context) -> Verdict:
    """Read "9/11", which has been a name since 2001."""
    return None if at.published is None or at.published < _SEPTEMBER_11 else ("DATE", _SEPTEMBER_11.isoformat())


def _holiday_year(match: Match, at: Context) -> int:
    """Give the year of the holiday that the clause points to; one that is near is the coming one, as with days of a month."""
    published = at.published or date.min
    this_year = holidays.day(match["h"], published.year)
    soon = SOON if at.plainly_past else _HALF_A_YEAR
    which = group(match, "w")
    if which == "last":
        return max(published.year - (this_year >= published), date.min.year)
    if which == "next" or at.ahead:
        return published.year + (this_year < published)
    if this_year <= published:
        near = holidays.day(match["h"], min(published.year + 1, date.max.year)) <= add_days(published, soon)
        return published.year + (near and (published - this_year).days > soon)
    return max(published.year - (this_year > add_days(published, soon)), date.min.year)


def new_year(match: Match, at: Context) -> Verdict:
    """Read "the new year": the one that has begun, in winter and spring, else the one to come."""
    return ("DATE", f"{at.published.year + (at.published.month > 6):04d}") if at.published else ("DATE", "FUTURE_REF")
