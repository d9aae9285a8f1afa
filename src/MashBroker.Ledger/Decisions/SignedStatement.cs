using System.Text.Json;
using MashBroker.Contracts.Json;

namespace MashBroker.Ledger.Decisions;

/// <summary>Reads what the hub has signed.</summary>
internal static class SignedStatement
{
    /// <summary>What is written again must be the same, so that nothing stands there that nobody looks at.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json, Func<T, bool> isOne, Func<T, byte[]> write)
        where T : class
    {
        try
        {
            var read = JsonSerializer.Deserialize<T>(json, MashJson.Options);
            return read is not null && isOne(read) && write(read).AsSpan().SequenceEqual(json) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
