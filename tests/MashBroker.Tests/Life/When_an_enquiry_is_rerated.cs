using System.Security.Cryptography.X509Certificates;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Evidence;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Life;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>The deadline is that of the new rating from the original start, and evidence counts by the one that stood.</summary>
[CancelAfter(60_000)]
internal sealed class When_an_enquiry_is_rerated
{
    private ChangeBench _bench = null!;

    [SetUp]
    public async Task SetUp() => _bench = await ChangeBench.SetUpAsync();

    [TearDown]
    public async Task TearDown() => await _bench.DisposeAsync();

    /// <summary>Trap 3: from the original start, and never later than it was unless a manager says why.</summary>
    [TestCase(
        Rating.Green,
        Rating.Red,
        null,
        2,
        TestName = "Trap_3_a_rerating_gives_the_deadline_of_the_new_rating_from_the_original_start"
    )]
    [TestCase(Rating.Red, Rating.Green, null, 2, TestName = "Trap_3_a_rerating_makes_no_deadline_later_by_itself")]
    [TestCase(
        Rating.Red,
        Rating.Green,
        "The child is safe with an aunt.",
        24,
        TestName = "Trap_3_a_rerating_makes_a_deadline_later_when_a_manager_says_why"
    )]
    public async Task A_rerating(Rating before, Rating after, string? laterBecause, int hours)
    {
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, before);
        await _bench.Police.ExpectAsync(LetterType.Request);
        _bench.Hub.Clock.Advance(TimeSpan.FromMinutes(30));

