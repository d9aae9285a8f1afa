using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// What one agency is told of facts that are new in a published enquiry: the people concerned as it may see them, and the words
/// without whoever told the hub in confidence.
/// </summary>
/// <param name="People">Empty where none of those who are new or described anew is anybody it is asked about.</param>
public sealed record FactsPlan(IReadOnlyList<Subject> People, string? Facts)
{
    /// <param name="contact">With everybody of the enquiry as they are described now: a protected place of one of them is a protected place of all.</param>
    /// <param name="changed">Codes of the people who are new or described anew.</param>
    public static FactsPlan Make(
        AgencyProfile agency,
        Contact contact,
        IReadOnlyCollection<string> changed,
        string? facts
    )
    {
        var referrer = new ReferrerProtection(contact);
        return new FactsPlan(
            [.. Minimise.For(agency, referrer.People).Where(person => changed.Contains(person.Code))],
            facts is null ? null : referrer.Scrub(facts)
        );
    }

    /// <summary>A sentence for agencies without whoever told the hub in confidence.</summary>
    public static string Scrub(Contact contact, string text) => new ReferrerProtection(contact).Scrub(text);
}
