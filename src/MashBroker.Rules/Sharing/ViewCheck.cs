using MashBroker.Contracts.Cases;
using MashBroker.Contracts.Contacts;

namespace MashBroker.Rules;

/// <summary>Holds a view against the contact it is about, and keeps a referrer who stays anonymous out of their own words.</summary>
public static class ViewCheck
{
    public static IReadOnlyList<FieldFault> Faults(Contact contact, ViewGiven view) =>
        view.Subject is not { } subject || contact.People.Any(person => person.Code == subject)
            ? []
            :
            [
                new FieldFault(
                    "subject",
                    "is nobody of this contact",
                    $"Give one of {string.Join(", ", contact.People.Select(person => person.Code))}, or leave it out"
                ),
            ];

    /// <summary>The view as it may stand in a pack.</summary>
    public static ViewGiven Keep(Contact contact, ViewGiven view)
    {
        if (contact.Referrer.Kind is not ReferrerKind.MemberOfPublic)
        {
            return view;
        }

        var referrer = new ReferrerProtection(contact);
        return view with
        {
            Giver = view.Of is ViewOf.Referrer ? SharingRecord.Referrer : referrer.Scrub(view.Giver),
            // Whose number in the household they are would tell who they are.
            Subject = view.Of is ViewOf.Referrer ? null : view.Subject,
            Text = referrer.Scrub(view.Text),
        };
    }
}
