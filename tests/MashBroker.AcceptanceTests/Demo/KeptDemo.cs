using System.Text;
using System.Text.RegularExpressions;
using MashBroker.Contracts;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;

namespace MashBroker.AcceptanceTests.Demo;

/// <summary>What <c>mash demo --data</c> keeps, read afterwards.</summary>
internal static partial class KeptDemo
{
    public static async Task<string> GapsOfLastPackAsync(string folder) =>
        FirstWords().Match(Encoding.UTF8.GetString(await LastPackAsync(folder))).Groups["text"].Value;

    private static async Task<byte[]> LastPackAsync(string folder)
    {
        using var ledger = await Ledger.Ledger.OpenAsync(
            new LedgerOptions
            {
                File = Path.Combine(folder, "ledger.db"),
                HubKeyFile = Path.Combine(folder, "pki", "vault", "hub.key"),
            },
            TimeProvider.System,
            new LedgerSignal(),
            CancellationToken.None
        );
        return await ledger.ReadAsync(
            async view =>
            {
                var enquiries = await EnquiryStore.ListAsync(view, 100);
                EnquiryReference last = enquiries.MaxBy(enquiry => enquiry.PublishedAt)!.Reference;
                return (await PackStore.FindAsync(view, last, null))!.Html;
            },
            CancellationToken.None
        );
    }

    /// <summary>The first thing that stands on the page.</summary>
    [GeneratedRegex(@"<body>\s*(<main[^>]*>)?\s*<[^>]*>(?<text>[^<]*)<", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstWords();
}
