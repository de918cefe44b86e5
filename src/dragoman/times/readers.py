"""What each rule of a date or a time of day makes of its match: a TimeML type and value, or ``None`` to abstain.

Types and values are those of TimeML 1.2.1 (TIMEX3). Groups that a pattern lacks read as empty (:func:`group`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from dragoman.records import TimexType
from dragoman.times import holidays
from dragoman.times.calendar import add_days, month_value, shifted, weekend_value
from dragoman.times.words import PARTS, WEEKDAYS, month, number, ordinal, unit

Match = re.Match[str]
_JUST_PAST = 21  # days: a deadline that has just run out is still told as one
SOON = 45  # days: news writes the year of a day that lies nearly a year back, and leaves it out of one that is near
TOLD = ("that", "that same", "the same", "the previous", "the following", "the next")  # counted from the time told last
_THIRD_OF_A_YEAR = 120  # days: how far a day may lie ahead that no past verb stands by
_FAR = 300  # days: news writes the year of a day that lies farther ahead
_YEARS_IN = {"DE": 10, "CE": 100}
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
        start: The first day of the time before, where the match ends a range that began with it ("Monday through Friday").
        only_year: Whether the text has told a year since it told a month.
        told_when: Whether a verb tells if the clause is of the future or of the past.
        told_of: Whether anything in its sentence is past.
        asked_for: Whether it dates an infinitive.
        plainly_past: Whether a past verb stands close by.
    """

    published: date | None
    reference: date | None
    ahead: bool
    hour: int | None = None
    month: date | None = None
    year: date | None = None
    only_month: bool = False
    start: date | None = None
    only_year: bool = False
    told_when: bool = True
    told_of: bool = False
    asked_for: bool = False
    plainly_past: bool = True

    def told(self, what: str) -> date | None:
        """Give the day to count from in a unit: the last one told to that unit, or finer."""
        return {"M": self.month, "Q": self.month, "Y": self.year, "DE": self.year, "CE": self.year}.get(what, self.reference)

    def season(self, which: str) -> date | None:
        """Give the day that "that March" or "the following spring" counts from: behind a year told alone, its last day."""
        if self.year is None or not self.only_year:
            return self.month
        return self.year.replace(month=12, day=31) if which in ("the following", "the next") else self.year


def group(match: Match, name: str) -> str:
    """Give a group in lower case; empty where the pattern has no such group or it did not take part."""
    return (match.groupdict().get(name) or "").lower()


def year_of(digits: str) -> int:
    """Give the year of two or four digits: two are of 1930 to 2029.

    >>> year_of("1998"), year_of("’98"), year_of("05")
    (1998, 1998, 2005)
    """
    plain = digits.lstrip("'’")
    return int(plain) if len(plain) > 2 else int(plain) + (2000 if int(plain) < 30 else 1900)


def full_date(match: Match, _: Context) -> Verdict:
    """Read "7 August 2021", "Aug. 7, 2021" and "2021-08-07"."""
    name = match["m"]
    day, number_ = int(re.sub(r"\D", "", match["d"])), int(name) if name.isdigit() else month(name)
    return _date(year_of(match["y"]), number_, day)


def numeric_date(match: Match, _: Context) -> Verdict:
    """Read "24.08.2016" day first, "08/24/2016" and "8-24-16 1402EST" month first; the other way where only that is a date."""
    first, second, year = int(match["a"]), int(match["b"]), year_of(match["y"])
    american = match["s"] == "/" or len(match["y"]) == 2
    month_, day = (first, second) if american else (second, first)
    found = _date(year, month_, day) or _date(year, day, month_)
    hour = group(match, "clock")
    return ("TIME", f"{found[1]}T{hour[:2]}:{hour[2:4]}") if found and hour else found


def day_of_month(match: Match, at: Context) -> Verdict:
    """Read "Aug. 7": the nearest one behind, or ahead where the clause says so; "Aug. 7 last year"."""
    month_, day = month(match["m"]), int(re.sub(r"\D", "", match["d"]))
    if at.published is None:
        return "DATE", f"XXXX-{month_:02d}-{day:02d}"
    if group(match, "of"):
        return _date(year_called(group(match, "of"), at), month_, day)
    if at.start:
        return _date(at.start.year + ((month_, day) < (at.start.month, at.start.day)), month_, day)
    first, last = _near(at)
    years = range(at.published.year - 8, at.published.year + 9)
    days = [found for year in years if (found := _day(year, month_, day)) and (found >= first if at.ahead else found <= last)]
    if at.ahead and days and days[0] > add_days(at.published, _FAR):
        days = [_day(days[0].year - 1, month_, day) or days[0]]
    return ("DATE", days[0 if at.ahead else -1].isoformat()) if days else None


def _near(at: Context) -> tuple[date, date]:
    """Give the first day that may still be told as one to come, and the last one that may be told as if it were past."""
    published = at.published or date.min
    return add_days(published, -_JUST_PAST), add_days(published, SOON if at.plainly_past else _THIRD_OF_A_YEAR)


