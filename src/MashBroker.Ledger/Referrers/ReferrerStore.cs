using System.Text.Json;
using Dapper;
using MashBroker.Contracts.Contacts;
using MashBroker.Contracts.Json;
using MashBroker.Ledger.Contacts;
using MashBroker.Ledger.Notices;
using MashBroker.Rules;
using MashBroker.Sealing;
using MashBroker.Sealing.AtRest;

namespace MashBroker.Ledger.Referrers;

/// <summary>Who a member of the public is that referred: sealed for one role, and for the leak check.</summary>
public static class ReferrerStore
{
    /// <summary>What a hub without the role's certificate shows to operations staff.</summary>
    public const string NoRole =
        "Nobody can be told who a member of the public is that referred: the hub has no certificate of the role that may. Give 'mash web' one with --referrer-certificate.";

    private const string Notices = "referrer identity";

    /// <summary>Keeps what was taken out of a contact, in the transaction that wrote it.</summary>
    /// <param name="role">Null: no role is set up; nothing is lost, and nobody can read it.</param>
    public static async Task KeepAsync(
        LedgerTransaction ledger,
        string reference,
        WithheldReferrer withheld,
        RoleSeal? role
    )
    {
        var row = (await ContactStore.FindAsync(ledger, reference))!;
        byte[]? envelope = null;
        if (role is not null)
        {
            var content = new SealedReferrer { Contact = reference, Withheld = withheld };
            envelope = role.Close(JsonSerializer.SerializeToUtf8Bytes(content, MashJson.Options));
        }
        else
        {
            await NoticeStore.ReplaceAsync(ledger, Notices, [NoRole]);
        }

        var terms = JsonSerializer.SerializeToUtf8Bytes(withheld.Referrer, MashJson.Options);
        await ledger.Connection.ExecuteAsync(
            "update contacts set referrer = @referrer, leak_terms = @terms where reference = @reference",
            new
            {
                reference,
                referrer = envelope is null ? null : ledger.Vault.Protect(row.KeyId, Identity(reference), envelope),
                terms = ledger.Vault.Protect(row.KeyId, Terms(reference), terms),
            },
            ledger.Transaction
        );
    }

    /// <summary>
    /// The contact with its referrer, for the planner, which takes their name out of texts, and for the leak check. Never shown,
    /// never put into a letter, pack or answer.
    /// </summary>
    public static async Task<Contact> RestoreAsync(LedgerSession ledger, ContactRow row, Contact contact) =>
        await ledger.Connection.ExecuteScalarAsync<byte[]?>(
            "select leak_terms from contacts where reference = @Reference",
            new { row.Reference },
            ledger.Transaction
        )
            is { } kept
            ? contact with
            {
                Referrer = JsonSerializer.Deserialize<Referrer>(
                    ledger.Vault.Open(Terms(row.Reference), kept),
                    MashJson.Options
                )!,
            }
            : contact;

    /// <summary>The identity as it is sealed to the role; null when there is none, no role was set up, or it was erased.</summary>
    public static async Task<byte[]?> SealedAsync(LedgerSession ledger, string reference) =>
        await ledger.Connection.ExecuteScalarAsync<byte[]?>(
            "select referrer from contacts where reference = @reference",
            new { reference },
            ledger.Transaction
        )
            is { } kept
            ? ledger.Vault.OpenUnlessErased(Identity(reference), kept)
            : null;

    private static Cell Identity(string reference) => new("contacts", "referrer", reference);

    private static Cell Terms(string reference) => new("contacts", "leak_terms", reference);
}

/// <summary>What the role's key opens: it names its contact, so that one cannot be put in another's place.</summary>
public sealed record SealedReferrer
{
    public required string Contact { get; init; }

    public required WithheldReferrer Withheld { get; init; }
}
