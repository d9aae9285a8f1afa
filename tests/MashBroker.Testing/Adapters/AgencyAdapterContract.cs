using MashBroker.Adapters;
using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using NUnit.Framework;

namespace MashBroker.Testing.Adapters;

/// <summary>
/// What every adapter must do, asked through the kit with real sealing. An agency's fixture inherits it in one line, and says
/// how to make its records and whom they hold.
/// </summary>
public abstract class AgencyAdapterContract<TRecords>
    where TRecords : class, IAgencyRecords
{
    private AdapterBench _bench = null!;
    private TRecords? _records;

    /// <summary>The records system with its samples, up and running.</summary>
    protected abstract Task<TRecords> MakeRecordsAsync();

    /// <summary>The same, while the system behind it is down, missing or unreadable.</summary>
    protected abstract Task<TRecords> MakeRecordsThatAreDownAsync();

    /// <summary>Somebody the samples hold records of.</summary>
    protected abstract Subject SomebodyHeld { get; }

    /// <summary>Every kind of record this agency may give.</summary>
    protected abstract IReadOnlyList<string> Kinds { get; }

    /// <summary>A kind that the samples hold of <see cref="SomebodyHeld"/>.</summary>
    protected abstract string KindHeld { get; }

    /// <summary>Nobody's name, date of birth or address.</summary>
    protected virtual Subject SomebodyUnknown =>
        new()
        {
            Code = "S1",
            Role = SubjectRole.Child,
            Names = [new PersonName { Given = "Zebedee", Family = "Quarterstaff-Ombersley" }],
            DateOfBirth = new DateOnly(2011, 2, 28),
            Addresses = [new Address { Lines = ["99 Nowhere Parade"], Postcode = "ZE3 9ZZ" }],
        };

    [SetUp]
    public async Task OpenBenchAsync() => _bench = await AdapterBench.OpenAsync();

    [TearDown]
    public async Task CloseBenchAsync()
    {
        await _bench.DisposeAsync();
        switch (_records)
        {
            case IAsyncDisposable records:
                await records.DisposeAsync();
                break;
            case IDisposable records:
                records.Dispose();
                break;
        }
    }

    [Test]
    public async Task Returns_what_is_held_of_somebody_it_knows()
    {
        await StartAsync();
        var answer = await AskAsync(SomebodyHeld, Kinds);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Held));
            Assert.That(answer.Match.Outcome, Is.EqualTo(MatchOutcome.Match));
            Assert.That(answer.Match.Fields, Is.Not.Empty);
            Assert.That(answer.Records.Select(record => record.Kind), Does.Contain(KindHeld));
            Assert.That(answer.Records.Select(record => record.Kind).Distinct(), Is.SubsetOf(Kinds));
            Assert.That(answer.Records.Select(record => record.Summary), Has.All.Not.Empty);
            Assert.That(answer.Records.Select(record => record.Source.System), Has.All.Not.Empty);
        });
    }

    [Test]
    public async Task Says_nothing_known_of_somebody_it_does_not_know()
    {
        await StartAsync();
        var answer = await AskAsync(SomebodyUnknown, Kinds);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.NothingKnown));
            Assert.That(answer.Match.SearchKeys, Is.Not.Empty);
        });
    }

    /// <summary>For an agency that keeps restricted cases, whose test calls it.</summary>
    protected async Task RefusesWithItsGroundAsync(Subject restricted)
    {
        await StartAsync();
        var answer = await AskAsync(restricted, Kinds);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Kind, Is.EqualTo(AnswerKind.Refused));
            Assert.That(answer.Reason, Is.Not.Empty);
            Assert.That(answer.Records, Is.Empty);
        });
    }

    [Test]
    public async Task Says_that_it_could_not_look_while_its_system_is_down_and_never_nothing_known()
    {
        _records = await MakeRecordsThatAreDownAsync();
        await _bench.StartAsync(_records);
        var held = await AskAsync(SomebodyHeld, Kinds);
        var unknown = await AskAsync(SomebodyUnknown, Kinds);

        Assert.Multiple(() =>
        {
            Assert.That(held.Kind, Is.EqualTo(AnswerKind.CannotLook));
            Assert.That(unknown.Kind, Is.EqualTo(AnswerKind.CannotLook));
            Assert.That(held.Reason, Is.Not.Empty);
            Assert.That(
                SomebodyHeld.Names.Where(name =>
                    held.Reason!.Contains(name.Family, StringComparison.OrdinalIgnoreCase)
                ),
                Is.Empty
            );
        });
    }

    [Test]
    public async Task Says_that_it_could_not_look_when_its_system_is_too_slow()
    {
        _records = await MakeRecordsAsync();
        var slow = new SlowRecords(_records);
        await _bench.StartAsync(slow);
        var request = Ask(SomebodyHeld, Kinds);
        await _bench.Hub.SendAsync(request);
        await slow.WasAsked;
        _bench.Clock.Advance(TimeSpan.FromSeconds(121));

        var answer = (await _bench.Hub.ReturnToAsync(request.Head.Request!.Value)).Answers.Single();
        Assert.That(answer.Kind, Is.EqualTo(AnswerKind.CannotLook));
    }

    [Test]
    public async Task Answers_the_same_request_twice_with_the_same_bytes()
    {
        await StartAsync();
        var request = Ask(SomebodyHeld, Kinds);
        var sent = await _bench.Hub.SendAsync(request);
        await _bench.Hub.ExpectAsync<Return>();
        await _bench.Hub.SendAsync(request.Head.Id, request.Head.Rating, sent.Bytes);
        var returns = await _bench.Hub.ExpectAsync<Return>(2);

        Assert.That(returns[1].Bytes, Is.EqualTo(returns[0].Bytes));
    }

    [Test]
    public async Task Keeps_back_a_kind_it_was_not_asked_for()
    {
        await StartAsync();
        var others = await AskAsync(SomebodyHeld, [.. Kinds.Where(kind => kind != KindHeld), "some-agency.something"]);
        var none = await AskAsync(SomebodyHeld, []);

        Assert.Multiple(() =>
        {
            Assert.That(others.Records.Select(record => record.Kind), Does.Not.Contain(KindHeld));
            Assert.That(none.Records, Is.Empty);
            Assert.That(none.Kind, Is.EqualTo(AnswerKind.Held));
        });
    }

    [Test]
    public async Task Writes_nobodys_name_or_date_of_birth_into_its_log()
    {
        await StartAsync();
        await AskAsync(SomebodyHeld, Kinds);
        await AskAsync(SomebodyUnknown, Kinds);
        var said = string.Join('\n', _bench.LogText);
        var words = new[] { SomebodyHeld, SomebodyUnknown }.SelectMany(person =>
            person
                .Names.SelectMany(name => new[] { name.Given, name.Family })
                .Append($"{person.DateOfBirth:yyyy-MM-dd}")
                .Concat(person.Identifiers.Select(identifier => identifier.Value))
        );

        Assert.That(
            words.Where(word => word.Length > 2 && said.Contains(word, StringComparison.OrdinalIgnoreCase)),
            Is.Empty
        );
    }

    /// <summary>Asks the running adapter about one person, for tests of the agency's own.</summary>
    protected async Task<Answer> AskAsync(Subject subject, IReadOnlyList<string> mayReturn)
    {
        var request = Ask(subject, mayReturn);
        await _bench.Hub.SendAsync(request);
        return (await _bench.Hub.ReturnToAsync(request.Head.Request!.Value)).Answers.Single();
    }

    /// <summary>Starts the adapter on its samples.</summary>
    protected async Task StartAsync()
    {
        _records = await MakeRecordsAsync();
        await _bench.StartAsync(_records);
    }

    private Letter Ask(Subject subject, IReadOnlyList<string> mayReturn) =>
        _bench.Hub.Letter(Asking.For([subject], _bench.Clock.GetUtcNow(), mayReturn));
}
