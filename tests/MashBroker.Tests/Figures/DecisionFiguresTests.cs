using MashBroker.Ledger.Figures;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Figures.FigureBench;

namespace MashBroker.Tests.Figures;

/// <summary>Decisions by when they were made. Numbers are five and more, so that they are shown.</summary>
internal sealed class DecisionFiguresTests
{
    private FigureBench _bench = null!;

    [SetUp]
    public async Task Open() => _bench = await FigureBench.OpenAsync();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public async Task Decisions_are_in_time_late_overdue_or_waiting_and_a_contact_without_enquiry_is_decided_too()
    {
        _bench.Fill(filled =>
        {
            var due = Utc("2026-11-04 10:00");
            for (var at = 0; at < 5; at++)
            {
                filled.Enquiry(
                    $"E-{_bench.Number()}",
                    _bench.Contact(filled),
                    "Red",
                    due.AddHours(-24),
                    due,
                    decidedAt: due
                );
                filled.Enquiry(
                    $"E-{_bench.Number()}",
                    _bench.Contact(filled),
                    "Amber",
                    due.AddHours(-24),
                    due,
                    due.AddMinutes(1)
                );
                filled.Enquiry($"E-{_bench.Number()}", _bench.Contact(filled), "Green", due.AddHours(-24), due);
                filled.Enquiry(
                    $"E-{_bench.Number()}",
                    _bench.Contact(filled),
                    "Green",
                    due.AddHours(-24),
                    due,
                    withdrawnAt: due
                );
                filled.Enquiry($"E-{_bench.Number()}", _bench.Contact(filled), "Green", Now, Now.AddDays(1));
                filled.Contact(
                    $"C-{_bench.Number()}",
                    due,
                    "NotAnEnquiry",
                    decisionDueAt: due,
                    ratedAt: due.AddMinutes(-1)
                );
                filled.Contact($"C-{_bench.Number()}", due, "Triaged", decisionDueAt: due);
            }
        });
        var table = await _bench.Ledger.ReadAsync(
            view => DecisionFigures.ReadAsync(view, Months("2026-11-01"), Now),
            CancellationToken.None
        );
        Assert.That(
            Rows(table).Select(row => string.Join(' ', row.Values.Skip(1))),
            Is.EqualTo(
                new[]
                {
                    "red 5 5 0 0 0 0",
                    "amber 5 0 5 0 0 0",
                    "green 15 0 0 5 5 5",
                    "no-enquiry 5 5 0 0 0 0",
                    "undecided 5 0 0 5 0 0",
                    "all 35 10 5 10 5 5",
                }
            )
        );
    }
}
