using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Lookups;
using MashBroker.Rules;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Hub;

/// <summary>What the clock alone does to a contact that nobody has decided on, or that was decided too early.</summary>
[CancelAfter(60_000)]
internal sealed class When_a_contact_waits
{
    private HubBench _bench = null!;

    // Two hours short of 72.
    private static Contact StillMissing =>
        SomeFamily.Contact with
        {
            Concern = SomeFamily.Contact.Concern with { Kinds = [] },
            MissingEpisodes = [new MissingEpisode(HubBench.Start.AddHours(-70))],
        };

    [SetUp]
    public async Task SetUp() => _bench = await HubBench.SetUpAsync("police");

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    [Test]
    public async Task A_child_whom_this_hub_enquired_about_before_is_a_re_referral_though_nobody_says_so()
    {
        await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        _bench.Clock.Advance(TimeSpan.FromDays(1));
        var again = await TriagedAsync(
            SomeFamily.Contact with
            {
                ReceivedAt = SomeFamily.Contact.ReceivedAt.AddDays(1),
                Concern = SomeFamily.Contact.Concern with { Kinds = [] },
            }
        );
        var note = TriageNote.Read((await _bench.ContactAsync(again)).TriageJson!);
        Assert.That(note.Criteria.Select(criterion => criterion.Code), Is.EqualTo(["re-referral"]));
    }

    [Test]
    public async Task A_child_still_missing_is_an_enquiry_after_the_limit_though_it_was_none_before()
    {
        var contact = await TriagedAsync(StillMissing);
        var before = await _bench.ContactAsync(contact);
        await _bench.Ledger.WriteAsync(
            change => ContactStore.DeclineEnquiryAsync(change, contact, "A. Manager", "Team manager", "Not yet."),
            CancellationToken.None
        );
        _bench.Clock.Set(HubBench.Start.AddHours(2).AddMinutes(1));
        await UntilAsync(contact, row => row is { State: ContactState.Triaged, Qualifies: true });
        var after = await _bench.ContactAsync(contact);
        var audit = await AuditAsync(contact);

        Assert.Multiple(() =>
        {
            Assert.That(before.Qualifies, Is.False);
            Assert.That(before.RetriageAt, Is.EqualTo(HubBench.Start.AddHours(2)));
            Assert.That(after.RetriageAt, Is.Null);
            Assert.That(after.DecisionDueAt, Is.EqualTo(HubBench.Start.AddHours(26)));
            Assert.That(
                audit.Where(act => act.StartsWith("ContactTriaged", StringComparison.Ordinal)).ToList(),
                Has.Count.EqualTo(2)
            );
        });
    }

    [Test]
    public async Task A_child_still_missing_is_triaged_again_while_a_person_has_not_decided()
    {
        var contact = await TriagedAsync(StillMissing);
        var before = await _bench.ContactAsync(contact);
        _bench.Clock.Set(HubBench.Start.AddHours(2).AddMinutes(1));
        await UntilAsync(contact, row => row.Qualifies is true);
        var after = await _bench.ContactAsync(contact);

        Assert.That((after.State, after.RetriageAt), Is.EqualTo((ContactState.Triaged, (DateTimeOffset?)null)));
        Assert.That(after.DecisionDueAt, Is.EqualTo(before.DecisionDueAt), "waiting wins no time");
    }

    [Test]
    public async Task A_contact_that_nobody_decides_on_is_flagged_once_when_its_decision_was_due()
    {
        var contact = await TriagedAsync(SomeFamily.Contact);
        var due = (await _bench.ContactAsync(contact)).DecisionDueAt!.Value;
        Assert.That(due, Is.EqualTo(SomeFamily.Contact.ReceivedAt.AddHours(24)));

        _bench.Clock.Set(due);
        Assert.That((await _bench.ContactAsync(contact)).Overdue, Is.False);
        _bench.Clock.Set(due.AddMinutes(1));
        await UntilAsync(contact, row => row.Overdue);
        _bench.Clock.Set(due.AddMinutes(5));
        await _bench.UntilAsync(
            "logged",
            () =>
                Task.FromResult(
                    _bench.Lines.All.Any(line => line.Contains($"{contact} is undecided", StringComparison.Ordinal))
                )
        );
        var audit = await AuditAsync(contact);

        Assert.That(
            audit.Where(act => act.StartsWith("FlagRaised", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "FlagRaised Undecided" })
        );
    }

    [Test]
    public async Task A_contact_that_triage_never_saw_has_the_longest_limit()
    {
        await _bench.StopHubAsync();
        await _bench.StartHubAsync(worker: false);
        var contact = await AddAsync(SomeFamily.Contact);
        _bench.Clock.Set(HubBench.Start.AddMinutes(2));
        await UntilAsync(contact, row => row.DecisionDueAt is not null);
        _bench.Clock.Set(HubBench.Start.AddHours(25));
        await UntilAsync(contact, row => row is { State: ContactState.Received, Overdue: true });
    }

    private async Task<string> TriagedAsync(Contact contact)
    {
        var reference = await AddAsync(contact);
        await UntilAsync(reference, row => row.State is ContactState.Triaged);
        return reference;
    }

    private async Task<string> AddAsync(Contact contact) =>
        (
            await _bench.Ledger.WriteAsync(
                change =>
                    ContactStore.AddAsync(
                        change,
                        _bench.Profile.Code,
                        MessageId.New().ToString(),
                        contact.ReceivedAt,
                        ContactContent.Write(contact),
                        "web",
                        LookupTerms.Of(contact)
                    ),
                CancellationToken.None
            )
        ).Reference;

    private async Task<IReadOnlyList<string>> AuditAsync(string contact) =>
        [
            .. await _bench.ReadAsync(session =>
                session.Connection.QueryAsync<string>(
                    "select act || ' ' || coalesce(detail, '') from audit where subject = @contact order by sequence",
                    new { contact },
                    session.Transaction
                )
            ),
        ];

    private Task UntilAsync(string contact, Func<ContactRow, bool> holds) =>
        _bench.UntilAsync($"contact {contact}", async () => holds(await _bench.ContactAsync(contact)));
}
