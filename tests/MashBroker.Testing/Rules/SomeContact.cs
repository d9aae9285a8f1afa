using System.Globalization;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Rules;

/// <summary>A contact that meets no criterion by itself; a test adds what it is about.</summary>
public static class SomeContact
{
    public static Contact About(params IReadOnlyList<string> concerns) =>
        new()
        {
            Referrer = new Referrer { Kind = ReferrerKind.Professional, Name = "Duty teacher" },
            ReceivedAt = Utc("2026-11-03 10:00"),
            People = [Child, Mother],
            Concern = new Concern { Summary = "The school is worried.", Kinds = concerns },
        };

    public static Subject Child { get; } =
        new()
        {
            Code = "S1",
            Role = SubjectRole.Child,
            Names = [new PersonName { Given = "Robin", Family = "Sample" }],
            DateOfBirth = new DateOnly(2015, 4, 1),
            Identifiers =
            [
                new Identifier(IdentifierScheme.NhsNumber, "9990000018"),
                new Identifier(IdentifierScheme.UniquePupilNumber, "A999400116000"),
            ],
            Warnings = ["nhs-number: check digit"],
        };

    public static Subject Mother { get; } =
        new()
        {
            Code = "S2",
            Role = SubjectRole.Parent,
            Names = [new PersonName { Given = "Jo", Family = "Sample" }],
            Identifiers = [new Identifier(IdentifierScheme.PncId, "2001/9900000X")],
        };

    /// <summary>Hub time, as a test writes it: <c>2026-11-03 10:00</c> is UTC, and also London's time in winter.</summary>
    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static MissingEpisode Missing(string from, string? until = null) =>
        new(Utc(from), until is null ? null : Utc(until));
}
