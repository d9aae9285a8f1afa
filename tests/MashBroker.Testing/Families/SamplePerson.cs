using MashBroker.Contracts;

namespace MashBroker.Testing.Families;

/// <summary>An invented person: what is true of them, and how each agency that knows them wrote it down.</summary>
public sealed record SamplePerson
{
    /// <summary>e.g. <c>H09-P1</c>; strangers <c>X01</c>.</summary>
    public required string Id { get; init; }

    public required SubjectRole Role { get; init; }

    public string? Relationship { get; init; }

    public required IReadOnlyList<PersonName> Names { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public DateOnly? ExpectedDelivery { get; init; }

    public string? Gender { get; init; }

    /// <summary>The current one first; one with an end is a former one.</summary>
    public required IReadOnlyList<Address> Addresses { get; init; }

    /// <summary>The current address is a secret that no agency may return.</summary>
    public bool AddressProtected { get; init; }

    public IReadOnlyList<string> Telephones { get; init; } = [];

    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    public string? About { get; init; }

    /// <summary>Of a stranger: the person taken for whom.</summary>
    public string? Resembles { get; init; }

    /// <summary>Records by agency code.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<KnownRecord>> KnownTo { get; init; } =
        new Dictionary<string, IReadOnlyList<KnownRecord>>();

    public Address CurrentAddress => Addresses[0];

    public bool IsChild => Role is SubjectRole.Child or SubjectRole.Sibling or SubjectRole.UnbornChild;

    /// <summary>This person's records at an agency as they stand there, every gap filled with what is true.</summary>
    public IReadOnlyList<HeldPerson> HeldBy(string agency) =>
        KnownTo.TryGetValue(agency, out var records)
            ? records.Select(record => HeldPerson.Of(this, agency, record)).ToList()
            : [];

    /// <summary>As a hub would ask: with everything true save a protected address.</summary>
    public Subject AsSubject(string code) =>
        new()
        {
            Code = code,
            Role = Role,
            Names = Names,
            DateOfBirth = DateOfBirth,
            ExpectedDelivery = ExpectedDelivery,
            Gender = Gender,
            Addresses = AddressProtected ? Addresses.Skip(1).ToList() : Addresses,
            Telephones = Telephones,
            Identifiers = Identifiers,
            Relationship = Relationship,
        };

    /// <summary>The same person, with these records at an agency and no others there.</summary>
    public SamplePerson KnownBy(string agency, IReadOnlyList<KnownRecord> records) =>
        this with
        {
            KnownTo = new Dictionary<string, IReadOnlyList<KnownRecord>>(KnownTo) { [agency] = records },
        };

    /// <summary>The same person, with one more record at an agency.</summary>
    public SamplePerson AlsoKnownBy(string agency, KnownRecord record) =>
        KnownBy(agency, [.. KnownTo.GetValueOrDefault(agency) ?? [], record]);
}
