using System.Diagnostics;
using System.Formats.Asn1;
using System.Text.RegularExpressions;
using MashBroker.Contracts.Json;
using MashBroker.Contracts.Letters;
using MashBroker.Sealing;
using MashBroker.Testing.Clocks;
using MashBroker.Testing.Contracts;
using MashBroker.Testing.Sealing;

namespace MashBroker.Tests.Sealing;

/// <summary>
/// Makes contracts/examples/sealed anew: remove the folder and run its tests with <c>MASH_APPROVE=1</c>. The request is sealed by
/// this project, the return by openssl with the recipe of contracts/wire-format.md.
/// </summary>
internal static partial class SealedExampleMaker
{
    private static readonly string[] Kept =
    [
        "signing.crt",
        "signing.key",
        "agreement.crt",
        "agreement.key",
        "root.crt",
    ];

    public static void Make(string folder, string mark)
    {
        using var parties = new SampleParties("sample", ["police"], SomeLetter.Noon);
        var clock = new SettableClock(SomeLetter.Noon);
        var request = parties.Sealer("hub", clock).Seal(SomeLetter.Request);
        Write(folder, "request", LetterJson.Write(SomeLetter.Request), request.Bytes, parties, "police", clock);

        var police = parties.FolderOf("police");
        File.WriteAllBytes(Path.Combine(police, "letter.json"), LetterJson.Write(SomeLetter.Return));
        var page = File.ReadAllText(Path.Combine(ContractFiles.Folder(""), "wire-format.md"));
        var start = new ProcessStartInfo("sh", ["-ec", Recipe().Match(page).Groups[1].Value])
        {
            WorkingDirectory = police,
        };
        using (var process = Process.Start(start)!)
        {
            process.WaitForExit();
        }

        var message = File.ReadAllBytes(Path.Combine(police, "message.der"));
        Write(folder, "return", LetterJson.Write(SomeLetter.Return), message, parties, "hub", clock);
        foreach (var party in new[] { "hub", "police" })
        {
            Copy(parties.FolderOf(party), Path.Combine(folder, party), mark);
        }
    }

    private static void Write(
        string folder,
        string letter,
        byte[] json,
        byte[] message,
        SampleParties parties,
        string recipient,
        SettableClock clock
    )
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, letter)).FullName;
        var everything = Enum.GetValues<LetterType>().ToHashSet();
        var opening = parties.Opener(recipient, clock).Open(message, everything);
        File.WriteAllBytes(Path.Combine(target, "letter.json"), json);
        File.WriteAllBytes(Path.Combine(target, "inner.der"), opening.Evidence!);
        File.WriteAllBytes(Path.Combine(target, "envelope.der"), Content(message));
        File.WriteAllBytes(Path.Combine(target, "message.der"), message);
    }

    private static void Copy(string from, string to, string mark)
    {
        Directory.CreateDirectory(Path.Combine(to, "register"));
        var registered = Directory
            .GetFiles(Path.Combine(from, "register"))
            .Select(file => Path.GetRelativePath(from, file));
        foreach (
            var file in Kept.Append("revoked.crl")
                .Concat(registered)
                .Where(each => File.Exists(Path.Combine(from, each)))
        )
        {
            var text = File.ReadAllText(Path.Combine(from, file));
            File.WriteAllText(
                Path.Combine(to, file),
                file.EndsWith(".key", StringComparison.Ordinal) ? mark + text : text
            );
        }
    }

    private static byte[] Content(byte[] signed)
    {
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0);
        var message = new AsnReader(signed, AsnEncodingRules.DER).ReadSequence();
        message.ReadObjectIdentifier();
        var data = message.ReadSequence(context0).ReadSequence();
        data.ReadInteger();
        data.ReadEncodedValue();
        var encapsulated = data.ReadSequence();
        encapsulated.ReadObjectIdentifier();
        return encapsulated.ReadSequence(context0).ReadOctetString();
    }

    [GeneratedRegex(@"```sh\n# seal\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Recipe();
}
