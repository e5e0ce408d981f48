"""Times the calendar of numpy: calendar.py INPUTS HOLIDAYS [sums]. See ../../peers."""

import csv
import platform
import sys
import time

import numpy as np

SUMMED = 1 << 10

inputs = np.loadtxt(sys.argv[1], dtype="int64")
dates = inputs[:, 0].astype("datetime64[D]")
steps = inputs[:, 1]
spans = {
    name: (inputs[:, at].astype("datetime64[D]"), inputs[:, at + 1].astype("datetime64[D]") + 1)
    for name, at in (("1y", 2), ("30y", 4))
}
with open(sys.argv[2], encoding="utf-8") as f:
    days_off = np.array([row["date"] for row in csv.DictReader(f)], dtype="datetime64[D]")
calendar = np.busdaycalendar(holidays=days_off)


def test():
    return np.is_busday(dates, busdaycal=calendar)


# The n-th business day after a date, whether or not the date is one.
def add():
    return np.busday_offset(dates, steps, roll="preceding", busdaycal=calendar)


# busday_count leaves the end out; the ends above are one day later.
def count(span):
    return np.busday_count(*spans[span], busdaycal=calendar)


def timed(name, work, elements):
    """Prints the time of an element: work is called for a tenth of a second."""
    calls, start = 0, time.perf_counter()
    while True:
        work()
        calls += 1
        took = time.perf_counter() - start
        if took > 0.1:
            break
    print(f"Benchmark{name}/impl=numpy {calls * elements} {took / calls / elements * 1e9:.4g} ns/op")


if sys.argv[3:] == ["sums"]:
    every = np.arange("2000-01-01", "2041-01-01", dtype="datetime64[D]")
    print("version numpy", np.__version__)
    print("# Python", platform.python_version())
    print("sum days numpy", every[np.is_busday(every, busdaycal=calendar)].astype("int64").sum())
    print("sum test numpy", test()[:SUMMED].sum())
    print("sum add numpy", add()[:SUMMED].astype("int64").sum())
    for span in spans:
        print(f"sum count{span} numpy", count(span)[:SUMMED].sum())
    print("sum list numpy", calendar.holidays.astype("int64").sum())

timed("IsBusinessDay", test, len(dates))
timed("AddBusinessDays", add, len(dates))
for span in spans:
    timed(f"CountBusinessDays/span={span}", lambda: count(span), len(dates))
timed("CompileCalendar/profile=lft/years=41", lambda: np.busdaycalendar(holidays=days_off), 1)
