using System.Text.Json;
using Dapper;
using MashBroker.Contracts;
using MashBroker.Contracts.Consultations;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Audit;
using MashBroker.Sealing.AtRest;
using MashBroker.Vault;

namespace MashBroker.Ledger.Consultations;

/// <summary>Questions about thresholds. Nothing here leads to a child, a family or a contact.</summary>
public static class ConsultationStore
{
    private const string Columns = """
        reference,
        asked_at,
        written_at,
        asker_kind,
        topic,
        level_of_need,
        advice,
        recorded_by,
        recorded_role,
        content as kept_content
        """;

    /// <returns>e.g. <c>SEFTON-K-2026-000001</c>.</returns>
    public static async Task<string> AddAsync(LedgerTransaction ledger, string hub, Consultation consultation)
    {
        var number = await Numbers.NextAsync(ledger, $"consultations-{ledger.Now.Year:0000}");
        var reference = EnquiryReference.For($"{hub}-K", ledger.Now.Year, number).ToString();
        var words = JsonSerializer.SerializeToUtf8Bytes(
            new ConsultationWords
            {
                Name = consultation.Asker.Name,
                Role = consultation.Asker.Role,
                Organisation = consultation.Asker.Organisation,
                Note = consultation.Note,
            },
            MashJson.Options
        );
        await ledger.Connection.ExecuteAsync(
            """
            insert into consultations (
                reference, asked_at, written_at, asker_kind, topic, level_of_need, advice, recorded_by, recorded_role, content
            )
            values (@reference, @AskedAt, @Now, @kind, @Topic, @LevelOfNeed, @Advice, @By, @Role, @kept)
            """,
            new
            {
                reference,
                consultation.AskedAt,
                ledger.Now,
                kind = consultation.Asker.Kind.ToString(),
                consultation.Topic,
                consultation.LevelOfNeed,
                consultation.Advice,
                consultation.By,
                consultation.Role,
                // It belongs to no family: its words go when those of its day go, the codes stay for figures.
                kept = ledger.Vault.Protect(ledger.Vault.OfDay(ledger.Now), Content(reference), words),
            },
            ledger.Transaction
        );
        await AuditStore.AppendAsync(
            ledger,
            consultation.By,
            AuditAct.ConsultationRecorded,
            subject: reference,
            detail: $"{consultation.Topic}, {consultation.Advice}"
        );
        return reference;
    }

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<ConsultationRow>> LatestAsync(LedgerSession ledger, int most)
    {
        var rows = (
            await ledger.Connection.QueryAsync<ConsultationRow>(
                $"select {Columns} from consultations order by asked_at desc, reference desc limit @most",
                new { most },
                ledger.Transaction
            )
        ).AsList();
        rows.ForEach(row => row.Vault = ledger.Vault);
        return rows;
    }

    /// <summary>For figures: how many were asked from one instant until before another, by who asked, about what and what was advised.</summary>
    public static async Task<IReadOnlyList<ConsultationCount>> CountAsync(
        LedgerSession ledger,
        DateTimeOffset from,
        DateTimeOffset until
    ) =>
        [
            .. await ledger.Connection.QueryAsync<ConsultationCount>(
                """
                select asker_kind, topic, advice, count(*) as consultations
                from consultations
                where asked_at >= @from and asked_at < @until
                group by asker_kind, topic, advice
                order by asker_kind, topic, advice
                """,
                new { from, until },
                ledger.Transaction
            ),
        ];

    internal static Cell Content(string reference) => new("consultations", "content", reference);
}

/// <summary>A consultation as the ledger holds it.</summary>
public sealed record ConsultationRow
{
    public required string Reference { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required ReferrerKind AskerKind { get; init; }

    public required string Topic { get; init; }

    public int? LevelOfNeed { get; init; }

    public required string Advice { get; init; }

    public required string RecordedBy { get; init; }

    public required string RecordedRole { get; init; }

    /// <summary>Who asked and the note; null once they were erased with their day.</summary>
    public ConsultationWords? Words =>
        Vault.OpenUnlessErased(ConsultationStore.Content(Reference), KeptContent) is { } words
            ? JsonSerializer.Deserialize<ConsultationWords>(words, MashJson.Options)
            : null;

    internal byte[] KeptContent { get; init; } = [];

    internal ContentVault Vault { get; set; } = null!;
}

/// <summary>What of a consultation may name the professional who asked.</summary>
public sealed record ConsultationWords
{
    public string? Name { get; init; }

    public string? Role { get; init; }

    public string? Organisation { get; init; }

    public string? Note { get; init; }
}

/// <summary>One line of the figures on consultations.</summary>
public sealed record ConsultationCount
{
    public required ReferrerKind AskerKind { get; init; }

    public required string Topic { get; init; }

    public required string Advice { get; init; }

    public required long Consultations { get; init; }
}
