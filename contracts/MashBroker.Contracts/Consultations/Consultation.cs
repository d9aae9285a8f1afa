using MashBroker.Contracts.Contacts;

namespace MashBroker.Contracts.Consultations;

/// <summary>
/// Somebody asks the hub about thresholds, without telling of whom. It has no place for a child or a family, and its door
/// (<see cref="ConsultationDoor"/>) refuses what would name one: no record is made of a child unless that is necessary to protect
/// them.
/// </summary>
public sealed record Consultation : ContractRecord
{
    /// <summary>When it was asked, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    public required Asker Asker { get; init; }

    /// <summary>Code of <see cref="ConsultationTopic"/>.</summary>
    public required string Topic { get; init; }

    /// <summary>Level of need that was talked about, 1 to 4; absent where none was.</summary>
    public int? LevelOfNeed { get; init; }

    /// <summary>Code of <see cref="ConsultationAdvice"/>.</summary>
    public required string Advice { get; init; }

    /// <summary>In a few sentences that name nobody and give no date, number or place.</summary>
    public string? Note { get; init; }

    /// <summary>Who gave the advice.</summary>
    public required string By { get; init; }

    public required string Role { get; init; }
}

/// <summary>Who asked. Only a professional may be named, and need not be.</summary>
public sealed record Asker : ContractRecord
{
    public required ReferrerKind Kind { get; init; }

    public string? Name { get; init; }

    public string? Role { get; init; }

    public string? Organisation { get; init; }
}

/// <summary>Codes for what a consultation can be about.</summary>
public static class ConsultationTopic
{
    public const string Threshold = "threshold";
    public const string AppropriateAction = "appropriate-action";
    public const string Services = "services";
    public const string SafeguardingProcess = "safeguarding-process";
    public const string Consent = "consent";

    public static readonly IReadOnlyList<string> All =
    [
        Threshold,
        AppropriateAction,
        Services,
        SafeguardingProcess,
        Consent,
    ];
}

/// <summary>Codes for what was advised.</summary>
public static class ConsultationAdvice
{
    /// <summary>The threshold is met: send a contact, which then names the child.</summary>
    public const string MakeAReferral = "make-a-referral";
    public const string EarlyHelp = "early-help";
    public const string UniversalServices = "universal-services";
    public const string SpecialistService = "specialist-service";

    /// <summary>The case is open to somebody already: speak to them.</summary>
    public const string SpeakToTheWorker = "speak-to-the-worker";
    public const string InformationOnly = "information-only";

    public static readonly IReadOnlyList<string> All =
    [
        MakeAReferral,
        EarlyHelp,
        UniversalServices,
        SpecialistService,
        SpeakToTheWorker,
        InformationOnly,
    ];
}
