using MashBroker.Contracts;

namespace MashBroker.Rules;

/// <summary>Names by which agencies search, and which therefore have to stay.</summary>
internal sealed class NamesOfHousehold(IEnumerable<Subject> people)
{
    private readonly HashSet<string>[] _people =
    [
        .. people.Select(person =>
            person
                .Names.SelectMany(name => ReferrerName.Parts($"{name.Given} {name.Family}"))
                .ToHashSet(StringComparer.Ordinal)
        ),
    ];

    public bool Contains(string part) => _people.Any(names => names.Contains(part));

    public bool OfOnePerson(IEnumerable<string> parts) => _people.Any(names => parts.All(names.Contains));
}
