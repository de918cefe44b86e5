"""What each rule of a date or a time of day makes of its match: a TimeML type and value, or ``None`` to abstain.

Types and values are those of TimeML 1.2.1 (TIMEX3). Groups that a pattern lacks read as empty (:func:`group`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.records import TimexType
from dragoman.times import holidays
from dragoman.times.calendar import add_days, month_value, shifted, weekend_value
from dragoman.times.words import DECADES, PARTS, SEASONS, WEEKDAYS, month, number, ordinal, unit

Match = re.Match[str]
_JUST_PAST = 21  # days: a deadline that has just run out is still told as one
_SOON = 45  # days: news writes the year of a day that lies nearly a year back, and leaves it out of one that is near
Verdict = tuple[TimexType, str] | None


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at besides the match.

    Attributes:
        published: Day of the story, when known.
        reference: The day that the text spoke of last; what "two days later" counts from.
        ahead: Whether the clause speaks of the future.
        hour: Hour of publication, when known.
        month: A day in the month that the text spoke of last.
        year: A day in the year that the text spoke of last.
        only_month: Whether the text has told a month since it told a day.
    """

    published: date | None
    reference: date | None
    ahead: bool
    hour: int | None = None
    month: date | None = None
    year: date | None = None
    only_month: bool = False

    def told(self, what: str) -> date | None:
        """Give the day to count from in a unit: the last one told to that unit, or finer."""
        return {"M": self.month, "Q": self.month, "Y": self.year, "DE": self.year, "CE": self.year}.get(what, self.reference)


def group(match: Match, name: str) -> str:
    """Give a group in lower case; empty where the pattern has no such group or it did not take part."""
    return (match.groupdict().get(name) or "").lower()


def year_of(digits: str) -> int:
    """Give the year of two or four digits: two are of 1930 to 2029."""
    number_ = int(digits)
    return number_ if len(digits) > 2 else number_ + (2000 if number_ < 30 else 1900)


def full_date(match: Match, _: Context) -> Verdict:
    """Read "7 August 2021", "Aug. 7, 2021" and "2021-08-07"."""
    name = match["m"]
    day, number_ = int(re.sub(r"\D", "", match["d"])), int(name) if name.isdigit() else month(name)
    return _date(int(match["y"]), number_, day)


def numeric_date(match: Match, _: Context) -> Verdict:
    """Read "24.08.2016" day first and "08/24/2016" month first, the other way where only that makes a date."""
    first, second, year = int(match["a"]), int(match["b"]), year_of(match["y"])
    month_, day = (first, second) if match["s"] == "/" else (second, first)
    return _date(year, month_, day) or _date(year, day, month_)


def day_of_month(match: Match, at: Context) -> Verdict:
    """Read "Aug. 7": the nearest one behind, or ahead where the clause says so."""
    month_, day = month(match["m"]), int(re.sub(r"\D", "", match["d"]))
    if at.published is None:
        return "DATE", f"XXXX-{month_:02d}-{day:02d}"
    years = range(at.published.year, at.published.year + 9) if at.ahead else range(at.published.year, at.published.year - 9, -1)
    for year in years:
        found = _day(year, month_, day)
        if found and (found >= add_days(at.published, -_JUST_PAST) if at.ahead else found <= add_days(at.published, _SOON)):
            return "DATE", found.isoformat()
    return None


def month_of_year(match: Match, _: Context) -> Verdict:
    """Read "August 2021"."""
    return "DATE", month_value(int(match["y"]), month(match["m"]))


def bare_month(match: Match, at: Context) -> Verdict:
    """Read "August", "last August", "next August"."""
    number_ = month(match["m"])
    if at.published is None:
        return "DATE", f"XXXX-{number_:02d}"
    return "DATE", month_value(_year_for(group(match, "w"), number_, at), number_)


def _year_for(word: str, number_: int, at: Context) -> int:
    """Give the year of a month, season or the like that starts in month ``number_``, from "last", "next" or the clause."""
    published = at.published or date.min
    which = word
    if which == "next":
        return published.year + (number_ <= published.month)
    if which in ("last", "past"):
        return published.year - (number_ >= published.month)
    if which == "this":
        return published.year
    return published.year + (number_ < published.month) if at.ahead else published.year - (number_ > published.month)


def weekday(match: Match, at: Context) -> Verdict:
    """Read "Tuesday", "last Friday", "Friday night"."""
    number_ = WEEKDAYS[group(match, "d")]
    part = PARTS.get(group(match, "p"), "")
    kind: TimexType = "TIME" if part else "DATE"
    if at.published is None:
        return kind, f"XXXX-WXX-{number_}{part and 'T' + part[1:]}"
    back = (at.published.isoweekday() - number_) % 7
    which = group(match, "w")
    days = {"last": -(back or 7), "past": -(back or 7), "next": (-back) % 7 or 7}.get(which)
    if days is None:
        days = (-back) % 7 if at.ahead or which in ("this", "coming") else -back
    return kind, add_days(at.published, days).isoformat() + part


