using MashBroker.Contracts;
using MashBroker.Contracts.Letters;

namespace MashBroker.Rules;

/// <summary>One agency that a hub asks, and what the two agreed it may see and return.</summary>
public sealed record AgencyProfile
{
    /// <summary>In <see cref="MaySee"/>: this agency is told where people live whose address is protected.</summary>
    public const string ProtectedAddress = "protected-address";

    /// <summary>Lower case, e.g. <c>domestic-abuse</c>; that of its certificate and lanes.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public AgencySector Sector { get; init; }

    /// <summary>People whom it is asked about. Nobody else's particulars leave the hub for this agency.</summary>
    public required IReadOnlyList<SubjectRole> AskedAbout { get; init; }

    /// <summary>Numbers that help it search, codes of <see cref="IdentifierScheme"/>; others are cut from its request. So is a protected address, without <see cref="ProtectedAddress"/>.</summary>
    public required IReadOnlyList<string> MaySee { get; init; }

    /// <summary>Codes of <see cref="RecordKind"/>.</summary>
    public required IReadOnlyList<string> MayReturn { get; init; }

    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>Instead of the hub's look-back.</summary>
    public int? LookBackYears { get; init; }

    /// <summary>Its own or the hub's for all agencies; absent where the profile states neither.</summary>
    public SharingAgreement? Agreement { get; init; }

    /// <summary>Not in the hub's core: linked with it, elsewhere.</summary>
    public bool Linked { get; init; }
}

public enum AgencySector
{
    NotStated = 0,
    Statutory,
    NonStatutory,
    ThirdSector,
}
