using System.Text.Json;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;

namespace MashBroker.Ledger.Contacts;

/// <summary>How a contact stands in <see cref="ContactRow.Content"/>.</summary>
public static class ContactContent
{
    public static byte[] Write(Contact contact) => JsonSerializer.SerializeToUtf8Bytes(contact, MashJson.Options);

    public static Contact Read(ReadOnlySpan<byte> content) =>
        JsonSerializer.Deserialize<Contact>(content, MashJson.Options)
        ?? throw new LedgerException("The ledger holds a contact without content. Restore the last backup.");
}
