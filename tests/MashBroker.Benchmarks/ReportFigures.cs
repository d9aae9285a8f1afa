using System.Diagnostics;
using System.Globalization;
using MashBroker.Ledger;
using MashBroker.Ledger.Figures;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;

namespace MashBroker.Benchmarks;

/// <summary>What a year's report costs over a ledger of several years.</summary>
internal static class ReportFigures
{
    private const int Years = 5;

    private const int ContactsAYear = 20_000;

    private const int Agencies = 9;

    private static readonly DateTimeOffset End = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<object> MeasureAsync()
    {
        using var ledger = await LedgerForTests.OpenAsync(new SettableClock(End));
        using (var filled = FilledLedger.Of(ledger))
        {
            Fill(filled);
        }

        var months = FigureMonths.Between(new DateOnly(2025, 12, 1), new DateOnly(2026, 11, 1), "Europe/London");
        var profile = HubProfiles.Load("havering");
        return new
        {
            How = $"Seconds of one report over twelve months of a ledger of {Years} years, {ContactsAYear} contacts a year, "
                + $"half of them an enquiry of {Agencies} agencies.",
            Agencies = await SecondsAsync(ledger, view => AgencyFigures.ReadAsync(view, months, End)),
            Referrals = await SecondsAsync(ledger, view => ReferralFigures.ReadAsync(view, months, profile)),
            Decisions = await SecondsAsync(ledger, view => DecisionFigures.ReadAsync(view, months, End)),
            Families = await SecondsAsync(ledger, view => FamilyFigures.ReadAsync(view, months, most: 100)),
        };
    }

    private static void Fill(FilledLedger filled)
    {
        var random = new Random(13);
        for (var number = 0; number < Years * ContactsAYear; number++)
        {
            var received = End.AddMinutes(-random.Next(Years * 365 * 24 * 60));
            var (contact, enquiry) = (Text("C", number), number % 2 == 0 ? Text("E", number) : null);
            // One contact in six is about a child heard of before; homes are shared by two families on average.
            filled.Contact(
                contact,
                received,
                enquiry is null ? "NotAnEnquiry" : "Published",
                outcome: enquiry is null ? "early-help" : null,
                decisionDueAt: received.AddHours(24),
                ratedAt: received.AddHours(20),
                enquiry: enquiry,
                known: Text("child", random.Next(Years * ContactsAYear * 5 / 6)),
                home: Text("home", random.Next(Years * ContactsAYear / 2))
            );
            if (enquiry is null)
            {
                continue;
            }

            filled.Enquiry(
                enquiry,
                contact,
                number % 4 == 0 ? "Red" : "Green",
                received,
                decidedAt: received.AddHours(22)
            );
            for (var agency = 0; agency < Agencies; agency++)
            {
                var late = random.Next(10) == 0;
                filled.Request(
                    enquiry,
                    Text("agency", agency),
                    late ? "Sent" : "Answered",
                    received.AddHours(2),
                    late ? null : "Held",
                    late ? null : received.AddMinutes(random.Next(150))
                );
            }
        }
    }

    private static string Text(string of, int number) => string.Create(CultureInfo.InvariantCulture, $"{of}-{number}");

    private static async Task<double> SecondsAsync(LedgerForTests ledger, Func<LedgerSession, Task<FigureTable>> report)
    {
        var since = Stopwatch.StartNew();
        await ledger.Ledger.ReadAsync(report, CancellationToken.None);
        return Timings.Round(since.Elapsed.TotalSeconds);
    }
}
