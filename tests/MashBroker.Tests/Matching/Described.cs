using MashBroker.Contracts;
using MashBroker.Matching;

namespace MashBroker.Tests.Matching;

/// <summary>People of an invented family, described by the hub and by an agency; a test changes what it is about.</summary>
internal static class Described
{
    public static readonly DateOnly Birthday = new(2016, 3, 14);

    public static readonly Address Home = new() { Lines = ["14 Quillfeather Row", "Bootle"], Postcode = "L20 9ZZ" };

    public static readonly Address Elsewhere = new() { Lines = ["3 Saltmarsh Close"], Postcode = "PR8 9ZZ" };

    public static PersonName Named(string given, string family = "Thistlewood", NameUse use = NameUse.Current) =>
        new()
        {
            Given = given,
            Family = family,
            Use = use,
        };

    public static Subject Child(string given = "Marisol", string family = "Thistlewood") =>
        new()
        {
            Code = "S1",
            Role = SubjectRole.Child,
            Names = [Named(given, family)],
            DateOfBirth = Birthday,
            Addresses = [Home],
        };

    public static Candidate OnRecord(string given = "Marisol", string family = "Thistlewood", string id = "1") =>
        new()
        {
            RecordId = id,
            Names = [Named(given, family)],
            DateOfBirth = Birthday,
            Addresses = [Home],
        };

    public static Identifier Nhs(string value) => new(IdentifierScheme.NhsNumber, value);
}
