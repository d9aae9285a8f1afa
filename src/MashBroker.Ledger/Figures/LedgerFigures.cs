using Dapper;

namespace MashBroker.Ledger.Figures;

/// <summary>What the ledger holds, counted.</summary>
public sealed record LedgerFigures
{
    public required int Contacts { get; init; }

    public required int Enquiries { get; init; }

    /// <summary>Agencies asked, over all enquiries.</summary>
    public required int Requests { get; init; }

    /// <summary>Parts of returns received, revisions included; duplicates are one.</summary>
    public required int Returns { get; init; }

    /// <summary>Requests whose agency has proved by a signed receipt that it has them.</summary>
    public required int Receipts { get; init; }

    /// <summary>Requests whose final return came after the deadline, or has not come and the deadline has passed.</summary>
    public required int Late { get; init; }

    /// <summary>Requests still silent when the decision was due.</summary>
    public required int Missing { get; init; }

    /// <summary>Enquiries that have a pack.</summary>
    public required int Packs { get; init; }

    /// <summary>Messages that were refused and are kept as evidence.</summary>
    public required int MessagesRefused { get; init; }

    public required int Held { get; init; }

    public required int NothingKnown { get; init; }

    public required int NeedMoreDetails { get; init; }

    /// <summary>Agencies that hold something and will not disclose it.</summary>
    public required int Refused { get; init; }

    public required int CannotLook { get; init; }

    /// <summary>Requests whose agency said at least once that it could not look, whatever it found when it could.</summary>
    public required int CouldNotLook { get; init; }

    /// <summary>Requests answered in more than one part.</summary>
    public required int InParts { get; init; }

    public static Task<LedgerFigures> ReadAsync(LedgerSession ledger) =>
        ledger.Connection.QuerySingleAsync<LedgerFigures>(
            """
            select
                (select count(*) from contacts) as contacts,
                (select count(*) from enquiries) as enquiries,
                count(*) as requests,
                (select count(*) from returns) as returns,
                count(receipted_at) as receipts,
                coalesce(sum(late), 0) as late,
                coalesce(sum(missing), 0) as missing,
                (select count(*) from enquiries where pack_version > 0) as packs,
                (select count(*) from quarantine) as messages_refused,
                count(*) filter (where answer = 'Held') as held,
                count(*) filter (where answer = 'NothingKnown') as nothing_known,
                count(*) filter (where answer = 'NeedMoreDetails') as need_more_details,
                count(*) filter (where answer = 'Refused') as refused,
                count(*) filter (where answer = 'CannotLook') as cannot_look,
                (select count(distinct request_id) from returns where answer = 'CannotLook') as could_not_look,
                count(*) filter (where parts > 1) as in_parts
            from requests
            where state <> 'NotAsked'
            """,
            transaction: ledger.Transaction
        );
}
