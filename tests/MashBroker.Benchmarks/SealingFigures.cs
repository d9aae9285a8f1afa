using System.Security.Cryptography;
using MashBroker.Cli.Embedded;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Sealing.Cms;
using MashBroker.Sealing.Keys;
using MashBroker.Testing.Sealing;

namespace MashBroker.Benchmarks;

internal static class SealingFigures
{
    private const string Hub = "sefton";
    private const string Agency = "police";

    public static object Measure()
    {
        using var parties = new SampleParties(Hub, [Agency], TimeProvider.System.GetUtcNow());
        return new
        {
            How = "Microseconds of processor time on one thread, median of 9 rounds of 200. The layers alone, without JSON.",
            At2KB = MeasureLayers(parties, 2 * 1024),
            At64KB = MeasureLayers(parties, 64 * 1024),
        };
    }

    /// <summary>What the sealer and the opener take for a letter, its JSON included, in microseconds.</summary>
    public static (double Seal, double Open) MeasureLetter(SampleParties parties, Letter letter, DateTimeOffset now)
    {
        var clock = new MovableClock(now);
        var sealer = parties.Sealer(letter.Head.Sender, clock);
        var opener = parties.Opener(letter.Head.Recipient, clock);
        var bytes = sealer.Seal(letter).Bytes;
        HashSet<LetterType> taken = [letter.Head.Type];
        if (opener.Open(bytes, taken) is { Fault: not SealFault.None and var fault })
        {
            throw new InvalidOperationException($"The letter to measure with does not open: {fault}.");
        }

        return (
            Timings.Microseconds(200, () => sealer.Seal(letter)),
            Timings.Microseconds(200, () => opener.Open(bytes, taken))
        );
    }

    private static object MeasureLayers(SampleParties parties, int contentBytes)
    {
        var now = TimeProvider.System.GetUtcNow();
        var hub = parties.Keys(Party.HubName);
        var agency = parties.Keys(Agency);
        var registerOfHub = parties.Register(Party.HubName);
        var registerOfAgency = parties.Register(Agency);
        PartyCertificate recipient = registerOfHub.Recipient(new Party(Hub, Agency), now);
        var content = RandomNumberGenerator.GetBytes(contentBytes);
        var bytes = TripleWrap.Seal(content, hub, recipient, now).Bytes;
        if (TripleWrap.Open(bytes, agency, registerOfAgency, now).Fault != SealFault.None)
        {
            throw new InvalidOperationException("What was sealed does not open.");
        }

        var bare = BareOperations.Measure(contentBytes);
        var seal = Timings.Microseconds(200, () => TripleWrap.Seal(content, hub, recipient, now));
        var open = Timings.Microseconds(200, () => TripleWrap.Open(bytes, agency, registerOfAgency, now));
        return new
        {
            SealMicroseconds = seal,
            OpenMicroseconds = open,
            BareOperations = bare,
            SealOverBare = Timings.Round(seal / bare.Seal),
            OpenOverBare = Timings.Round(open / bare.Open),
            SealAndOpenOverBare = Timings.Round((seal + open) / (bare.Seal + bare.Open)),
        };
    }
}
