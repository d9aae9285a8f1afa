using MashBroker.Rules;
using NUnit.Framework;

namespace MashBroker.Tests.Rules;

/// <summary>The list is data; here it is held against the rules that the days follow when nothing is proclaimed.</summary>
internal sealed class BankHolidayTests
{
    private static readonly BankHolidays Listed = BankHolidays.Find("england-and-wales")!;

    [Test]
    public void Every_year_it_says_it_covers_has_the_days_of_the_rules()
    {
        for (var year = Listed.FirstYear; year <= Listed.LastYear; year++)
        {
            Assert.That(Listed.Dates.Where(date => date.Year == year), Is.EqualTo(ByRule(year)), $"{year}");
        }
    }

    [Test]
    public void It_lists_no_day_outside_the_years_it_says_it_covers() =>
        Assert.That(Listed.Dates.All(date => date.Year >= Listed.FirstYear && date.Year <= Listed.LastYear));

    private static IEnumerable<DateOnly> ByRule(int year)
    {
        var newYear = Weekday(new DateOnly(year, 1, 1));
        var easter = EasterSunday(year);
        var christmas = Weekday(new DateOnly(year, 12, 25));
        var boxingDay = Weekday(new DateOnly(year, 12, 26));
        if (boxingDay == christmas)
        {
            boxingDay = boxingDay.AddDays(1);
        }

        return new[]
        {
            newYear,
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMonday(year, 5),
            LastMonday(year, 5),
            LastMonday(year, 8),
            // Christmas Day on a Sunday gives Tuesday in lieu, because Monday is Boxing Day's.
            new DateOnly(year, 12, 25).DayOfWeek == DayOfWeek.Sunday
                ? new DateOnly(year, 12, 27)
                : christmas,
            boxingDay,
        }.Order();
    }

    private static DateOnly Weekday(DateOnly date) =>
        date.DayOfWeek switch
        {
            DayOfWeek.Saturday => date.AddDays(2),
            DayOfWeek.Sunday => date.AddDays(date is { Month: 12, Day: 26 } ? 2 : 1),
            _ => date,
        };

    private static DateOnly FirstMonday(int year, int month)
    {
        var date = new DateOnly(year, month, 1);
        return date.AddDays((8 - (int)date.DayOfWeek) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var date = new DateOnly(year, month, 31);
        return date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
    }

    /// <summary>The anonymous Gregorian computus.</summary>
    private static DateOnly EasterSunday(int year)
    {
        int golden = year % 19,
            century = year / 100,
            ofCentury = year % 100;
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        var correction = (golden + 11 * epact + 22 * weekday) / 451;
        var days = epact + weekday - 7 * correction + 114;
        return new DateOnly(year, days / 31, days % 31 + 1);
    }
}
