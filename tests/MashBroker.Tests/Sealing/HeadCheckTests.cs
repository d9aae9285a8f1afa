using MashBroker.Contracts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using NUnit.Framework;

namespace MashBroker.Tests.Sealing;

/// <summary>What the signed head must say, once the signatures hold. The letter is the police's return to the hub.</summary>
internal sealed class HeadCheckTests
{
    private static readonly DateTimeOffset Now = SealingWorld.Now;

    private static readonly LetterHead Good = new()
    {
        Type = LetterType.Heartbeat,
        Version = 1,
        Id = MessageId.New(),
        Profile = SealProfile.Name,
        Hub = "sefton",
        Sender = "police",
        Recipient = "hub",
        Rating = Rating.Green,
        Purpose = "operations",
        IssuedAt = Now,
        ExpiresAt = Now.AddDays(1),
        Salt = "00112233445566778899aabbccddeeff",
    };

    private static readonly List<TestCaseData> Refused =
    [
        Case("Another hub's", Good with { Hub = "havering" }, SealFault.WrongHub),
        Case("In another agency's name", Good with { Sender = "health" }, SealFault.SenderIsNotSigner),
        Case("In the hub's name", Good with { Sender = "hub" }, SealFault.SenderIsNotSigner),
        Case("Written to another agency", Good with { Recipient = "health" }, SealFault.RecipientIsNotUs),
        Case("Of another profile", Good with { Profile = "rsa-1" }, SealFault.WrongProfile),
        Case("Expired a tick ago", Good with { ExpiresAt = Now.AddTicks(-1) }, SealFault.Expired),
        Case(
            "Issued more than 48 h ahead",
            Good with
            {
                IssuedAt = Now.AddHours(48).AddTicks(1),
            },
            SealFault.IssuedInTheFuture
        ),
        Case("Of a type that is not taken", Good with { Type = LetterType.Request }, SealFault.TypeNotTakenHere),
    ];

    public static IEnumerable<SealFault> Faults =>
        [.. Refused.Select(refused => (SealFault)refused.Arguments[1]!), .. ReadingFaults.Values];

    private static readonly Dictionary<LetterFault, SealFault> ReadingFaults = new()
    {
        [LetterFault.NotJson] = SealFault.UnreadableContent,
        [LetterFault.TooLarge] = SealFault.UnreadableContent,
        [LetterFault.UnknownType] = SealFault.TypeNotTakenHere,
        [LetterFault.UnknownVersion] = SealFault.VersionUnknown,
        [LetterFault.DoesNotFitSchema] = SealFault.ContentDoesNotFitSchema,
    };

    [Test]
    public void A_letter_of_its_signer_to_us_is_accepted() => Assert.That(Judge(Good), Is.EqualTo(SealFault.None));

    [Test]
    public void A_letter_is_good_until_the_instant_at_which_it_expires() =>
        Assert.That(Judge(Good with { ExpiresAt = Now }), Is.EqualTo(SealFault.None));

    [Test]
    public void A_senders_clock_may_be_48_hours_ahead() =>
        Assert.That(
            Judge(Good with { IssuedAt = Now.AddHours(48), ExpiresAt = Now.AddDays(9) }),
            Is.EqualTo(SealFault.None)
        );

    [TestCaseSource(nameof(Refused))]
    public void A_letter_is_refused(LetterHead head, SealFault fault) => Assert.That(Judge(head), Is.EqualTo(fault));

    [Test]
    public void A_signer_of_another_hub_is_refused_though_the_text_names_ours()
    {
        var reading = new LetterReading(new Letter(Good, Body()), LetterFault.None);
        var (fault, _) = HeadChecks.Judge(reading, new Party("havering", "police"), Hub(), Now, Taken());
        Assert.That(fault, Is.EqualTo(SealFault.WrongHub));
    }

    [Test]
    public void What_cannot_be_read_as_a_letter_says_why()
    {
        foreach (var letterFault in Enum.GetValues<LetterFault>().Except([LetterFault.None]))
        {
            var reading = new LetterReading(null, letterFault, "why");
            Assert.That(
                HeadChecks.Judge(reading, new Party("sefton", "police"), Hub(), Now, Taken()),
                Is.EqualTo((ReadingFaults[letterFault], "why"))
            );
        }
    }

    private static TestCaseData Case(string name, LetterHead head, SealFault fault) =>
        new TestCaseData(head, fault).SetArgDisplayNames(name);

    private static SealFault Judge(LetterHead head) =>
        HeadChecks
            .Judge(
                new LetterReading(new Letter(head, Body()), LetterFault.None),
                new Party("sefton", "police"),
                Hub(),
                Now,
                Taken()
            )
            .Fault;

    private static Party Hub() => new("sefton", Party.HubName);

    private static Heartbeat Body() =>
        new()
        {
            AdapterVersion = "1.0",
            RecordsReachable = true,
            OpenRequests = 0,
        };

    private static HashSet<LetterType> Taken() => [LetterType.Heartbeat, LetterType.Return];
}
