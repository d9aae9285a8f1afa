using MashBroker.Contracts;

namespace MashBroker.Testing.Families;

/// <summary>How an agency's record of a person differs from what is true; whatever is absent is right in it.</summary>
public sealed record KnownRecord
{
    public required string Record { get; init; }

    /// <summary>Codes of <see cref="MashBroker.Contracts.Letters.RecordKind"/>.</summary>
    public required IReadOnlyList<string> Holds { get; init; }

    /// <summary>The person's part in what is held, e.g. <c>victim</c>, <c>pupil</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Codes of the README beside <c>families.json</c>.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    public IReadOnlyList<PersonName>? Names { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public IReadOnlyList<Address>? Addresses { get; init; }

    public IReadOnlyList<Identifier>? Identifiers { get; init; }

    /// <summary><c>date-of-birth</c>, <c>address</c>, <c>identifiers</c>.</summary>
    public IReadOnlyList<string> Omits { get; init; } = [];

    /// <summary><c>doubtful</c>: too little to release it without a person's review. Absent: must be matched.</summary>
    public string? Expect { get; init; }

    public bool Restricted { get; init; }

    public string? About { get; init; }
}

/// <summary>One record of a person at one agency, complete.</summary>
public sealed record HeldPerson
{
    public required SamplePerson Person { get; init; }

    public required string RecordId { get; init; }

    public required IReadOnlyList<string> Holds { get; init; }

    public required string? Role { get; init; }

    public required IReadOnlyList<PersonName> Names { get; init; }

    public required DateOnly? DateOfBirth { get; init; }

    public required DateOnly? ExpectedDelivery { get; init; }

    public required string? Gender { get; init; }

    /// <summary>The one address held; none where the agency has none.</summary>
    public required Address? Address { get; init; }

    /// <summary>The address held is the protected one.</summary>
    public required bool AddressProtected { get; init; }

    public required IReadOnlyList<Identifier> Identifiers { get; init; }

    public required IReadOnlyList<string> Telephones { get; init; }

    public required bool Restricted { get; init; }

    public required bool Doubtful { get; init; }

    public string? IdentifierOf(string scheme) =>
        Identifiers.FirstOrDefault(identifier => identifier.Scheme == scheme)?.Value;

    public static HeldPerson Of(SamplePerson person, string agency, KnownRecord record)
    {
        var address = record.Omits.Contains("address") ? null : (record.Addresses ?? person.Addresses)[0];
        var used = SchemesOf(agency);
        return new HeldPerson
        {
            Person = person,
            RecordId = record.Record,
            Holds = record.Holds,
            Role = record.Role,
            Names = record.Names ?? [person.Names[0]],
            DateOfBirth = record.Omits.Contains("date-of-birth") ? null : record.DateOfBirth ?? person.DateOfBirth,
            ExpectedDelivery = person.ExpectedDelivery,
            Gender = person.Gender,
            Address = address,
            AddressProtected = person.AddressProtected && address == person.CurrentAddress,
            Identifiers = record.Omits.Contains("identifiers")
                ? []
                : record.Identifiers
                    ?? person.Identifiers.Where(identifier => used.Contains(identifier.Scheme)).ToList(),
            Telephones = person.Telephones,
            Restricted = record.Restricted,
            Doubtful = record.Expect == "doubtful",
        };
    }

    private static string[] SchemesOf(string agency) =>
        agency switch
        {
            AgencyCode.Police => [IdentifierScheme.PncId, IdentifierScheme.CroNumber],
            AgencyCode.Health or AgencyCode.AdultServices => [IdentifierScheme.NhsNumber],
            AgencyCode.Education => [IdentifierScheme.UniquePupilNumber],
            AgencyCode.Probation =>
            [
                IdentifierScheme.CaseReferenceNumber,
                IdentifierScheme.PncId,
                IdentifierScheme.CroNumber,
                IdentifierScheme.NomsNumber,
            ],
            _ => [],
        };
}

/// <summary>The six agencies that have samples.</summary>
public static class AgencyCode
{
    public const string Police = "police";
    public const string Health = "health";
    public const string Education = "education";
    public const string Probation = "probation";
    public const string AdultServices = "adult-services";
    public const string DomesticAbuse = "domestic-abuse";

    public static IReadOnlyList<string> All { get; } =
    [Police, Health, Education, Probation, AdultServices, DomesticAbuse];
}
