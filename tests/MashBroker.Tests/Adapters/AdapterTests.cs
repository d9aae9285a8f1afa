using System.Security.Cryptography;
using Dapper;
using MashBroker.Adapters;
using MashBroker.Adapters.Receiving;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Messaging;
using MashBroker.Sealing;
using MashBroker.Sealing.AtRest;
using MashBroker.Testing.Adapters;
using MashBroker.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>One adapter with real sealing on a bus in memory: what the hub gets for what it sends.</summary>
[TestFixture]
internal sealed class AdapterTests
{
    private static readonly string[] PoliceKinds = [RecordKind.PoliceCrime, RecordKind.PoliceDomesticIncident];
    private AdapterBench _bench = null!;
    private FakeAgencyRecords _records = null!;

    [SetUp]
    public async Task OpenAsync()
    {
        _bench = await AdapterBench.OpenAsync();
        _records = Household.Records();
    }

    [TearDown]
    public async Task CloseAsync() => await _bench.DisposeAsync();

    [Test]
    public async Task A_request_is_receipted_and_answered_for_each_person_of_the_household()
    {
        await StartAsync();
        var request = Request(Household.Child(), Household.Brother(), Household.Mother(), Household.Stranger());
        var sent = await _bench.Hub.SendAsync(request);
        var receipt = (await _bench.Hub.ExpectAsync<Receipt>())[0].Letter;
        var answered = (await _bench.Hub.ExpectAsync<Return>())[0];
        var body = (Return)answered.Letter.Body;

        Assert.Multiple(() =>
        {
            Assert.That(receipt.Head.InReplyTo, Is.EqualTo(new InReplyTo(request.Head.Id, sent.Digest)));
            Assert.That(answered.Letter.Head.InReplyTo, Is.EqualTo(receipt.Head.InReplyTo));
            Assert.That(answered.Letter.Head.Enquiry, Is.EqualTo(request.Head.Enquiry));
            Assert.That(answered.Lane.Rating, Is.EqualTo(request.Head.Rating));
            Assert.That(
                answered.Letter.Head.ExpiresAt,
                Is.EqualTo(request.Head.DueAt!.Value.AddDays(30)).Within(TimeSpan.FromSeconds(1))
            );
            Assert.That(
                body.Answers.Select(answer => answer.Kind),
                Is.EqualTo(new[] { AnswerKind.Held, AnswerKind.Held, AnswerKind.Refused, AnswerKind.NothingKnown })
            );
            Assert.That(
                body.Answers[0].Records.Select(record => record.Source.RecordId),
                Is.EqualTo(new[] { "DI-1", "CR-1", "DI-2" })
            );
            Assert.That(body.Answers[1].Records, Is.Empty);
            Assert.That(body.Answers[1].Reason, Is.Not.Empty);
            Assert.That(body.Answers[2].Reason, Is.EqualTo(Household.Ground));
            Assert.That(body, Has.Property(nameof(Return.Kind)).EqualTo(AnswerKind.Held));
            Assert.That(body, Has.Property(nameof(Return.Final)).True);
            Assert.That(body.Restrictions, Is.EqualTo(new[] { "not-to-family" }));
            Assert.That(
                body.Headline,
                Is.EqualTo(
                    "2 of 4 people asked about are known here, with 3 records to share, the latest of 1 February 2026. "
                        + "1 of 4 people asked about is not known here. "
                        + "1 of 4 people asked about is on record but not disclosed."
                )
            );
        });
    }

    [Test]
    public async Task Events_before_the_look_back_stay_at_the_agency_and_standing_facts_do_not()
    {
        await StartAsync();
        var asked = Asking.For(
            [Household.Child()],
            _bench.Clock.GetUtcNow(),
            [.. PoliceKinds, RecordKind.PoliceWarningMarker]
        );
        var answer = await AnswerAsync(_bench.Hub.Letter(asked with { LookBackTo = new(2025, 8, 8) }));

        Assert.That(
            answer.Answers[0].Records.Select(record => record.Source.RecordId),
            Is.EqualTo(new[] { "WM-1", "DI-1", "CR-1" })
        );
    }

