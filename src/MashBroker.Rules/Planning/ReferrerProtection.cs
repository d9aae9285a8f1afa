using System.Text.RegularExpressions;
using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// Keeps a member of the public who told the hub out of what agencies see. A request has no field for a referrer, so what
/// is left is their own words, which may name them, and a list of people that may include them.
/// </summary>
internal static partial class ReferrerProtection
{
    private const string InPlace = "[the referrer]";

    // What the door writes for somebody who would not say: two ordinary words.
    private const string NotNamed = "not given";

    // Shorter parts of a name ("Al", "de") are words of ordinary sentences.
    private const int ShortestPart = 3;

    public static IEnumerable<Subject> WithoutReferrer(Contact contact) =>
        contact.Referrer.Kind == ReferrerKind.MemberOfPublic
            ? contact.People.Where(person => person.Role != SubjectRole.OtherAdult || !IsReferrer(person, contact))
            : contact.People;

    public static string Scrub(string text, Contact contact)
    {
        var referrer = contact.Referrer;
        if (referrer.Kind != ReferrerKind.MemberOfPublic)
        {
            return text;
        }

        var name = referrer.Name == NotNamed ? "" : referrer.Name.Trim();
        var wholes = new[] { name, referrer.Telephone?.Trim(), referrer.Email?.Trim() }
            .OfType<string>()
            .Where(whole => whole.Length > 0);
        var scrubbed = wholes.Aggregate(text, (left, whole) => Replace(left, whole, _ => true));

        // A name that the family bears too has to stay: the agencies could not search without it. One that is also a word
        // (Grace, Mark, May) goes only where it is written like a name.
        return Parts(name)
            .Where(part => part.Length >= ShortestPart)
            .Except(NamesOfHousehold(contact), StringComparer.OrdinalIgnoreCase)
            .Aggregate(scrubbed, (left, part) => Replace(left, part, found => !char.IsLower(found[0])));
    }

    private static string Replace(string text, string giveaway, Func<string, bool> goes) =>
        Regex.Replace(
            text,
            $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(giveaway)}(?![\p{{L}}\p{{N}}])",
            found => goes(found.Value) ? InPlace : found.Value,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );

    private static IEnumerable<string> NamesOfHousehold(Contact contact) =>
        WithoutReferrer(contact)
            .SelectMany(person => person.Names)
            .SelectMany(name => Parts($"{name.Given} {name.Family}"));

    private static bool IsReferrer(Subject person, Contact contact) =>
        person.Names.Any(name =>
            Parts($"{name.Given} {name.Family}")
                .ToHashSet(StringComparer.OrdinalIgnoreCase)
                .SetEquals(Parts(contact.Referrer.Name))
        );

    private static IEnumerable<string> Parts(string name) => BetweenParts().Split(name).Where(part => part.Length > 0);

    [GeneratedRegex(@"[\s.,]+", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenParts();
}
