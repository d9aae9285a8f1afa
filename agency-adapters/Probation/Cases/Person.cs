namespace MashBroker.Adapters.Probation.Cases;

/// <summary>A person on probation as the search gives them.</summary>
internal sealed record Person
{
    public required string FirstName { get; init; }

    public IReadOnlyList<string> MiddleNames { get; init; } = [];

    public required string Surname { get; init; }

    public IReadOnlyList<string> PreviousSurnames { get; init; } = [];

    public DateOnly? DateOfBirth { get; init; }

    public string? Gender { get; init; }

    public bool SoftDeleted { get; init; }

    /// <summary>Only named staff may see the case.</summary>
    public bool CurrentRestriction { get; init; }

    /// <summary>Named staff may not see the case.</summary>
    public bool CurrentExclusion { get; init; }

    public required OtherIds OtherIds { get; init; }

    public IReadOnlyList<OffenderAlias> OffenderAliases { get; init; } = [];

    public ContactDetails? ContactDetails { get; init; }

    public IReadOnlyList<OffenderManager> OffenderManagers { get; init; } = [];

    public Mappa? Mappa { get; init; }
}

internal sealed record OtherIds
{
    public required string Crn { get; init; }

    public string? PncNumber { get; init; }

    public string? CroNumber { get; init; }

    public string? NomsNumber { get; init; }

    public string? NiNumber { get; init; }
}

internal sealed record OffenderAlias
{
    public required string FirstName { get; init; }

    public required string Surname { get; init; }
}

internal sealed record ContactDetails
{
    public IReadOnlyList<PersonAddress> Addresses { get; init; } = [];

    public IReadOnlyList<PhoneNumber> PhoneNumbers { get; init; } = [];
}

internal sealed record PhoneNumber
{
    public string? Number { get; init; }
}

internal sealed record PersonAddress
{
    public bool NoFixedAbode { get; init; }

    public string? BuildingName { get; init; }

    public string? AddressNumber { get; init; }

    public string? StreetName { get; init; }

    public string? District { get; init; }

    public string? Town { get; init; }

    public string? Postcode { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

internal sealed record OffenderManager
{
    public bool Active { get; init; }

    public Staff? Staff { get; init; }

    public Described? Team { get; init; }

    public Described? ProbationArea { get; init; }
}

internal sealed record Staff
{
    public string? Forenames { get; init; }

    public string? Surname { get; init; }

    public bool Unallocated { get; init; }
}

internal sealed record Described
{
    public string? Code { get; init; }

    public string? Description { get; init; }
}
