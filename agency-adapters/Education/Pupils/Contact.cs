using MashBroker.Contracts;

namespace MashBroker.Adapters.Education.Pupils;

/// <summary>An adult whom the school may call, or who may collect a pupil.</summary>
internal sealed record Contact
{
    public required string Id { get; init; }

    public required IReadOnlyList<PersonName> Names { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public IReadOnlyList<Address> Addresses { get; init; } = [];

    public bool AddressProtected { get; init; }

    public IReadOnlyList<string> Telephones { get; init; } = [];

    public required IReadOnlyList<ContactLink> Links { get; init; }
}

/// <summary>What a contact is to one pupil.</summary>
internal sealed record ContactLink(
    string PupilId,
    string Relationship,
    bool ParentalResponsibility,
    bool MayCollect,
    bool LivesWithPupil
);
