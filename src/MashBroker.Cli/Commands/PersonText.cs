using MashBroker.Contracts;
using MashBroker.Rules;

namespace MashBroker.Cli.Commands;

/// <summary>A person of a contact in a few lines. What is not known is said, so that it is not taken for forgotten.</summary>
internal static class PersonText
{
    public static IEnumerable<string> Lines(Subject person)
    {
        yield return $"  {person.Code}  {string.Join(", ", Facts(person))}";
        if (person.Addresses.Count == 0)
        {
            yield return "        address not stated";
        }

        foreach (var line in person.Addresses.Select(Place).Concat(person.Telephones).Concat(person.Warnings))
        {
            yield return $"        {line}";
        }

        foreach (var number in person.Identifiers)
        {
            yield return $"        {PlainNames.OfNumber(number.Scheme)} {number.Value}";
        }
    }

    private static IEnumerable<string> Facts(Subject person)
    {
        foreach (var name in person.Names)
        {
            var written = $"{name.Given} {name.Family}".Trim();
            yield return name.Use switch
            {
                NameUse.Alias => $"also known as {written}",
                NameUse.Previous => $"formerly {written}",
                _ => written,
            };
        }

        if (person.Names.Count == 0)
        {
            yield return "name not known";
        }

        yield return person.Relationship is { } how ? $"{person.Role.InWords()} ({how})" : person.Role.InWords();
        yield return Born(person);
        if (person.Gender is { } gender)
        {
            yield return gender;
        }
    }

    private static string Born(Subject person) =>
        (person.DateOfBirth, person.ExpectedDelivery, person.DateOfBirthQuality) switch
        {
            ({ } day, _, DateQuality.Estimated) => $"born about {Output.Day(day)}",
            ({ } day, _, DateQuality.Verified) => $"born {Output.Day(day)} (verified)",
            ({ } day, _, _) => $"born {Output.Day(day)}",
            (_, { } expected, _) => $"expected {Output.Day(expected)}",
            _ => "date of birth not known",
        };

    public static string Place(Address address)
    {
        var where = address.NoFixedAddress
            ? "no fixed address"
            : string.Join(", ", address.Lines.Append(address.Postcode).OfType<string>());
        var from = address.From is { } first ? $", from {Output.Day(first)}" : "";
        var to = address.To is { } last ? $", until {Output.Day(last)}" : "";
        return $"{(address.Protected ? "protected address: " : "")}{where}{from}{to}";
    }
}
