namespace MashBroker.Adapters.Probation.Cases;

/// <summary>What the search is asked; everything that is given must agree, in a current name or an alias.</summary>
internal sealed record PersonSearch
{
    public string? Crn { get; init; }

    public string? PncNumber { get; init; }

    public string? CroNumber { get; init; }

    public string? NomsNumber { get; init; }

    public string? FirstName { get; init; }

    public string? Surname { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public string? Postcode { get; init; }

    public bool IncludeAliases { get; init; } = true;

    public int Page { get; init; }

    public int Size { get; init; }
}
