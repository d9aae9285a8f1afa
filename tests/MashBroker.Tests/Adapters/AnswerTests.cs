using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Testing.Adapters;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>What the hub is answered about each person, and in how many parts.</summary>
internal sealed class AnswerTests
{
    private AskedAdapter _adapter = null!;

    [SetUp]
    public async Task OpenAsync() => _adapter = await AskedAdapter.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _adapter.DisposeAsync();

    [Test]
    public async Task A_request_is_receipted_and_answered_for_each_person_of_the_household()
    {
        await _adapter.StartAsync();
        var request = _adapter.Request(
            Household.Child(),
            Household.Brother(),
            Household.Mother(),
            Household.Stranger()
        );
        var sent = await _adapter.Hub.SendAsync(request);
        var receipt = (await _adapter.Hub.ExpectAsync<Receipt>())[0].Letter;
        var answered = (await _adapter.Hub.ExpectAsync<Return>())[0];
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
        await _adapter.StartAsync();
        var asked = Asking.For(
            [Household.Child()],
            _adapter.Clock.GetUtcNow(),
            [.. AskedAdapter.PoliceKinds, RecordKind.PoliceWarningMarker]
        );
        var answer = await _adapter.AnswerAsync(_adapter.Hub.Letter(asked with { LookBackTo = new(2025, 8, 8) }));

        Assert.That(
            answer.Answers[0].Records.Select(record => record.Source.RecordId),
            Is.EqualTo(new[] { "WM-1", "DI-1", "CR-1" })
        );
    }

    [Test]
    public async Task A_doubt_asks_for_more_details_by_the_names_of_fields()
    {
        await _adapter.StartAsync();
        var unsure = Household.Child() with { Names = [new PersonName { Given = "Marisa", Family = "Thistlewood" }] };
        var answer = (await _adapter.AnswerAsync(_adapter.Request(unsure))).Answers[0];

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
        await _adapter.StartAsync(options => options.AnswerInParts = true);
        await _adapter.Hub.SendAsync(_adapter.Request(Household.Child(), Household.Brother(), Household.Stranger()));
        var parts = (await _adapter.Hub.ExpectAsync<Return>(3))
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
        _adapter.Records = new FakeAgencyRecords().Holding(
            Household.Held(Household.Child()),
            [.. Enumerable.Range(0, 11).Select(i => Household.Record(RecordKind.PoliceCrime, $"CR-{i}", null))]
        );
        await _adapter.StartAsync(options => options.MostRecordsPerPerson = 10);

        Assert.That(
            (await _adapter.AnswerAsync(_adapter.Request(Household.Child()))).Kind,
            Is.EqualTo(AnswerKind.CannotLook)
        );
    }

    [Test]
    public async Task More_than_a_letter_carries_goes_in_several_parts()
    {
        var long1 = Household.Record(RecordKind.PoliceCrime, "CR-1", null) with { Summary = new string('x', 500_000) };
        _adapter.Records = new FakeAgencyRecords()
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
        await _adapter.StartAsync();
        await _adapter.Hub.SendAsync(_adapter.Request(Household.Child(), Household.Brother(), Household.Mother()));
        var parts = (await _adapter.Hub.ExpectAsync<Return>(2))
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
}
