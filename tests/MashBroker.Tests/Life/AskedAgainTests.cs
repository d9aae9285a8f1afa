using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Figures;
using MashBroker.Ledger.Life;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Ledger;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>An agency that was asked again has two requests of an enquiry, and one that counts.</summary>
internal sealed class AskedAgainTests
{
    private const int Enquiries = 6;

    private static readonly HubProfile Profile = HubProfiles.Load(HubProfiles.Sample);

    private SettableClock _clock = null!;
    private LedgerForTests _file = null!;

    [SetUp]
    public async Task Open()
    {
        _clock = new SettableClock(HubBench.Start);
        _file = await LedgerForTests.OpenAsync(_clock);
    }

    [TearDown]
    public void Close() => _file.Dispose();

    [Test]
    public async Task The_figures_count_it_once_so_that_every_agency_adds_up_to_the_same()
    {
        for (var one = 0; one < Enquiries; one++)
        {
            await AskAgainAsync();
        }

        var table = await _file.Ledger.ReadAsync(
            view =>
                AgencyFigures.ReadAsync(
                    view,
                    FigureMonths.Between(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 1), "Europe/London"),
                    _clock.GetUtcNow()
                ),
            CancellationToken.None
        );
        var police = table
            .Rows.Select(row =>
                table
                    .Columns.Zip(row)
                    .ToDictionary(
                        cell => cell.First,
                        cell => cell.Second.Text ?? cell.Second.Number?.ToString(CultureInfo.InvariantCulture) ?? ""
                    )
            )
            .Single(row => row["agency"] == "police" && row["rating"] == "amber");
        Assert.That(
            (police["asked"], police["withdrawn"], police["waiting"]),
            Is.EqualTo(($"{Enquiries}", "0", $"{Enquiries}"))
        );
    }

    [Test]
    public async Task Asked_again_once_it_is_not_asked_a_third_time_and_keeps_its_place()
    {
        var enquiry = await AskAgainAsync();
        var again = await _file.Ledger.WriteAsync(
            change => AskAgency.WriteAsync(change, Profile, enquiry, SomeChange.Asked("police")),
            CancellationToken.None
        );

        var requests = await _file.Ledger.ReadAsync(
            view => EnquiryStore.EveryRequestOfAsync(view, enquiry),
            CancellationToken.None
        );
        Assert.Multiple(() =>
        {
            Assert.That(again!.Faults.Single().Fault, Is.EqualTo("has been asked"));
            Assert.That(requests.Count(request => request.Agency == "police"), Is.EqualTo(2));
            Assert.That(
                requests.Select(request => request.Agency).Distinct(),
                Is.EqualTo(Profile.Agencies.Select(agency => agency.Code)),
                "in the order of the hub's profile"
            );
        });
    }

    private async Task<EnquiryReference> AskAgainAsync()
    {
        var enquiry = await PublishedEnquiries.AddAsync(_file.Ledger, Profile, Rating.Amber, "police", "health");
        await _file.Ledger.WriteAsync(
            change => WithdrawEnquiry.WriteAsync(change, Profile, enquiry, SomeChange.Withdrawn("police")),
            CancellationToken.None
        );
        await _file.Ledger.WriteAsync(
            change => AskAgency.WriteAsync(change, Profile, enquiry, SomeChange.Asked("police")),
            CancellationToken.None
        );
        return enquiry;
    }
}
