using MashBroker.Ledger.Figures;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Figures.FigureBench;

namespace MashBroker.Tests.Figures;

/// <summary>What agencies answered and how soon. Numbers are five and more, so that they are shown.</summary>
internal sealed class AgencyFiguresTests
{
    private FigureBench _bench = null!;

    [SetUp]
    public async Task Open() => _bench = await FigureBench.OpenAsync();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public async Task Silence_and_five_different_answers_never_count_alike()
    {
        _bench.Fill(filled =>
        {
            var published = Utc("2026-11-03 10:00");
            var due = published.AddHours(2);
            Asked("Answered", "Held", due, 5);
            Asked("Answered", "NothingKnown", due, 6);
            Asked("Answered", "NeedMoreDetails", due.AddMinutes(1), 7);
            Asked("Answered", "Refused", due, 8);
            Asked("AnsweredInPart", "CannotLook", null, 9);
            Asked("Receipted", null, null, 10);
            Asked("Withdrawn", null, null, 11);
            Asked("NotAsked", null, null, 12);

            void Asked(string state, string? answer, DateTimeOffset? answeredAt, int times)
            {
                for (var at = 0; at < times; at++)
                {
                    var reference = _bench.Published(filled, published);
                    filled.Request(reference, "police", state, due, answer, answeredAt);
                }
            }
        });
        var red = Row(await AgenciesAsync(), "police", "red");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(red["asked"], Is.EqualTo("56"));
            Assert.That(red["notAsked"], Is.EqualTo("12"));
            Assert.That(red["withdrawn"], Is.EqualTo("11"));
            Assert.That(red["onTime"], Is.EqualTo("19"), "exactly at the deadline is in time");
            Assert.That(red["late"], Is.EqualTo("7"));
            Assert.That(red["inPart"], Is.EqualTo("9"));
            Assert.That(red["silent"], Is.EqualTo("10"));
            Assert.That(red["waiting"], Is.EqualTo("0"));
            Assert.That(red["held"], Is.EqualTo("5"));
            Assert.That(red["nothingKnown"], Is.EqualTo("6"));
            Assert.That(red["needMoreDetails"], Is.EqualTo("7"));
            Assert.That(red["refused"], Is.EqualTo("8"));
            Assert.That(red["couldNotLook"], Is.EqualTo("9"));
        }
    }

    [Test]
    public async Task An_agency_that_was_never_asked_hides_no_answer_of_another()
    {
        _bench.Fill(filled =>
        {
            var published = Utc("2026-11-03 10:00");
            var due = published.AddHours(2);
            for (var at = 0; at < 5; at++)
            {
                var reference = _bench.Published(filled, published);
                filled.Request(reference, "ambulance", "NotAsked", due, null, null);
                filled.Request(reference, "police", "Answered", due, "Held", due);
            }
        });

        Assert.That(Row(await AgenciesAsync(), "police", "red")["held"], Is.EqualTo("5"));
    }

    // Every enquiry is asked of each agency or not: of twenty that health was asked, the police were not asked nineteen.
    [Test]
    public async Task What_one_agency_hides_is_not_reckoned_from_another()
    {
        _bench.Fill(filled =>
        {
            var published = Utc("2026-11-03 10:00");
            var due = published.AddHours(2);
            for (var at = 0; at < 20; at++)
            {
                var reference = _bench.Published(filled, published);
                filled.Request(reference, "police", at == 0 ? "Receipted" : "NotAsked", due);
                filled.Request(reference, "health", "Answered", due, "Held", due);
            }
        });
        var table = await AgenciesAsync();
        foreach (var rating in new[] { "red", "all" })
        {
            var (police, health) = (Row(table, "police", rating), Row(table, "health", rating));
            Assert.That(police["asked"], Is.Not.EqualTo("1"));
            Assert.That(
                new[] { police["notAsked"], health["asked"], health["notAsked"] },
                Has.Some.EqualTo("withheld"),
                $"{string.Join(' ', police.Values)}\n{string.Join(' ', health.Values)}"
            );
        }
    }

    // It came to the hub in the middle of the month.
    [Test]
    public async Task An_agency_that_had_no_part_in_an_enquiry_was_not_asked()
    {
        _bench.Fill(filled =>
        {
            for (var at = 0; at < 12; at++)
            {
                var reference = _bench.Published(filled, Utc("2026-11-03 10:00"));
                filled.Request(reference, "police", "Sent", Now.AddDays(1));
                if (at >= 5)
                {
                    filled.Request(reference, "health", "Sent", Now.AddDays(1));
                }
            }
        });
        var health = Row(await AgenciesAsync(), "health", "red");
        Assert.That((health["asked"], health["notAsked"]), Is.EqualTo(("7", "5")));
    }

    // Ten returns after 10, 20 ... 100 minutes: the fifth and the ninth of ten.
    [Test]
    public async Task Median_and_ninetieth_percentile_are_minutes_that_were_taken()
    {
        _bench.Fill(filled =>
        {
            var published = Utc("2026-11-03 10:00");
            for (var at = 1; at <= 10; at++)
            {
                var reference = _bench.Published(filled, published);
                filled.Request(
                    reference,
                    "health",
                    "Answered",
                    published.AddHours(2),
                    "Held",
                    published.AddMinutes(at * 10)
                );
                filled.Request(
                    reference,
                    "police",
                    at < 5 ? "Answered" : "Sent",
                    published.AddHours(2),
                    at < 5 ? "Held" : null,
                    at < 5 ? published.AddMinutes(9) : null
                );
            }
        });
        var table = await AgenciesAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Row(table, "health", "red")["medianMinutes"], Is.EqualTo("50"));
            Assert.That(Row(table, "health", "red")["ninetiethPercentileMinutes"], Is.EqualTo("90"));
            Assert.That(Row(table, "health", "all")["medianMinutes"], Is.EqualTo("50"));
            Assert.That(Row(table, "police", "red")["medianMinutes"], Is.EqualTo("withheld"), "of four");
            Assert.That(Row(table, "police", "red")["onTime"], Is.EqualTo("<5"));
            Assert.That(Row(table, "health", "green")["medianMinutes"], Is.EqualTo(""));
        }
    }

    // The last minute of October and the first of November by the hub's clock; in June that is an hour before UTC's.
    [Test]
    public async Task A_month_is_the_hubs_own()
    {
        _bench.Fill(filled =>
        {
            for (var at = 0; at < 5; at++)
            {
                foreach (var published in new[] { "2026-05-31 22:59:59", "2026-05-31 23:00", "2026-10-31 23:59:59" })
                {
                    filled.Request(_bench.Published(filled, Utc(published)), "police", "Sent", Now.AddDays(1));
                }
            }
        });
        var rows = Rows(await AgenciesAsync("2026-05-01", "2026-11-01")).Where(row => row["rating"] == "all");
        Assert.That(
            rows.Select(row => (row["month"], row["waiting"])),
            Is.EqualTo(new[] { ("2026-05", "5"), ("2026-06", "5"), ("2026-10", "5") })
        );
    }

    private Task<FigureTable> AgenciesAsync(string first = "2026-11-01", string? last = null) =>
        _bench.Ledger.ReadAsync(
            view => AgencyFigures.ReadAsync(view, Months(first, last), Now),
            CancellationToken.None
        );
}
