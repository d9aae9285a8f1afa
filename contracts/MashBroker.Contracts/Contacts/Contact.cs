namespace MashBroker.Contracts.Contacts;

/// <summary>
/// Somebody tells the hub of a concern about a child. This is the document that <c>POST /api/contacts</c> takes, after it
/// was read at the door (<see cref="ContactDoor"/>), where everything wrong with it is reported at once.
/// </summary>
public sealed record Contact : ContractRecord
{
    public required Referrer Referrer { get; init; }

    /// <summary>When the hub was told, UTC. The decision clock of most hubs starts here.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary><c>S1</c> is the child the concern is about; then siblings and adults of the household.</summary>
    public required IReadOnlyList<Subject> People { get; init; }

    public required Concern Concern { get; init; }

    /// <summary>What agencies are told in place of the referrer's words. Absent: the summary of the concern.</summary>
    public string? ConcernSummary { get; init; }

    /// <summary>What the referrer did about telling and asking the parents or carers; absent where they did not say.</summary>
    public ReferrerConsent? Consent { get; init; }

    public IReadOnlyList<MissingEpisode> MissingEpisodes { get; init; } = [];

    public IReadOnlyList<PreviousReferral> PreviousReferrals { get; init; } = [];

    /// <summary>True when telling the family would put the child at risk.</summary>
    public bool DoNotInformFamily { get; init; }

    /// <summary>Services that are known to work with the child already: whoever refers is pointed there first.</summary>
    public IReadOnlyList<OpenCase> OpenTo { get; init; } = [];

    /// <summary>Reference of an earlier contact, or of its enquiry, that this one follows: new information on a case that was closed.</summary>
    public string? Follows { get; init; }
}

/// <summary>Who told the hub. A member of the public is never named outside the hub.</summary>
public sealed record Referrer : ContractRecord
{
    public required ReferrerKind Kind { get; init; }

    public required string Name { get; init; }

    public string? Role { get; init; }

    public string? Organisation { get; init; }

    public string? Telephone { get; init; }

    public string? Email { get; init; }

    /// <summary>Where they live, so that it can be kept out of what leaves the hub.</summary>
    public Address? Address { get; init; }

    /// <summary>How they are related to the child, in their own words.</summary>
    public string? Relationship { get; init; }
}

public enum ReferrerKind
{
    None = 0,
    Professional,
    MemberOfPublic,
    Family,
}

/// <summary>What the referrer is worried about.</summary>
public sealed record Concern : ContractRecord
{
    /// <summary>In the referrer's words. May name people: never logged.</summary>
    public required string Summary { get; init; }

    /// <summary>Codes of <see cref="ConcernKind"/>; may be empty when the referrer asks for support only.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>The child is at risk now (children's services must act today).</summary>
    public bool ImmediateRisk { get; init; }

    /// <summary>The child has suffered, or is likely to suffer, significant harm (Children Act 1989 s.47).</summary>
    public bool SignificantHarm { get; init; }

    /// <summary>
    /// Which of the two <see cref="SignificantHarm"/> is: true, it has been suffered; false, it is likely; absent, nobody said.
    /// Never true without <see cref="SignificantHarm"/>.
    /// </summary>
    public bool? HarmSuffered { get; init; }

    /// <summary>Level of need stated by the referrer, 1 to 4.</summary>
    public int? LevelOfNeed { get; init; }
}

/// <summary>Codes for what a concern can be about.</summary>
public static class ConcernKind
{
    public const string PhysicalHarm = "physical-harm";
    public const string EmotionalHarm = "emotional-harm";
    public const string SexualHarm = "sexual-harm";
    public const string Neglect = "neglect";
    public const string DomesticViolence = "domestic-violence";
    public const string ChildExploitation = "child-exploitation";
    public const string Missing = "missing";
    public const string ParentalMentalHealth = "parental-mental-health";
    public const string ParentalSubstanceUse = "parental-substance-use";
    public const string Housing = "housing";
    public const string SupportRequested = "support-requested";
    public const string Radicalisation = "radicalisation";

    public static readonly IReadOnlyList<string> All =
    [
        PhysicalHarm,
        EmotionalHarm,
        SexualHarm,
        Neglect,
        DomesticViolence,
        ChildExploitation,
        Missing,
        ParentalMentalHealth,
        ParentalSubstanceUse,
        Housing,
        SupportRequested,
        Radicalisation,
    ];
}

/// <summary>One time the child went missing. <see cref="Until"/> is absent while the child is still missing.</summary>
public sealed record MissingEpisode(DateTimeOffset From, DateTimeOffset? Until = null) : ContractRecord;

public sealed record PreviousReferral(DateOnly On, string? Outcome = null) : ContractRecord;

/// <summary>A service that works with the child already.</summary>
public sealed record OpenCase : ContractRecord
{
    public required OpenService Service { get; init; }

    /// <summary>Name of the social worker or Early Help worker, where it is known.</summary>
    public string? Worker { get; init; }

    public string? Team { get; init; }

    public DateOnly? Since { get; init; }
}

/// <summary>Who can hold a case open.</summary>
public enum OpenService
{
    None = 0,
    SocialWorker,
    EarlyHelp,
}
