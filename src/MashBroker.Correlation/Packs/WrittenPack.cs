using System.Security.Cryptography;
using System.Text.Json;
using MashBroker.Contracts.Json;
using MashBroker.Ledger;
using MashBroker.Ledger.Enquiries;
using MashBroker.Ledger.Packs;

namespace MashBroker.Correlation.Packs;

/// <summary>A version of the pack that was written.</summary>
/// <param name="Digest">SHA-256 of its JSON, lower-case hexadecimal.</param>
internal sealed record WrittenPack(int Version, string Digest)
{
    public static async Task<WrittenPack> WriteAsync(
        LedgerTransaction transaction,
        EnquiryRow enquiry,
        Pack pack,
        long? upTo = null
    )
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(pack, MashJson.Options);
        var version = await PackStore.AddAsync(
            transaction,
            enquiry,
            pack.Cover.Reason,
            json,
            PackPage.Render(pack),
            upTo
        );
        return new WrittenPack(version, Convert.ToHexStringLower(SHA256.HashData(json)));
    }
}
