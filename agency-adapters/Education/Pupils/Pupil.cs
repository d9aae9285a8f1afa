using MashBroker.Contracts;

namespace MashBroker.Adapters.Education.Pupils;

/// <summary>One pupil with everything the export holds of them.</summary>
internal sealed record Pupil
{
    /// <summary>The school system's own number; <c>CTF</c> and the UPN where only a transfer file knows the pupil.</summary>
    public required string Id { get; init; }

    public string? Upn { get; init; }

    public string? FormerUpn { get; init; }

    public required IReadOnlyList<PersonName> Names { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    public string? Gender { get; init; }

    public IReadOnlyList<Address> Addresses { get; init; } = [];

    /// <summary>The school was told that nobody may learn where this pupil lives.</summary>
    public bool AddressProtected { get; init; }

    public IReadOnlyList<Enrolment> Enrolments { get; init; } = [];

    public bool FreeSchoolMeals { get; init; }

    public IReadOnlyList<YearOfAttendance> Attendance { get; init; } = [];

    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    public IReadOnlyList<SpecialNeed> SpecialNeeds { get; init; } = [];

    public IReadOnlyList<Concern> Concerns { get; init; } = [];

    /// <summary>The adults whom the school may call about the pupil.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
}

internal sealed record Enrolment(
    string School,
    string? Urn,
    DateOnly? From,
    DateOnly? To,
    string? Reason,
    string SourceId
);

internal sealed record YearOfAttendance(
    string Year,
    int Possible,
    int Authorised,
    int Unauthorised,
    DateOnly? LastAttended,
    string SourceId
);

internal sealed record Exclusion(string Id, string Kind, DateOnly From, DateOnly? To, string Reason, string? Outcome);

internal sealed record SpecialNeed(string SourceId, string Status, string Need, DateOnly? From, DateOnly? To);

/// <summary>An entry of the designated safeguarding lead's log.</summary>
internal sealed record Concern(
    string Id,
    DateOnly On,
    TimeOnly? At,
    string Category,
    string Text,
    string? Action,
    string LoggedBy
);