def plural_weekday(match: Match, _: Context) -> Verdict:
    """Read "Tuesdays", "every Tuesday", "each Friday night"."""
    part = PARTS.get(group(match, "p"), "")
    return "SET", f"XXXX-WXX-{WEEKDAYS[match['d'].lower()]}{part}"


def part_of_date(match: Match, at: Context) -> Verdict:
    """Read "the night of May 3", "the morning of Sept. 11, 2001"."""
    dated = full_date(match, at) if group(match, "y") else day_of_month(match, at)
    return ("TIME", dated[1] + PARTS[group(match, "p")]) if dated else None


def named_day(match: Match, at: Context) -> Verdict:
    """Read "today", "yesterday", "tomorrow morning", "tonight"."""
    word = group(match, "n")
    if at.published is None:
        return "DATE", "PRESENT_REF" if word.startswith("to") and word != "tomorrow" else "XXXX-XX-XX"
    days = {"yesterday": -1, "tomorrow": 1}.get(word, 0) + {"before": -1, "after": 1}.get(group(match, "x"), 0)
    part = PARTS[group(match, "p")] if group(match, "p") else "TNI" if word == "tonight" else ""
    return "TIME" if part else "DATE", add_days(at.published, days).isoformat() + part


def part_of_day(match: Match, at: Context) -> Verdict:
    """Read "this morning", "last night", "that evening"."""
    which, part = group(match, "w"), PARTS[group(match, "p")]
    day = at.reference if which in ("that", "the same", "the next", "the following", "the previous") else at.published
    if day is None:
        return "TIME", "XXXX-XX-XX" + part
    return "TIME", add_days(
        day, {"last": -1, "the previous": -1, "the next": 1, "the following": 1}.get(which, 0)
    ).isoformat() + part


def clock(match: Match, at: Context) -> Verdict:
    """Read "10:35 a.m.", "9 a.m. EST Tuesday", "15:00 GMT", "noon"."""
    word = group(match, "noon")
    hour, minute = (24 if word == "midnight" else 12, 0) if word else (int(match["h"]), int(group(match, "min") or 0))
    half = group(match, "half")[:1]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    if group(match, "part") in ("afternoon", "evening", "night") and hour < 12:
        hour += 12
    named = weekday(match, at) if group(match, "d") else named_day(match, at) if group(match, "n") else None
    day = named[1][:10] if named else at.reference.isoformat() if at.reference else "XXXX-XX-XX"
    return "TIME", f"{day}T{hour:02d}:{minute:02d}"


def past_vague(_: Match, __: Context) -> Verdict:
    """Read "years ago", "long ago"."""
    return "DATE", "PAST_REF"


def ago(match: Match, at: Context) -> Verdict:
    """Read "two months ago"."""
    count, what = number(match["n"]), unit(match["u"])
    if count is None:
        return "DATE", "PAST_REF"
    if at.published is None:
        return "DATE", "PAST_REF"
    if what == "TH" and at.hour is not None:
        days, hour = divmod(at.hour - int(count), 24)
        return "TIME", f"{add_days(at.published, days).isoformat()}T{hour:02d}"
    return "DATE", shifted(at.published, -count, what)


def later(match: Match, at: Context) -> Verdict:
    """Read "two days later", "a week earlier": from the day spoken of last."""
    count, what = number(match["n"]), unit(match["u"])
    back = group(match, "way") in ("earlier", "before", "previously")
    start = at.told(what)
    if count is None or start is None:
        return "DATE", "PAST_REF" if back else "FUTURE_REF"
    return "DATE", shifted(start, -count if back else count, what)


def some_later(match: Match, _: Context) -> Verdict:
    """Read "days later", "weeks earlier"."""
    return "DATE", "PAST_REF" if group(match, "way") == "earlier" else "FUTURE_REF"


def from_now(match: Match, at: Context) -> Verdict:
    """Read "two weeks from now"."""
    count = number(match["n"])
    if count is None or at.published is None:
        return "DATE", "FUTURE_REF"
    return "DATE", shifted(at.published, count, unit(match["u"]))


def beside(match: Match, at: Context) -> Verdict:
    """Read "last week", "this year"; and "the next day", "the previous week", which count from the day spoken of last."""
    which, what = group(match, "w"), unit(match["u"])
    step = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}.get(which.split()[-1], 0)
    day = at.told(what) if which.startswith(("the", "that")) and which != "the coming" else at.published
    if day is None:
        return "DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step]
    return "DATE", shifted(day, step, what)


def day_beside(match: Match, at: Context) -> Verdict:
    """Read "the day before", "the year after", where no clause follows."""
    what = unit(match["u"])
    what = "D" if what == "TNI" else what
    day = at.told(what)
    step = 1 if group(match, "way") == "after" else -1
    return ("DATE", shifted(day, step, what)) if day else ("DATE", "FUTURE_REF" if step > 0 else "PAST_REF")


def end_of(match: Match, at: Context) -> Verdict:
    """Read "the end of the year", "the start of next month"."""
    which = group(match, "w")
    if at.published is None:
        return None
    return "DATE", shifted(at.published, {"last": -1, "next": 1}.get(which, 0), unit(match["u"]))


