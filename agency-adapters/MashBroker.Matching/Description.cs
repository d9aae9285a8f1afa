using MashBroker.Contracts;

namespace MashBroker.Matching;

/// <summary>What is compared of a person, whether the hub or the agency describes them.</summary>
internal sealed record Description(
    IReadOnlyList<PersonName> Names,
    DateOnly? DateOfBirth,
    DateOnly? ExpectedDelivery,
    string? Gender,
    IReadOnlyList<Address> Addresses,
    IReadOnlyList<Identifier> Identifiers,
    IReadOnlyList<string> Telephones,
    bool BirthEstimated = false,
    bool IsChild = false,
    bool IsAdult = false
)
{
    public bool IsUnborn => DateOfBirth is null && ExpectedDelivery is not null;

    /// <summary>Nothing of the child's own tells it from a twin: two such records are never taken for one.</summary>
    public bool IsNotYetNamed => Names.All(NameComparison.IsNotYetNamed);

    private const int FullAge = 18;

    /// <param name="today">Tells an adult by the date of birth where the hub does not say what part the person has.</param>
    public static Description Of(Subject subject, DateOnly? today = null) =>
        new(
            subject.Names,
            subject.DateOfBirth,
            subject.ExpectedDelivery,
            subject.Gender,
            subject.Addresses,
            subject.Identifiers,
            subject.Telephones,
            subject.DateOfBirthQuality == DateQuality.Estimated,
            subject.Role is SubjectRole.Child or SubjectRole.Sibling or SubjectRole.UnbornChild,
            subject.Role is SubjectRole.Parent or SubjectRole.Carer or SubjectRole.OtherAdult
                || (subject.Role is SubjectRole.None && subject.DateOfBirth?.AddYears(FullAge) <= today)
        );

    public static Description Of(Candidate candidate) =>
        new(
            candidate.Names,
            candidate.DateOfBirth,
            candidate.ExpectedDelivery,
            candidate.Gender,
            candidate.Addresses,
            candidate.Identifiers,
            candidate.Telephones
        );
}
