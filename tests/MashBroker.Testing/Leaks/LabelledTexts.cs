using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Testing.Leaks;

/// <summary>The texts of <c>labelled-texts.txt</c>, each judged by a person.</summary>
public static class LabelledTexts
{
    /// <summary>With whether it tells.</summary>
    public static IReadOnlyList<(LeakCase Case, bool Tells)> All { get; } = [.. Read()];

    private static IEnumerable<(LeakCase, bool)> Read()
    {
        using var file = typeof(LabelledTexts).Assembly.GetManifestResourceStream("labelled-texts.txt")!;
        using var lines = new StreamReader(file);
        while (lines.ReadLine() is { } line)
        {
            if (line.Split('|', 3) is [("T" or "H") and var label, var role, var text])
            {
                yield return (new LeakCase(role, About(role), text), label == "T");
            }
        }
    }

    private static Contact About(string role) =>
        new()
        {
            Referrer = new Referrer
            {
                Kind = role == "Professional" ? ReferrerKind.Professional : ReferrerKind.MemberOfPublic,
                Name = "Mrs Margaret Thistlewood",
                Role = role,
                Telephone = "07700 900461",
                Email = "m.thistlewood58@btmail.example",
                Address = new Address { Lines = ["14 Marlborough Close", "Kettleby"], Postcode = "KB7 3QT" },
            },
            ReceivedAt = new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.Zero),
            People =
            [
                Person("S1", SubjectRole.Child, "Ella", null),
                Person("S2", SubjectRole.Parent, "Dawn", "mother"),
                Person("S3", SubjectRole.Parent, "Luke", "father"),
            ],
            Concern = new Concern { Summary = "Concern.", Kinds = [ConcernKind.Neglect] },
        };

    private static Subject Person(string code, SubjectRole role, string given, string? relationship) =>
        new()
        {
            Code = code,
            Role = role,
            Names = [new PersonName { Given = given, Family = "Penrose" }],
            Relationship = relationship,
            Addresses =
            [
                new Address { Lines = ["9 Marlborough Close", "Kettleby"], Postcode = "KB7 3QT" },
                .. code == "S3"
                    ? []
                    : new[]
                    {
                        new Address
                        {
                            Lines = ["Larkspur House", "22 Chandlers Row", "Easingham"],
                            Postcode = "EG4 8WN",
                            Protected = true,
                        },
                    },
            ],
        };
}
