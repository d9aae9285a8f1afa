using System.Globalization;
using MashBroker.Ledger.Figures;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;

namespace MashBroker.Tests.Figures;

/// <summary>What is counted as what. Numbers are five and more, so that they are shown.</summary>
internal sealed class FiguresTests
{
    private static readonly HubProfile Sefton = HubProfiles.Load("sefton");

    private static readonly DateTimeOffset Now = Utc("2026-11-20 12:00");

    private LedgerForTests _ledger = null!;

    [SetUp]
    public async Task Open() => _ledger = await LedgerForTests.OpenAsync(new SettableClock(Now));

    [TearDown]
    public void Close() => _ledger.Dispose();

    [Test]
    public async Task Silence_and_five_different_answers_never_count_alike()
    {
        Fill(filled =>
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
                    var reference = Published(filled, published);
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
        Fill(filled =>
        {
            var published = Utc("2026-11-03 10:00");
            var due = published.AddHours(2);
            for (var at = 0; at < 5; at++)
            {
                var reference = Published(filled, published);
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
        Fill(filled =>
        {
            var published = Utc("2026-11-03 10:00");
            var due = published.AddHours(2);
            for (var at = 0; at < 20; at++)
            {
                var reference = Published(filled, published);
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
        Fill(filled =>
        {
            for (var at = 0; at < 12; at++)
            {
                var reference = Published(filled, Utc("2026-11-03 10:00"));
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
        Fill(filled =>
        {
            var published = Utc("2026-11-03 10:00");
            for (var at = 1; at <= 10; at++)
            {
                var reference = Published(filled, published);
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
        Fill(filled =>
        {
            for (var at = 0; at < 5; at++)
            {
                foreach (var published in new[] { "2026-05-31 22:59:59", "2026-05-31 23:00", "2026-10-31 23:59:59" })
                {
                    filled.Request(Published(filled, Utc(published)), "police", "Sent", Now.AddDays(1));
                }
            }
        });
        var rows = Rows(await AgenciesAsync("2026-05-01", "2026-11-01")).Where(row => row["rating"] == "all");
        Assert.That(
            rows.Select(row => (row["month"], row["waiting"])),
            Is.EqualTo(new[] { ("2026-05", "5"), ("2026-06", "5"), ("2026-10", "5") })
        );
    }

    [Test]
    public async Task What_came_of_contacts_is_counted_by_kind_of_referrer()
    {
        Fill(filled =>
        {
            Contacts("Professional", "NotAnEnquiry", "no-further-action", 5);
            Contacts("Professional", "NotAnEnquiry", "early-help", 6);
            Contacts("MemberOfPublic", "NotAnEnquiry", null, 7);
            Contacts("Family", "Triaged", null, 8);
            Contacts("Family", "Published", null, 9, enquiryOutcome: "no-further-action");
            Contacts("Professional", "Published", null, 10, enquiryOutcome: "section-47");

            void Contacts(string kind, string state, string? outcome, int times, string? enquiryOutcome = null)
            {
                for (var at = 0; at < times; at++)
                {
                    var number = Number();
                    var enquiry = state == "Published" ? $"E-{number}" : null;
                    filled.Contact($"C-{number}", Utc("2026-11-03 10:00"), state, kind, outcome, enquiry: enquiry);
                    if (enquiry is not null)
                    {
                        filled.Enquiry(enquiry, $"C-{number}", "Red", Utc("2026-11-03 10:00"), outcome: enquiryOutcome);
                    }
                }
            }
        });
        var profile = Sefton with { Outcomes = HubDefaults.Outcomes };
        var table = await _ledger.Ledger.ReadAsync(
            view => ReferralFigures.ReadAsync(view, Months("2026-11-01"), profile),
            CancellationToken.None
        );
        var rows = Rows(table).ToDictionary(row => row["referrer"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows["professional"]["inappropriate"], Is.EqualTo("5"));
            Assert.That(rows["professional"]["noEnquiryService"], Is.EqualTo("6"));
            Assert.That(rows["professional"]["enquiryService"], Is.EqualTo("10"));
            Assert.That(rows["member-of-public"]["noEnquiryUnstated"], Is.EqualTo("7"));
            Assert.That(rows["member-of-public"]["inappropriate"], Is.EqualTo("0"), "no outcome is no reproach");
            Assert.That(rows["family"]["undecided"], Is.EqualTo("8"));
            Assert.That(rows["family"]["enquiryClosed"], Is.EqualTo("9"), "it had to be asked");
            Assert.That(rows["family"]["inappropriate"], Is.EqualTo("0"));
            Assert.That(rows["all"]["contacts"], Is.EqualTo("45"));
        }
    }

    // Of the second contact about a child, the earlier one an enquiry.
    [TestCase("2025-11-10 09:00", "5")]
    [TestCase("2025-11-09 23:00", "0")]
    public async Task A_re_referral_is_one_within_twelve_months_by_date(string earlier, string counted)
    {
        Fill(filled =>
        {
            for (var at = 0; at < 5; at++)
            {
                var child = Number();
                filled.Contact($"C-{Number()}", Utc(earlier), "Published", enquiry: $"E-{child}", known: child);
                filled.Contact($"C-{Number()}", Utc("2026-11-10 10:00"), "Triaged", known: child);
                // Heard of, and nobody has decided yet; or the same matter told twice on one day.
                var other = Number();
                filled.Contact($"C-{Number()}", Utc("2026-10-10 10:00"), "Triaged", known: other);
                filled.Contact($"C-{Number()}", Utc("2026-11-11 10:00"), "NotAnEnquiry", known: other);
                filled.Contact($"C-{Number()}", Utc("2026-11-11 12:00"), "Triaged", known: other);
            }
        });
        var table = await _ledger.Ledger.ReadAsync(
            view => ReferralFigures.ReadAsync(view, Months("2026-11-01"), Sefton),
            CancellationToken.None
        );
        Assert.That(Rows(table).Single(row => row["referrer"] == "all")["reReferrals"], Is.EqualTo(counted));
    }

    [TestCase(12, "0")]
    [TestCase(18, "5")]
    public async Task The_months_of_a_re_referral_are_the_hubs_own(int months, string counted)
    {
        var profile = Sefton with
        {
            Criteria =
            [
                .. Sefton.Criteria.Select(criterion =>
                    criterion is ReferredAgain again ? again with { WithinMonths = months } : criterion
                ),
            ],
        };
        Fill(filled =>
        {
            for (var at = 0; at < 5; at++)
            {
                var child = Number();
                filled.Contact(
                    $"C-{Number()}",
                    Utc("2025-07-10 09:00"),
                    "Published",
                    enquiry: $"E-{child}",
                    known: child
                );
                filled.Contact($"C-{Number()}", Utc("2026-11-10 10:00"), "Triaged", known: child);
            }
        });
        var table = await _ledger.Ledger.ReadAsync(
            view => ReferralFigures.ReadAsync(view, Months("2026-11-01"), profile),
            CancellationToken.None
        );
        Assert.That(Rows(table).Single(row => row["referrer"] == "all")["reReferrals"], Is.EqualTo(counted));
        Assert.That(table.Notes, Has.Some.Contains($"{months} months"));
    }

    [Test]
    public async Task A_contact_without_an_enquiry_was_a_referral_too()
    {
        Fill(filled =>
        {
            for (var at = 0; at < 5; at++)
            {
                var child = Number();
                filled.Contact($"C-{Number()}", Utc("2026-10-10 10:00"), "NotAnEnquiry", known: child);
                filled.Contact($"C-{Number()}", Utc("2026-11-11 10:00"), "NotAnEnquiry", known: child);
                filled.Contact($"C-{Number()}", Utc("2026-11-11 10:30"), "Triaged", known: child);
            }
        });
        var table = await _ledger.Ledger.ReadAsync(
            view => ReferralFigures.ReadAsync(view, Months("2026-11-01"), Sefton),
            CancellationToken.None
        );
        Assert.That(Rows(table).Single(row => row["referrer"] == "all")["reReferrals"], Is.EqualTo("10"));
    }

    [Test]
    public async Task Decisions_are_in_time_late_overdue_or_waiting_and_a_contact_without_enquiry_is_decided_too()
    {
        Fill(filled =>
        {
            var due = Utc("2026-11-04 10:00");
            for (var at = 0; at < 5; at++)
            {
                filled.Enquiry($"E-{Number()}", Contact(filled), "Red", due.AddHours(-24), due, decidedAt: due);
                filled.Enquiry($"E-{Number()}", Contact(filled), "Amber", due.AddHours(-24), due, due.AddMinutes(1));
                filled.Enquiry($"E-{Number()}", Contact(filled), "Green", due.AddHours(-24), due);
                filled.Enquiry($"E-{Number()}", Contact(filled), "Green", due.AddHours(-24), due, withdrawnAt: due);
                filled.Enquiry($"E-{Number()}", Contact(filled), "Green", Now, Now.AddDays(1));
                filled.Contact($"C-{Number()}", due, "NotAnEnquiry", decisionDueAt: due, ratedAt: due.AddMinutes(-1));
                filled.Contact($"C-{Number()}", due, "Triaged", decisionDueAt: due);
            }
        });
        var table = await _ledger.Ledger.ReadAsync(
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

    [Test]
    public async Task Families_are_joined_by_people_and_by_homes_that_few_share()
    {
        Fill(filled =>
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
        var table = await _ledger.Ledger.ReadAsync(
            view => FamilyFigures.ReadAsync(view, Months("2026-11-01"), most: 100),
            CancellationToken.None
        );
        Assert.That(
            Rows(table).Select(row => $"{row["rank"]}: {row["contacts"]} {row["enquiries"]} {row["references"]}"),
            Is.EqualTo(new[] { "1: 3 1 C-1 C-2 C-3", "2: 2 0 C-4 C-5" })
        );
    }

    private int _number;

    private string Number() => (++_number).ToString("0000", CultureInfo.InvariantCulture);

    private string Contact(FilledLedger filled)
    {
        var reference = $"C-{Number()}";
        filled.Contact(reference, Utc("2026-11-03 10:00"), "Published");
        return reference;
    }

    private string Published(FilledLedger filled, DateTimeOffset at)
    {
        var reference = $"E-{Number()}";
        filled.Enquiry(reference, Contact(filled), "Red", at);
        return reference;
    }

    private void Fill(Action<FilledLedger> fill)
    {
        using var filled = FilledLedger.Of(_ledger);
        fill(filled);
    }

    private Task<FigureTable> AgenciesAsync(string first = "2026-11-01", string? last = null) =>
        _ledger.Ledger.ReadAsync(
            view => AgencyFigures.ReadAsync(view, Months(first, last), Now),
            CancellationToken.None
        );

    private static FigureMonths Months(string first, string? last = null) =>
        FigureMonths.Between(
            DateOnly.Parse(first, CultureInfo.InvariantCulture),
            DateOnly.Parse(last ?? first, CultureInfo.InvariantCulture),
            "Europe/London"
        );

    private static Dictionary<string, string> Row(FigureTable table, string agency, string rating) =>
        Rows(table).Single(row => row["agency"] == agency && row["rating"] == rating);

    private static IEnumerable<Dictionary<string, string>> Rows(FigureTable table) =>
        table.Rows.Select(row =>
            table
                .Columns.Zip(row)
                .ToDictionary(
                    cell => cell.First,
                    cell => cell.Second.Text ?? cell.Second.Number?.ToString(CultureInfo.InvariantCulture) ?? ""
                )
        );
}
