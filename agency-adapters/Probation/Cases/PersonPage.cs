namespace MashBroker.Adapters.Probation.Cases;

/// <summary>One page of a search.</summary>
internal sealed record PersonPage
{
    public required IReadOnlyList<Person> Content { get; init; }

    public required int TotalElements { get; init; }

    public required int TotalPages { get; init; }

    public required int Number { get; init; }
}