    [Test]
    public async Task A_doubt_asks_for_more_details_by_the_names_of_fields()
    {
        await StartAsync();
        var unsure = Household.Child() with { Names = [new PersonName { Given = "Marisa", Family = "Thistlewood" }] };
        var answer = (await AnswerAsync(Request(unsure))).Answers[0];

        Assert.Multiple(() =>
        {
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.NeedMoreDetails));
            Assert.That(answer.Match.Outcome, Is.EqualTo(MatchOutcome.Possible));
            Assert.That(answer.Records, Is.Empty);
            Assert.That(answer.Reason, Does.Contain("the exact names"));
            Assert.That(answer.Reason, Does.Not.Contain("Marisol").And.Not.Contain("2016"));
        });
    }

    [Test]
    public async Task A_household_can_be_answered_in_parts()
    {
        await StartAsync(options => options.AnswerInParts = true);
        await _bench.Hub.SendAsync(Request(Household.Child(), Household.Brother(), Household.Stranger()));
        var parts = (await _bench.Hub.ExpectAsync<Return>(3))
            .Select(one => (Return)one.Letter.Body)
            .OrderBy(part => part.Part)
            .ToList();

        Assert.Multiple(() =>
        {
            Assert.That(parts.Select(part => part.Part), Is.EqualTo(new[] { 1, 2, 3 }));
            Assert.That(parts.Select(part => part.Final), Is.EqualTo(new[] { false, false, true }));
            Assert.That(parts.Select(part => part.Answers.Single().Subject), Is.EqualTo(new[] { "S1", "S2", "S4" }));
            Assert.That(
                parts.Select(part => part.Kind),
                Is.EqualTo(new[] { AnswerKind.Held, AnswerKind.Held, AnswerKind.NothingKnown })
            );
        });
    }

    [Test]
    public async Task More_records_than_one_person_can_have_are_a_fault_and_not_an_answer()
    {
        _records = new FakeAgencyRecords().Holding(
            Household.Held(Household.Child()),
            [.. Enumerable.Range(0, 11).Select(i => Household.Record(RecordKind.PoliceCrime, $"CR-{i}", null))]
        );
        await StartAsync(options => options.MostRecordsPerPerson = 10);

        Assert.That((await AnswerAsync(Request(Household.Child()))).Kind, Is.EqualTo(AnswerKind.CannotLook));
    }

    [Test]
    public async Task More_than_a_letter_carries_goes_in_several_parts()
    {
        var long1 = Household.Record(RecordKind.PoliceCrime, "CR-1", null) with { Summary = new string('x', 500_000) };
        _records = new FakeAgencyRecords()
            .Holding(Household.Held(Household.Child()), long1)
            .Holding(Household.Held(Household.Brother()), long1)
            .Holding(
                Household.Held(Household.Mother()),
                long1,
                long1 with
                {
                    Source = new RecordSource("Fake records", "CR-2"),
                }
            );
        await StartAsync();
        await _bench.Hub.SendAsync(Request(Household.Child(), Household.Brother(), Household.Mother()));
        var parts = (await _bench.Hub.ExpectAsync<Return>(2))
            .Select(one => (Return)one.Letter.Body)
            .OrderBy(part => part.Part)
            .ToList();

        Assert.Multiple(() =>
        {
            Assert.That(parts.Select(part => part.Final), Is.EqualTo(new[] { false, true }));
            Assert.That(
                parts.SelectMany(part => part.Answers).Select(answer => answer.Kind),
                Is.EqualTo(new[] { AnswerKind.Held, AnswerKind.Held, AnswerKind.CannotLook })
            );
        });
    }

    [Test]
    public async Task Rubbish_from_the_records_is_no_proof_that_nothing_is_known()
    {
        _records.Fault = new FormatException("Marisol Thistlewood is not a number");
        await StartAsync();
        var answer = (await AnswerAsync(Request(Household.Child()))).Answers[0];

        Assert.Multiple(() =>
        {
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.CannotLook));
            Assert.That(answer.Reason, Does.Not.Contain("Marisol"));
            Assert.That(string.Join('\n', _bench.LogText), Does.Not.Contain("Marisol"));
        });
    }

    [Test]
    public async Task A_system_that_comes_back_while_it_is_asked_again_is_searched()
    {
        var tries = 0;
        _records.Before = _ =>
            ++tries < 3 ? throw new RecordsUnavailableException("Fake records are restarting.") : Task.CompletedTask;
        await StartAsync();

        Assert.That((await AnswerAsync(Request(Household.Child()))).Kind, Is.EqualTo(AnswerKind.Held));
    }

    [Test]
    public async Task Records_that_were_away_are_looked_at_again_and_the_same_part_is_sent_anew()
    {
        _records.Before = _ => throw new RecordsUnavailableException("Fake records are restarting.");
        await StartAsync();
        var request = Request(Household.Child(), Household.Stranger());
        await _bench.Hub.SendAsync(request);
        var first = (Return)(await _bench.Hub.ExpectAsync<Return>())[0].Letter.Body;
        _records.Before = null;
        _bench.Clock.Advance(TimeSpan.FromSeconds(31));
        var second = (await _bench.Hub.ExpectAsync<Return>(2))[1].Letter;
        var body = (Return)second.Body;

        Assert.Multiple(() =>
        {
            Assert.That((first.Kind, first.Part, first.Final), Is.EqualTo((AnswerKind.CannotLook, 1, true)));
            Assert.That((body.Part, body.Final), Is.EqualTo((1, true)));
            Assert.That(second.Head.InReplyTo!.Id, Is.EqualTo(request.Head.Id));
            Assert.That(
                body.Answers.Select(answer => answer.Kind),
                Is.EqualTo(new[] { AnswerKind.Held, AnswerKind.NothingKnown })
            );
        });
    }

    [Test]
    public async Task Whoever_could_be_looked_for_keeps_the_answer_when_the_others_are_looked_for_again()
    {
        var away = true;
        _records.Before = subject =>
            away && subject.Code == "S2"
                ? throw new RecordsUnavailableException("Fake records are restarting.")
                : Task.CompletedTask;
        await StartAsync();
        await _bench.Hub.SendAsync(Request(Household.Child(), Household.Brother()));
        await _bench.Hub.ExpectAsync<Return>();
        away = false;
        _bench.Clock.Advance(TimeSpan.FromSeconds(31));
        var body = (Return)(await _bench.Hub.ExpectAsync<Return>(2))[1].Letter.Body;

        Assert.That(
            body.Answers.Select(answer => (answer.Subject, answer.Kind)),
            Is.EqualTo(new[] { ("S1", AnswerKind.Held), ("S2", AnswerKind.Held) })
        );
    }

    [Test]
    public async Task What_an_earlier_run_could_not_look_at_is_looked_at_by_the_next()
    {
        _records.Before = _ => throw new RecordsUnavailableException("Fake records are restarting.");
        await StartAsync();
        var request = Request(Household.Child());
        await _bench.Hub.SendAsync(request);
        await _bench.Hub.ExpectAsync<Return>();
        await _bench.StopAsync();
        _records.Before = null;
        // The first probe of the new run succeeds: nobody waits for the pause to pass.
        await StartAsync();

        // The first return may come twice: stopped before it was noted as sent, it goes again.
        var returns = await _bench.Hub.ExpectAsync<Return>(2, request.Head.Request);
        while (((Return)returns[^1].Letter.Body).Kind is not AnswerKind.Held)
        {
            returns = await _bench.Hub.ExpectAsync<Return>(returns.Count + 1, request.Head.Request);
        }

        Assert.That(returns.Select(one => ((Return)one.Letter.Body).Part), Is.All.EqualTo(1));
    }

    [Test]
    public async Task After_the_deadline_or_a_withdrawal_nobody_looks_again()
    {
        _records.Before = _ => throw new RecordsUnavailableException("Fake records are restarting.");
        await StartAsync();
        var withdrawn = Request(Household.Child());
        await _bench.Hub.SendAsync(withdrawn);
        await _bench.Hub.ExpectAsync<Return>();
        await _bench.Hub.SendAsync(_bench.Hub.Letter(new Withdrawal { Reason = "Closed." }, withdrawn.Head.Request));
        await _bench.Hub.ExpectAsync<Receipt>(2);
        await AnswerAsync(Request(Household.Brother()));
        _records.Before = null;
        _bench.Clock.Advance(TimeSpan.FromHours(7));
        var asked = _records.Asked.Count;
        await AnswerAsync(Request(Household.Stranger()));

        Assert.That(_records.Asked.Skip(asked), Is.EqualTo(new[] { "S4" }));
    }

    [Test]
    public async Task The_same_request_a_hundred_times_is_one_search_and_one_return()
    {
        await StartAsync();
        var request = Request(Household.Child());
        var bytes = _bench.Hub.Sealer.Seal(request).Bytes;
        for (var i = 0; i < 100; i++)
        {
            await _bench.Hub.SendAsync(request.Head.Id, request.Head.Rating, bytes);
        }

        await _bench.LoggedAsync("(Duplicate)", 99);
        await _bench.Hub.ExpectAsync<Return>();
        await _bench.Hub.ExpectAsync<Receipt>();
        var returns = _bench.Hub.Arrived.Where(one =>
            one.Letter.Body is Return && one.Letter.Head.Request == request.Head.Request
        );
        var receipts = _bench.Hub.Arrived.Where(one =>
            one.Letter.Body is Receipt && one.Letter.Head.Request == request.Head.Request
        );
        Assert.Multiple(() =>
        {
            Assert.That(returns.Select(one => one.Digest).Distinct().Count(), Is.EqualTo(1));
            Assert.That(receipts.Select(one => one.Digest).Distinct().Count(), Is.EqualTo(1));
            Assert.That(_records.Asked, Is.EqualTo(new[] { "S1" }));
        });
    }

    [Test]
    public async Task The_same_id_with_other_content_is_quarantined_and_has_no_effect()
    {
        await StartAsync();
        var request = Request(Household.Child());
        await AnswerAsync(request);
        await _bench.Hub.SendAsync(
            request with
            {
                Body = ((Request)request.Body) with { ConcernSummary = "Another." },
            }
        );
        await _bench.LoggedAsync("Replayed");

        Assert.That(Faults(), Is.EqualTo(new[] { nameof(SealFault.Replayed) }));
        Assert.That(_records.Asked, Is.EqualTo(new[] { "S1" }));
    }

    [Test]
    public async Task The_same_message_on_another_lane_is_quarantined()
    {
        await StartAsync();
        var request = Request(Household.Child());
        var sent = await _bench.Hub.SendAsync(request);
        await _bench.Hub.ExpectAsync<Return>();
        await _bench.Hub.SendAsync(request.Head.Id, Rating.Red, sent.Bytes);
        await _bench.LoggedAsync("Replayed");

        Assert.That(Faults(), Is.EqualTo(new[] { nameof(SealFault.Replayed) }));
    }

    [TestCase(null, "BrokerUserAbsent")]
    [TestCase("mash.sefton.health", "BrokerUserIsNotSigner")]
    [TestCase("mash.other", "BrokerUserIsNotSigner")]
    public async Task A_request_that_the_hub_signed_and_somebody_else_brought_is_quarantined(string? user, string fault)
    {
        await StartAsync();
        var request = Request(Household.Child());
        var bytes = _bench.Hub.Sealer.Seal(request).Bytes;
        var lane = Lane.ToAgency(HubStandIn.Hub, AdapterBench.Agency, Rating.Green);

        await _bench
            .Services.GetRequiredService<LetterConsumer>()
            .ConsumeAsync(new SealedDelivery(bytes, lane, user, Redelivered: false), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(Faults(), Is.EqualTo(new[] { fault }));
            Assert.That(Quarantined(bytes), Is.EqualTo(bytes));
            Assert.That(Read<long>("select count(*) from work"), Is.EqualTo(new[] { 0L }));
        });
    }

    [Test]
    public async Task What_is_no_sealed_message_is_kept_as_it_came_and_answered_by_nobody()
    {
        await StartAsync();
        byte[] rubbish = [1, 2, 3, 4];
        await _bench.Hub.SendAsync(MessageId.New(), Rating.Green, rubbish);
        await _bench.Hub.SendAsync(MessageId.New(), Rating.Green, rubbish);
        await _bench.LoggedAsync("it is in quarantine", 2);

        Assert.Multiple(() =>
        {
            Assert.That(Faults(), Has.Length.EqualTo(1));
            Assert.That(Quarantined(rubbish), Is.EqualTo(rubbish));
            Assert.That(_bench.Hub.Arrived.Count(one => one.Letter.Body is not Heartbeat), Is.Zero);
        });
    }

    [Test]
    public async Task Red_is_answered_before_Green_when_work_queues_up()
    {
        var gate = new TaskCompletionSource();
        var held = new CountdownEvent(1);
        _records.Before = subject =>
        {
            if (subject.Code != "S1")
            {
                return Task.CompletedTask;
            }

            held.Signal();
            return gate.Task;
        };
        await StartAsync(options => options.RequestsAtATime = 1);
        await _bench.Hub.SendAsync(Request(Household.Child()));
        Assert.That(held.Wait(TimeSpan.FromSeconds(20)), Is.True);
        await _bench.Hub.SendAsync(Request(Household.Stranger()));
        await _bench.Hub.SendAsync(Request(Rating.Amber, Household.Brother()));

        // The place kept for Red: while Green holds the only other one, Red is answered.
        var red = Request(Rating.Red, Household.Mother());
        await AnswerAsync(red);
        await _bench.LoggedAsync("(New)", 4);
        gate.SetResult();
        await _bench.Hub.ExpectAsync<Return>(4);

        Assert.That(_records.Asked, Is.EqualTo(new[] { "S1", "S3", "S2", "S4" }));
    }

    [Test]
    public async Task What_an_earlier_run_received_is_answered_by_the_next()
    {
        var started = new TaskCompletionSource();
        _records.Before = _ =>
        {
            started.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        await StartAsync();
        var request = Request(Household.Child());
        await _bench.Hub.SendAsync(request);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await _bench.StopAsync();
        _records.Before = null;
        await StartAsync();

        Assert.That((await _bench.Hub.ReturnToAsync(request.Head.Request!.Value)).Kind, Is.EqualTo(AnswerKind.Held));
    }

    [Test]
    public async Task Parts_that_an_earlier_run_stored_are_not_made_again()
    {
        var second = new TaskCompletionSource();
        _records.Before = subject =>
        {
            if (subject.Code == "S1")
            {
                return Task.CompletedTask;
            }

            second.TrySetResult();
            return new TaskCompletionSource().Task;
        };
        await StartAsync(options => options.AnswerInParts = true);
        var request = Request(Household.Child(), Household.Brother());
        await _bench.Hub.SendAsync(request);
        await _bench.Hub.ExpectAsync<Return>();
        await second.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await _bench.StopAsync();
        _records.Before = null;
        await StartAsync(options => options.AnswerInParts = true);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var count = 2;
        while (true)
        {
            var parts = await _bench.Hub.ExpectAsync<Return>(count++);
            var numbers = parts.Select(part => ((Return)part.Letter.Body).Part).Distinct().Order().ToList();
            if (numbers.Count == 2)
            {
                Assert.That(numbers, Is.EqualTo(new[] { 1, 2 }));
                Assert.That(parts.Select(part => part.Digest).Distinct().Count(), Is.EqualTo(2));
                // Two people are looked for at a time, in either order.
                Assert.That(_records.Asked, Is.EquivalentTo(new[] { "S1", "S2", "S2" }));
                return;
            }
        }
    }

    [Test]
    public async Task A_return_goes_again_until_the_hub_has_receipted_it()
    {
        await StartAsync();
        var request = Request(Household.Child());
        await _bench.Hub.SendAsync(request);
        var first = (await _bench.Hub.ExpectAsync<Return>())[0];
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        var again = (await _bench.Hub.ExpectAsync<Return>(2))[1];
        await ReceiptAsync(first);
        await AnswerAsync(Request(Household.Stranger()));
        var soFar = ReturnsTo(request);
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        // The other return goes again, this one does not.
        await _bench.Hub.ExpectAsync<Return>(soFar + 2);

        Assert.Multiple(() =>
        {
            Assert.That(again.Bytes, Is.EqualTo(first.Bytes));
            Assert.That(ReturnsTo(request), Is.EqualTo(soFar));
        });
    }

    [Test]
    public async Task A_return_without_receipt_goes_again_at_start()
    {
        await StartAsync();
        await _bench.Hub.SendAsync(Request(Household.Child()));
        await _bench.Hub.ExpectAsync<Return>();
        await _bench.StopAsync();
        await StartAsync();
        var returns = await _bench.Hub.ExpectAsync<Return>(2);

        Assert.That(returns[1].Bytes, Is.EqualTo(returns[0].Bytes));
    }

    [Test]
    public async Task A_chaser_is_receipted_and_brings_the_return_again()
    {
        await StartAsync();
        var request = Request(Household.Child());
        await AnswerAsync(request);
        await _bench.Hub.SendAsync(
            _bench.Hub.Letter(new Chaser { Number = 1, MinutesLeft = 20 }, request.Head.Request)
        );
        await _bench.Hub.ExpectAsync<Receipt>(2);
        var returns = await _bench.Hub.ExpectAsync<Return>(2);

        Assert.That(returns[1].Bytes, Is.EqualTo(returns[0].Bytes));
    }

    [Test]
    public async Task A_corrected_person_is_searched_again_and_answered_in_a_further_part()
    {
        await StartAsync();
        var unsure = Household.Child() with { Names = [new PersonName { Given = "Marisa", Family = "Thistlewood" }] };
        var request = Request(unsure, Household.Brother());
        await AnswerAsync(request);
        var amendment = _bench.Hub.Letter(
            new Amendment
            {
                Kind = AmendmentKind.NewFacts,
                Reason = "The school gave the name.",
                Subjects = [Household.Child()],
            },
            request.Head.Request
        );
        await _bench.Hub.SendAsync(amendment);
        var further = (await _bench.Hub.ExpectAsync<Return>(2))[1].Letter;
        var body = (Return)further.Body;

        Assert.Multiple(() =>
        {
            Assert.That(further.Head.InReplyTo!.Id, Is.EqualTo(amendment.Head.Id));
            Assert.That((body.Part, body.Final, body.Kind), Is.EqualTo((2, true, AnswerKind.Held)));
            Assert.That(body.Answers.Select(answer => answer.Subject), Is.EqualTo(new[] { "S1" }));
        });
    }

    [Test]
    public async Task A_rerated_request_is_answered_on_its_new_lane_even_when_the_news_came_first()
    {
        await StartAsync();
        var request = Request(Household.Child());
        await _bench.Hub.SendAsync(
            _bench.Hub.Letter(
                new Amendment
                {
                    Kind = AmendmentKind.Rerated,
                    Reason = "The child is missing.",
                    NewRating = Rating.Red,
                    ReturnDueAt = _bench.Clock.GetUtcNow().AddHours(2),
                },
                request.Head.Request,
                Rating.Red
            )
        );
        await _bench.Hub.ExpectAsync<Receipt>();
        await _bench.Hub.SendAsync(request);

        Assert.That((await _bench.Hub.ExpectAsync<Return>())[0].Lane.Rating, Is.EqualTo(Rating.Red));
    }

    [Test]
    public async Task Of_two_reratings_the_one_written_last_holds_whichever_comes_first()
    {
        await StartAsync();
        var request = Request(Household.Child());
        var (green, red) = (Rerated(Rating.Green, 1), Rerated(Rating.Red, 2));
        // Red overtakes Green on its own lane.
        await _bench.Hub.SendAsync(red);
        await _bench.Hub.ExpectAsync<Receipt>();
        await _bench.Hub.SendAsync(green);
        await _bench.Hub.ExpectAsync<Receipt>(2);

        await _bench.Hub.SendAsync(request);

        Assert.That((await _bench.Hub.ExpectAsync<Return>())[0].Lane.Rating, Is.EqualTo(Rating.Red));

        Letter Rerated(Rating rating, int minute)
        {
            var letter = _bench.Hub.Letter(
                new Amendment
                {
                    Kind = AmendmentKind.Rerated,
                    Reason = "Rated anew.",
                    NewRating = rating,
                    ReturnDueAt = _bench.Clock.GetUtcNow().AddHours(2),
                },
                request.Head.Request,
                rating
            );
            return letter with { Head = letter.Head with { IssuedAt = letter.Head.IssuedAt.AddMinutes(minute - 3) } };
        }
    }

    [Test]
    public async Task A_withdrawn_request_is_receipted_and_worked_on_no_more()
    {
        var started = new TaskCompletionSource();
        var gate = new TaskCompletionSource();
        _records.Before = subject =>
        {
            started.TrySetResult();
            return subject.Code == "S1" ? gate.Task : Task.CompletedTask;
        };
        await StartAsync();
        var request = Request(Household.Child());
        await _bench.Hub.SendAsync(request);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await _bench.Hub.SendAsync(_bench.Hub.Letter(new Withdrawal { Reason = "Closed." }, request.Head.Request));
        await _bench.Hub.ExpectAsync<Receipt>(2);
        gate.SetResult();
        await AnswerAsync(Request(Household.Stranger()));
        _bench.Clock.Advance(TimeSpan.FromMinutes(6));
        await _bench.Hub.ExpectAsync<Return>(2);

        Assert.That(ReturnsTo(request), Is.Zero);
    }

    [Test]
    public async Task A_purged_enquiry_leaves_ids_and_digests_and_no_word_of_anybody()
    {
        await StartAsync();
        var request = Request(Household.Child());
        var sent = await _bench.Hub.SendAsync(request);
        await _bench.Hub.ExpectAsync<Return>();
        var cell = new Cell("received", "content", request.Head.Id.ToString());
        using var vault = _bench.OpenVault();
        // As a backup of the inbox would have it.
        var backup = Read<byte[]>("select content from received where content is not null").Single();
        Assert.That(
            System.Text.Encoding.UTF8.GetString(vault.Open(cell, backup)),
            Does.Contain("Quillfeather"),
            "otherwise the test proves nothing"
        );
        var instruction = _bench.Hub.Letter(new PurgeInstruction { Reason = "Retention has ended." });
        await _bench.Hub.SendAsync(instruction with { Head = instruction.Head with { Request = null } });
        var certificate = (PurgeCertificate)(await _bench.Hub.ExpectAsync<PurgeCertificate>())[0].Letter.Body;
        // While it runs: closing the file would empty its log in any case.
        var whileRunning = Written();
        await _bench.Hub.SendAsync(request.Head.Id, request.Head.Rating, sent.Bytes);
        await _bench.StopAsync();
        var left = whileRunning + Written();

        Assert.Multiple(() =>
        {
            // The request, its receipt and its return.
            Assert.That(certificate.LettersErased, Is.EqualTo(3));
            Assert.That(Stands(request.Head.Id.ToString()) && Stands(sent.Digest));
            vault.Refresh();
            Assert.That(() => vault.Open(cell, backup), Throws.TypeOf<ContentErasedException>());
            Assert.That(Stands(System.Text.Encoding.Latin1.GetString(backup.AsSpan(30))), Is.False, "the ciphertext");
            Assert.That(Stands("Quillfeather") || Stands("Marisol") || Stands("Concern for"), Is.False);
        });

        bool Stands(string text) => left.Contains(text, StringComparison.Ordinal);
    }

    [Test]
    public async Task A_heartbeat_says_at_start_and_at_intervals_whether_the_records_can_be_reached()
    {
        await StartAsync();
        var first = (Heartbeat)(await _bench.Hub.ExpectAsync<Heartbeat>())[0].Letter.Body;
        _records.Fault = new RecordsUnavailableException("Fake records refuse the connection.");
        _bench.Clock.Advance(TimeSpan.FromSeconds(31));
        var second = (Heartbeat)(await _bench.Hub.ExpectAsync<Heartbeat>(2))[1].Letter.Body;

        Assert.That((first.RecordsReachable, second.RecordsReachable), Is.EqualTo((true, false)));
    }

    [Test]
    public void Wrong_settings_are_all_named_at_once_by_their_path()
    {
        var fault = Assert.CatchAsync(() =>
            _bench.StartAsync(
                _records,
                options =>
                {
                    (options.Hub, options.Agency, options.InboxFile) = ("", "Police!", "");
                    options.HeartbeatSeconds = 0;
                }
            )
        )!;

        Assert.That(
            new[] { "Adapter:Hub", "Adapter:Agency", "Adapter:InboxFile", "Adapter:HeartbeatSeconds" }.Where(path =>
                !fault.Message.Contains(path, StringComparison.Ordinal)
            ),
            Is.Empty
        );
    }

    [Test]
    public void Keys_of_another_agency_stop_the_start() =>
        Assert.That(
            () => _bench.StartAsync(_records, options => options.Agency = "health"),
            Throws.TypeOf<KeyFolderException>().With.Message.Contain("Adapter:Agency")
        );

    [Test]
    public void An_inbox_that_is_no_database_stops_the_start()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_bench.InboxFile)!);
        File.WriteAllText(_bench.InboxFile, new string('x', 5000));

        Assert.That(
            () => StartAsync(),
            Throws.TypeOf<MashBroker.Adapters.Inbox.InboxUnusableException>().With.Message.Contain("Adapter:InboxFile")
        );
        Assert.That(File.ReadAllText(_bench.InboxFile), Does.StartWith("xxx"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Windows has no file modes; the folder's access list rules there.")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task An_inbox_is_for_its_owner_alone()
    {
        await StartAsync();

        Assert.That(File.GetUnixFileMode(_bench.InboxFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private Task StartAsync(Action<AdapterOptions>? options = null) => _bench.StartAsync(_records, options);

    private Letter Request(params Subject[] subjects) => Request(Rating.Green, subjects);

    private Letter Request(Rating rating, params Subject[] subjects) =>
        _bench.Hub.Letter(Asking.For(subjects, _bench.Clock.GetUtcNow(), PoliceKinds), rating: rating);

    private async Task<Return> AnswerAsync(Letter request)
    {
        await _bench.Hub.SendAsync(request);
        return await _bench.Hub.ReturnToAsync(request.Head.Request!.Value);
    }

    private Task<SealedLetter> ReceiptAsync(Arrival arrival) =>
        _bench.Hub.SendAsync(
            _bench.Hub.Letter(
                new ReturnReceipt { ReceivedAt = _bench.Clock.GetUtcNow(), Late = false },
                arrival.Letter.Head.Request,
                inReplyTo: new InReplyTo(arrival.Letter.Head.Id, arrival.Digest)
            )
        );

    private int ReturnsTo(Letter request) =>
        _bench.Hub.Arrived.Count(one => one.Letter.Body is Return && one.Letter.Head.Request == request.Head.Request);

    // The one message in quarantine, as it came.
    private byte[] Quarantined(byte[] sent)
    {
        using var vault = _bench.OpenVault();
        var digest = Convert.ToHexStringLower(SHA256.HashData(sent));
        return vault.Open(new Cell("quarantine", "body", digest), Read<byte[]>("select body from quarantine").Single());
    }

    private string[] Faults() => Read<string>("select fault from quarantine order by seq");

    private T[] Read<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_bench.InboxFile};Pooling=False;Mode=ReadOnly");
        return [.. connection.Query<T>(sql)];
    }

    // Everything that stands in the inbox's files, log included.
    private string Written() =>
        string.Concat(
            Directory
                .GetFiles(Path.GetDirectoryName(_bench.InboxFile)!)
                .Select(file =>
                {
                    using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    using var bytes = new MemoryStream();
                    stream.CopyTo(bytes);
                    return System.Text.Encoding.Latin1.GetString(bytes.ToArray());
                })
        );
}
