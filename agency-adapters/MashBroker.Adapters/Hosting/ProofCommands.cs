using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using MashBroker.Adapters.Inbox;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Sealing.Proof;

namespace MashBroker.Adapters;

/// <summary>
/// What an agency asks its adapter when it must show something: <c>proof REQUEST</c> (or an enquiry's reference) and
/// <c>audit-heads</c>. They read the inbox's file and the root, beside a running adapter; nothing is sent.
/// </summary>
internal static class ProofCommands
{
    private const string Proof = "proof";
    private const string Heads = "audit-heads";

    private static readonly JsonSerializerOptions Readable = new(MashJson.Options) { WriteIndented = true };

    /// <summary>True when the first word of the command line is one of these; the others stay settings.</summary>
    public static bool AreNamed(string[] args) => args is [Proof, ..] or [Heads, ..];

    /// <returns>The exit code.</returns>
    /// <exception cref="InboxUnusableException">There is no inbox to read.</exception>
    public static int Run(string[] args, AdapterOptions options, TextWriter output, TextWriter errors)
    {
        using var inbox = new InboxProofs(options.InboxFile);
        if (args[0] == Heads)
        {
            output.WriteLine(JsonSerializer.Serialize(inbox.Heads(), Readable));
            return 0;
        }
        if (args.Length < 2 || args[1].StartsWith('-'))
        {
            errors.WriteLine("proof: names no request. Give the id of a request, or the reference of an enquiry.");
            return AdapterApp.Usage;
        }
        return Show(inbox, args[1], options, output, errors);
    }

    private static int Show(
        InboxProofs inbox,
        string requestOrEnquiry,
        AdapterOptions options,
        TextWriter output,
        TextWriter errors
    )
    {
        var received = inbox.Received(requestOrEnquiry);
        if (received.Count == 0)
        {
            errors.WriteLine(
                $"Nothing about '{requestOrEnquiry}' is in the inbox. Give the id of a request, or the reference of an enquiry."
            );
            return AdapterApp.NotFound;
        }
        using var root = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(options.KeyFolder, "root.crt")));
        var answered = inbox.Answered(requestOrEnquiry);
        foreach (var letter in received.Where(letter => letter.Original is null))
        {
            output.WriteLine(
                $"{letter.Type} {letter.Id}: in the inbox since {letter.ReceivedAt}, digest {letter.Digest}"
            );
            foreach (
                var receipt in answered.Where(answer => answer.Type == nameof(Receipt) && answer.InReplyTo == letter.Id)
            )
            {
                output.WriteLine($"  our signed receipt of it, digest {receipt.Digest}: {Sent(receipt)}");
            }
        }
        var holds = true;
        foreach (var answer in answered.Where(answer => answer.Type == nameof(Return)))
        {
            output.WriteLine($"Return, part {answer.Part}, digest {answer.Digest}: {Sent(answer)}");
            var receipts = received
                .Where(letter => letter.Original is not null && letter.Acknowledges == answer.Digest)
                .ToList();
            if (receipts.Count == 0)
            {
                output.WriteLine("  no receipt of the hub's");
            }
            foreach (var receipt in receipts)
            {
                var (proven, words) = Judge(receipt, answer, options, root);
                holds &= proven;
                output.WriteLine($"  {words}");
            }
        }
        return holds ? 0 : AdapterApp.NotGenuine;
    }

    // From the signed original alone: columns of the inbox could say anything.
    private static (bool Proven, string Words) Judge(
        ReceivedProof receipt,
        AnsweredProof answer,
        AdapterOptions options,
        X509Certificate2 root
    )
    {
        if (
            SignedOriginal.Read(receipt.Original) is not { } original
            || LetterJson.Read(original.Content.Span).Letter is not { Body: ReturnReceipt said, Head: var head }
            || head.InReplyTo?.Digest != answer.Digest
            || head.Recipient != options.Agency
        )
        {
            return (false, "NOT PROVEN: what is kept as the hub's receipt is no receipt of this return");
        }
        using var signer = SignerCertificate.Read(receipt.Certificate, root, out var fault);
        if (signer is null || signer.Party != new Party(options.Hub, Party.HubName))
        {
            return (false, $"NOT PROVEN: the certificate kept with the receipt is not the hub's {fault}".TrimEnd());
        }
        if (signer.FaultAt(original.Proof.SigningTime) is { } unfit)
        {
            return (false, $"NOT PROVEN: the hub's certificate was not good when it signed the receipt: {unfit}");
        }
        return signer.Made(original)
            ? (
                true,
                $"the hub signed that it was on its disk at {said.ReceivedAt:u}, {(said.Late ? "LATE" : "in time")}; the signature holds"
            )
            : (false, "NOT PROVEN: the signature of the hub's receipt does not hold");
    }

    private static string Sent(AnsweredProof letter) => letter.SentAt is { } at ? $"sent {at}" : "not sent yet";
}
