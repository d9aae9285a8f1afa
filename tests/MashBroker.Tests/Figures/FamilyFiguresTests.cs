using MashBroker.Ledger.Figures;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Figures.FigureBench;

namespace MashBroker.Tests.Figures;

/// <summary>Which contacts are taken to be of one family.</summary>
internal sealed class FamilyFiguresTests
{
    private FigureBench _bench = null!;

    [SetUp]
    public async Task Open() => _bench = await FigureBench.OpenAsync();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public async Task Families_are_joined_by_people_and_by_homes_that_few_share()
    {
        _bench.Fill(filled =>
        {
            // Three contacts of one family: the second shares the child, the third the home.
            filled.Contact("C-1", Utc("2026-11-01 10:00"), "Published", enquiry: "E-1", known: "ann", home: "hill");
            filled.Contact("C-2", Utc("2026-11-02 10:00"), "Triaged", known: "ann");
            filled.Contact("C-3", Utc("2026-11-03 10:00"), "Triaged", known: "bob", home: "hill");
            // Two of another; and a refuge that it shares with four families more.
            filled.Contact("C-4", Utc("2026-11-04 10:00"), "Triaged", known: "cat", home: "refuge");
            filled.Contact("C-5", Utc("2026-11-05 10:00"), "Triaged", known: "cat", ofChild: false);
            foreach (var number in Enumerable.Range(6, 4))
            {
                filled.Contact(
                    $"C-{number}",
                    Utc("2026-11-06 10:00"),
                    "Triaged",
                    known: $"child {number}",
                    home: "refuge"
                );
            }

            // Before the months asked for.
            filled.Contact("C-10", Utc("2025-11-06 10:00"), "Triaged", known: "ann");
        });
        var table = await _bench.Ledger.ReadAsync(
            view => FamilyFigures.ReadAsync(view, Months("2026-11-01"), most: 100),
            CancellationToken.None
        );
        Assert.That(
            Rows(table).Select(row => $"{row["rank"]}: {row["contacts"]} {row["enquiries"]} {row["references"]}"),
            Is.EqualTo(new[] { "1: 3 1 C-1 C-2 C-3", "2: 2 0 C-4 C-5" })
        );
    }
}
