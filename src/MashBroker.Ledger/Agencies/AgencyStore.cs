using Dapper;
using MashBroker.Contracts.Letters;

namespace MashBroker.Ledger.Agencies;

/// <summary>When each agency's adapter was last heard of.</summary>
public static class AgencyStore
{
    public static Task NoteHeartbeatAsync(
        LedgerTransaction ledger,
        string agency,
        Heartbeat heartbeat,
        TimeSpan? clockSkew
    ) =>
        ledger.Connection.ExecuteAsync(
            """
            insert into agencies (
                agency, heard_at, adapter_version, records_reachable, open_requests, clock_skew_seconds
            )
            values (@agency, @Now, @AdapterVersion, @RecordsReachable, @OpenRequests, @skew)
            on conflict (agency) do update
            set heard_at = excluded.heard_at,
                adapter_version = excluded.adapter_version,
                records_reachable = excluded.records_reachable,
                open_requests = excluded.open_requests,
                clock_skew_seconds = excluded.clock_skew_seconds
            """,
            new
            {
                agency,
                ledger.Now,
                heartbeat.AdapterVersion,
                heartbeat.RecordsReachable,
                heartbeat.OpenRequests,
                skew = (long?)clockSkew?.TotalSeconds,
            },
            ledger.Transaction
        );

    public static async Task<IReadOnlyList<AgencyRow>> ListAsync(LedgerSession ledger) =>
        [
            .. await ledger.Connection.QueryAsync<AgencyRow>(
                """
                select agency, heard_at, adapter_version, records_reachable, open_requests, clock_skew_seconds
                from agencies
                order by agency
                """,
                transaction: ledger.Transaction
            ),
        ];
}

public sealed record AgencyRow
{
    public required string Agency { get; init; }

    public required DateTimeOffset HeardAt { get; init; }

    public required string AdapterVersion { get; init; }

    public required bool RecordsReachable { get; init; }

    public required int OpenRequests { get; init; }

    public long? ClockSkewSeconds { get; init; }
}
