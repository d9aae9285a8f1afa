using MashBroker.Contracts.Contacts;
using MashBroker.Ledger.Consultations;

namespace MashBroker.Web.Consultations;

/// <summary>A consultation as it is shown. <see cref="Words"/> is absent once erased with its day.</summary>
public sealed record ConsultationView
{
    public required string Reference { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required ReferrerKind AskerKind { get; init; }

    public required string Topic { get; init; }

    public int? LevelOfNeed { get; init; }

    public required string Advice { get; init; }

    public required string By { get; init; }

    public required string Role { get; init; }

    public ConsultationWords? Words { get; init; }

    internal static ConsultationView Of(ConsultationRow row) =>
        new()
        {
            Reference = row.Reference,
            AskedAt = row.AskedAt,
            AskerKind = row.AskerKind,
            Topic = row.Topic,
            LevelOfNeed = row.LevelOfNeed,
            Advice = row.Advice,
            By = row.RecordedBy,
            Role = row.RecordedRole,
            Words = row.Words,
        };
}

/// <summary>The consultation is on record under this reference, which leads to nobody.</summary>
public sealed record ConsultationWritten(string Reference);
