namespace MashBroker.Contracts;

/// <summary>One person of an enquiry as the hub describes them to an agency: the child, a sibling, an adult of the household.</summary>
public sealed record Subject : ContractRecord
{
    /// <summary>Code within the enquiry: <c>S1</c> is the child the contact is about.</summary>
    public required string Code { get; init; }

    public required SubjectRole Role { get; init; }

    /// <summary>The name in use first, then aliases and previous names.</summary>
    public required IReadOnlyList<PersonName> Names { get; init; }

    /// <summary>Absent for an unborn child or where only an age is known.</summary>
    public DateOnly? DateOfBirth { get; init; }

    public DateQuality DateOfBirthQuality { get; init; } = DateQuality.Stated;

    /// <summary>Expected date of delivery, for an unborn child.</summary>
    public DateOnly? ExpectedDelivery { get; init; }

    /// <summary>Sex or gender as given: <c>female</c>, <c>male</c>, <c>other</c>, <c>unknown</c>.</summary>
    public string? Gender { get; init; }

    public IReadOnlyList<Address> Addresses { get; init; } = [];

    public IReadOnlyList<string> Telephones { get; init; } = [];

    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];

    /// <summary>Faults that do not stop a search, e.g. an NHS number whose check digit does not hold.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How this person is related to <c>S1</c>, in the referrer's words.</summary>
    public string? Relationship { get; init; }
}

public enum SubjectRole
{
    None = 0,
    Child,
    UnbornChild,
    Sibling,
    Parent,
    Carer,
    OtherAdult,
}

/// <summary>How far a date of birth is to be trusted.</summary>
public enum DateQuality
{
    Stated = 0,
    Verified,
    Estimated,
}

/// <summary>A name exactly as written, in any script.</summary>
public sealed record PersonName : ContractRecord
{
    public required string Given { get; init; }

    public required string Family { get; init; }

    public NameUse Use { get; init; } = NameUse.Current;
}

public enum NameUse
{
    Current = 0,
    Alias,
    Previous,
}

/// <summary>Where a person lives or lived. <see cref="NoFixedAddress"/> is a fact, not a missing value.</summary>
public sealed record Address : ContractRecord
{
    public IReadOnlyList<string> Lines { get; init; } = [];

    public string? Postcode { get; init; }

    public string? Uprn { get; init; }

    public bool NoFixedAddress { get; init; }

    /// <summary>
    /// True when somebody could be harmed if others learnt where this is: a refuge, a move away from violence. An agency gets
    /// such an address without its place, with this mark alone, unless its hub agreed otherwise with it.
    /// </summary>
    public bool Protected { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>That there is a protected address and from when to when, and nothing of where.</summary>
    public Address WithoutPlace() =>
        new()
        {
            Protected = true,
            From = From,
            To = To,
        };
}

/// <summary>A number some agency gave a person, kept as written; <see cref="Scheme"/> is a code of <see cref="IdentifierScheme"/>.</summary>
public sealed record Identifier(string Scheme, string Value) : ContractRecord;

/// <summary>Codes of the numbering schemes that the product parses at its door. Others are carried as text.</summary>
public static class IdentifierScheme
{
    public const string NhsNumber = "nhs-number";
    public const string UniquePupilNumber = "upn";
    public const string UniqueLearnerNumber = "uln";
    public const string PncId = "pnc";
    public const string CroNumber = "cro";
    public const string CaseReferenceNumber = "crn";
    public const string NomsNumber = "noms";
    public const string NationalInsuranceNumber = "nino";
    public const string Uprn = "uprn";
    public const string Urn = "urn";
    public const string LocalAuthorityChildId = "lachild";
}
