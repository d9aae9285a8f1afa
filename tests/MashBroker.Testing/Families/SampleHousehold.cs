using MashBroker.Contracts;

namespace MashBroker.Testing.Families;

public sealed record SampleHousehold
{
    /// <summary>e.g. <c>H09</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What is special about it: code of <see cref="HouseholdKind"/>.</summary>
    public required string Kind { get; init; }

    public required string About { get; init; }

    /// <summary>The child whom a contact is about first.</summary>
    public required IReadOnlyList<SamplePerson> Persons { get; init; }

    /// <summary>The household as a hub would ask about it: <c>S1</c> is the first child, then the others in order.</summary>
    public IReadOnlyList<Subject> AsSubjects() =>
        Persons.Select((person, position) => person.AsSubject($"S{position + 1}")).ToList();
}

/// <summary>Kinds of household, in the order in which <see cref="FamilyGenerator"/> makes them.</summary>
public static class HouseholdKind
{
    public const string Disagreement = "disagreement";
    public const string Twins = "twins";
    public const string SameInitialTwins = "same-initial-twins";
    public const string SameNamedFatherAndSon = "same-named-father-and-son";
    public const string SharedBlock = "shared-block";
    public const string Moved = "moved";
    public const string MovedInto = "moved-into";
    public const string Refuge = "refuge";
    public const string Unborn = "unborn";
    public const string NoFixedAddress = "no-fixed-address";
    public const string MarksInNames = "marks-in-names";
    public const string Accents = "accents";
    public const string Cyrillic = "cyrillic";
    public const string Arabic = "arabic";
    public const string Polish = "polish";
    public const string Welsh = "welsh";
    public const string Alias = "alias";
    public const string PreviousName = "previous-name";
    public const string Restricted = "restricted";
    public const string Ambiguous = "ambiguous";
    public const string FailingCheckDigits = "failing-check-digits";
    public const string Large = "large";
    public const string Kinship = "kinship";
    public const string Unknown = "unknown";
    public const string Exploitation = "exploitation";
    public const string OtherScript = "other-script";
    public const string DuplicateRecords = "duplicate-records";
}
