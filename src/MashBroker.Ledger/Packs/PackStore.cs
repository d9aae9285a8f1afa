using System.Globalization;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Ledger.Audit;
using MashBroker.Ledger.Enquiries;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;

namespace MashBroker.Ledger.Packs;

/// <summary>Packs as assembled. A later version never replaces an earlier one.</summary>
public static class PackStore
{
    // Each part has an index of its own, which holds few: looked at after every change, whatever the ledger's age.
    private const string MayBeDue = """
        in (
            select reference from enquiries where pack_version = 0 and all_in_at is not null
            union all
            select reference from enquiries where pack_version = 0 and all_in_at is null and return_due_at < @now
            union all
            select reference from enquiries where pack_owed = 1
            union all
            select enquiry_reference from decisions where pack_version is null
            union all
            select reference
            from enquiries
            where all_in_at is null and pack_version > 0 and decision_due_at < @now
        )
        """;

    /// <summary>Enquiries whose pack is due: all are in, the deadline or the decision has come, or something came after the last version.</summary>
    /// <param name="only">This enquiry alone: asked again in the transaction that writes the pack.</param>
    public static async Task<IReadOnlyList<PackDue>> DueAsync(
        LedgerSession ledger,
        DateTimeOffset now,
        int most,
        EnquiryReference? only = null
    ) =>
        [
            .. await ledger.Connection.QueryAsync<PackDue>(
                $"""
                select reference, reason
                from (
                    select
                        enquiries.reference,
                        enquiries.return_due_at,
                        case
                            when exists (
                                select 1
                                from decisions
                                where decisions.enquiry_reference = enquiries.reference
                                    and decisions.pack_version is null
                            ) then 'Decided'
                            when pack_version = 0 and all_in_at is not null then 'AllIn'
                            when pack_version = 0 and return_due_at < @now then 'DeadlinePassed'
                            when pack_owed = 1 and exists (
                                select 1 from returns
                                where returns.enquiry_reference = enquiries.reference
                                    and returns.position > newest.last_return)
                                then case when decided_at is null then 'ReturnAfterwards' else 'Addendum' end
                            when pack_owed = 1 then 'ChangedAfterwards'
                            when pack_version > 0 and all_in_at is null and decided_at is null and decision_due_at < @now
                                and newest.assembled_at <= decision_due_at then 'DecisionDue'
                        end as reason
                    from enquiries
                    left join packs as newest
                        on newest.enquiry_reference = enquiries.reference and newest.version = enquiries.pack_version
                    where enquiries.reference {(only is null ? MayBeDue : "= @only")}
                        and enquiries.reference not in (
                            select enquiry_reference from erasures where enquiry_reference is not null)
                )
                where reason is not null
                order by return_due_at, reference
                limit @most
                """,
                new
                {
                    now,
                    most,
                    only,
                },
                ledger.Transaction
            ),
        ];

    /// <summary>A pack that has been made is owed another version: somebody's view came that belongs into it.</summary>
    public static Task OweAsync(LedgerTransaction ledger, EnquiryReference enquiry) =>
        ledger.Connection.ExecuteAsync(
            "update enquiries set pack_owed = 1 where reference = @enquiry and pack_version > 0",
            new { enquiry },
            ledger.Transaction
        );

    /// <summary>The pack must have been assembled in this same transaction, from everything it sees.</summary>
    /// <param name="upTo">Position of the newest return it holds, where that is not the newest of all: a pack as it stood.</param>
    /// <returns>The version written.</returns>
    public static async Task<int> AddAsync(
        LedgerTransaction ledger,
        EnquiryRow enquiry,
        PackReason reason,
        byte[] json,
        byte[] html,
        long? upTo = null
    )
    {
        var version = enquiry.PackVersion + 1;
        var (jsonCell, htmlCell) = (
            PackRow.Cell("json", enquiry.Reference, version),
            PackRow.Cell("html", enquiry.Reference, version)
        );
        await ledger.Connection.ExecuteAsync(
            """
            insert into packs (enquiry_reference, version, reason, assembled_at, last_return, json, html)
            values (
                @Reference, @version, @reason, @Now,
                coalesce(@upTo, (select coalesce(max(position), 0) from returns where enquiry_reference = @Reference)),
                @json, @html
            );
            update enquiries
            set pack_version = @version,
                pack_owed = exists (
                    select 1 from returns where enquiry_reference = @Reference and position > @upTo),
                version = version + 1
            where reference = @Reference;
            """,
            new
            {
                enquiry.Reference,
                version,
                reason = reason.ToString(),
                ledger.Now,
                upTo,
                json = ledger.Vault.Protect(enquiry.KeyId, jsonCell, json),
                html = ledger.Vault.Protect(enquiry.KeyId, htmlCell, html),
            },
            ledger.Transaction
        );
        await AuditStore.AppendAsync(
            ledger,
            "correlation",
            AuditAct.PackAssembled,
            enquiry.Reference,
            $"version {version}",
            reason.ToString()
        );
        return version;
    }

    /// <param name="version">Absent: the newest.</param>
    public static async Task<PackRow?> FindAsync(LedgerSession ledger, EnquiryReference enquiry, int? version = null)
    {
        var pack = await ledger.Connection.QueryFirstOrDefaultAsync<PackRow>(
            """
            select enquiry_reference, version, reason, assembled_at, json as kept_json, html as kept_html
            from packs
            where enquiry_reference = @enquiry and (@version is null or version = @version)
            order by version desc
            limit 1
            """,
            new { enquiry, version },
            ledger.Transaction
        );
        if (pack is not null)
        {
            pack.Vault = ledger.Vault;
        }

        return pack;
    }
}

public enum PackReason
{
    None = 0,
    AllIn,
    DeadlinePassed,
    DecisionDue,

    /// <summary>A return came after the last version.</summary>
    ReturnAfterwards,

    /// <summary>The rating, the facts or who is asked changed after the last version.</summary>
    ChangedAfterwards,

    /// <summary>The pack as it stood when it was decided.</summary>
    Decided,

    /// <summary>A return came after the decision, which stays as it was.</summary>
    Addendum,
}

public sealed record PackDue
{
    public required EnquiryReference Reference { get; init; }

    public required PackReason Reason { get; init; }
}

public sealed record PackRow
{
    public required EnquiryReference EnquiryReference { get; init; }

    public required int Version { get; init; }

    public required PackReason Reason { get; init; }

    public required DateTimeOffset AssembledAt { get; init; }

    /// <summary>The pack as JSON; personal. Opened when asked for.</summary>
    /// <exception cref="ContentErasedException">It was erased.</exception>
    public byte[] Json => Vault.Open(Cell("json", EnquiryReference, Version), KeptJson);

    /// <summary>The pack as one self-contained page; personal. Opened when asked for.</summary>
    /// <exception cref="ContentErasedException">It was erased.</exception>
    public byte[] Html => Vault.Open(Cell("html", EnquiryReference, Version), KeptHtml);

    internal byte[] KeptJson { get; init; } = [];

    internal byte[] KeptHtml { get; init; } = [];

    internal ContentVault Vault { get; set; } = null!;

    internal static Cell Cell(string column, EnquiryReference enquiry, int version) =>
        new("packs", column, string.Create(CultureInfo.InvariantCulture, $"{enquiry} {version}"));
}
