using System.Globalization;

namespace MashBroker.Matching;

/// <summary>How two dates of birth (or of expected delivery) compare, from worst to best.</summary>
internal enum BirthAgreement
{
    Absent = 0,
    Different,

    /// <summary>The same or the neighbouring year, and not a slip: a person of this name should be looked at.</summary>
    Near,

    /// <summary>Agrees as far as an estimated or administrative date can.</summary>
    Estimated,
    OneDigit,
    DayMonthSwapped,
    Exact,
}

internal static class BirthComparison
{
    // Ten years and more are a generation, not a slip: a father and a son may share name and birthday.
    private const int Generation = 10;

    public static BirthAgreement Of(DateOnly? a, DateOnly? b, bool estimated)
    {
        if (a is not { } one || b is not { } other)
        {
            return BirthAgreement.Absent;
        }

        if (estimated)
        {
            return Math.Abs(one.DayNumber - other.DayNumber) <= 366
                ? BirthAgreement.Estimated
                : BirthAgreement.Different;
        }

        if (one == other)
        {
            // 1 January is given to people whose birthday is not known; thousands share it.
            return one is { Month: 1, Day: 1 } ? BirthAgreement.Estimated : BirthAgreement.Exact;
        }

        if (one.Year == other.Year && one.Day == other.Month && one.Month == other.Day)
        {
            return BirthAgreement.DayMonthSwapped;
        }

        if (Math.Abs(one.Year - other.Year) < Generation && IsOneDigitOff(one, other))
        {
            return BirthAgreement.OneDigit;
        }

        return Math.Abs(one.Year - other.Year) <= 1 ? BirthAgreement.Near : BirthAgreement.Different;
    }

    public static bool AreGenerationsApart(DateOnly? a, DateOnly? b) =>
        a is { } one && b is { } other && Math.Abs(one.Year - other.Year) >= Generation;

    /// <summary>Deliveries are expected on a date that is itself an estimate, corrected by scans.</summary>
    public static BirthAgreement OfDelivery(DateOnly? a, DateOnly? b)
    {
        if (a is not { } one || b is not { } other)
        {
            return BirthAgreement.Absent;
        }

        return Math.Abs(one.DayNumber - other.DayNumber) switch
        {
            0 => BirthAgreement.Exact,
            <= 21 => BirthAgreement.Near,
            _ => BirthAgreement.Different,
        };
    }

    /// <summary>Whether the one may be the pregnancy that the other was born of.</summary>
    public static BirthAgreement OfDeliveryAndBirth(DateOnly? delivery, DateOnly? birth)
    {
        if (delivery is not { } expected || birth is not { } born)
        {
            return BirthAgreement.Absent;
        }

        // Ten weeks early to three weeks late covers nearly every birth.
        return born.DayNumber - expected.DayNumber is >= -70 and <= 21 ? BirthAgreement.Near : BirthAgreement.Different;
    }

    private static bool IsOneDigitOff(DateOnly a, DateOnly b)
    {
        var (one, other) = (
            a.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            b.ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        );
        var differing = Enumerable.Range(0, 8).Where(at => one[at] != other[at]).ToList();
        return differing switch
        {
            [_] => true,
            [var first, var second] => second == first + 1
                && one[first] == other[second]
                && one[second] == other[first],
            _ => false,
        };
    }
}
