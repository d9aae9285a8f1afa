using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Contacts;

/// <summary>Where the content of a contact stands.</summary>
internal static class ContactCells
{
    public static Cell Content(string reference) => new("contacts", "content", reference);

    public static Cell Triage(string reference) => new("contacts", "triage", reference);

    public static Cell Leak(string reference) => new("contacts", "leak", reference);

    public static Cell Reason(string reference) => new("contacts", "reason", reference);
}