def month_of_year(match: Match, _: Context) -> Verdict:
    """Read "August 2021"."""
    return "DATE", month_value(year_of(match["y"]), month(match["m"]))


def bare_month(match: Match, at: Context) -> Verdict:
    """Read "August", "last August", "August of this year", "that August"; the coming month even in the past tense."""
    number_ = month(match["m"])
    if at.published is None:
        return "DATE", f"XXXX-{number_:02d}"
    which, told = group(match, "w"), at.start or at.season(group(match, "w"))
    if group(match, "of"):
        return "DATE", month_value(year_called(group(match, "of"), at), number_)
    if told and (at.start or which in TOLD):
        return "DATE", month_value(year_beside(which, number_, told), number_)
    months = (number_ - at.published.month) % 12
    soon = months in ((1,) if at.plainly_past else (1, 2, 3, 4) if at.told_when else (1, 2, 3, 4, 5))
    ahead = (at.ahead or soon) and months != 11  # last month's name is last month in any tense
    return "DATE", month_value(year_for(which, number_, replace(at, ahead=ahead)), number_)


def year_called(words: str, at: Context) -> int:
    """Give the year of "last year" or "that year"."""
    if words.startswith(("that", "the same")):
        return (at.year or at.published or date.min).year
    return (at.published or date.min).year + {"last": -1, "next": 1}.get(words.split()[0], 0)


def year_beside(which: str, number_: int, told: date) -> int:
    """Give the year of "that" month or season, or of the one after or before the day told."""
    if which in ("that", "that same", "the same"):
        return told.year
    if which == "the previous":
        return told.year - (number_ >= told.month)
    return told.year + (number_ < told.month or (number_ == told.month and bool(which)))


def year_for(word: str, number_: int, at: Context) -> int:
    """Give the year of a month, season or the like that starts in month ``number_``, from "last", "next" or the clause."""
    published = at.published or date.min
    which = word
    if which in ("next", "coming", "this coming"):
        return published.year + (number_ <= published.month)
    if which in ("last", "past", "this past"):
        return published.year - (number_ >= published.month)
    if which == "this":
        return published.year
    return published.year + (number_ < published.month) if at.ahead else published.year - (number_ > published.month)


def weekday(match: Match, at: Context) -> Verdict:
    """Read "Tuesday", "last Friday", "Friday night"; "this Friday" is of the running week unless the clause points ahead."""
    number_ = WEEKDAYS[group(match, "d")]
    part = PARTS.get(group(match, "p"), "")
    kind: TimexType = "TIME" if part else "DATE"
    if at.published is None:
        return kind, f"XXXX-WXX-{number_}{part and 'T' + part[1:]}"
    return kind, _weekday(group(match, "week") or group(match, "w"), number_, at).isoformat() + part


def _weekday(which: str, number_: int, at: Context) -> date:
    published = at.published or date.min
    back, forth = (published.isoweekday() - number_) % 7, (number_ - published.isoweekday()) % 7
    if at.start:
        ended = add_days(published, -back)  # "April 27 through Sunday" told in May
        return ended if ended > at.start else add_days(at.start, (number_ - at.start.isoweekday()) % 7 or 7)
    if at.reference and which in TOLD:
        step = {"the previous": -7, "the following": 7, "the next": 7}.get(which, 0)
        gap = (number_ - at.reference.isoweekday()) % 7
        return add_days(at.reference, gap - 7 if step < 0 else gap or step)
    if week := re.match(r"(last|this|next) week", which):
        return add_days(published, number_ - published.isoweekday() + {"last": -7, "next": 7}.get(week[1], 0))
    if which in ("last", "past", "this past"):
        return add_days(published, -(back or 7))
    if which == "next":
        return add_days(published, forth or 7)
    if which == "this" and not at.ahead:
        return add_days(published, number_ - published.isoweekday())
    return add_days(published, forth if _lies_ahead(forth, at) or which in ("this", "coming", "this coming") else -back)


def _lies_ahead(forth: int, at: Context) -> bool:
    """Whether the day is the coming one: yesterday's name rarely means next week's, nor tomorrow's name last week's."""
    if forth == 6:
        return at.ahead and not at.told_of
    return at.ahead or (forth == 1 and (at.asked_for or not at.plainly_past))


def weekday_counted(match: Match, at: Context) -> Verdict:
    """Read "a week ago Tuesday" and "two weeks from Friday"."""
    count = number(match["n"])
    if at.published is None or count is None:
        return None
    back = group(match, "way") == "ago"
    day = _weekday("" if back else "coming", WEEKDAYS[group(match, "d")], replace(at, ahead=False, start=None))
    weeks = {"W": 7 * count, "Y": 364 * count}.get(unit(match["u"]))
    return ("DATE", add_days(day, -weeks if back else weeks).isoformat()) if weeks else None


