using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Life;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>Who is told of them, what is asked anew, and what the pack then says.</summary>
[CancelAfter(60_000)]
internal sealed class When_facts_are_told_after_publication
{
    private ChangeBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await ChangeBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task An_agency_that_answered_is_asked_about_a_person_added_and_its_answer_completes_the_enquiry_again()
    {
        var health = await _bench.Hub.AgencyAsync("health");
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var toPolice = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        await health.SendAsync((await health.ExpectAsync(LetterType.Request))[0], ChangeBench.Nothing("S1", "S2"));
        await _bench.Police.SendAsync(toPolice, ChangeBench.Nothing("S1", "S2"));
        await _bench.UntilAsync(enquiry, row => row is { State: EnquiryState.AllIn, PackVersion: 1 });
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(2));

        var change = await _bench.ChangeAsync(write =>
            TellFacts.WriteAsync(write, _bench.Hub.Profile, enquiry, ChangeBench.Uncle)
        );

        var asking = (await _bench.Police.ExpectAsync(LetterType.Amendment))[0];
        var reopened = (await _bench.Hub.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry)))!;
        var request = await _bench.RequestAsync(enquiry, "police");
        var said = (Amendment)asking.Letter.Body;
        Assert.Multiple(() =>
        {
            Assert.That(change.Told, Does.Contain("police"));
            Assert.That(said.Subjects.Select(person => person.Code), Is.EqualTo(new[] { "S3" }));
            Assert.That(reopened.State, Is.EqualTo(EnquiryState.Open));
            Assert.That(request.State, Is.EqualTo(RequestState.AnsweredInPart));
            Assert.That(request.DueAt, Is.EqualTo(HubBench.Start.AddHours(8)), "a clock of its own");
            Assert.That(asking.Letter.Head.DueAt, Is.EqualTo(request.DueAt));
        });

        await _bench.Police.SendAsync(asking, SomeReturn.Of(SomeReturn.Held("S3")).Part(2, final: true));
        if (change.Told.Contains("health"))
        {
            await health.SendAsync(
                (await health.ExpectAsync(LetterType.Amendment))[0],
                SomeReturn.Of(SomeReturn.NothingKnown("S3")).Part(2, final: true)
            );
        }

        await _bench.UntilAsync(enquiry, row => row is { State: EnquiryState.AllIn, AllInAt: not null });
        var pack = await _bench.PackAsync(enquiry, 2);
        Assert.Multiple(() =>
        {
            Assert.That(pack.Subjects.Select(person => person.Code), Does.Contain("S3"));
            Assert.That(pack.Changes.Select(each => each.Kind), Is.EqualTo(new[] { "new-facts" }));
            Assert.That(
                pack.Cover.Reason,
                Is.EqualTo(PackReason.ChangedAfterwards).Or.EqualTo(PackReason.ReturnAfterwards)
            );
        });
    }

    [Test]
    public async Task Details_for_one_agency_open_its_request_again_and_its_new_answer_is_the_one_that_counts()
    {
        var health = await _bench.Hub.AgencyAsync("health");
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        await health.SendAsync((await health.ExpectAsync(LetterType.Request))[0], ChangeBench.Nothing("S1", "S2"));
        await _bench.Police.SendAsync(
            (await _bench.Police.ExpectAsync(LetterType.Request))[0],
            SomeReturn.Of(SomeReturn.NothingKnown("S2"), SomeReturn.NeedMoreDetails("S1", "A date of birth."))
        );
        await _bench.UntilAsync(enquiry, row => row.State is EnquiryState.AllIn);

        var wordsAlone = await _bench.ChangeAsync(write =>
            TellFacts.WriteAsync(write, _bench.Hub.Profile, enquiry, Details([]))
        );
        var change = await _bench.ChangeAsync(write =>
            TellFacts.WriteAsync(write, _bench.Hub.Profile, enquiry, Details([Child]))
        );

        var asking = (await _bench.Police.ExpectAsync(LetterType.Amendment))[0];
        var child = ((Amendment)asking.Letter.Body).Subjects.Single();
        Assert.Multiple(() =>
        {
            Assert.That(wordsAlone.Faults.Single().Path, Is.EqualTo("people"));
            Assert.That(change.Told, Is.EqualTo(new[] { "police" }));
            Assert.That(child.DateOfBirth, Is.EqualTo(new DateOnly(2016, 3, 1)));
            Assert.That(child.Addresses, Is.Not.Empty, "what is not said anew stands");
            Assert.That(health.All.Select(came => came.Letter.Head.Type), Has.None.EqualTo(LetterType.Amendment));
        });

        await _bench.Police.SendAsync(asking, SomeReturn.Of(SomeReturn.NothingKnown("S1")).Part(2, final: true));

        await _bench.UntilAsync(enquiry, row => row.State is EnquiryState.AllIn);
        Assert.That((await _bench.RequestAsync(enquiry, "police")).Answer, Is.EqualTo(AnswerKind.NothingKnown));
        var pack = await _bench.PackUntilAsync(
            enquiry,
            each => each.Agencies.Single(a => a.Agency == "police").Standing is Standing.NothingKnown
        );
        Assert.Multiple(() =>
        {
            Assert.That(pack.GapsLine, Does.Not.Contain("asked for more details"));
            Assert.That(
                pack.Agencies.Single(agency => agency.Agency == "police").Returns.Select(each => each.AnsweredAnew),
                Is.EqualTo(new[] { ["S1"], Array.Empty<string>() }),
                "what it said first is kept and shown"
            );
        });
    }

    [Test]
    public async Task Facts_that_tell_a_protected_address_are_not_written_until_somebody_lets_them_leave()
    {
        var enquiry = await _bench.Hub.EnquireAsync(Hidden, Rating.Amber);
        await _bench.Police.ExpectAsync(LetterType.Request);
        var telling = ChangeBench.Uncle with
        {
            People = [],
            Facts = "The mother and the child moved to 14 Cadwallader Passage.",
        };

        var stopped = await _bench.ChangeAsync(write =>
            TellFacts.WriteAsync(write, _bench.Hub.Profile, enquiry, telling)
        );
        var lettersAfter = await _bench.DueAsync("police");
        await _bench.Hub.Ledger.WriteAsync(
            async change =>
            {
                var row = (await EnquiryStore.FindAsync(change, enquiry))!;
                var contact = (await ContactStore.FindAsync(change, row.ContactReference))!;
                return await LeakGate.OverrideAsync(
                    change,
                    contact,
                    stopped.Leaks!.Digest,
                    "A. Manager",
                    "manager",
                    "The officers must know where to go."
                );
            },
            CancellationToken.None
        );
        var passed = await _bench.ChangeAsync(write =>
            TellFacts.WriteAsync(write, _bench.Hub.Profile, enquiry, telling)
        );

        await _bench.Police.ExpectAsync(LetterType.Amendment);
        Assert.Multiple(() =>
        {
            Assert.That(
                stopped.Leaks!.Findings.Select(finding => finding.Kind),
                Does.Contain(LeakKind.ProtectedAddress)
            );
            Assert.That(stopped.Told, Is.Empty);
            Assert.That(lettersAfter, Has.None.EqualTo(LetterType.Amendment));
            Assert.That(passed.Leaks, Is.Null);
            Assert.That(passed.Told, Does.Contain("police"));
        });
    }

    private static Contact Hidden { get; } =
        SomeFamily.Contact with
        {
            People =
            [
                SomeFamily.Contact.People[0] with
                {
                    Addresses =
                    [
                        new Address
                        {
                            Lines = ["14 Cadwallader Passage"],
                            Postcode = "ZZ99 3VZ",
                            Protected = true,
                        },
                    ],
                },
                SomeFamily.Contact.People[1],
            ],
        };

    private static Subject Child { get; } =
        new()
        {
            Code = "S1",
            Role = SubjectRole.Child,
            Names = [new PersonName { Given = "Zoë", Family = $"{SomeFamily.Canary}-O'Dee" }],
            DateOfBirth = new DateOnly(2016, 3, 1),
        };

    private static NewFacts Details(IReadOnlyList<Subject> people) =>
        new()
        {
            By = "A. Worker",
            Role = "social worker",
            Reason = "You asked for a date of birth.",
            Facts = "The date of birth was wrong.",
            Agency = "police",
            People = people,
        };
}
