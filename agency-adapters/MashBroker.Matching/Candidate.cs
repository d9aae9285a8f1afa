using MashBroker.Contracts;

namespace MashBroker.Matching;

/// <summary>Somebody in an agency's records who may be the person asked about.</summary>
public sealed record Candidate
{
    /// <summary>Id in the agency's system.</summary>
    public required string RecordId { get; init; }

    public required IReadOnlyList<PersonName> Names { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public DateOnly? ExpectedDelivery { get; init; }

    public string? Gender { get; init; }

    public IReadOnlyList<Address> Addresses { get; init; } = [];

    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    public IReadOnlyList<string> Telephones { get; init; } = [];
}