        var change = await _bench.ChangeAsync(write =>
            RerateEnquiry.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Rated(after, laterBecause))
        );

        var amendment = (await _bench.Police.ExpectAsync(LetterType.Amendment))[0].Letter;
        var due = HubBench.Start.AddHours(hours);
        var request = await _bench.RequestAsync(enquiry, "police");
        Assert.Multiple(() =>
        {
            Assert.That(change.ReturnDueAt, Is.EqualTo(due));
            Assert.That(amendment.Head.Rating, Is.EqualTo(after), "the lane is that of the new rating");
            Assert.That(amendment.Head.DueAt, Is.EqualTo(due));
            Assert.That(((Amendment)amendment.Body).ReturnDueAt, Is.EqualTo(due));
            Assert.That(((Amendment)amendment.Body).NewRating, Is.EqualTo(after));
            Assert.That(request.DueAt, Is.EqualTo(due));
        });
    }

    [Test]
    public async Task A_rerating_whose_deadline_has_passed_makes_the_silent_late_at_once_and_warns_of_nothing_past()
    {
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Green);
        await _bench.Police.ExpectAsync(LetterType.Request);
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(3));

        var change = await _bench.ChangeAsync(write =>
            RerateEnquiry.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Rated(Rating.Red))
        );
        _bench.Hub.Clock.Advance(TimeSpan.FromMilliseconds(1));

        await _bench.Police.ExpectAsync(LetterType.Chaser);
        var flags = await _bench.Hub.ReadAsync(view => FlagStore.OfEnquiryAsync(view, enquiry));
        Assert.Multiple(() =>
        {
            Assert.That(
                flags.Where(flag => flag.Agency == "police").Select(flag => (flag.Kind, flag.DueAt)),
                Is.EqualTo(new[] { (FlagKind.Late, HubBench.Start.AddHours(2)) })
            );
            Assert.That(change.Remarks, Has.Some.Contains("late at once"));
        });
    }

    [Test]
    public async Task Pre_warnings_are_those_of_the_new_deadline()
    {
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Green);
        await _bench.Police.ExpectAsync(LetterType.Request);
        await _bench.ChangeAsync(write =>
            RerateEnquiry.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Rated(Rating.Red))
        );

        _bench.Hub.Clock.Advance(TimeSpan.FromMinutes(61));

        await _bench.Hub.UntilAsync(
            "half of the new time gone",
            async () =>
                (await _bench.Hub.ReadAsync(view => FlagStore.OfEnquiryAsync(view, enquiry))).Any(flag =>
                    flag is { Agency: "police", Kind: FlagKind.HalfTimeGone }
                    && flag.DueAt == HubBench.Start.AddHours(1)
                )
        );
    }

    [TestCase(true, TestName = "Evidence_counts_a_return_by_the_deadline_that_stood_when_it_came_before_the_rerating")]
    [TestCase(false, TestName = "Evidence_counts_a_return_by_the_deadline_that_stood_when_it_came_after_the_rerating")]
    public async Task Evidence(bool returnFirst)
    {
        var enquiry = await _bench.Hub.EnquireAsync(SomeFamily.Contact, Rating.Green);
        var asked = (await _bench.Police.ExpectAsync(LetterType.Request))[0];
        _bench.Hub.Clock.Advance(TimeSpan.FromHours(3));

        // Both in one instant of the hub's clock: only the order in which they are written tells them apart.
        if (returnFirst)
        {
            await AnswerAsync();
            await RerateAsync();
        }
        else
        {
            await RerateAsync();
            await AnswerAsync();
        }

        await _bench.UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Answered);
        await _bench.Police.ExpectAsync(LetterType.ReturnReceipt);
        using var root = X509Certificate2.CreateFromPem(
            await File.ReadAllTextAsync(Path.Combine(_bench.Hub.KeysOf(Party.HubName), "root.crt"))
        );
        var report = await ReportAsync(enquiry, root);
        var agency = report.Agencies.Single(each => each.Agency == "police");
        Assert.Multiple(() =>
        {
            Assert.That(agency.Returns.Single().Late, Is.EqualTo(!returnFirst));
            Assert.That(
                agency.Changes.Select(change => change.Type),
                Is.EquivalentTo(returnFirst ? [] : new[] { LetterType.Amendment })
            );
            Assert.That(
                report.Acts.Select(act => act.Act),
                Does.Contain(nameof(AuditAct.EnquiryRerated)).And.Contain(nameof(AuditAct.CaseEntryAdded))
            );
        });

        async Task AnswerAsync()
        {
            await _bench.Police.SendAsync(asked, ChangeBench.Nothing("S1", "S2"));
            await _bench.UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Answered);
        }

        async Task RerateAsync()
        {
            await _bench.ChangeAsync(write =>
                RerateEnquiry.WriteAsync(write, _bench.Hub.Profile, enquiry, SomeChange.Rated(Rating.Red))
            );
            if (!returnFirst)
            {
                await _bench.Police.ExpectAsync(LetterType.Amendment);
            }
        }
    }

    private async Task<EvidenceReport> ReportAsync(EnquiryReference enquiry, X509Certificate2 root)
    {
        // Until the hub has signed for the whole record, what stands in it cannot be given out.
        var row = await _bench.Hub.Ledger.WriteAsync(
            async change =>
            {
                var published = (await EnquiryStore.FindAsync(change, enquiry))!.PublishedAt;
                var sequence = await AuditStore.AppendAsync(
                    change,
                    "a test",
                    AuditAct.EvidenceExported,
                    enquiry,
                    detail: ExportDetail.Write(
                        withContent: true,
                        await ProofStore.RevocationListsSinceAsync(change, published)
                    )
                );
                await AuditHeadStore.WantAsync(change, sequence);
                return sequence;
            },
            CancellationToken.None
        );
        AuditHead? head = null;
        await _bench.Hub.UntilAsync(
            "a signed head",
            async () => (head = await _bench.Hub.ReadAsync(view => AuditHeadStore.CoveringAsync(view, row))) is not null
        );
        return EvidenceCheck.Run(
            await _bench.Hub.ReadAsync(view =>
                EvidenceExport.MakeAsync(view, _bench.Hub.Profile.Code, enquiry, head!, withContent: true)
            ),
            root
        );
    }
}
