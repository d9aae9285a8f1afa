using MashBroker.Contracts;
using MashBroker.Contracts.Letters;
using MashBroker.Matching;
using MashBroker.Testing.Adapters;

namespace MashBroker.Tests.Adapters;

/// <summary>An invented household, as the hub asks for it and as the records hold it.</summary>
internal static class Household
{
    public const string Ground = "restricted case: only the responsible officer may disclose";

    private static readonly Address Home = new() { Lines = ["14 Quillfeather Row"], Postcode = "L20 9ZZ" };

    public static Subject Child(string code = "S1") => Person(code, "Marisol", new(2016, 3, 14), SubjectRole.Child);

    public static Subject Brother(string code = "S2") =>
        Person(code, "Peregrine", new(2013, 9, 2), SubjectRole.Sibling);

    public static Subject Mother(string code = "S3") => Person(code, "Leocadia", new(1988, 11, 5), SubjectRole.Parent);

    public static Subject Stranger(string code = "S4") =>
        Person(code, "Ottoline", new(1971, 6, 30), SubjectRole.OtherAdult) with
        {
            Names = [new PersonName { Given = "Ottoline", Family = "Vanterpool" }],
            Addresses = [],
        };

    /// <summary>The child with two incidents and a crime, the brother with nothing of note, the mother restricted.</summary>
    public static FakeAgencyRecords Records() =>
        new FakeAgencyRecords()
            .Holding(
                Held(Child()),
                Record(RecordKind.PoliceDomesticIncident, "DI-1", new(2026, 2, 1)),
                Record(RecordKind.PoliceDomesticIncident, "DI-2", new(2019, 5, 20)),
                Record(RecordKind.PoliceCrime, "CR-1", new(2025, 8, 8)),
                Record(RecordKind.PoliceWarningMarker, "WM-1", null)
            )
            .Holding(Held(Brother()))
            .Restricting(Held(Mother()), Ground);

    public static Candidate Held(Subject subject) =>
        new()
        {
            RecordId = subject.Code,
            Names = subject.Names,
            DateOfBirth = subject.DateOfBirth,
            Addresses = subject.Addresses,
        };

    public static AgencyRecord Record(string kind, string id, DateOnly? on) =>
        new()
        {
            Kind = kind,
            On = on,
            Summary = "Officers attended.",
            Source = new RecordSource("Fake records", id),
        };

    private static Subject Person(string code, string given, DateOnly born, SubjectRole role) =>
        new()
        {
            Code = code,
            Role = role,
            Names = [new PersonName { Given = given, Family = "Thistlewood" }],
            DateOfBirth = born,
            Addresses = [Home],
        };
}
