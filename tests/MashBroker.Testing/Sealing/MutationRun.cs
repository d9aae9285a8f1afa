using System.Diagnostics;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Contracts;

namespace MashBroker.Testing.Sealing;

/// <summary>Spoils sealed letters and the JSON of letters many times over, and says whether anything got through.</summary>
public sealed class MutationRun : IDisposable
{
    private static readonly HashSet<LetterType> EveryType = [.. Enum.GetValues<LetterType>()];

    private readonly SampleParties _parties = new("sample", ["police"], SomeLetter.Noon);
    private readonly List<(byte[] Bytes, Opener Opener)> _messages;
    private readonly List<byte[]> _letters;
    private readonly Dictionary<string, int> _refusals = [];
    private int _accepted;
    private int _unstable;
    private TimeSpan _slowest;

    public MutationRun()
    {
        var clock = new SettableClock(SomeLetter.Noon);
        var openers = new[] { "hub", "police" }.ToDictionary(party => party, party => _parties.Opener(party, clock));
        _messages =
        [
            .. SomeLetter.OfEveryType.Select(letter =>
                (_parties.Sealer(letter.Head.Sender, clock).Seal(letter).Bytes, openers[letter.Head.Recipient])
            ),
        ];
        _letters = [.. SomeLetter.OfEveryType.Select(LetterJson.Write)];
    }

    /// <summary>Half of them sealed messages, half the JSON of letters. An exception is what must never be: it is not caught.</summary>
    public MutationOutcome Run(int mutations, int seed)
    {
        var mutator = new Mutator(seed);
        for (var number = 0; number < mutations; number++)
        {
            if (number % 2 == 0)
            {
                OpenSpoilt(mutator, number / 2);
            }
            else
            {
                ReadSpoilt(mutator, number / 2);
            }
        }
        return new MutationOutcome(mutations, _accepted, _unstable, _slowest.TotalMilliseconds, _refusals);
    }

    public void Dispose() => _parties.Dispose();

    private void OpenSpoilt(Mutator mutator, int number)
    {
        var (bytes, opener) = _messages[number % _messages.Count];
        var spoilt = mutator.Spoil(bytes);
        if (spoilt.AsSpan().SequenceEqual(bytes))
        {
            return;
        }
        var since = Stopwatch.GetTimestamp();
        var fault = opener.Open(spoilt, EveryType).Fault;
        Note(Stopwatch.GetElapsedTime(since), fault.ToString());
        _accepted += fault == SealFault.None ? 1 : 0;
    }

    // A letter with another letter in a name is a letter; that nobody but its sender changed it is the seal's to say. What passes
    // must be understood in one way: written again, it reads as the same.
    private void ReadSpoilt(Mutator mutator, int number)
    {
        var spoilt = mutator.SpoilJson(_letters[number % _letters.Count]);
        var since = Stopwatch.GetTimestamp();
        var reading = LetterJson.Read(spoilt);
        Note(Stopwatch.GetElapsedTime(since), $"json {reading.Fault}");
        if (reading.Letter is { } letter)
        {
            var written = LetterJson.Write(letter);
            var again = LetterJson.Read(written).Letter;
            _unstable += again is not null && LetterJson.Write(again).AsSpan().SequenceEqual(written) ? 0 : 1;
        }
    }

    private void Note(TimeSpan took, string outcome)
    {
        _slowest = took > _slowest ? took : _slowest;
        _refusals[outcome] = _refusals.GetValueOrDefault(outcome) + 1;
    }
}

/// <param name="Accepted">Spoilt messages that were opened; must be none.</param>
/// <param name="Unstable">Spoilt JSON that passed as a letter and reads differently when written again; must be none.</param>
/// <param name="SlowestMilliseconds">The longest that one took.</param>
public sealed record MutationOutcome(
    int Tried,
    int Accepted,
    int Unstable,
    double SlowestMilliseconds,
    IReadOnlyDictionary<string, int> Outcomes
);
