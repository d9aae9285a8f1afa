using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using MashBroker.Contracts;
using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Correlation.Packs;
using MashBroker.Ledger;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Evidence;
using MashBroker.Ledger.Flags;
using MashBroker.Ledger.Leaks;
using MashBroker.Ledger.Life;
using MashBroker.Ledger.Packs;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Testing.Correlation;
using MashBroker.Testing.Hub;
using NUnit.Framework;

namespace MashBroker.Tests.Life;

/// <summary>Hub, correlation and agencies as they run: what each is told, what it answers, and what the pack then says.</summary>
[CancelAfter(60_000)]
internal sealed class When_an_enquiry_changes_after_publication
{
    private HubBench _bench = null!;
    private AgencyByHand _police = null!;

    [SetUp]
    public async Task SetUp()
    {
        _bench = await HubBench.SetUpAsync("police", "health");
        _police = await _bench.AgencyAsync("police");
    }

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
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, before);
        await _police.ExpectAsync(LetterType.Request);
        _bench.Clock.Advance(TimeSpan.FromMinutes(30));

        var change = await ChangeAsync(write =>
            RerateEnquiry.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Rated(after, laterBecause))
        );

        var amendment = (await _police.ExpectAsync(LetterType.Amendment))[0].Letter;
        var due = HubBench.Start.AddHours(hours);
        var request = await RequestAsync(enquiry, "police");
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
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Green);
        await _police.ExpectAsync(LetterType.Request);
        _bench.Clock.Advance(TimeSpan.FromHours(3));

        var change = await ChangeAsync(write =>
            RerateEnquiry.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Rated(Rating.Red))
        );
        _bench.Clock.Advance(TimeSpan.FromMilliseconds(1));

        await _police.ExpectAsync(LetterType.Chaser);
        var flags = await _bench.ReadAsync(view => FlagStore.OfEnquiryAsync(view, enquiry));
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
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Green);
        await _police.ExpectAsync(LetterType.Request);
        await ChangeAsync(write =>
            RerateEnquiry.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Rated(Rating.Red))
        );

        _bench.Clock.Advance(TimeSpan.FromMinutes(61));

        await _bench.UntilAsync(
            "half of the new time gone",
            async () =>
                (await _bench.ReadAsync(view => FlagStore.OfEnquiryAsync(view, enquiry))).Any(flag =>
                    flag is { Agency: "police", Kind: FlagKind.HalfTimeGone }
                    && flag.DueAt == HubBench.Start.AddHours(1)
                )
        );
    }

    [Test]
    public async Task An_agency_that_answered_is_asked_about_a_person_added_and_its_answer_completes_the_enquiry_again()
    {
        var health = await _bench.AgencyAsync("health");
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var toPolice = (await _police.ExpectAsync(LetterType.Request))[0];
        await health.SendAsync((await health.ExpectAsync(LetterType.Request))[0], Nothing("S1", "S2"));
        await _police.SendAsync(toPolice, Nothing("S1", "S2"));
        await UntilAsync(enquiry, row => row is { State: EnquiryState.AllIn, PackVersion: 1 });
        _bench.Clock.Advance(TimeSpan.FromHours(2));

        var change = await ChangeAsync(write => TellFacts.WriteAsync(write, _bench.Profile, enquiry, Uncle));

        var asking = (await _police.ExpectAsync(LetterType.Amendment))[0];
        var reopened = (await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry)))!;
        var request = await RequestAsync(enquiry, "police");
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

        await _police.SendAsync(asking, SomeReturn.Of(SomeReturn.Held("S3")).Part(2, final: true));
        if (change.Told.Contains("health"))
        {
            await health.SendAsync(
                (await health.ExpectAsync(LetterType.Amendment))[0],
                SomeReturn.Of(SomeReturn.NothingKnown("S3")).Part(2, final: true)
            );
        }

        await UntilAsync(enquiry, row => row is { State: EnquiryState.AllIn, AllInAt: not null });
        var pack = await PackAsync(enquiry, 2);
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
        var health = await _bench.AgencyAsync("health");
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        await health.SendAsync((await health.ExpectAsync(LetterType.Request))[0], Nothing("S1", "S2"));
        await _police.SendAsync(
            (await _police.ExpectAsync(LetterType.Request))[0],
            SomeReturn.Of(SomeReturn.NothingKnown("S2"), SomeReturn.NeedMoreDetails("S1", "A date of birth."))
        );
        await UntilAsync(enquiry, row => row.State is EnquiryState.AllIn);

        var wordsAlone = await ChangeAsync(write => TellFacts.WriteAsync(write, _bench.Profile, enquiry, Details([])));
        var change = await ChangeAsync(write => TellFacts.WriteAsync(write, _bench.Profile, enquiry, Details([Child])));

        var asking = (await _police.ExpectAsync(LetterType.Amendment))[0];
        var child = ((Amendment)asking.Letter.Body).Subjects.Single();
        Assert.Multiple(() =>
        {
            Assert.That(wordsAlone.Faults.Single().Path, Is.EqualTo("people"));
            Assert.That(change.Told, Is.EqualTo(new[] { "police" }));
            Assert.That(child.DateOfBirth, Is.EqualTo(new DateOnly(2016, 3, 1)));
            Assert.That(child.Addresses, Is.Not.Empty, "what is not said anew stands");
            Assert.That(health.All.Select(came => came.Letter.Head.Type), Has.None.EqualTo(LetterType.Amendment));
        });

        await _police.SendAsync(asking, SomeReturn.Of(SomeReturn.NothingKnown("S1")).Part(2, final: true));

        await UntilAsync(enquiry, row => row.State is EnquiryState.AllIn);
        Assert.That((await RequestAsync(enquiry, "police")).Answer, Is.EqualTo(AnswerKind.NothingKnown));
        var pack = await PackUntilAsync(
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
    public async Task A_return_on_its_way_when_the_enquiry_is_withdrawn_is_kept_beside_the_withdrawal_and_shown()
    {
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        var asked = (await _police.ExpectAsync(LetterType.Request))[0];
        await UntilRequestAsync(enquiry, "police", request => request.SentAt is not null);

        await ChangeAsync(write => WithdrawEnquiry.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Withdrawn()));
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await _police.SendAsync(asked, Nothing("S1", "S2"));

        await UntilRequestAsync(enquiry, "police", request => request.AnsweredAfterWithdrawal);
        await _police.ExpectAsync(LetterType.Withdrawal);
        var pack = await PackUntilAsync(enquiry, each => each.Agencies.Any(agency => agency.AnsweredAfterWithdrawal));
        var receipt = (await _police.ExpectAsync(LetterType.ReturnReceipt))[0];
        Assert.Multiple(() =>
        {
            Assert.That(pack.GapsLine, Does.Contain("answered before the withdrawal of its request reached it"));
            Assert.That(pack.Changes.Single().What, Does.Contain("The whole enquiry was withdrawn."));
            Assert.That(((ReturnReceipt)receipt.Letter.Body).Late, Is.False);
        });
    }

    [Test]
    public async Task A_withdrawal_goes_again_until_its_receipt_and_the_request_does_not()
    {
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        await _police.ExpectAsync(LetterType.Request);
        await UntilRequestAsync(enquiry, "police", request => request.SentAt is not null);
        await ChangeAsync(write => WithdrawEnquiry.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Withdrawn()));
        await _police.ExpectAsync(LetterType.Withdrawal);

        // Not before the first is marked sent: only then its next attempt is five minutes away.
        await _bench.UntilAsync(
            "withdrawal marked sent",
            async () => !(await DueAsync("police")).Contains(LetterType.Withdrawal)
        );
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        var came = await _police.ExpectAsync(LetterType.Withdrawal, 2);
        await _police.ReceiptAsync(came[1]);
        await _bench.UntilAsync(
            "receipted",
            async () =>
                (await _bench.ReadAsync(view => AuditStore.OfEnquiryAsync(view, enquiry))).Any(act =>
                    act.Act is AuditAct.LetterReceipted
                )
        );
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Multiple(async () =>
        {
            Assert.That(came[0].Bytes, Is.EqualTo(came[1].Bytes));
            Assert.That(
                await DueAsync("police"),
                Has.None.EqualTo(LetterType.Withdrawal).And.None.EqualTo(LetterType.Request)
            );
        });
    }

    [Test]
    public async Task An_agency_asked_later_has_its_own_deadline_and_is_never_missing_before_it()
    {
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        await _bench.StopHubAsync();
        _bench.Clock.Set(HubBench.Start.AddHours(30));
        await _bench.StartHubAsync();
        await UntilAsync(enquiry, row => row.State is EnquiryState.DecisionDuePassed);

        var change = await ChangeAsync(write =>
            AskAgency.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Asked("education"))
        );
        _bench.Clock.Advance(TimeSpan.FromHours(1));
        await _bench.UntilAsync(
            "looked at",
            async () => await _bench.ReadAsync(FlagStore.NextAsync) > HubBench.Start.AddHours(31)
        );

        var request = await RequestAsync(enquiry, "education");
        Assert.Multiple(() =>
        {
            Assert.That(change.Remarks, Has.Some.Contains("never reported").And.Some.Contains("after the decision"));
            Assert.That(request.State, Is.EqualTo(RequestState.Queued), "it has no certificate yet");
            Assert.That(request.DueAt, Is.EqualTo(HubBench.Start.AddHours(36)));
            Assert.That(
                request,
                Has.Property(nameof(RequestRow.Late)).False.And.Property(nameof(RequestRow.Missing)).False
            );
        });
    }

    private Came[] Reminders() =>
        [
            .. _police
                .All.Where(came => came.Letter.Head.Type is LetterType.Chaser)
                .DistinctBy(came => came.Letter.Head.Id),
        ];

    [Test]
    public async Task A_reminder_by_hand_is_counted_and_not_repeated_within_five_minutes()
    {
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Amber);
        await _police.ExpectAsync(LetterType.Request);

        var first = await ChangeAsync(write =>
            ChaseAgencies.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Chased("police"))
        );
        var again = await ChangeAsync(write =>
            ChaseAgencies.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Chased("police"))
        );
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        await ChangeAsync(write => ChaseAgencies.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Chased(null)));

        // The first goes again after five minutes without a receipt: the same letter, not another reminder.
        await _bench.UntilAsync("reminded twice", () => Task.FromResult(Reminders().Length == 2));
        var chasers = Reminders();
        Assert.Multiple(() =>
        {
            Assert.That(first.Told, Is.EqualTo(new[] { "police" }));
            Assert.That(again.Faults.Single().Fault, Does.Contain("within the last five minutes"));
            Assert.That(chasers.Select(came => ((Chaser)came.Letter.Body).Number), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(((Chaser)chasers[0].Letter.Body).MinutesLeft, Is.EqualTo(360));
        });
    }

    [Test]
    public async Task An_adapter_that_was_down_learns_of_everything_and_answers_all_of_it()
    {
        // Nobody plays health: its lane keeps what is sent until its adapter runs.
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Green);
        await _police.ExpectAsync(LetterType.Request);
        await ChangeAsync(write => TellFacts.WriteAsync(write, _bench.Profile, enquiry, Uncle));
        await ChangeAsync(write =>
            RerateEnquiry.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Rated(Rating.Red))
        );

        await using var health = await AdapterBeside.StartAsync(_bench, "health");

        await UntilRequestAsync(enquiry, "health", request => request.State is RequestState.Answered);
        var questions = await _bench.ReadAsync(view => QuestionStore.OfEnquiryAsync(view, enquiry));
        var request = await RequestAsync(enquiry, "health");
        Assert.Multiple(() =>
        {
            Assert.That(request.Parts, Is.EqualTo(2), "about those of the request, and about the person added");
            Assert.That(request.Answer, Is.EqualTo(AnswerKind.NothingKnown));
            Assert.That(
                questions.Where(question => question.RequestId == request.Id).Select(question => question.AnsweredAt),
                Has.One.Not.Null
            );
        });
    }

    [Test]
    public async Task An_adapter_that_was_down_when_it_was_withdrawn_looks_for_nobody()
    {
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Green);
        await UntilRequestAsync(enquiry, "health", request => request.SentAt is not null);
        await ChangeAsync(write => WithdrawEnquiry.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Withdrawn()));
        await _bench.UntilAsync("sent", async () => !(await DueAsync("health")).Contains(LetterType.Withdrawal));

        await using var health = await AdapterBeside.StartAsync(_bench, "health");

        await _bench.UntilAsync(
            "the withdrawal is receipted",
            async () =>
                (await _bench.ReadAsync(view => AuditStore.OfEnquiryAsync(view, enquiry))).Any(act =>
                    act is { Act: AuditAct.LetterReceipted, Subject: "health" }
                )
        );
        var request = await RequestAsync(enquiry, "health");
        Assert.That(request.State, Is.EqualTo(RequestState.Withdrawn));
    }

    [TestCase(true, TestName = "Evidence_counts_a_return_by_the_deadline_that_stood_when_it_came_before_the_rerating")]
    [TestCase(false, TestName = "Evidence_counts_a_return_by_the_deadline_that_stood_when_it_came_after_the_rerating")]
    public async Task Evidence(bool returnFirst)
    {
        var enquiry = await _bench.EnquireAsync(SomeFamily.Contact, Rating.Green);
        var asked = (await _police.ExpectAsync(LetterType.Request))[0];
        _bench.Clock.Advance(TimeSpan.FromHours(3));

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

        await UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Answered);
        await _police.ExpectAsync(LetterType.ReturnReceipt);
        using var root = X509Certificate2.CreateFromPem(
            await File.ReadAllTextAsync(Path.Combine(_bench.KeysOf(Party.HubName), "root.crt"))
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
            await _police.SendAsync(asked, Nothing("S1", "S2"));
            await UntilRequestAsync(enquiry, "police", request => request.State is RequestState.Answered);
        }

        async Task RerateAsync()
        {
            await ChangeAsync(write =>
                RerateEnquiry.WriteAsync(write, _bench.Profile, enquiry, SomeChange.Rated(Rating.Red))
            );
            if (!returnFirst)
            {
                await _police.ExpectAsync(LetterType.Amendment);
            }
        }
    }

    [Test]
    public async Task Facts_that_tell_a_protected_address_are_not_written_until_somebody_lets_them_leave()
    {
        var enquiry = await _bench.EnquireAsync(Hidden, Rating.Amber);
        await _police.ExpectAsync(LetterType.Request);
        var telling = Uncle with { People = [], Facts = "The mother and the child moved to 14 Cadwallader Passage." };

        var stopped = await ChangeAsync(write => TellFacts.WriteAsync(write, _bench.Profile, enquiry, telling));
        var lettersAfter = await DueAsync("police");
        await _bench.Ledger.WriteAsync(
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
        var passed = await ChangeAsync(write => TellFacts.WriteAsync(write, _bench.Profile, enquiry, telling));

        await _police.ExpectAsync(LetterType.Amendment);
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

    private static NewFacts Uncle { get; } = SomeChange.Told(SomeChange.Adult("Corin", "1980-04-02"));

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

    private static Return Nothing(params string[] subjects) =>
        SomeReturn.Of([.. subjects.Select(SomeReturn.NothingKnown)]);

    private async Task<EnquiryChange> ChangeAsync(Func<LedgerTransaction, Task<EnquiryChange?>> write) =>
        (await _bench.Ledger.WriteAsync(write, CancellationToken.None))!;

    private async Task<EvidenceReport> ReportAsync(EnquiryReference enquiry, X509Certificate2 root)
    {
        // Until the hub has signed for the whole record, what stands in it cannot be given out.
        var row = await _bench.Ledger.WriteAsync(
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
        await _bench.UntilAsync(
            "a signed head",
            async () => (head = await _bench.ReadAsync(view => AuditHeadStore.CoveringAsync(view, row))) is not null
        );
        return EvidenceCheck.Run(
            await _bench.ReadAsync(view =>
                EvidenceExport.MakeAsync(view, _bench.Profile.Code, enquiry, head!, withContent: true)
            ),
            root
        );
    }

    private async Task<IReadOnlyList<LetterType>> DueAsync(string agency) =>
        [
            .. (
                await _bench.ReadAsync(view =>
                    MashBroker.Ledger.Outbox.OutboxStore.DueAsync(view, _bench.Clock.GetUtcNow(), 1_000)
                )
            )
                .Where(row => row.Agency == agency)
                .Select(row => row.Type),
        ];

    private async Task<RequestRow> RequestAsync(EnquiryReference enquiry, string agency) =>
        (await _bench.ReadAsync(view => EnquiryStore.RequestsOfAsync(view, enquiry))).Single(each =>
            each.Agency == agency
        );

    private Task UntilRequestAsync(EnquiryReference enquiry, string agency, Func<RequestRow, bool> so) =>
        _bench.UntilAsync(agency, async () => so(await RequestAsync(enquiry, agency)));

    private Task UntilAsync(EnquiryReference enquiry, Func<EnquiryRow, bool> so) =>
        _bench.UntilAsync(
            "the enquiry",
            async () => so((await _bench.ReadAsync(view => EnquiryStore.FindAsync(view, enquiry)))!)
        );

    private async Task<Pack> PackAsync(EnquiryReference enquiry, int atLeast)
    {
        await UntilAsync(enquiry, row => row.PackVersion >= atLeast);
        var row = (await _bench.ReadAsync(view => PackStore.FindAsync(view, enquiry)))!;
        return JsonSerializer.Deserialize<Pack>(row.Json, MashJson.Options)!;
    }

    private async Task<Pack> PackUntilAsync(EnquiryReference enquiry, Func<Pack, bool> so)
    {
        Pack? pack = null;
        await _bench.UntilAsync(
            "the pack",
            async () =>
                await _bench.ReadAsync(view => PackStore.FindAsync(view, enquiry)) is { } row
                && so(pack = JsonSerializer.Deserialize<Pack>(row.Json, MashJson.Options)!)
        );
        return pack!;
    }
}
