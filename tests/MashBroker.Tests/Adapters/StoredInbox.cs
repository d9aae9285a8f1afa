using System.Security.Cryptography;
using Dapper;
using MashBroker.Sealing.AtRest;
using MashBroker.Testing.Adapters;
using Microsoft.Data.Sqlite;

namespace MashBroker.Tests.Adapters;

/// <summary>What stands in an adapter's inbox and in its quarantine, read beside the adapter.</summary>
internal sealed class StoredInbox(AdapterBench bench)
{
    /// <summary>The one message in quarantine, as it came.</summary>
    public byte[] Quarantined(byte[] sent)
    {
        using var vault = bench.OpenVault();
        var digest = Convert.ToHexStringLower(SHA256.HashData(sent));
        return vault.Open(new Cell("quarantine", "body", digest), Read<byte[]>("select body from quarantine").Single());
    }

    public string[] Faults() => Read<string>("select fault from quarantine order by seq");

    public T[] Read<T>(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={bench.InboxFile};Pooling=False;Mode=ReadOnly");
        return [.. connection.Query<T>(sql)];
    }

    /// <summary>Everything that stands in the inbox's files, log included.</summary>
    public string Written() =>
        string.Concat(
            Directory
                .GetFiles(Path.GetDirectoryName(bench.InboxFile)!)
                .Select(file =>
                {
                    using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                    using var bytes = new MemoryStream();
                    stream.CopyTo(bytes);
                    return System.Text.Encoding.Latin1.GetString(bytes.ToArray());
                })
        );
}
