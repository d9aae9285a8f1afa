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

    // Shorter parts of a name ("Al", "de") are words of ordinary sentences.
    private const int ShortestPart = 3;

    public static IEnumerable<Subject> WithoutReferrer(Contact contact) =>
        contact.Referrer.Kind == ReferrerKind.MemberOfPublic
            ? contact.People.Where(person => person.Role != SubjectRole.OtherAdult || !IsReferrer(person, contact))
            : contact.People;

    public static string Scrub(string text, Contact contact)
    {
        if (contact.Referrer.Kind != ReferrerKind.MemberOfPublic)
        {
            return text;
        }

        return Giveaways(contact)
            .OrderByDescending(part => part.Length)
            .Aggregate(
                text,
                (scrubbed, part) =>
                    Regex.Replace(
                        scrubbed,
                        $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(part)}(?![\p{{L}}\p{{N}}])",
                        InPlace,
                        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
                    )
            );
    }

    private static IEnumerable<string> Giveaways(Contact contact)
    {
        var referrer = contact.Referrer;
        var household = WithoutReferrer(contact)
            .SelectMany(person => person.Names)
            .SelectMany(name => Parts($"{name.Given} {name.Family}"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        // A name that the family bears too has to stay: the agencies could not search without it.
        var parts = Parts(referrer.Name).Where(part => part.Length >= ShortestPart && !household.Contains(part));
        return new[] { referrer.Name, referrer.Telephone, referrer.Email }
            .OfType<string>()
            .Select(whole => whole.Trim())
            .Concat(parts)
            .Where(giveaway => giveaway.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsReferrer(Subject person, Contact contact) =>
        person.Names.Any(name =>
            Parts($"{name.Given} {name.Family}")
                .ToHashSet(StringComparer.OrdinalIgnoreCase)
                .SetEquals(Parts(contact.Referrer.Name))
        );

    private static IEnumerable<string> Parts(string name) =>
        BetweenParts().Split(name).Where(part => part.Length > 0);

    [GeneratedRegex(@"[\s.,]+", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenParts();
}
