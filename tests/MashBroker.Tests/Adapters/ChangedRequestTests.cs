using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;
using NUnit.Framework;

namespace MashBroker.Tests.Adapters;

/// <summary>Requests that were corrected, rated anew, withdrawn or purged after they came.</summary>
internal sealed class ChangedRequestTests
{
    private AskedAdapter _adapter = null!;

    [SetUp]
    public async Task OpenAsync() => _adapter = await AskedAdapter.OpenAsync();

    [TearDown]
    public async Task CloseAsync() => await _adapter.DisposeAsync();

    [Test]
    public async Task A_corrected_person_is_searched_again_and_answered_in_a_further_part()
    {
        await _adapter.StartAsync();
        var unsure = Household.Child() with { Names = [new PersonName { Given = "Marisa", Family = "Thistlewood" }] };
        var request = _adapter.Request(unsure, Household.Brother());
        await _adapter.AnswerAsync(request);
        var amendment = _adapter.Hub.Letter(
            new Amendment
            {
                Kind = AmendmentKind.NewFacts,
                Reason = "The school gave the name.",
                Subjects = [Household.Child()],
            },
            request.Head.Request
        );
        await _adapter.Hub.SendAsync(amendment);
        var further = (await _adapter.Hub.ExpectAsync<Return>(2))[1].Letter;
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
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        await _adapter.Hub.SendAsync(
            _adapter.Hub.Letter(
                new Amendment
                {
                    Kind = AmendmentKind.Rerated,
                    Reason = "The child is missing.",
                    NewRating = Rating.Red,
                    ReturnDueAt = _adapter.Clock.GetUtcNow().AddHours(2),
                },
                request.Head.Request,
                Rating.Red
            )
        );
        await _adapter.Hub.ExpectAsync<Receipt>();
        await _adapter.Hub.SendAsync(request);

        Assert.That((await _adapter.Hub.ExpectAsync<Return>())[0].Lane.Rating, Is.EqualTo(Rating.Red));
    }

    [Test]
    public async Task Of_two_reratings_the_one_written_last_holds_whichever_comes_first()
    {
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        var (green, red) = (Rerated(Rating.Green, 1), Rerated(Rating.Red, 2));
        // Red overtakes Green on its own lane.
        await _adapter.Hub.SendAsync(red);
        await _adapter.Hub.ExpectAsync<Receipt>();
        await _adapter.Hub.SendAsync(green);
        await _adapter.Hub.ExpectAsync<Receipt>(2);

        await _adapter.Hub.SendAsync(request);

        Assert.That((await _adapter.Hub.ExpectAsync<Return>())[0].Lane.Rating, Is.EqualTo(Rating.Red));

        Letter Rerated(Rating rating, int minute)
        {
            var letter = _adapter.Hub.Letter(
                new Amendment
                {
                    Kind = AmendmentKind.Rerated,
                    Reason = "Rated anew.",
                    NewRating = rating,
                    ReturnDueAt = _adapter.Clock.GetUtcNow().AddHours(2),
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
        _adapter.Records.Before = subject =>
        {
            started.TrySetResult();
            return subject.Code == "S1" ? gate.Task : Task.CompletedTask;
        };
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        await _adapter.Hub.SendAsync(request);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await _adapter.Hub.SendAsync(_adapter.Hub.Letter(new Withdrawal { Reason = "Closed." }, request.Head.Request));
        await _adapter.Hub.ExpectAsync<Receipt>(2);
        gate.SetResult();
        await _adapter.AnswerAsync(_adapter.Request(Household.Stranger()));
        _adapter.Clock.Advance(TimeSpan.FromMinutes(6));
        await _adapter.Hub.ExpectAsync<Return>(2);

        Assert.That(_adapter.ReturnsTo(request), Is.Zero);
    }

    [Test]
    public async Task A_purged_enquiry_leaves_ids_and_digests_and_no_word_of_anybody()
    {
        await _adapter.StartAsync();
        var request = _adapter.Request(Household.Child());
        var sent = await _adapter.Hub.SendAsync(request);
        await _adapter.Hub.ExpectAsync<Return>();
        var cell = new Cell("received", "content", request.Head.Id.ToString());
        using var vault = _adapter.Bench.OpenVault();
        // As a backup of the inbox would have it.
        var backup = _adapter.Inbox.Read<byte[]>("select content from received where content is not null").Single();
        Assert.That(
            System.Text.Encoding.UTF8.GetString(vault.Open(cell, backup)),
            Does.Contain("Quillfeather"),
            "otherwise the test proves nothing"
        );
        var instruction = _adapter.Hub.Letter(new PurgeInstruction { Reason = "Retention has ended." });
        await _adapter.Hub.SendAsync(instruction with { Head = instruction.Head with { Request = null } });
        var certificate = (PurgeCertificate)(await _adapter.Hub.ExpectAsync<PurgeCertificate>())[0].Letter.Body;
        // While it runs: closing the file would empty its log in any case.
        var whileRunning = _adapter.Inbox.Written();
        await _adapter.Hub.SendAsync(request.Head.Id, request.Head.Rating, sent.Bytes);
        await _adapter.Bench.StopAsync();
        var left = whileRunning + _adapter.Inbox.Written();

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
}
