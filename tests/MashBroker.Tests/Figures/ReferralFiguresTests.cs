using MashBroker.Ledger.Figures;
using MashBroker.Rules;
using NUnit.Framework;
using static MashBroker.Testing.Rules.SomeContact;
using static MashBroker.Tests.Figures.FigureBench;

namespace MashBroker.Tests.Figures;

/// <summary>What came of contacts, and which of them were of a child referred before.</summary>
internal sealed class ReferralFiguresTests
{
    private FigureBench _bench = null!;

    [SetUp]
    public async Task Open() => _bench = await FigureBench.OpenAsync();

    [TearDown]
    public void Close() => _bench.Dispose();

    [Test]
    public async Task What_came_of_contacts_is_counted_by_kind_of_referrer()
    {
        _bench.Fill(filled =>
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
                    var number = _bench.Number();
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
        var table = await _bench.Ledger.ReadAsync(
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
        _bench.Fill(filled =>
        {
            for (var at = 0; at < 5; at++)
            {
                var child = _bench.Number();
                filled.Contact($"C-{_bench.Number()}", Utc(earlier), "Published", enquiry: $"E-{child}", known: child);
                filled.Contact($"C-{_bench.Number()}", Utc("2026-11-10 10:00"), "Triaged", known: child);
                // Heard of, and nobody has decided yet; or the same matter told twice on one day.
                var other = _bench.Number();
                filled.Contact($"C-{_bench.Number()}", Utc("2026-10-10 10:00"), "Triaged", known: other);
                filled.Contact($"C-{_bench.Number()}", Utc("2026-11-11 10:00"), "NotAnEnquiry", known: other);
                filled.Contact($"C-{_bench.Number()}", Utc("2026-11-11 12:00"), "Triaged", known: other);
            }
        });
        var table = await _bench.Ledger.ReadAsync(
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
        _bench.Fill(filled =>
        {
            for (var at = 0; at < 5; at++)
            {
                var child = _bench.Number();
                filled.Contact(
                    $"C-{_bench.Number()}",
                    Utc("2025-07-10 09:00"),
                    "Published",
                    enquiry: $"E-{child}",
                    known: child
                );
                filled.Contact($"C-{_bench.Number()}", Utc("2026-11-10 10:00"), "Triaged", known: child);
            }
        });
        var table = await _bench.Ledger.ReadAsync(
            view => ReferralFigures.ReadAsync(view, Months("2026-11-01"), profile),
            CancellationToken.None
        );
        Assert.That(Rows(table).Single(row => row["referrer"] == "all")["reReferrals"], Is.EqualTo(counted));
        Assert.That(table.Notes, Has.Some.Contains($"{months} months"));
    }

    [Test]
    public async Task A_contact_without_an_enquiry_was_a_referral_too()
    {
        _bench.Fill(filled =>
        {
            for (var at = 0; at < 5; at++)
            {
                var child = _bench.Number();
                filled.Contact($"C-{_bench.Number()}", Utc("2026-10-10 10:00"), "NotAnEnquiry", known: child);
                filled.Contact($"C-{_bench.Number()}", Utc("2026-11-11 10:00"), "NotAnEnquiry", known: child);
                filled.Contact($"C-{_bench.Number()}", Utc("2026-11-11 10:30"), "Triaged", known: child);
            }
        });
        var table = await _bench.Ledger.ReadAsync(
            view => ReferralFigures.ReadAsync(view, Months("2026-11-01"), Sefton),
            CancellationToken.None
        );
        Assert.That(Rows(table).Single(row => row["referrer"] == "all")["reReferrals"], Is.EqualTo("10"));
    }
}