def weekend(match: Match, at: Context) -> Verdict:
    """Read "the weekend", "last weekend"."""
    if at.published is None:
        return "DATE", "XXXX-WXX-WE"
    which, early = group(match, "w"), at.published.isoweekday() < 6
    back = which in ("last", "past") or (not at.ahead and early and which in ("the", "over the"))
    step = 1 if which == "next" else -1 if back else 0
    return "DATE", weekend_value(add_days(at.published, 7 * step))


def season(match: Match, at: Context) -> Verdict:
    """Read "last fall", "summer 2021", "in the spring"."""
    code = SEASONS[group(match, "s")]
    if group(match, "y"):
        return "DATE", f"{group(match, 'y')}-{code}"
    if at.published is None:
        return "DATE", f"XXXX-{code}"
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    running = start <= at.published.month <= start + 2 and group(match, "w") == "last"
    return "DATE", f"{_year_for(group(match, 'w'), start, at) - running:04d}-{code}"


def quarter(match: Match, at: Context) -> Verdict:
    """Read "the third quarter", "Q3 2021", "the first half of 2021"."""
    number_ = int(group(match, "q") or ordinal(group(match, "o")))
    letter = "H" if group(match, "k") == "half" else "Q"
    if number_ > (2 if letter == "H" else 4):
        return None
    year = group(match, "y") or (f"{at.published.year:04d}" if group(match, "now") and at.published else "")
    if not year and at.published:
        first_month = number_ * 6 - 5 if letter == "H" else number_ * 3 - 2
        year = f"{_year_for('', first_month, at):04d}"
    return "DATE", f"{year or 'XXXX'}-{letter}{number_}"


def bare_year(match: Match, _: Context) -> Verdict:
    """Read "2021", "early 2021", "the year 2000"."""
    return "DATE", match["y"]


def short_year(match: Match, _: Context) -> Verdict:
    """Read "'98"."""
    return "DATE", f"{year_of(match['y']):04d}"


def fiscal_year(match: Match, _: Context) -> Verdict:
    """Read "fiscal 1999", "fiscal year 2021", "FY2020": when it begins differs by country, so it names no days."""
    return "DATE", f"FY{year_of(match['y']):04d}"


def before_christ(match: Match, _: Context) -> Verdict:
    """Read "2000 B.C."."""
    return "DATE", f"BC{int(match['y']):04d}"


def decade(match: Match, _: Context) -> Verdict:
    """Read "the 1990s", "the late '80s", "the nineties"."""
    word = group(match, "word")
    return "DATE", f"19{DECADES[word]}" if word else str(year_of(group(match, "y")) // 10)


def century(match: Match, _: Context) -> Verdict:
    """Read "the 19th century"."""
    return "DATE", f"{ordinal(match['o']) - 1:02d}"


def holiday(match: Match, at: Context) -> Verdict:
    """Read "Thanksgiving", "last Christmas", "New Year's Eve 2020"."""
    if at.published is None and not group(match, "y"):
        return None
    year = int(match["y"]) if group(match, "y") else _holiday_year(match, at)
    return "DATE", holidays.day(match["h"], min(year, date.max.year)).isoformat()


def _holiday_year(match: Match, at: Context) -> int:
    published = at.published or date.min
    passed = holidays.day(match["h"], published.year) <= published
    which = group(match, "w")
    if which == "next" or (at.ahead and which != "last"):
        return published.year + passed
    return max(published.year - (not passed), date.min.year)


def vague(match: Match, _: Context) -> Verdict:
    """Read "now", "recently", "the future"."""
    return "DATE", _VAGUE_VALUES[match[0].lower().removeprefix("the ")]


def this_one(match: Match, at: Context) -> Verdict:
    """Read "the year" where the running one is meant ("later in the year")."""
    return ("DATE", shifted(at.published, 0, unit(match["u"]))) if at.published else None


def same_day(match: Match, at: Context) -> Verdict:
    """Read "that day", "the same month"."""
    what = unit(match["u"])
    day = at.told(what)
    if day is None:
        return None
    if what == "D" and at.only_month and at.month:
        return "DATE", month_value(at.month.year, at.month.month) + "-XX"
    return "DATE", shifted(day, 0, what)


def _date(year: int, month_: int, day: int) -> Verdict:
    found = _day(year, month_, day)
    return ("DATE", found.isoformat()) if found else None


def _day(year: int, month_: int, day: int) -> date | None:
    try:
        return date(year, month_, day)
    except ValueError:  # there is no such day
        return None


_VAGUE_VALUES = {
    **dict.fromkeys(("now", "nowadays", "currently", "current", "presently", "at present", "at the moment"), "PRESENT_REF"),
    **dict.fromkeys(("at this time", "these days"), "PRESENT_REF"),
    **dict.fromkeys(("recently", "recent", "lately", "past"), "PAST_REF"),
    **dict.fromkeys(("future", "near future", "foreseeable future", "soon"), "FUTURE_REF"),
}