def nth_weekday(match: Match, at: Context) -> Verdict:
    """Read "the first Monday in October", "the last Sunday of May 1998"."""
    found = month_of_year(match, at) if group(match, "y") else bare_month(match, at)
    if found is None or found[1].startswith("X"):
        return None
    year, month_ = (int(part) for part in found[1].split("-"))
    count = -1 if group(match, "o") in ("last", "final") else ordinal(group(match, "o"))
    return ("DATE", holidays.nth(year, month_, WEEKDAYS[group(match, "d")], count).isoformat()) if count < 5 else None


def plural_weekday(match: Match, _: Context) -> Verdict:
    """Read "Tuesdays", "every Tuesday", "each Friday night"."""
    part = PARTS.get(group(match, "p"), "")
    return "SET", f"XXXX-WXX-{WEEKDAYS[match['d'].lower()]}{part}"


def past_vague(_: Match, __: Context) -> Verdict:
    """Read "years ago", "long ago"."""
    return "DATE", "PAST_REF"


def ago(match: Match, at: Context) -> Verdict:
    """Read "two months ago"; half a decade is counted in years."""
    count, what = number(match["n"]), unit(match["u"])
    if count is None or at.published is None:
        return "DATE", "PAST_REF"
    if what == "TH" and at.hour is not None:
        days, hour = divmod(at.hour - int(count), 24)
        return "TIME", f"{add_days(at.published, days).isoformat()}T{hour:02d}"
    if count % 1 and what in _YEARS_IN:
        count, what = count * _YEARS_IN[what], "Y"
    return _dated(shifted(at.published, -count, what))


def later(match: Match, at: Context) -> Verdict:
    """Read "two days later", "a week earlier": from the day spoken of last."""
    count, what = number(match["n"]), unit(match["u"])
    back = group(match, "way") in ("earlier", "before", "previously")
    start = at.told(what)
    if count is None or start is None:
        return "DATE", "PAST_REF" if back else "FUTURE_REF"
    return _dated(shifted(start, -count if back else count, what))


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
    day = at.told(what) if which.startswith(("the", "that")) and which not in ("the coming", "the current") else at.published
    if day is None:
        return "DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step]
    return "DATE", shifted(day, step, what)


def before_last(match: Match, at: Context) -> Verdict:
    """Read "the year before last"."""
    return ("DATE", shifted(at.published, -2, unit(match["u"]))) if at.published else ("DATE", "PAST_REF")


def day_beside(match: Match, at: Context) -> Verdict:
    """Read "the day before", "the year after", where no clause follows."""
    what, step = unit(match["u"]), 1 if group(match, "way") == "after" else -1
    day = at.told(what)
    return ("DATE", shifted(day, step, what)) if day else ("DATE", "FUTURE_REF" if step > 0 else "PAST_REF")


def end_of(match: Match, at: Context) -> Verdict:
    """Read "the end of the year", "the start of next month"."""
    which = group(match, "w")
    if at.published is None:
        return None
    return "DATE", shifted(at.published, {"last": -1, "next": 1}.get(which, 0), unit(match["u"]))


def weekend(match: Match, at: Context) -> Verdict:
    """Read "the weekend", "last weekend"; "that weekend" is of the day spoken of last, "this weekend" may just be over."""
    if at.published is None:
        return "DATE", "XXXX-WXX-WE"
    which, early = group(match, "w"), at.published.isoweekday() < 6
    if at.reference and which in TOLD:
        return "DATE", weekend_value(add_days(at.reference, 7 * {"the following": 1, "the previous": -1}.get(which, 0)))
    over = which == "this" and at.plainly_past and not at.asked_for and at.published.isoweekday() < 4
    back = which in ("last", "past") or (not at.ahead and early and (over or which in ("the", "over the")))
    step = 1 if which == "next" else -1 if back else 0
    return "DATE", weekend_value(add_days(at.published, 7 * step))


def weekend_of(match: Match, at: Context) -> Verdict:
    """Read "the weekend of Oct. 24-25"."""
    dated = day_of_month(match, at)
    return ("DATE", weekend_value(date.fromisoformat(dated[1]))) if dated and at.published else None


def vague(match: Match, _: Context) -> Verdict:
    """Read "now", "recently", "the future"."""
    words = match[0].lower()
    return "DATE", _VAGUE_VALUES.get(words) or _VAGUE_VALUES[words.removeprefix("the ")]


def soon(_: Match, at: Context) -> Verdict:
    """Read "soon" of what is to come; in a story of the past it joins two events, and is no time."""
    return ("DATE", "FUTURE_REF") if at.ahead else None


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


def _dated(value: str) -> Verdict:
    """Give a value its type: a night is a time of day."""
    return ("TIME" if value.endswith("TNI") else "DATE"), value


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
    "the other day": "PAST_REF",
    **dict.fromkeys(("future", "near future", "foreseeable future", "soon"), "FUTURE_REF"),
}
