// Times the calendar of QuantLib: calendar INPUTS HOLIDAYS [sums]. See ../../peers.
// QuantLib's own Mexico is that of its stock exchange, so it is given our days off in
// a BespokeCalendar; where the two differ is printed.

#include <ql/time/calendars/bespokecalendar.hpp>
#include <ql/time/calendars/mexico.hpp>
#include <ql/time/date.hpp>
#include <ql/version.hpp>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

using namespace QuantLib;

static const int unixDay = 25569; // the serial number of 1970-01-01
static const size_t summed = 1 << 10;

static Date day(int n) { return Date(Date::serial_type(n + unixDay)); }
static long number(const Date &d) { return long(d.serialNumber()) - unixDay; }

struct Input {
    Date date;
    int steps;
    Date start[2], end[2];
};

static BespokeCalendar build(const std::vector<Date> &daysOff) {
    BespokeCalendar c("LFT");
    c.addWeekend(Saturday);
    c.addWeekend(Sunday);
    for (const Date &d : daysOff)
        c.addHoliday(d);
    return c;
}

static long sink = 0;

// timed prints the time of one call of work, called for a tenth of a second.
static void timed(const std::string &name, const std::function<long(size_t)> &work) {
    auto start = std::chrono::steady_clock::now();
    for (size_t i = 0, check = 1;; i++) {
        sink += work(i);
        if (i != check)
            continue;
        std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
        if (took.count() > 1e8) {
            std::printf("Benchmark%s/impl=quantlib %zu %.4g ns/op\n", name.c_str(), i + 1, took.count() / double(i + 1));
            return;
        }
        check += 1 + check / 4;
    }
}

int main(int argc, char **argv) {
    if (argc < 3)
        return 2;
    std::vector<Input> in;
    std::ifstream inputs(argv[1]);
    for (int d, n, a, b, x, y; inputs >> d >> n >> a >> b >> x >> y;)
        in.push_back({day(d), n, {day(a), day(x)}, {day(b), day(y)}});
    std::vector<Date> daysOff;
    std::ifstream holidays(argv[2]);
    std::string line;
    std::getline(holidays, line);
    for (int y, m, d; std::getline(holidays, line);)
        if (std::sscanf(line.c_str(), "%d-%d-%d", &y, &m, &d) == 3)
            daysOff.push_back(Date(d, Month(m), y));

    const BespokeCalendar c = build(daysOff);
    const size_t mask = in.size() - 1;
    auto test = [&](size_t i) { return long(c.isBusinessDay(in[i & mask].date)); };
    auto add = [&](size_t i) { return number(c.advance(in[i & mask].date, in[i & mask].steps, Days)); };
    auto count = [&](size_t i, int span) {
        return long(c.businessDaysBetween(in[i & mask].start[span], in[i & mask].end[span], true, true));
    };
    auto list = [&](size_t i) {
        int year = 2000 + int(i % 41);
        long sum = 0;
        for (const Date &d : c.holidayList(Date(1, January, year), Date(31, December, year)))
            sum += number(d);
        return sum;
    };

    if (argc > 3) {
        std::printf("version quantlib %s\n", QL_VERSION);
        long days = 0, ours = 0, theirs = 0, sums[5] = {};
        const Mexico exchange;
        for (Date d(1, January, 2000); d <= Date(31, December, 2040); d++) {
            bool worked = c.isBusinessDay(d);
            if (worked)
                days += number(d);
            if (worked != exchange.isBusinessDay(d))
                (worked ? theirs : ours)++;
        }
        std::printf("# QuantLib's Mexico, 2000 to 2040: %ld days off more than the LFT, %ld fewer\n", theirs, ours);
        for (size_t i = 0; i < summed; i++) {
            sums[0] += test(i);
            sums[1] += add(i);
            sums[2] += count(i, 0);
            sums[3] += count(i, 1);
            if (i < 41)
                sums[4] += list(i);
        }
        std::printf("sum days quantlib %ld\n", days);
        const char *names[] = {"test", "add", "count1y", "count30y", "list"};
        for (int i = 0; i < 5; i++)
            std::printf("sum %s quantlib %ld\n", names[i], sums[i]);
    }
    timed("IsBusinessDay", test);
    timed("AddBusinessDays", add);
    timed("CountBusinessDays/span=1y", [&](size_t i) { return count(i, 0); });
    timed("CountBusinessDays/span=30y", [&](size_t i) { return count(i, 1); });
    timed("HolidaysOfYear", list);
    timed("CompileCalendar/profile=lft/years=41", [&](size_t) { return long(build(daysOff).empty()); });
    return sink == 42;
}
