using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Life;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Hub;
using MashBroker.Testing.Ledger;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>Somebody who is told of twice is one person of the enquiry, not two.</summary>
internal sealed class PeopleToldTwiceTests
{
    private static readonly HubProfile Profile = HubProfiles.Load(HubProfiles.Sample);

    private LedgerForTests _file = null!;
    private EnquiryReference _enquiry = null!;

    [SetUp]
    public async Task Open()
    {
        _file = await LedgerForTests.OpenAsync(new SettableClock(HubBench.Start));
        _enquiry = await PublishedEnquiries.AddAsync(_file.Ledger, Profile, Rating.Amber, "police", "health");
    }

    [TearDown]
    public void Close() => _file.Dispose();

    [TestCase("Corin", "1980-04-02", TestName = "Told_twice_with_the_same_birth_it_is_one_person")]
    [TestCase("corin Ed", null, TestName = "Told_twice_and_once_without_a_birth_it_may_be_one_person")]
    [TestCase("CÓRIN", "1980-04-02", TestName = "Told_twice_in_other_letters_it_is_one_person")]
    [TestCase("", "1980-04-02", TestName = "Told_twice_and_once_without_a_given_name_it_may_be_one_person")]
    public async Task Somebody(string given, string? born)
    {
        await TellAsync(SomeChange.Adult("Corin", "1980-04-02"));

        var again = await TellAsync(SomeChange.Adult(given, born));
        var other = await TellAsync(SomeChange.Adult(given, born), somebodyElse: "S3");
        var same = await TellAsync(SomeChange.Adult(given, born) with { Code = "S3" });

        Assert.Multiple(() =>
        {
            Assert.That(again.Faults.Select(fault => fault.Path), Is.EqualTo(new[] { "people[0]" }));
            Assert.That(again.Faults[0].Fault, Does.Contain("S3").And.Not.Contain("Corin").IgnoreCase);
            Assert.That(again.Faults[0].Remedy, Does.Contain("give the code S3").And.Contain("somebodyElse"));
            Assert.That(other.Faults, Is.Empty, "a person says that it is somebody else");
            Assert.That(same.Faults, Is.Empty, "or that it is the same");
        });
    }

    [TestCase("Corin", "1981-04-02", TestName = "Of_one_name_and_another_birth_it_is_somebody_else")]
    [TestCase("Dorin", null, TestName = "Of_another_given_name_it_is_somebody_else")]
    [TestCase("Dorin", "1980-04-02", TestName = "A_twin_is_somebody_else")]
    public async Task Somebody_else(string given, string? born)
    {
        await TellAsync(SomeChange.Adult("Corin", "1980-04-02"));

        Assert.That((await TellAsync(SomeChange.Adult(given, born))).Faults, Is.Empty);
    }

    [TestCase("1980-04-02", "1980-04-02")]
    [TestCase(null, null)]
    [TestCase(null, "1980-04-02")]
    public async Task Somebody_twice_in_one_telling_is_refused_unless_a_person_says_they_are_two(
        string? born,
        string? again
    )
    {
        Subject[] twice = [SomeChange.Adult("Corin", born), SomeChange.Adult("Corin", again)];
        var change = await TellAsync(twice);
        var two = await TellAsync(twice, somebodyElse: "people[0]");

        Assert.Multiple(() =>
        {
            Assert.That(change.Faults.Single().Path, Is.EqualTo("people[1]"));
            Assert.That(change.Faults.Single().Fault, Does.Contain("people[0]").And.Not.Contain("Corin"));
            Assert.That(two.Faults, Is.Empty);
        });
    }

    [Test]
    public async Task Of_an_agency_from_which_nothing_new_is_withheld_nothing_is_kept_as_withheld()
    {
        await TellAsync(SomeChange.Adult("Corin", "1980-04-02"));

        var kept = await _file.Ledger.ReadAsync(
            async view => EnquiryContent.Read((await EnquiryStore.FindAsync(view, _enquiry))!.Content).Withheld,
            CancellationToken.None
        );
        Assert.That(kept.Values.Select(withheld => withheld.InWords()), Has.None.Null);
    }

    [Test]
    public void Two_who_only_share_a_home_do_not_seem_one_person()
    {
        var home = new Address { Lines = ["3 Sample Row"], Postcode = "ZE99 3VZ" };

        Assert.That(
            LookupTerms.SeemOnePerson(
                SomeChange.Adult("Corin", null) with
                {
                    Addresses = [home],
                },
                SomeChange.Adult("Dorin", null) with
                {
                    Addresses = [home],
                }
            ),
            Is.False
        );
    }

    private Task<EnquiryChange> TellAsync(Subject person, string? somebodyElse = null) =>
        TellAsync([person], somebodyElse);

    private async Task<EnquiryChange> TellAsync(IReadOnlyList<Subject> people, string? somebodyElse = null) =>
        (
            await _file.Ledger.WriteAsync(
                change =>
                    TellFacts.WriteAsync(
                        change,
                        Profile,
                        _enquiry,
                        SomeChange.Told([.. people]) with
                        {
                            SomebodyElse = somebodyElse is null ? [] : [somebodyElse],
                        }
                    ),
                CancellationToken.None
            )
        )!;
}
