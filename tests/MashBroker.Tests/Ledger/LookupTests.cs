using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Ledger;
using MashBroker.Testing.Rules;
using MashBroker.Vault;
using NUnit.Framework;

namespace MashBroker.Tests.Ledger;

/// <summary>Who was heard of before is found without opening anything.</summary>
internal sealed class LookupTests
{
    private readonly SettableClock _clock = new(new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero));
    private LedgerForTests _file = null!;

    [SetUp]
    public async Task Open()
    {
        _clock.Set(new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.Zero));
        _file = await LedgerForTests.OpenAsync(_clock);
    }

    [TearDown]
    public void Close() => _file.Dispose();

    [TestCase("999 000 0018", "Somebody", "2011-01-01", InCommon.Child, TestName = "By_number_however_it_is_grouped")]
    [TestCase(
        "9990000026",
        "SÁMPLE",
        "2015-04-01",
        InCommon.Child,
        TestName = "By_name_and_birth_however_it_is_accented"
    )]
    [TestCase("9990000026", "Sample", "2015-04-02", InCommon.None, TestName = "Not_by_the_name_alone")]
    public async Task The_same_child(string number, string family, string born, InCommon expected)
    {
        await AddAsync(About(SomeContact.Child));
        var again = await AddAsync(
            About(
                SomeContact.Child with
                {
                    Names = [new PersonName { Given = "robin James", Family = family }],
                    DateOfBirth = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture),
                    Identifiers = [new Identifier(IdentifierScheme.NhsNumber, number)],
                }
            )
        );
        Assert.That(
            (await EarlierAsync(again)).Select(each => each.InCommon),
            Is.EqualTo(expected is InCommon.None ? Array.Empty<InCommon>() : [expected])
        );
    }

    [TestCase("9990000018", true)]
    [TestCase("9990000019", null)]
    public async Task A_number_alone_makes_no_two_children_one(string number, bool? possibly)
    {
        var identifiers = new[] { new Identifier(IdentifierScheme.NhsNumber, number) };
        await AddAsync(About(SomeContact.Child with { Identifiers = identifiers }));
        var other = await AddAsync(
            About(
                SomeContact.Child with
                {
                    Names = [new PersonName { Given = "Wendelmar", Family = "Quillmarsh" }],
                    DateOfBirth = new DateOnly(2011, 1, 1),
                    Identifiers = identifiers,
                }
            )
        );

        Assert.That((await EarlierAsync(other)).SingleOrDefault()?.Possibly, Is.EqualTo(possibly));
    }

    [Test]
    public async Task A_sibling_of_then_is_the_child_of_now()
    {
        await AddAsync(About(SomeContact.Mother, SomeContact.Child));
        var again = await AddAsync(About(SomeContact.Child));
        Assert.That((await EarlierAsync(again)).Single().InCommon, Is.EqualTo(InCommon.Person));
    }

    [Test]
    public async Task Another_family_in_the_same_home()
    {
        await AddAsync(About(At("Robin", "14 Larch Road", "ZX1 4BD")));
        var again = await AddAsync(About(At("Mia", "14, larch road", "ZX1  4BD")));
        Assert.That((await EarlierAsync(again)).Single().InCommon, Is.EqualTo(InCommon.Home));
    }

    [TestCase("14 Larch Road", "ZZ99 3VZ")]
    [TestCase("15 Larch Road", "ZX1 4BD")]
    public async Task No_home_in_common(string line, string postcode)
    {
        await AddAsync(About(At("Robin", "14 Larch Road", postcode == "ZX1 4BD" ? postcode : "ZZ99 3VZ")));
        Assert.That(await EarlierAsync(await AddAsync(About(At("Mia", line, postcode)))), Is.Empty);
    }

    [TestCase("Robin", "14 Larch Road", null, true, TestName = "Without_a_postcode_by_whoever_is_said_to_live_there")]
    [TestCase("robin James", "14, LARCH road", "ZX1 4BD", true, TestName = "Where_one_gives_the_postcode_as_well")]
    [TestCase("Mia", "14 Larch Road", null, false, TestName = "Not_by_the_street_alone")]
    [TestCase("", "14 Larch Road", null, false, TestName = "Not_by_a_family_name_and_the_street")]
    [TestCase("Robin", "15 Larch Road", null, false, TestName = "Not_by_the_name_alone_in_another_home")]
    public async Task A_household_whose_postcode_nobody_gave(string given, string line, string? postcode, bool found)
    {
        await AddAsync(About(At("Robin", "14 Larch Road", null)));
        var again = await AddAsync(About(At(given, line, postcode) with { DateOfBirth = new DateOnly(2015, 4, 1) }));
        Assert.That(
            (await EarlierAsync(again)).Select(each => each.InCommon),
            Is.EqualTo(found ? [InCommon.Home] : Array.Empty<InCommon>())
        );
    }

    [TestCase("BT-1234", "bt 1234", true, TestName = "A_postcode_that_is_not_British_counts_as_it_is_written")]
    [TestCase("ZX1 4BD", "zx14bd", true, TestName = "And_a_British_one_without_its_gap_as_if_it_had_it")]
    [TestCase("not known", "Not Known", false, TestName = "Words_in_its_place_are_no_postcode")]
    [TestCase("0000", "0000", false, TestName = "Nor_are_noughts")]
    public async Task Another_family_where(string postcode, string again, bool found)
    {
        await AddAsync(About(At("Robin", "14 Larch Road", postcode)));
        Assert.That(
            await EarlierAsync(await AddAsync(About(At("Mia", "14 Larch Road", again)))),
            Has.Count.EqualTo(found ? 1 : 0)
        );
    }

    [Test]
    public async Task A_school_that_two_children_share_makes_them_nobody()
    {
        var school = new Identifier(IdentifierScheme.Urn, "123456");
        await AddAsync(About(At("Robin", "14 Larch Road", "ZX1 4BD") with { Identifiers = [school] }));
        var again = await AddAsync(About(At("Mia", "2 Elm Road", "ZX1 4BE") with { Identifiers = [school] }));
        Assert.That(await EarlierAsync(again), Is.Empty);
    }

    [Test]
    public async Task What_is_forgotten_finds_nobody()
    {
        var first = await AddAsync(About(SomeContact.Child));
        var again = await AddAsync(About(SomeContact.Child));
        await _file.Ledger.WriteAsync(change => LookupStore.ForgetAsync(change, first), CancellationToken.None);
        Assert.That(await EarlierAsync(again), Is.Empty);
    }

    [Test]
    public async Task A_rotation_of_the_hub_key_forgets_nobody()
    {
        await AddAsync(About(SomeContact.Child));
        KeyRotation.Rotate(new LedgerOptions { File = _file.File }.VaultFiles);
        await _file.ReopenAsync();
        Assert.That(await EarlierAsync(await AddAsync(About(SomeContact.Child))), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_earlier_contact_about_the_child_is_a_previous_referral_once_somebody_decided_on_it(
        [Values(
            "enquiry_reference = 'TEST-2026-000001'",
            "state = 'NotAnEnquiry'",
            "state = 'Published'",
            "state = 'RatingConfirmed'"
        )]
            string decided
    )
    {
        var first = await AddAsync(About(SomeContact.Child));
        _clock.Set(_clock.GetUtcNow().AddDays(30));
        var again = await AddAsync(About(SomeContact.Child));
        Assert.That((await AsJudgedAsync(again)).PreviousReferrals, Is.Empty);

        await DecideAsync(first, decided);
        Assert.That(
            (await AsJudgedAsync(again)).PreviousReferrals.Select(referral => referral.On),
            Is.EqualTo([new DateOnly(2026, 11, 16)])
        );
    }

    [Test]
    public async Task One_of_the_same_day_is_the_same_matter_told_twice()
    {
        var first = await AddAsync(About(SomeContact.Child));
        _clock.Set(_clock.GetUtcNow().AddHours(14));
        var again = await AddAsync(About(SomeContact.Child));
        await DecideAsync(first, "state = 'NotAnEnquiry'");

        Assert.That((await AsJudgedAsync(again)).PreviousReferrals, Is.Empty);
    }

    private async Task DecideAsync(string contact, string decided) =>
        await _file.Ledger.WriteAsync(
            change =>
                Dapper.SqlMapper.ExecuteAsync(
                    change.Connection,
                    $"update contacts set {decided} where reference = @contact",
                    new { contact },
                    change.Transaction
                ),
            CancellationToken.None
        );

    private static Subject At(string given, string line, string? postcode) =>
        new()
        {
            Code = "S1",
            Role = SubjectRole.Child,
            Names = [new PersonName { Given = given, Family = "Sample" }],
            Addresses = [new Address { Lines = [line], Postcode = postcode }],
        };

    private Contact About(params Subject[] people) =>
        new()
        {
            Referrer = new Referrer { Kind = ReferrerKind.Professional, Name = "Duty teacher" },
            ReceivedAt = _clock.GetUtcNow(),
            People = people,
            Concern = new Concern { Summary = "A concern.", Kinds = [ConcernKind.Neglect] },
        };

    private async Task<string> AddAsync(Contact contact) =>
        (
            await _file.Ledger.WriteAsync(
                change =>
                    ContactStore.AddAsync(
                        change,
                        "TEST",
                        MessageId.New().ToString(),
                        contact.ReceivedAt,
                        ContactContent.Write(contact),
                        "test",
                        LookupTerms.Of(contact)
                    ),
                CancellationToken.None
            )
        ).Reference;

    private Task<IReadOnlyList<EarlierContact>> EarlierAsync(string contact) =>
        _file.Ledger.ReadAsync(view => LookupStore.EarlierAsync(view, contact), CancellationToken.None);

    private Task<Contact> AsJudgedAsync(string contact) =>
        _file.Ledger.ReadAsync(
            async view =>
                await LookupStore.ReadAsync(
                    view,
                    (await ContactStore.FindAsync(view, contact))!,
                    HubProfiles.Load(HubProfiles.Sample).Zone
                ),
            CancellationToken.None
        );
}
