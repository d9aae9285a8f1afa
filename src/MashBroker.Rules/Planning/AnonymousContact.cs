using MashBroker.Contracts;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>
/// Takes out of a contact who a member of the public is, before it is kept: name, how to reach them, address, role, and what of
/// these stands in their own words.
/// </summary>
public static class AnonymousContact
{
    /// <summary>What stands in the place of their name.</summary>
    public const string Shown = "a member of the public";

    /// <returns>The contact as it is kept, and what was taken out; nothing was of a professional or of the family.</returns>
    public static (Contact Kept, WithheldReferrer? Withheld) Split(Contact contact)
    {
        if (contact.Referrer.Kind != ReferrerKind.MemberOfPublic)
        {
            return (contact, null);
        }

        var protection = new ReferrerProtection(contact);
        var kept = contact with
        {
            Referrer = new Referrer { Kind = ReferrerKind.MemberOfPublic, Name = Shown },
            People = protection.People,
            Concern = contact.Concern with { Summary = protection.Scrub(contact.Concern.Summary) },
            ConcernSummary = contact.ConcernSummary is { } summary ? protection.Scrub(summary) : null,
        };
        return (
            kept,
            new WithheldReferrer
            {
                Referrer = contact.Referrer,
                People = [.. contact.People.Where(person => protection.LeftOut.Contains(person.Code))],
                Summary = contact.Concern.Summary,
            }
        );
    }

    /// <summary>Text that somebody puts in the place of the referrer's words, without the referrer's name and numbers.</summary>
    public static string Scrub(Contact contact, Referrer referrer, string text) =>
        new ReferrerProtection(contact with { Referrer = referrer }).Scrub(text);
}

/// <summary>Who a member of the public is that referred: for the people of one role alone.</summary>
public sealed record WithheldReferrer : ContractRecord
{
    public required Referrer Referrer { get; init; }

    /// <summary>People of the contact who seem to be the referrer.</summary>
    public IReadOnlyList<Subject> People { get; init; } = [];

    /// <summary>The concern in their own words, whole.</summary>
    public required string Summary { get; init; }
}
